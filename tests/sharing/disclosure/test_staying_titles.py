"""The title of an entry that stays is in no byte of what leaves, however a text links to it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.summary import Format
from amp_desktop.sharing import RENDERERS, Period, disclose, linked_names, names_of, render
from amp_desktop.sharing.templates.story import STORY

DAY = date(2026, 7, 22)


def left(body: str, staying: str, form: Format) -> str:
    """What leaves of a note with this body while an entry with that title stays, in small letters."""
    note = Note(title="Told", body=body, day=DAY)
    titles = [staying] if linked_names([note]) & names_of(staying) else []  # as the journal finds them
    disclosure = disclose([note], ticked={note.id}, template=STORY, period=Period(), titles=titles)
    return render(disclosure.summary, form).decode().lower()


def only_letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))


FORMS = [form for form in RENDERERS if form != "pdf"]
WRITTEN = [
    ("Burnout talk", "| a |\n|---|\n| [[Burnout talk\\|x]] |"),
    ("Burnout talk", "| a |\n|---|\n| [[Burnout talk]] |"),
    ("release_plan", "[[release\\_plan]]"),
    ("release_plan", "`[[release_plan]]`"),
    ("R&D quarrel", "[[R&amp;D quarrel]]"),
    ("R&D quarrel", "[[R&#38;D quarrel]]"),
    ("Burnout talk", "[[Burn<!-- -->out talk]]"),
    ("Burnout talk", "[[Burnout talk#part]]"),
    ("Burnout talk", "[[Burnout talk#part|words]]"),
    ("Burnout talk", "[[**Burnout** talk]]"),
    ("Burnout talk", "[[*Burnout* ~~talk~~]]"),
    ("Burnout talk", "[[Burnout `talk`]]"),
    ("Burnout talk", "\\[\\[Burnout talk\\]\\]"),
    ("Burnout talk", "&#91;&#91;Burnout talk&#93;&#93;"),
    ("Burnout talk", "[<!-- -->[Burnout talk]]"),
    ("Burnout talk", "**[[Burnout** talk]]"),
    ("Burnout talk", "[[Burnout\ntalk]]"),
    ("Burnout talk", "[[Bur\u00adnout\u200b talk]]"),
    ("Burnout talk", "[words](https://example.org/[[Burnout%20talk]])"),
    ("Burnout talk", "[[Burnout talk]](https://example.org)"),
    ("Burnout talk", "[[<b>Burnout</b> talk]]"),
    ("Burnout talk", "[[<i></i>Burnout talk]]"),
    ("a [b] c", "[[a \\[b\\] c]]"),
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("title", "body"), WRITTEN)
def test_no_way_to_write_a_link_tells_a_title_that_stays(title: str, body: str, form: Format) -> None:
    assert only_letters(title.lower()) not in only_letters(left(f"before\n\n{body}\n\nafter", title, form))


WORDS = st.text("abcdefgh", min_size=6, max_size=10)
JOINTS = st.sampled_from([" ", "_", "&", "*", " - ", "#", ".", "'", "|", "\\"])
BETWEEN = st.sampled_from(["", "<!-- -->", "<!--x-->", "\u200b", "\u00ad"])


@st.composite
def links(draw: st.DrawFn) -> tuple[str, str]:
    """A title, and a link to it in one of the ways in which Markdown reads it as that title."""
    first, second, joint = "zq" + draw(WORDS), draw(WORDS), draw(JOINTS)
    escape = draw(st.sampled_from([joint, f"\\{joint}" if joint.strip(" '.-") else joint]))
    escape = escape.replace("&", draw(st.sampled_from(["&", "&amp;", "&#38;"]))) if escape == "&" else escape
    style = draw(st.sampled_from(["", "**", "~~"]))
    inside = f"{style}{first}{style}{draw(BETWEEN)}{escape}{second}"
    inside += draw(st.sampled_from(["", "|words", "#part"]))
    shape = draw(st.sampled_from(["[[{}]]", "a [[ {} ]] b", "- [[{}]]", "> [[{}]]", "# [[{}]]", "`[[{}]]`"]))
    return f"{first}{joint}{second}", shape.format(inside)


@given(links(), st.sampled_from(FORMS))
def test_a_canary_in_a_title_that_stays_leaves_in_no_form(made: tuple[str, str], form: Format) -> None:
    title, body = made
    assert only_letters(title) not in only_letters(left(f"before\n\n{body}", title, form))


def test_words_written_for_a_link_stay_and_so_does_what_names_nothing() -> None:
    text = left("[[Burnout talk|a hard talk]] and [[no entry]] and **x[[1]]**", "Burnout talk", "txt")
    assert "a hard talk and [[no entry]] and x[[1]]" in text
