"""The one table in which the window learns of a kind."""

from functools import cache

from amp_desktop.domain.entry import Entry, Kind
from amp_desktop.domain.query import EntryRow
from amp_desktop.ui.kinds.base import KindView


@cache
def kind_views() -> dict[Kind, KindView]:
    """How each kind is shown. Another kind is one more line here."""
    # Each kind's folder stands on this package's base, so the views load when they are first asked for.
    from amp_desktop.ui.kinds.challenge.view import ChallengeView
    from amp_desktop.ui.kinds.evaluation.view import EvaluationView
    from amp_desktop.ui.kinds.feedback.view import FeedbackView
    from amp_desktop.ui.kinds.goal.view import GoalView
    from amp_desktop.ui.kinds.incident.view import IncidentView
    from amp_desktop.ui.kinds.meeting.view import MeetingView
    from amp_desktop.ui.kinds.milestone.view import MilestoneView
    from amp_desktop.ui.kinds.note import NoteView
    from amp_desktop.ui.kinds.reflection.view import ReflectionView
    from amp_desktop.ui.kinds.self_care.view import CareView

    views = (
        NoteView,
        GoalView,
        ChallengeView,
        CareView,
        MilestoneView,
        MeetingView,
        FeedbackView,
        EvaluationView,
        ReflectionView,
        IncidentView,
    )
    return {view.kind: view() for view in views}


def kind_view(kind: Kind) -> KindView:
    """How a kind is shown, also one that this version does not know."""
    view = kind_views().get(kind)
    return _unknown_view() if view is None else view


def view_of(entry: Entry | EntryRow) -> KindView:
    """How an entry is shown: as its kind, unless this version does not understand it."""
    known = entry.is_known if isinstance(entry, EntryRow) else entry.IS_KNOWN
    return kind_view(entry.kind) if known else _unknown_view()


@cache
def _unknown_view() -> KindView:
    from amp_desktop.ui.kinds.unknown import UnknownView

    return UnknownView()
