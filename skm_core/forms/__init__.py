"""Forms ready to use: printable questionnaire, entry sheet, XLSForm and Google Forms that the intake reads unaided."""

from skm_core.forms.blank import ALL, CHOOSE, MOST_IN_ONE, ONE, Blank, Question, blank, questions
from skm_core.forms.entry_sheet import entry_sheet
from skm_core.forms.google import google_script, google_text
from skm_core.forms.kinds import KINDS, Kind
from skm_core.forms.paper import pages, pdf
from skm_core.forms.xlsform import xlsform

__all__ = [
    "ALL",
    "CHOOSE",
    "KINDS",
    "MOST_IN_ONE",
    "ONE",
    "Blank",
    "Kind",
    "Question",
    "blank",
    "entry_sheet",
    "google_script",
    "google_text",
    "pages",
    "pdf",
    "questions",
    "xlsform",
]
