"""What is attached stays in the journal; the words that stand for it leave."""

import base64
import os
from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from amp_desktop.domain.attachment import Attachment, reference
from amp_desktop.domain.entry import Sharing
from amp_desktop.domain.kinds.milestone import Evidence, Milestone
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.summary import Format, Paragraph, Text
from amp_desktop.domain.text.asides import MARK
from amp_desktop.domain.text.one_line import one_line
from amp_desktop.journal import Journal
from amp_desktop.sharing import RENDERERS
from amp_desktop.sharing.disclosure.invisible import without_hidden
from amp_desktop.sharing.markdown.reading import read_markdown
from amp_desktop.sharing.templates.story import STORY
from tests.shares import has_left
from tests.sharing.disclosure.test_leaks import everything

NOON = datetime(2026, 7, 22, 12, tzinfo=UTC)
NAME = "hummingbird.png"


@pytest.mark.parametrize("form", list(RENDERERS))
def test_words_leave_and_neither_bytes_nor_names_nor_ids(journal: Journal, form: Format) -> None:
    data = os.urandom(4000)
    board = journal.attachments.add(data, NAME, "image/png")
    plan = journal.attachments.add(data[::-1], "zeppelin.pdf", "application/pdf")
    body = f"{reference(board, 'the whiteboard')}\n\n- see {reference(plan, 'our plan')}"
    note = Note(title="One", body=body, sharing=Sharing.SHAREABLE)
    shown = Milestone(
        title="Two",
        evidence=(Evidence(f"attachment:{board.id}"), Evidence("a talk")),
        sharing=Sharing.SHAREABLE,
    )
    journal.save_entries([note, shown])
    offer = journal.sharing.offer()
    disclosure = journal.sharing.disclose(offer, offer.shareable, template=STORY.id)
    rendered = journal.sharing.render(disclosure, form)
    found = everything(form, rendered)
    for word in ("the whiteboard", "our plan", "a talk"):
        assert word in " ".join(found.split())
    for word in (str(board.id), str(plan.id), board.digest, "hummingbird", "zeppelin", "data:image"):
        assert word not in found
    assert data[:12] not in rendered
    assert base64.b64encode(data)[:24] not in rendered


def test_a_file_whose_name_is_what_the_text_says_is_told_by_that(journal: Journal) -> None:
    plan = journal.attachments.add(b"bytes", "plan.pdf", "application/pdf")
    journal.save_entry(Note(title="One", body=reference(plan), sharing=Sharing.SHAREABLE))
    offer = journal.sharing.offer()
    disclosure = journal.sharing.disclose(offer, offer.shareable, template=STORY.id)
    text = journal.sharing.render(disclosure, "md").decode()
    assert "plan.pdf" in text
    assert "attachment" not in text


def test_a_picture_without_words_says_nothing(journal: Journal) -> None:
    board = journal.attachments.add(b"bytes", NAME, "image/png")
    entry = journal.save_entry(Note(body=reference(board), sharing=Sharing.SHAREABLE))
    offer = journal.sharing.offer()
    assert journal.sharing.disclose(offer, offer.shareable, template=STORY.id).entries == ()
    told = replace(entry, body=reference(board, "words"))
    journal.save_entry(told)
    offer = journal.sharing.offer()
    assert journal.sharing.disclose(offer, offer.shareable, template=STORY.id).entries == (entry.id,)


def test_the_share_log_holds_no_id(journal: Journal) -> None:
    board = journal.attachments.add(b"bytes", NAME, "image/png")
    journal.save_entry(Note(body=reference(board, "words"), sharing=Sharing.SHAREABLE))
    offer = journal.sharing.offer()
    disclosure = journal.sharing.disclose(offer, offer.shareable, template=STORY.id)
    for form in RENDERERS:
        data = journal.sharing.render(disclosure, form)
        assert str(board.id) not in has_left(journal.sharing, disclosure, form, data).text


@given(
    st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs"]), max_size=60)
    | st.text("%％[]()\\*_`<>~#&;!|a1 ", max_size=30)
)
def test_a_pointer_reads_as_its_words_and_nothing_more(words: str) -> None:
    made = Attachment(uuid4(), "plan.pdf", "x/y", 1, None, None, NOON, "0" * 64)
    pointer = reference(made, words)
    seen = one_line(without_hidden(words))
    assume(seen or not words.strip())  # else it is called by what nobody can see
    expected = seen or "plan.pdf"
    while MARK.search(expected):
        expected = MARK.sub(lambda mark: mark[0][0], expected)
    (paragraph,) = read_markdown(f"See {pointer}.")
    assert paragraph == Paragraph((Text(f"See {expected}."),))


def test_the_name_of_a_file_stays_where_it_was_attached(journal: Journal) -> None:
    """The same bytes in a private note and in a shared one: each says the name that it was given there."""
    private = journal.attachments.add(b"%PDF-1.7", "antidepressants prescription.pdf", "application/pdf")
    journal.save_entry(SelfCareNote(title="A day", body=reference(private)))
    shared = journal.attachments.add(b"%PDF-1.7", "doc.pdf", "application/pdf")
    note = journal.save_entry(Note(title="A plan", body=reference(shared)))
    disclosure = journal.sharing.disclose(journal.sharing.offer(), [note.id], template=STORY.id)
    for form in RENDERERS:
        if form != "pdf":
            left = journal.sharing.render(disclosure, form).decode()
            assert "antidepressants" not in left
            assert "doc" in left
