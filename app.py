"""Frame of the dashboard: page settings, access, demo band, menu and filters; then the page that was asked for."""

import streamlit as st

from skm_ui import frame, guard, navigation, stores, theme, trouble

st.set_page_config(page_title="SKM Jakarta Barat", page_icon="static/favicon.png", layout="wide")
guard.refuse_if_closed()
frame.freeze_garbage()
page = navigation.register()
st.set_page_config(page_title=f"{page.title} · SKM Jakarta Barat")
theme.apply()
with trouble.shown():
    frame.draw(stores.shown(), page.url_path or navigation.DEFAULT)
    with guard.frame():
        page.run()
