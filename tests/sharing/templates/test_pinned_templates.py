"""Templates made of evidence: every line traces to an entry, and changes with it until it is worded anew."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amp_desktop.domain.evidence import TOPICS
from amp_desktop.domain.kinds.challenge import Challenge, ChallengeStatus
from amp_desktop.domain.kinds.feedback import Feedback
from amp_desktop.domain.kinds.goal import Goal, GoalStatus, Step
from amp_desktop.domain.kinds.milestone import Evidence, Milestone
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.pins import Pin
from amp_desktop.domain.share_draft import ShareDraft, WordingEdit
from amp_desktop.domain.summary_text import SummaryText, TimeSpan
from amp_desktop.sharing import RENDERERS, TEMPLATES, Disclosure, Period, disclose, render
from amp_desktop.sharing.templates.nomination import NOMINATION
from amp_desktop.sharing.templates.public_report import PUBLIC_REPORT

if TYPE_CHECKING:
    from amp_desktop.domain.entry import Entry
    from amp_desktop.domain.summary import SummaryLine

OF_PINS = [template.id for template in TEMPLATES.values() if template.is_of_pins]
PULL = "https://github.com/asyncapi/cli/pull/2261"
DAY = date(2026, 8, 1)


def assembled(*entries: "Entry", template: str = "nomination", draft: ShareDraft | None = None) -> Disclosure:
    return disclose(
        entries,
        ticked={entry.id for entry in entries},
        template=TEMPLATES[template],
        period=Period(),
        draft=draft or ShareDraft(),
    )


def lines(made: Disclosure) -> list["SummaryLine"]:
    return [line for section in made.summary.sections for line in section.lines]


def words(made: Disclosure) -> list[str]:
    text = render(made.summary, "txt").decode()
    return text.splitlines()


GOAL = Goal(
    title="Lead a release",
    day=DAY,
    steps=(Step("Draft the notes", done=True, done_on=DAY, id="1"), Step("Ask for a review", id="2")),
    pins=(Pin("initiative", "step 1 done"), Pin("quality")),
)
MILESTONE = Milestone(title="First release", day=DAY, evidence=(Evidence(PULL),), pins=(Pin("quality"),))


def test_a_nomination_tells_contributions_by_criterion_with_their_links() -> None:
    made = assembled(GOAL, MILESTONE)
    headings = [section.heading for section in made.summary.sections]
    assert headings == ["Consistent quality contributions", "Initiative"]
    text = render(made.summary, "md").decode()
    assert text.startswith("# Nomination for Maintainer: @name\n")
    assert f"[#2261]({PULL})" in text
    assert "Draft the notes" in text
    assert "Ask for a review" not in text


def test_a_pinned_fact_is_told_on_its_own_day_and_shown_by_its_own_words() -> None:
    """What shows or tells the entry as a whole belongs to what is told by the entry's title."""
    later = date(2026, 9, 3)
    plan = Goal(
        title="Lead a release",
        body=f"Why not, see {PULL}",
        day=DAY,
        steps=(Step("Draft the notes", done=True, done_on=later, id="1"),),
        pins=(Pin("quality", "step 1 done"),),
    )
    (by_words,) = NOMINATION.sections[0].told_of(plan, TimeSpan())
    reached = replace(
        MILESTONE, body="At last", reached_on=later, pins=(Pin("quality", "milestone reached"),)
    )
    (by_title,) = NOMINATION.sections[0].told_of(reached, TimeSpan())

    assert (by_words.day, by_words.text, by_words.more) == (later, "Draft the notes", "Lead a release")
    assert (by_words.evidence, by_words.short) == ((), (SummaryText("", ""),))
    assert (by_title.day, by_title.text) == (later, None)
    assert [point.texts for point in by_title.evidence] == [(PULL,)]
    assert by_title.short == (SummaryText("", "At last"),)


def test_the_name_stands_in_the_title() -> None:
    assert NOMINATION.named(" @octo-cat ").title == "Nomination for Maintainer: @octo-cat"
    assert NOMINATION.named("") == NOMINATION


def test_links_to_work_in_a_text_show_it_and_other_links_stay() -> None:
    body = f"Reviewed {PULL} and {PULL}, see https://example.org/diary %% https://github.com/a/b/pull/9 %%"
    note = Note(title="Review", body=body, day=DAY, pins=(Pin("quality"),))
    (line,) = lines(assembled(note))
    assert [link.address for link in line.links] == [PULL]


def test_a_fact_pinned_to_several_topics_of_one_heading_is_told_once() -> None:
    pins = (Pin("issues"), Pin("documentation"), Pin("ideas"), Pin("quality"))
    note = Note(title="A guide", day=DAY, pins=pins)
    told = [line.place.key for line in lines(assembled(note, template="public-report"))]
    assert [key for key in told if str(note.id) in key] == [f"{note.id}:What came of it/"]
    assert [section.heading for section in assembled(note).summary.sections] == [
        "Consistent quality contributions"
    ]


def test_what_others_said_and_whom_one_asked_is_not_for_everybody() -> None:
    said = Feedback(title="On the parser", body="You were rude.", by="Amina", day=DAY)
    said = replace(said, pins=(Pin("quality", "feedback said"), Pin("quality")))
    text = "\n".join(words(assembled(said)))
    assert "On the parser" in text
    assert "rude" not in text
    assert "Amina" not in text


@pytest.mark.parametrize("template", OF_PINS)
@pytest.mark.parametrize("form", RENDERERS)
def test_an_empty_journal_makes_a_form_that_says_what_belongs_in_each_part(template: str, form: str) -> None:
    made = assembled(template=template)
    assert made.entries == ()
    headings = [section.heading for section in TEMPLATES[template].sections]
    assert [section.heading for section in made.summary.sections] == headings
    assert [line.place.key for line in lines(made)] == [f"bare:{heading}" for heading in headings]
    assert render(made.summary, form)


def test_a_report_keeps_its_parts_and_a_nomination_leaves_bare_ones_out() -> None:
    assert len(assembled(MILESTONE).summary.sections) == 1
    report = assembled(MILESTONE, template="public-report").summary.sections
    assert [section.heading for section in report] == [section.heading for section in PUBLIC_REPORT.sections]


def test_own_words_for_a_bare_part_stand_there_and_empty_ones_leave_it_out() -> None:
    edits = {"bare:The project": WordingEdit("A command line"), "bare:What I learned": WordingEdit("")}
    made = assembled(template="public-report", draft=ShareDraft(edits=edits))
    assert [section.heading for section in made.summary.sections] == [
        "The project",
        "What came of it",
        "With the community",
    ]
    assert "A command line" in "\n".join(words(made))


def test_a_bare_part_of_which_nothing_is_said_stands_there_with_own_words_alone() -> None:
    first, second, *_ = PUBLIC_REPORT.sections
    silent = replace(PUBLIC_REPORT, sections=(replace(first, belongs=""), replace(second, belongs="")))
    draft = ShareDraft(edits={first.own_key: WordingEdit("A command line")})
    made = disclose([], ticked=(), template=silent, period=Period(), draft=draft)
    assert [section.heading for section in made.summary.sections] == [first.heading]
    assert "A command line" in "\n".join(words(made))


@st.composite
def journals(draw: st.DrawFn) -> list["Entry"]:
    """Entries of several kinds, they and their facts pinned to topics at random."""
    made: list[Entry] = []
    for number in range(draw(st.integers(0, 4))):
        title = f"t{number}" * draw(st.integers(0, 1))
        done = draw(st.lists(st.booleans(), max_size=3))
        steps = tuple(Step(f"s{number}{at}", done=one, id=str(at)) for at, one in enumerate(done))
        entry: Entry = draw(
            st.sampled_from(
                (
                    Goal(title=title, body="g", steps=steps, status=draw(st.sampled_from(GoalStatus))),
                    Challenge(title=title, body="c", status=draw(st.sampled_from(ChallengeStatus))),
                    Note(title=title, body="n", work="review"),
                    Milestone(title=title, body="m"),
                    SelfCareNote(title=title, body="canary", mood=2),
                )
            )
        )
        keys = st.sampled_from(["", *(fact.key for fact in entry.facts()), "step gone done"])
        pins = draw(st.lists(st.builds(Pin, st.sampled_from([*TOPICS, "of a newer one"]), keys), max_size=6))
        binned_at = datetime(2026, 8, 1, tzinfo=UTC) if draw(st.integers(0, 5)) == 0 else None
        made.append(replace(entry, pins=tuple(pins), binned_at=binned_at))
    return made


@settings(max_examples=150)
@given(journals(), st.sampled_from(OF_PINS), st.data())
def test_every_line_traces_to_an_entry_and_changes_with_it_until_it_is_edited(
    entries: list["Entry"], name: str, data: st.DataObject
) -> None:
    known = {str(entry.id): entry for entry in entries}
    first = assembled(*entries, template=name)
    keys = [line.place.key for line in lines(first) if not line.place.key.startswith("bare:")]
    assert len(set(keys)) == len(keys)
    for key in keys:
        source = known[key.partition(":")[0]]
        fact = key.partition("/")[2]
        assert source.binned_at is None
        assert not source.IS_MOST_PRIVATE
        assert any(pin.fact == fact for pin in source.pins)
        assert not fact or fact in {one.key for one in source.facts()}
    assert assembled(*entries, template=name) == first
    assert all("canary" not in render(first.summary, form).decode() for form in ("md", "txt", "html"))

    edited = data.draw(st.sets(st.sampled_from(keys))) if keys else set()
    gone = data.draw(st.sets(st.sampled_from(sorted(known)))) if known else set()
    draft = ShareDraft(edits={key: WordingEdit("my own words", "before") for key in edited})
    kept = [replace(one, title="retitled") for one in entries if str(one.id) not in gone]
    again = assembled(*kept, template=name, draft=draft)
    told = {line.place.key: line for line in lines(again) if not line.place.key.startswith("bare:")}
    assert set(told) == {key for key in keys if key.partition(":")[0] not in gone}
    for key, line in told.items():
        if key in edited:
            assert line.words[0].text == "my own words"  # type: ignore[union-attr]
        elif line.is_title:
            assert line.words[0].text == "retitled"  # type: ignore[union-attr]
    assert set(again.entries) == {UUID(key.partition(":")[0]) for key in told}


def test_for_whom_it_usually_is_does_not_stand_in_it() -> None:
    made = disclose(
        [MILESTONE],
        ticked={MILESTONE.id},
        template=NOMINATION,
        period=Period(),
        audience=NOMINATION.audience,
    )
    assert made.summary.subtitle == ""
