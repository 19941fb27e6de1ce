"""What is new since a text last left, and what is gone."""

from datetime import date
from difflib import Match, SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.entry import Sharing
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from amp_desktop.sharing import RENDERERS, Difference, compared
from tests.shares import has_left
from tests.ui.work import calls_of

DAY = date(2026, 7, 22)


def test_lines_are_new_gone_or_in_other_words() -> None:
    before = "# Meeting\n\n- [ ] Write the list of things to do\n- Nobody answered\n- Same"
    now = "# Meeting\n\n- [x] Write the list of all things to do\n- Same\n- Three weeks of green runs"
    assert [(line.difference, line.words, line.before) for line in compared(before, now)] == [
        (Difference.REWORDED, "Write the list of all things to do", "Write the list of things to do"),
        (Difference.GONE, "Nobody answered", ""),
        (Difference.NEW, "Three weeks of green runs", ""),
    ]


@given(text=st.text(max_size=200))
def test_a_text_differs_in_nothing_from_itself(text: str) -> None:
    assert compared(text, text) == ()


@given(
    before=st.lists(st.text("abc ", max_size=8), max_size=6),
    now=st.lists(st.text("abc ", max_size=8), max_size=6),
)
def test_no_line_is_lost_between_two_texts(before: list[str], now: list[str]) -> None:
    found = compared("\n".join(before), "\n".join(now))
    count = {kind: sum(line.difference is kind for line in found) for kind in Difference}
    words = [len([line for line in text if line.strip()]) for text in (before, now)]
    assert words[1] - words[0] == count[Difference.NEW] - count[Difference.GONE]


@pytest.mark.parametrize("form", ["{}\n", "{}. This is line {} of many\n", "<p>{}</p>\n", "{} "])
def test_twice_the_text_is_twice_the_work(monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    pairs = 0

    class Counting(SequenceMatcher[str]):
        def find_longest_match(
            self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None
        ) -> Match:
            nonlocal pairs
            pairs += ((ahi or 0) - alo) * ((bhi or 0) - blo)
            return super().find_longest_match(alo, ahi, blo, bhi)

    def work(lines: int) -> int:
        nonlocal pairs
        before, now = (
            "".join(form.format(number, number) for number in range(first, first + lines))
            for first in (0, lines)
        )
        pairs = 0
        return calls_of(lambda: compared(before, now)) + pairs

    monkeypatch.setattr("amp_desktop.sharing.comparing.SequenceMatcher", Counting)
    assert work(2_400) < 3 * work(1_200)


@pytest.mark.parametrize("lines", [100, 1_000])
def test_what_differs_in_a_long_text_is_told_in_its_words(lines: int) -> None:
    before = [f"- This is what line {number} says." for number in range(lines)]
    now = ["- It was new", *before[:50], "- This is what line 50 told.", *before[51:]]
    assert [
        (line.difference, line.words, line.before) for line in compared("\n".join(before), "\n".join(now))
    ] == [
        (Difference.NEW, "It was new", ""),
        (Difference.REWORDED, "This is what line 50 told.", "This is what line 50 says."),
    ]


def test_a_line_that_stands_more_often_than_before_is_new_in_a_long_text() -> None:
    before = "Same\n" * 300
    assert [line.difference for line in compared(before, before + "Same\n")] == [Difference.NEW]
    assert [line.difference for line in compared(before + "Same\n", before)] == [Difference.GONE]


def test_what_left_is_compared_in_its_own_form(journal: Journal) -> None:
    goal = Goal(title="Green runs", steps=(Step("One", id="1"),), day=DAY, sharing=Sharing.SHAREABLE)
    journal.save_entry(goal)
    for form in RENDERERS:
        offer = journal.sharing.offer()
        door = journal.sharing.disclose(offer, offer.shareable, template="story", audience="Ada")
        data = journal.sharing.render(door, form)
        has_left(journal.sharing, door, form, data, template="story", audience="Ada")
        last = journal.sharing.last_like("story", " ada ")
        assert last is not None
        assert last.format == form
        assert journal.sharing.compared(door, last) == ()
        other = journal.save_entry(Note(title=f"News of {form}", day=DAY, sharing=Sharing.SHAREABLE))
        again = journal.sharing.offer()
        door = journal.sharing.disclose(again, again.shareable, template="story", audience="Ada")
        words = [
            line.words for line in journal.sharing.compared(door, last) if line.difference is Difference.NEW
        ]
        assert any(other.title in said for said in words), form
    assert journal.sharing.last_like("story", "Bob") is None
    assert journal.sharing.last_like("mentor-meeting", "Ada") is None
