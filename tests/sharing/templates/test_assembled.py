"""Texts that are put together over weeks: assembled again, they lose and double nothing."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from amp_desktop.domain.entry import Entry, Sharing
from amp_desktop.domain.kinds.challenge import Challenge, ChallengeStatus
from amp_desktop.domain.kinds.feedback import Answer, Feedback
from amp_desktop.domain.kinds.goal import Goal, GoalStatus, Step
from amp_desktop.domain.kinds.meeting import Action, Meeting, MeetingStatus
from amp_desktop.domain.kinds.milestone import Evidence, Milestone
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.pins import Pin
from amp_desktop.domain.program import Program
from amp_desktop.domain.program_details import ProgramDetails
from amp_desktop.domain.share_draft import ShareDraft, WordingEdit
from amp_desktop.sharing import RENDERERS, TEMPLATES, Disclosure, Period, disclose, render
from amp_desktop.sharing.renderers.formatting import plain

DAY = date(2026, 9, 1)
BINNED = datetime(2026, 10, 1, tzinfo=UTC)
ASSEMBLED = [name for name, template in TEMPLATES.items() if template.is_assembled]


def assembled(entries: list[Entry], template: str, draft: ShareDraft | None = None) -> Disclosure:
    return disclose(
        entries,
        ticked={entry.id for entry in entries},
        template=TEMPLATES[template],
        period=Period(),
        audience="the organizer",
        draft=draft or ShareDraft(),
    )


def lines(door: Disclosure) -> dict[str, list[str]]:
    return {
        section.heading: [plain(line.words) for line in section.lines] for section in door.summary.sections
    }


def text(door: Disclosure) -> str:
    return render(door.summary, "txt").decode()


def test_the_registry_has_them() -> None:
    assert ASSEMBLED == [
        "midterm-self-assessment",
        "final-self-assessment",
        "final-submission",
        "handover",
        "next-mentee",
    ]


@pytest.mark.parametrize("template", ASSEMBLED)
@pytest.mark.parametrize("form", sorted(RENDERERS))
def test_an_empty_journal_gives_an_honest_empty_form(template: str, form: str) -> None:
    door = assembled([], template)
    assert [section.heading for section in door.summary.sections] == [
        section.heading for section in TEMPLATES[template].sections
    ]
    for section, told in zip(TEMPLATES[template].sections, door.summary.sections, strict=True):
        assert [plain(line.words) for line in told.lines] == [section.belongs]
    assert render(door.summary, form)


def test_the_four_parts_of_the_submission() -> None:
    entries: list[Entry] = [
        Milestone(
            title="First release",
            day=DAY,
            reached_on=DAY,
            evidence=(Evidence("https://example.org/cli", "the project"),),
            pins=(Pin("documentation", ""),),
        ),
        Goal(title="Reviews", status=GoalStatus.ACHIEVED, status_since=DAY, learned="Ask first", day=DAY),
        Goal(title="Profiles", steps=(Step("Proposal", done=True, done_on=DAY), Step("Decide")), day=DAY),
        Goal(title="Plugins", status=GoalStatus.LET_GO, learned="Nobody waited", day=DAY),
        Goal(title="Mentor somebody", tags=("Plans",), day=DAY),
        Challenge(title="Key lost", since=DAY, day=DAY),
        Note(title="Stay on the rota", tags=("plans",), day=DAY),
        Note(title="A story", day=DAY),
        Note(title="A talk", pins=(Pin("content", ""),), day=DAY),
        SelfCareNote(title="Tired", mood=2, day=DAY),
    ]
    told = lines(assembled(entries, "final-submission"))
    assert list(told) == [section.heading for section in TEMPLATES["final-submission"].sections]
    links, done, unfinished, plans = told.values()
    assert links == ["the project"]
    assert done == ["First release", "Reviews", "Proposal", "A talk"]
    assert unfinished == ["Key lost", "Profiles", "Plugins"]
    assert plans == ["Stay on the rota", "Mentor somebody"]


def test_the_address_of_the_project_stands_in_the_submission_until_it_is_worded_anew() -> None:
    program = Program(details=ProgramDetails(repository="https://example.org/cli"))
    part = TEMPLATES["final-submission"].sections[0]

    def told(draft: ShareDraft) -> str:
        door = disclose(
            [],
            ticked=frozenset[UUID](),
            template=TEMPLATES["final-submission"],
            period=Period(),
            program=program,
            draft=draft,
        )
        return text(door)

    assert "https://example.org/cli" in told(ShareDraft())
    own = ShareDraft(edits={part.own_key: WordingEdit("Our guide", "https://example.org/cli")})
    assert "Our guide" in told(own)
    assert "https://example.org/cli" not in told(own)


def test_the_self_assessment_tells_what_was_learned_and_changed() -> None:
    entries: list[Entry] = [
        Goal(title="Reviews", status=GoalStatus.ACHIEVED, learned="Ask first", day=DAY),
        Challenge(
            title="Stuck",
            status=ChallengeStatus.RESOLVED,
            what_helped="A walk",
            not_known="One may ask",
            day=DAY,
        ),
        Feedback(title="Smaller", by="Amina", changed="I split commits", status=Answer.ACCEPTED, day=DAY),
    ]
    told = lines(assembled(entries, "final-self-assessment"))
    assert told["What I have done"] == ["Reviews"]
    assert sorted(told["What I learned"]) == ["Ask first", "One may ask"]
    assert told["What was hard, and what helped"] == ["Stuck"]
    assert told["What I changed after feedback"] == ["I split commits"]


def test_a_handover_tells_what_is_open_and_what_was_agreed() -> None:
    call = Meeting(
        title="Call",
        status=MeetingStatus.HELD,
        actions=(Action("Write the proposal", id="a"), Action("Done thing", is_done=True, id="b")),
        day=DAY,
    )
    told = lines(assembled([call, Goal(title="Profiles", steps=(Step("Decide"),), day=DAY)], "handover"))
    assert told["What we agreed, and is still open"] == ["Write the proposal"]
    assert told["Under way"] == ["Profiles"]


def test_own_words_stay_when_lines_come() -> None:
    template = TEMPLATES["final-submission"]
    part = template.sections[1]
    draft = ShareDraft(edits={part.own_key: WordingEdit("I led **one** release.", part.belongs)})
    bare = assembled([], "final-submission", draft)
    assert lines(bare)[part.heading] == ["I led one release."]
    later = assembled([Goal(title="Reviews", status=GoalStatus.ACHIEVED, day=DAY)], "final-submission", draft)
    assert lines(later)[part.heading] == ["I led one release.", "Reviews"]
    assert [place.key for place in later.edited] == [part.own_key]


def test_what_is_new_since_it_was_looked_through_is_marked() -> None:
    first = Goal(title="Reviews", status=GoalStatus.ACHIEVED, day=DAY)
    door = assembled([first], "final-submission")
    assert door.fresh == ()
    draft = ShareDraft().with_seen(door.places)
    second = Milestone(title="Release", day=DAY)
    again = assembled([first, second], "final-submission", draft)
    assert [place.source for place in again.fresh] == ["Release"]
    assert assembled([first, second], "final-submission", draft.with_seen(again.places)).fresh == ()
    assert ShareDraft.from_json(draft.to_json()) == draft


KINDS = st.sampled_from(["goal", "milestone", "challenge", "feedback", "note"])
WORDS = st.sampled_from(["one", "two", "three words here", "नदी", "%%x%% four"])


class Assembling(RuleBasedStateMachine):
    """A journal that changes, and a text that is assembled from it again and again."""

    template = "final-submission"

    def __init__(self) -> None:
        super().__init__()
        self.entries: dict[UUID, Entry] = {}
        self.draft = ShareDraft()
        self.made = 0

    @rule(kind=KINDS, words=WORDS, done=st.booleans())
    def write(self, kind: str, words: str, done: bool) -> None:
        self.made += 1
        title = f"{words} {self.made}"
        made: dict[str, Entry] = {
            "goal": Goal(
                title=title,
                status=GoalStatus.ACHIEVED if done else GoalStatus.ACTIVE,
                learned=f"learned {self.made}",
                steps=(Step(f"step {self.made}", done),),
                day=DAY,
            ),
            "milestone": Milestone(title=title, evidence=(Evidence(f"https://x.org/{self.made}"),), day=DAY),
            "challenge": Challenge(title=title, day=DAY, not_known=f"unknown {self.made}"),
            "feedback": Feedback(title=title, changed=f"changed {self.made}", day=DAY),
            "note": Note(title=title, tags=("plans",), day=DAY),
        }
        self.entries[made[kind].id] = made[kind]

    def _any(self, at: int) -> UUID | None:
        return [*self.entries][at % len(self.entries)] if self.entries else None

    @rule(at=st.integers(0, 9), words=WORDS)
    def change(self, at: int, words: str) -> None:
        if (key := self._any(at)) is not None:
            self.made += 1
            self.entries[key] = replace(self.entries[key], title=f"{words} {self.made}")

    @rule(at=st.integers(0, 9))
    def bin_or_bring_back(self, at: int) -> None:
        if (key := self._any(at)) is not None:
            entry = self.entries[key]
            self.entries[key] = replace(entry, binned_at=None if entry.binned_at else BINNED)

    @rule(at=st.integers(0, 20), words=st.sampled_from(["mine", "", "my **own**"]))
    def edit(self, at: int, words: str) -> None:
        shown = [line.place for section in self.door.summary.sections for line in section.lines]
        if shown:
            place = shown[at % len(shown)]
            self.made += 1
            own = f"{words} {self.made}" if words else ""
            self.draft = self.draft.with_edit(place.key, WordingEdit(own, place.source))

    @rule()
    def look_through(self) -> None:
        self.draft = self.draft.with_seen(self.door.places)
        assert not self.door.fresh

    @property
    def door(self) -> Disclosure:
        return assembled([*self.entries.values()], self.template, self.draft)

    def _expected(self) -> Counter[str]:
        """The keys of the lines that belong there, by the facts of what does not lie in the bin."""
        topics = frozenset[object]().union(*(section.topics for section in TEMPLATES[self.template].sections))
        return Counter(
            f"{entry.id}:{fact.name}"
            for entry in self.entries.values()
            if entry.binned_at is None
            for fact in entry.assembled_lines()
            if fact.topic in topics
        )

    @invariant()
    def every_line_traces_to_an_entry_and_is_there_once(self) -> None:
        shown = [line for one in self.door.summary.sections for line in one.lines]
        told = Counter(line.place.key for line in shown if not line.place.key.startswith("bare:"))
        left_out = {key for key, edit in self.draft.edits.items() if not edit.words}
        assert told == Counter({key: n for key, n in self._expected().items() if key not in left_out})
        for line in shown:
            edit = self.draft.edits.get(line.place.key)
            if edit is not None:
                assert plain(line.words) == edit.words.replace("**", "")
                continue
            if line.place.key.startswith("bare:"):
                continue
            entry = self.entries[UUID(line.place.key.partition(":")[0])]
            (fact,) = (
                one for one in entry.assembled_lines() if line.place.key.endswith(f"{entry.id}:{one.name}")
            )
            words = fact.text if fact.text is not None else entry.title
            assert plain(line.words) == words.replace("%%x%% ", "")

    @invariant()
    def no_edit_is_lost(self) -> None:
        """Each stands in the text, unless its entry lies in the bin, and then it comes back with it."""
        for key in self.draft.edits:
            entry_id = key.partition(":")[0]
            binned = any(str(one.id) == entry_id and one.binned_at for one in self.entries.values())
            if not binned and key in (self._expected() | Counter(self.door.places)):
                assert any(place.key == key for place in self.door.edited)


@pytest.mark.parametrize("template", ASSEMBLED)
def test_assembled_again_and_again_it_loses_and_doubles_nothing(template: str) -> None:
    class Of(Assembling):
        pass

    Of.template = template
    run_state_machine_as_test(Of, settings=settings(max_examples=12, stateful_step_count=20, deadline=None))  # type: ignore[no-untyped-call]


def test_a_private_entry_is_in_no_text_before_it_is_ticked() -> None:
    goal = Goal(title="Reviews", sharing=Sharing.PRIVATE, status=GoalStatus.ACHIEVED, day=DAY)
    door = disclose([goal], ticked=frozenset[UUID](), template=TEMPLATES["final-submission"], period=Period())
    assert "Reviews" not in text(door)
