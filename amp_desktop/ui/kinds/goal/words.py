"""What areas and states of goals are called."""

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.kinds.goal import Area, GoalStatus

translate = QCoreApplication.translate


def area_words(area: Area) -> str:
    """The area as the mentee reads it."""
    return {
        Area.TRIAGE: translate("Goals", "Triage"),
        Area.REVIEW: translate("Goals", "Review"),
        Area.CODE_OR_DESIGN: translate("Goals", "Code or design"),
        Area.DOCS: translate("Goals", "Docs"),
        Area.RELEASE: translate("Goals", "Release"),
        Area.COMMUNITY: translate("Goals", "Community"),
        Area.LEADING: translate("Goals", "Leading"),
        Area.COMMUNICATION: translate("Goals", "Communication"),
        Area.OWN: translate("Goals", "Own"),
    }[area]


def status_words(status: GoalStatus) -> str:
    """The state as the mentee reads it."""
    return {
        GoalStatus.PLANNED: translate("Goals", "Planned"),
        GoalStatus.ACTIVE: translate("Goals", "Active"),
        GoalStatus.ACHIEVED: translate("Goals", "Achieved"),
        GoalStatus.LET_GO: translate("Goals", "Let go"),
    }[status]
