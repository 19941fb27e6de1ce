"""What could not be saved, on its way through a file: it comes back as it was."""

from dataclasses import replace
from datetime import date

import pytest

from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.kinds.challenge import Asking, Challenge
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.milestone import Evidence, Milestone
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.program import default_program
from amp_desktop.domain.program_details import Proposal
from amp_desktop.domain.unsaved import Draft, ProgramDraft, Unsaved

DAY = date(2026, 11, 2)
GOAL = Goal(
    title="Ship\u2028it", body="%%aside%%\n語 \ud83d", day=DAY, tags=("a",), steps=(Step("One", done=True),)
)
ENTRIES = (
    GOAL,
    Note(body="words", on_agenda=True, links=(GOAL.id,), pinned=True),
    Challenge(asked=(Asking("Ann", DAY, "chat", "yes"),), since=DAY),
    SelfCareNote(mood=2, what_did_me_good="sun"),
    Milestone(evidence=(Evidence("https://example.org"),), whom_to_thank="Ann"),
)


def test_every_kind_comes_back_as_it_was() -> None:
    drafts = tuple(Draft(entry, base) for entry in ENTRIES for base in (None, entry))
    program = default_program(2026, project="Orbit", mentor="Ann")
    for typed in (None, ProgramDraft(program), ProgramDraft(program, default_program(2026))):
        unsaved = Unsaved(drafts, typed)
        assert Unsaved.from_bytes(unsaved.to_bytes()) == unsaved


def test_two_pages_together_hold_what_each_of_them_holds() -> None:
    one, other = (
        Unsaved((Draft(GOAL),)),
        Unsaved(program=ProgramDraft(default_program(2026, project="Orbit"))),
    )
    assert (one + other).drafts == one.drafts
    assert (one + other).program == (other + one).program == other.program
    assert not Unsaved()
    assert one
    assert other


def test_what_was_typed_in_the_program_replaces_nothing_else_of_it() -> None:
    base = default_program(2026, project="Orbit", mentor="Ann").with_details(cadence="weekly")
    typed = replace(base, mentor="Ann, Bob")
    now = replace(base, project="Orbiter").with_details(cadence="monthly", proposal=Proposal("Elsewhere"))
    assert ProgramDraft(typed, base).written_into(now) == replace(now, mentor="Ann, Bob")
    both = typed.with_details(cadence="daily", proposal=Proposal("Here"))
    assert ProgramDraft(both, base).written_into(now) == replace(now, mentor="Ann, Bob").with_details(
        cadence="daily", proposal=Proposal("Here")
    )
    accepted = now.with_details(proposal=Proposal("Agreed", date(2026, 11, 1)))
    assert ProgramDraft(both, base).written_into(accepted).details.proposal == accepted.details.proposal


def test_without_its_base_all_that_can_be_typed_is_taken_as_typed() -> None:
    """So an earlier version laid it aside."""
    typed = default_program(2026, project="Orbit").with_details(repository="example.org")
    now = default_program(2026, mentor="Ann")
    assert ProgramDraft(typed).written_into(now) == replace(now, project="Orbit", mentor="").with_details(
        repository="example.org"
    )


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[]", b'{"format": 2}', b'{"format": 1}', b"\xff", b"1", b"null"]
)
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(InvalidValueError):
        Unsaved.from_bytes(data)
