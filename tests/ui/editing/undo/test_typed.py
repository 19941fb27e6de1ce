"""Letters typed one after the other are one step; whatever else is done is a step of its own."""

from dataclasses import replace
from itertools import pairwise

import pytest

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.challenge import Asking, Challenge
from amp_desktop.domain.kinds.goal import Goal, GoalStatus, Step
from amp_desktop.domain.kinds.milestone import Evidence, Milestone
from amp_desktop.ui.editing.undo.typed import typed

GOAL = Goal(title="Ship", steps=(Step("One"), Step("Two")), success="Good")
STUCK = Challenge(tried="This", asked=(Asking("Ann"),))


def _run(*states: Entry) -> bool:
    """Whether all these states, one after the other, are one run of typing."""
    runs = [typed(before, after) for before, after in pairwise(states)]
    pairs = pairwise(runs)
    return all(runs) and all(one and then and then.goes_on(one) for one, then in pairs)


@pytest.mark.parametrize(
    "states",
    [
        [replace(GOAL, title=title) for title in ("Ship", "Ship i", "Ship it")],
        [replace(GOAL, title=title) for title in ("Ship", "Shi", "Sh")],
        [replace(GOAL, title=title) for title in ("Ship", "SShip", "SoShip", "Soo Ship")],
        [replace(GOAL, title=title) for title in ("Soo Ship", "SooShip", "SoShip", "SShip", "Ship")],
        [replace(GOAL, title=title) for title in ("Ship", "hip", "ip")],
        [replace(GOAL, success=words) for words in ("Good", "Gooxd", "Gooxyd")],
        [replace(GOAL, steps=(*GOAL.steps, *new)) for new in ((), (Step("T"),), (Step("Th"),))],
        [replace(GOAL, steps=(Step("One"), Step(text))) for text in ("Two", "Two!", "Two!!")],
        [replace(STUCK, asked=(Asking("Ann", answer=words),)) for words in ("", "Y", "Ye")],
        [Milestone(evidence=links) for links in ((), (Evidence("h"),), (Evidence("ht"),))],
    ],
)
def test_letters_in_one_place_are_one_run(states: list[Entry]) -> None:
    assert _run(*states)


@pytest.mark.parametrize(
    "states",
    [
        [replace(GOAL, title=title) for title in ("Ship", "Shipx", "yShipx")],
        [replace(GOAL, title=title) for title in ("Ship", "Shipx", "Ship")],
        [replace(GOAL, title="Shipx"), GOAL, replace(GOAL, success="Goody")],
        [GOAL, replace(GOAL, status=GoalStatus.ACHIEVED)],
        [GOAL, replace(GOAL, title="Shipx", success="Goody")],
        [GOAL, replace(GOAL, title="Boat")],
        [GOAL, replace(GOAL, tags=("a",))],
        [GOAL, replace(GOAL, tags=("a",), title="Shipx")],
        [GOAL, replace(GOAL, steps=(Step("One", done=True), Step("Two")))],
        [GOAL, replace(GOAL, steps=(Step("One"),))],
        [GOAL, replace(GOAL, steps=(Step("Two"), Step("One")))],
        [replace(STUCK, asked=asked) for asked in ((Asking("Ann"),), (Asking("Anna", answer="Y"),))],
    ],
)
def test_whatever_else_is_done_is_no_run(states: list[Entry]) -> None:
    assert not _run(*states)
