"""Frame of the dashboard: page settings, access, demo band, menu and filters; then the page that was asked for."""

import streamlit as st

from skm_ui import frame, guard, leaves, navigation, share, stores, theme, trouble

st.set_page_config(page_title="SKM Jakarta Barat", page_icon="static/favicon.png", layout="wide")
guard.refuse_if_closed()
frame.freeze_garbage()
page = navigation.register()
st.set_page_config(page_title=f"{page.title} · SKM Jakarta Barat")
theme.apply()
with trouble.shown():
    name = page.url_path or navigation.DEFAULT
    frame.draw(stores.shown(), name)
    with guard.frame(), leaves.turned(name):
        navigation.run(name)
        share.draw()
