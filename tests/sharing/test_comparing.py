"""What is new since a text last left, and what is gone."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.entry import Sharing
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from amp_desktop.sharing import RENDERERS, Difference, compared

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


def test_what_left_is_compared_in_its_own_form(journal: Journal) -> None:
    goal = Goal(title="Green runs", steps=(Step("One", id="1"),), day=DAY, sharing=Sharing.SHAREABLE)
    journal.save_entry(goal)
    for form in RENDERERS:
        offer = journal.sharing.offer()
        door = journal.sharing.disclose(offer, offer.shareable, template="story", audience="Ada")
        journal.sharing.record(
            door, form, journal.sharing.render(door, form), template="story", audience="Ada"
        )
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
