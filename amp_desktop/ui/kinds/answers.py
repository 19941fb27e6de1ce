"""What the answers to feedback are called, on its own page and after the call in which it was said."""

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.kinds.feedback import Answer

translate = QCoreApplication.translate


def answer_words(answer: Answer) -> str:
    """What the mentee makes of it."""
    return {
        Answer.TO_ANSWER: translate("Feedback", "To answer"),
        Answer.ACCEPTED: translate("Feedback", "Accepted"),
        Answer.QUESTION: translate("Feedback", "A question"),
        Answer.NOT_NOW: translate("Feedback", "Not now"),
    }[answer]
