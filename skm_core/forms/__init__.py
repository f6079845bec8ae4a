"""Forms ready to use: printable questionnaire, entry sheet, XLSForm and Google Forms that the intake reads unaided."""

from skm_core.forms.blank import ALL, CHOOSE, ONE, Blank, Question, blank, questions
from skm_core.forms.paper import pages, pdf

__all__ = [
    "ALL",
    "CHOOSE",
    "ONE",
    "Blank",
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
