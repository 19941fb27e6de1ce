"""The one table in which the window learns of a kind."""

from functools import cache

from amp_desktop.domain.entry import Kind
from amp_desktop.ui.kinds.base import KindView


@cache
def kind_view(kind: Kind) -> KindView:
    """How that kind is shown."""
    # Each kind's folder builds its page upon this package, so it is looked for only when it is asked for.
    from amp_desktop.ui.kinds.challenge.view import ChallengeView
    from amp_desktop.ui.kinds.goal.view import GoalView
    from amp_desktop.ui.kinds.milestone.view import MilestoneView
    from amp_desktop.ui.kinds.note import NoteView
    from amp_desktop.ui.kinds.self_care.view import CareView

    views = (NoteView, GoalView, ChallengeView, CareView, MilestoneView)
    return next(view for view in views if view.kind is kind)()
