from uuid import uuid4

import pytest

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.challenge import Challenge, ChallengeStatus
from amp_desktop.domain.kinds.goal import Goal, GoalStatus, Step
from amp_desktop.domain.kinds.milestone import Evidence, Milestone
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.traits import Trait, traits_of


@pytest.mark.parametrize(
    ("entry", "traits"),
    [
        (Note(), set()),
        (Note(pinned=True, on_agenda=True), {Trait.PINNED, Trait.AGENDA}),
        (Challenge(), {Trait.OPEN}),
        (Challenge(status=ChallengeStatus.PARKED, tried="- [ ] ask"), {Trait.TASK}),
        (Goal(status=GoalStatus.ACHIEVED, steps=(Step("one"),)), {Trait.TASK}),
        (Note(body="![a board](attachment:5)"), {Trait.PICTURE}),
        (Note(body="![a \\[board\\]](attachment:5)"), {Trait.PICTURE}),
        (Note(body="[a plan](attachment:5)"), {Trait.FILE}),
        (Challenge(status=ChallengeStatus.PARKED, need="[a \\[plan\\]](attachment:5)"), {Trait.FILE}),
        (Note(body="![](attachment:5) [p](attachment:6) [x](y)"), {Trait.PICTURE, Trait.FILE, Trait.LINK}),
        (Note(body="attachment:5 \\[p](attachment:5) [](attachment:5)"), set()),
        (Note(body="see [[Flaky test]]"), {Trait.LINK}),
        (Note(body="see [the guide](docs/guide)"), {Trait.LINK}),
        (Note(body="see https://example.org"), {Trait.LINK}),
        (Note(links=(uuid4(),)), {Trait.LINK}),
        (Note(body="* [x] done\n> 1. [ ] not"), {Trait.TASK}),
        (Note(body="a [ ] box"), set()),
        (Note(title="%%mine%%"), {Trait.ASIDE}),
        (Challenge(status=ChallengeStatus.PARKED, need="%%not for all"), {Trait.ASIDE}),
        (Milestone(evidence=(Evidence("https://example.org/1"),)), {Trait.EVIDENCE, Trait.LINK}),
        (Note(body="![[" * 20_000), set()),
        (Note(body="![\\" * 20_000 + "[\\a" * 20_000 + "attachment:"), set()),
        (Note(body="[" * 20_000 + " \t>" * 20_000), set()),
    ],
)
def test_an_entry_is_and_has(entry: Entry, traits: set[Trait]) -> None:
    assert traits_of(entry) == traits
