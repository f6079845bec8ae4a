"""Storing is carried through although the person clicks elsewhere meanwhile."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def script() -> None:
    import streamlit as st

    from skm_ui.upload import progress

    done = st.session_state.setdefault("done", [])
    if not done:
        with progress.storing() as (stage, interruptions):
            stage("banding")
            try:
                st.rerun()  # what a click does at the next call of Streamlit
            except BaseException as click:
                interruptions.append(click)
            stage("simpan")
            done.append("stored")
        raise interruptions[0]
    done.append("next run")


def test_an_interruption_waits_until_all_is_stored() -> None:
    app = AppTest.from_function(script).run()
    assert not app.exception
    assert app.session_state["done"] == ["stored", "next run"]
