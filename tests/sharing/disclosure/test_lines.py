"""What a mentor reads of entries in lines and paragraphs: what matters first, one thing a line."""

from dataclasses import replace
from datetime import date
from functools import partial
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.challenge import Challenge, ChallengeStatus
from amp_desktop.domain.kinds.goal import Goal, GoalStatus, Step, TargetMove
from amp_desktop.domain.kinds.milestone import Evidence, Milestone
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.share_draft import ShareDraft, WordingEdit
from amp_desktop.domain.summary import Level, Summary, Wording
from amp_desktop.sharing import Disclosure, Period, disclose, names_in, render
from amp_desktop.sharing.disclosure.invisible import without_hidden
from amp_desktop.sharing.disclosure.lines import TITLE, short_address
from amp_desktop.sharing.templates.mentor_meeting import MENTOR_MEETING

WEEKS = Period(date(2026, 9, 3), date(2026, 9, 17))
BOT = Challenge(
    title="The bot has lost its key",
    since=date(2026, 9, 15),
    tried="Reading the workflow.",
    need="Somebody with the keys.",
    body="It ends quietly.",
)
RELEASE = Goal(
    title="Lead one release",
    target_day=date(2026, 9, 24),
    steps=(
        Step("Shadow one", done=True, done_on=date(2026, 8, 13)),
        Step("Write the list", done=True, done_on=date(2026, 9, 8)),
        Step("The day itself"),
    ),
)


def meeting(*entries: Entry, draft: ShareDraft | None = None, period: Period = WEEKS) -> Disclosure:
    return disclose(
        entries,
        ticked={entry.id for entry in entries},
        template=MENTOR_MEETING,
        period=period,
        draft=draft or ShareDraft(),
    )


def text_of(summary: Summary) -> str:
    return render(summary, "txt").decode()


def lines_under(summary: Summary, heading: str) -> list[str]:
    text = text_of(summary)
    assert heading in text
    return text.partition(f"{heading}\n")[2].split("\n\n\n")[0].splitlines()[2:]


def test_what_is_needed_comes_first_with_what_was_tried_and_since_when() -> None:
    summary = meeting(RELEASE, BOT).summary
    assert [section.heading for section in summary.sections] == [
        "What I need from you",
        "Since we last met",
        "Under way and next",
    ]
    assert lines_under(summary, "What I need from you") == [
        "1. The bot has lost its key (since 15 Sep)",
        "   Somebody with the keys.",
        "   Tried: Reading the workflow.",
    ]


def test_steps_of_the_time_stand_under_their_goal_and_earlier_ones_do_not() -> None:
    summary = meeting(RELEASE).summary
    assert lines_under(summary, "Since we last met") == [
        "Lead one release:",
        "[x] Write the list (8 Sep)",
    ]
    assert lines_under(summary, "Under way and next") == [
        "- Lead one release (2 of 3, 24 Sep)",
        "  Next: The day itself",
    ]


def test_a_goal_that_moved_says_from_when_and_why() -> None:
    move = TargetMove(
        date(2026, 9, 10), date(2026, 9, 24), "The parser comes first.", BOT.created_at, date(2026, 9, 7)
    )
    moved = replace(RELEASE, moves=(move,))
    assert "  Moved from 10 September 2026: The parser comes first." in lines_under(
        meeting(moved).summary, "Under way and next"
    )
    earlier = replace(RELEASE, moves=(replace(move, moved_on=date(2026, 8, 1)),))
    assert "Moved" not in text_of(meeting(earlier).summary)


def test_what_was_reached_shows_its_evidence_in_few_letters() -> None:
    reached = Milestone(
        title="Ten reviews",
        reached_on=date(2026, 9, 11),
        evidence=(Evidence("https://github.com/a/b/pull/2261"), Evidence("https://e.org/ten", "the ten")),
    )
    (section,) = meeting(reached).summary.sections
    (line,) = section.lines
    assert [(link.address, text_of_link(link.content)) for link in line.links] == [
        ("https://github.com/a/b/pull/2261", "#2261"),
        ("https://e.org/ten", "the ten"),
    ]
    assert line.when == "11 Sep"


def text_of_link(content: object) -> str:
    from amp_desktop.sharing.renderers.formatting import plain

    return plain(content)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("address", "short"),
    [
        ("https://github.com/asyncapi/cli/pull/2261", "#2261"),
        ("https://github.com/asyncapi/cli/issues/12#issuecomment-1", "#12"),
        ("https://www.asyncapi.com", "asyncapi.com"),
        ("https://e.org/a/b/c/talk.pdf", "e.org/…/talk.pdf"),
        ("mailto:me@e.org", "me@e.org"),
        ("https://e.org/", "e.org"),
        ("https://e.org/a", "e.org/a"),
        ("https://e.org/a/", "e.org/a"),
        ("https://e.org/a/b", "e.org/…/b"),
        ("https://e.org/a/b//", "e.org/…/b"),
        ("https://e.org/a/the%20talk", "e.org/…/the talk"),
        ("https://e.org/the%20talk", "e.org/the talk"),
        ("https://e.org/a/one%0Atwo%E2%80%AE%00", "e.org/…/one two"),
        (f"https://e.org/{'a' * 39}", f"e.org/{'a' * 39}"),
        (f"https://e.org/{'a' * 40}", f"e.org/{'a' * 39}…"),
    ],
)
def test_an_address_in_few_letters(address: str, short: str) -> None:
    assert short_address(address) == short


@given(st.lists(st.text(max_size=8).map(partial(quote, errors="replace")), max_size=4).map("/".join))
def test_an_address_in_few_letters_is_one_line_in_which_nothing_is_hidden(path: str) -> None:
    short = short_address(f"https://e.org/{path}")
    assert short == " ".join(without_hidden(short).split())
    assert len(short) <= TITLE // 2 + 1


def test_solved_ones_say_what_helped_and_let_go_ones_what_was_learned() -> None:
    solved = replace(
        BOT,
        status=ChallengeStatus.RESOLVED,
        status_since=date(2026, 9, 16),
        what_helped="Asking\n\nand a walk",
    )
    let_go = Goal(
        title="Plugins",
        status=GoalStatus.LET_GO,
        status_since=date(2026, 9, 9),
        learned="*Less* is more.",
    )
    assert lines_under(meeting(solved, let_go).summary, "Since we last met") == [
        "Resolved, and what helped:",
        "[x] The bot has lost its key (16 Sep) – Asking",
        "",
        "Let go:",
        "- Plugins (9 Sep) – Less is more.",
    ]


@pytest.mark.parametrize("level", list(Level))
def test_a_level_says_how_much_of_an_entry_leaves(level: Level) -> None:
    draft = ShareDraft().with_level([BOT.id], level)
    made = meeting(BOT, draft=draft)
    text = text_of(made.summary)
    assert ("Somebody with the keys." in text) == (level is not Level.LINE)
    assert ("It ends quietly." in text) == (level is Level.WHOLE)
    assert [item.title for item in made.summary.appendix] == [BOT.title] * (level is Level.WHOLE)
    assert made.entries == (BOT.id,)


def test_the_mentees_own_sentence_stands_for_the_paragraph() -> None:
    told = replace(BOT, for_mentor="Could *you* ask Amina?")
    text = text_of(meeting(told).summary)
    assert "Could you ask Amina?" in text
    assert "Somebody with the keys." not in text
    assert "Tried: Reading the workflow." in text
    line = next(meeting(told).summary.sections[0].lines)
    assert [detail.label for detail in line.below] == ["", "Tried"]


def test_a_paragraph_of_what_says_no_more_is_its_body_unless_that_is_told_already() -> None:
    def below(note: Note) -> list[tuple[str, str]]:
        made = meeting(note, draft=ShareDraft().with_level([note.id], Level.SHORT))
        (line,) = (line for section in made.summary.sections for line in section.lines)
        return [(detail.label, text_of_link(detail.words)) for detail in line.below]

    note = Note(title="A day", body="It *began*.\n\nThen more.", day=date(2026, 9, 10))
    assert below(note) == [("", "It began.")]
    assert below(replace(note, title="")) == []
    assert below(replace(note, body="")) == []


def test_a_long_paragraph_ends_with_dots_after_a_word() -> None:
    long = replace(BOT, need="word " * 500)
    (section,) = meeting(long).summary.sections
    (line,) = section.lines
    words = text_of_link(line.below[0].words)
    assert len(words) <= 420
    assert words.endswith("word…")


def test_a_title_that_stays_is_not_told_half_where_words_are_cut_short() -> None:
    private = Note(title="Burnout talk with Amina")
    long = replace(BOT, need=f"{'x ' * 204}[[{private.title}]]", tried="&#91;[Burnout talk with Amina]]")
    made = disclose((long, private), ticked={long.id}, template=MENTOR_MEETING, period=WEEKS)
    assert "Burnout" not in text_of(made.summary)


def test_an_entry_without_a_title_is_told_by_how_it_begins() -> None:
    (section,) = meeting(Note(body="**Quietly** it began.\n\nThen more.", day=WEEKS.until)).summary.sections  # type: ignore[arg-type]
    assert [text_of_link(line.words) for line in section.lines] == ["Quietly it began."]


def test_a_check_in_that_was_ticked_says_its_values() -> None:
    made = meeting(SelfCareNote(mood=4, stress=2, day=date(2026, 9, 5), body="Slept."))
    assert lines_under(made.summary, "How I am") == ["- mood 4 of 5, stress 2 of 5 (5 Sep)"]


def test_words_for_this_time_stand_instead_and_are_marked_until_taken_back() -> None:
    key = next(meeting(BOT).summary.sections[0].lines).place.key
    draft = ShareDraft().with_edit(key, WordingEdit("The bot, *again* %%not this%%", BOT.title))
    made = meeting(BOT, RELEASE, draft=draft)
    line = next(made.summary.sections[0].lines)
    assert text_of_link(line.words) == "The bot, again"
    assert (line.place.wording, line.place.source) == (Wording.EDITED, BOT.title)
    assert meeting(BOT, draft=draft.with_edit(key, None)).summary == meeting(BOT).summary


def test_an_edit_of_what_has_changed_since_is_shown_as_such() -> None:
    key = next(meeting(BOT).summary.sections[0].lines).place.key
    draft = ShareDraft().with_edit(key, WordingEdit("My words", BOT.title))
    line = next(meeting(replace(BOT, title="Another"), draft=draft).summary.sections[0].lines)
    assert text_of_link(line.words) == "My words"
    assert (line.place.wording, line.place.source) == (Wording.OUTDATED, "Another")


def test_headings_title_and_greeting_can_be_worded_anew() -> None:
    draft = (
        ShareDraft(greeting="Hello [[Private]]!")
        .with_edit("title", WordingEdit("Our call"))
        .with_edit("heading:What I need from you", WordingEdit("Help"))
    )
    private = Note(title="Private")
    made = disclose((BOT, private), ticked={BOT.id}, template=MENTOR_MEETING, period=WEEKS, draft=draft)
    text = text_of(made.summary)
    assert text.startswith("Our call\n")
    assert "Hello another entry!" in text
    assert [section.heading for section in made.summary.sections] == ["Help"]


def test_names_are_found_and_told_otherwise_as_words_of_their_own() -> None:
    told = replace(BOT, need="Amina has the keys, AMINA said; Aminata has none.")
    summary = meeting(told).summary
    assert names_in(summary, ["Ada", "Amina", ""]) == ("Amina",)
    renamed = text_of(meeting(told, draft=ShareDraft().with_name("Amina", "my mentor")).summary)
    assert "my mentor has the keys, my mentor said; Aminata has none." in " ".join(renamed.split())


def test_places_are_named_as_kept_drafts_name_them() -> None:
    told = replace(RELEASE, steps=(Step("Write", done=True, done_on=date(2026, 9, 8), id="5f"),))
    summary = meeting(BOT, told).summary
    (first, second, third) = summary.sections
    assert first.place.key == "heading:What I need from you"
    (stuck,), (step,), (goal,) = (tuple(section.lines) for section in (first, second, third))
    assert stuck.place.key == f"{BOT.id}:"
    assert [detail.place.key for detail in stuck.below] == [f"{BOT.id}:/short 0", f"{BOT.id}:/short 1"]
    assert (step.place.key, goal.place.key) == (f"{told.id}:step 5f", f"{told.id}:")
    moved = replace(
        RELEASE, moves=(TargetMove(None, RELEASE.target_day, "Ill.", BOT.created_at, date(2026, 9, 7)),)
    )
    below = [detail for line in meeting(moved).summary.sections[-1].lines for detail in line.below]
    assert [detail.place.key.partition("/")[2] for detail in below] == ["always 0", "always 1"]


def test_what_is_told_under_a_line_can_be_worded_anew_and_left_out() -> None:
    draft = (
        ShareDraft()
        .with_edit(f"{BOT.id}:/short 0", WordingEdit("Ask *Bo*."))
        .with_edit(f"{BOT.id}:/short 1", WordingEdit(""))
    )
    (line,) = meeting(BOT, draft=draft).summary.sections[0].lines
    assert [text_of_link(detail.words) for detail in line.below] == ["Ask Bo."]


@pytest.mark.parametrize(
    ("period", "told"),
    [
        (Period(date(2024, 12, 1), date(2026, 1, 1)), ["31 Dec 2024", "1 Jan 2025"]),
        (Period(date(2024, 12, 1), date(2025, 1, 31)), ["31 Dec 2024", "1 Jan"]),
        (Period(), ["31 Dec 2024", "1 Jan"]),
    ],
)
def test_a_day_of_another_year_than_the_last_is_told_with_it(period: Period, told: list[str]) -> None:
    days = date(2024, 12, 31), date(2025, 1, 1)
    reached = (Milestone(title="Reached", day=day, reached_on=day) for day in days)
    lines = (line for section in meeting(*reached, period=period).summary.sections for line in section.lines)
    assert [line.when for line in lines] == told


def test_lines_stand_by_what_they_are_and_then_by_their_day_the_undated_last() -> None:
    def goal(title: str, day: int | None) -> Goal:
        since = date(2026, 9, day) if day else None
        return Goal(title=title, status=GoalStatus.LET_GO, status_since=since, day=date(2026, 9, 10))

    reached = Milestone(title="Reached", reached_on=date(2026, 9, 16), day=date(2026, 9, 16))
    made = meeting(goal("late", 12), RELEASE, goal("early", 4), reached)
    since = next(section for section in made.summary.sections if section.heading == "Since we last met")
    assert [text_of_link(line.words) for line in since.lines] == [
        "Reached",
        "Write the list",
        "early",
        "late",
    ]


def test_nothing_to_tell_is_a_page_with_its_title_alone() -> None:
    made = meeting(period=Period())
    assert (made.summary.sections, made.summary.appendix, made.entries) == ((), (), ())
    assert made.summary.title == "Mentor meeting"


@pytest.mark.parametrize("words", ["", "%%all of it%%"])
def test_a_title_or_heading_that_is_worded_away_is_as_the_template_has_it(words: str) -> None:
    draft = (
        ShareDraft()
        .with_edit("title", WordingEdit(words))
        .with_edit("heading:What I need from you", WordingEdit(words))
    )
    summary = meeting(BOT, draft=draft).summary
    assert (summary.title, summary.sections[0].heading) == ("Mentor meeting", "What I need from you")


def test_a_line_that_is_worded_away_stays_in_the_journal() -> None:
    draft = ShareDraft().with_edit(f"{BOT.id}:", WordingEdit(""))
    made = meeting(BOT, draft=draft)
    assert (made.summary.sections, made.entries, made.staying) == ((), (), 1)


def test_what_was_chosen_comes_back_as_it_was() -> None:
    draft = (
        ShareDraft(greeting="Hi")
        .with_level([BOT.id], Level.WHOLE)
        .with_edit("title", WordingEdit("A", "B"))
        .with_name("Amina", "she")
    )
    assert ShareDraft.from_json(draft.to_json()) == draft


def test_a_line_that_was_worded_anew_says_nothing_more_of_the_entry() -> None:
    helped = Challenge(title="Stuck", status=ChallengeStatus.RESOLVED, what_helped="asking Ada", day=BOT.day)
    assert "asking Ada" in text_of(meeting(helped).summary)
    draft = ShareDraft(edits={f"{helped.id}:": WordingEdit("It went well", "Stuck")})
    told = text_of(meeting(helped, draft=draft).summary)
    assert "It went well" in told
    assert "asking Ada" not in told


def test_a_day_of_another_year_than_the_last_looked_at_says_its_year() -> None:
    reached = Milestone(title="Ten reviews", reached_on=date(2025, 12, 20), day=date(2025, 12, 20))
    new_year = Period(date(2025, 12, 15), date(2026, 1, 5))
    (section,) = meeting(reached, period=new_year).summary.sections
    assert [line.when for line in section.lines] == ["20 Dec 2025"]
    (section,) = meeting(reached, period=Period()).summary.sections
    assert [line.when for line in section.lines] == ["20 Dec"]


@pytest.mark.parametrize("address", ["https://[x", "https://[::1", "http://]", "https://e.org:port/a"])
def test_what_only_begins_like_an_address_stops_no_summary(address: str) -> None:
    shown = Milestone(title="Shown", evidence=(Evidence(address),))
    assert "Shown" in text_of(meeting(shown).summary)
