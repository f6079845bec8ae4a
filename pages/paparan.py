"""Apa yang ditunjukkan kepada hadirin: hasil survei, atau apa yang perlu mereka tahu sebelum survei?"""

import streamlit as st

from skm_core.errors import NoDataError
from skm_ui.guard import guard
from skm_ui.head import empty, page_head, require_data, section
from skm_ui.paparan import choice as choices
from skm_ui.paparan import offers, stage, steps, telling

guard()
choice = choices.chosen()
missing, story = "", None
try:
    story = telling.story(choice, choices.today())
except NoDataError as error:
    missing = str(error)
page_head(story.judul if story else "Paparan", names=() if choice.penuh and story else choice.filter)
if story and choice.penuh:
    stage.full(story, choice.tanpa)
    st.stop()

choices.draw(choice)
if story is None:
    require_data(choice.sel)
    what, _, step = missing.partition(". ")
    empty(f"{what}.", step)
    st.stop()

left, right = st.columns([8, 4], gap="large")
with left:
    stage.preview(story, choice.tanpa)
    steps.script(story, choice.tanpa)
with right:
    section("Bagian yang ditunjukkan", "Yang tidak dicentang dilewati.")
    steps.choose(story, choice.tanpa)
    section("Bawa pulang")
    offers.show(story, choice.tanpa)
