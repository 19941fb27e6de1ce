"""A question ready to be pasted: what leaves is what is shown, and nothing private is in it."""

from datetime import date, timedelta

from amp_desktop.domain.asking import Where
from amp_desktop.domain.kinds.challenge import Asking, Challenge, ChallengeStatus
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.program import Program
from amp_desktop.journal import Journal

DAY = date(2026, 7, 22)
STUCK = Challenge(
    title="The build ends",
    body="It ends with **`3`**, see [the log](https://example.org/log). %%Tired.%%\n\n```\nmake x\n```\n",
    tried="Cleaning.",
    need="Where is the key?",
    asked=(Asking("Amina"),),
    day=DAY,
)


def test_it_says_what_a_stranger_needs_and_ends_with_the_question(journal: Journal) -> None:
    journal.save_entry(STUCK)
    ready = journal.sharing.question(STUCK)
    assert ready.text.split("\n") == [
        "The build ends",
        "",
        "What happens: It ends with `3`, see the log (https://example.org/log).",
        "What I tried: Cleaning.",
        "An example: `make x`",
        "My question: Where is the key?",
    ]
    assert ready.disclosure.entries == (STUCK.id,)
    assert (ready.advice.where, ready.advice.missing) == (Where.CHANNEL, ())


def test_no_private_word_and_no_other_entry_is_in_it(journal: Journal) -> None:
    other = Note(title="My secret worry", day=DAY, body="canary")
    journal.save_entries([other, Challenge(title="Another", body="canary", day=DAY)])
    stuck = Challenge(title="Stuck", body="See [[My secret worry]]. %%canary%%", day=DAY)
    journal.save_entry(stuck)
    text = journal.sharing.question(stuck).text
    assert "canary" not in text
    assert "secret" not in text
    assert text.startswith("Stuck\n\nWhat happens: See")


def test_who_is_named_in_it_is_asked_about_in_a_direct_message(journal: Journal) -> None:
    journal.save_program(Program(mentor="Amina"))
    stuck = Challenge(title="Stuck", need="What did Amina mean?", day=DAY)
    journal.save_entry(stuck)
    assert journal.sharing.question(stuck).advice.where is Where.DIRECT_MESSAGE


def test_of_what_is_resolved_or_empty_there_is_no_text(journal: Journal) -> None:
    over = Challenge(title="Over", status=ChallengeStatus.RESOLVED, day=DAY)
    private = Challenge(title="%%all of it%%", day=DAY)
    journal.save_entries([over, private])
    assert journal.sharing.question(over).text == ""
    assert "all of it" not in journal.sharing.question(private).text


def test_what_happens_is_told_to_the_end_of_a_paragraph(journal: Journal) -> None:
    words = "The release workflow ends quietly when the token has expired, and nobody hears of it. " * 4
    stuck = Challenge(title="Stuck", body=words, need="Who has the key?", day=DAY)
    journal.save_entry(stuck)
    assert " ".join(words.split()) in journal.sharing.question(stuck).text


def test_the_shortest_of_several_examples_is_told_and_of_it_the_first_line(journal: Journal) -> None:
    blocks = ("a long way of making it all", "ls\nwc", "make check")
    body = "\n".join(f"```sh\n{block}\n```" for block in blocks)
    text = journal.sharing.question(journal.save_entry(Challenge(title="Stuck", body=body, day=DAY))).text
    assert [line for line in text.splitlines() if line.startswith("An example")] == ["An example: `ls`"]


def test_a_question_is_noted_once_a_day_for_each_place() -> None:
    once = Challenge(title="Stuck", day=DAY).with_asked("#help", DAY, "a")
    assert once.status is ChallengeStatus.ASKED
    assert once.with_asked("#help", DAY, "b") == once
    assert [one.id for one in once.with_asked("#help", DAY + timedelta(days=1), "b").asked] == ["a", "b"]
    assert [one.id for one in once.with_asked("#other", DAY, "b").asked] == ["a", "b"]
