"""What is sealed never leaves: by no template, form, audience, rule, tick or link; own copies hold it."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from amp_desktop.domain.entry import Entry, Sharing
from amp_desktop.domain.errors import SealedError
from amp_desktop.domain.kinds.challenge import Asking, Challenge, ChallengeStatus
from amp_desktop.domain.kinds.meeting import Action, Meeting
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.progress import unheard
from amp_desktop.domain.query import EntryQuery
from amp_desktop.domain.share_draft import ShareDraft
from amp_desktop.domain.summary import Level
from amp_desktop.domain.traits import Trait
from amp_desktop.exchange.export.export import ExportFormat
from amp_desktop.exchange.importers.amp_journal import AmpJournalImporter
from amp_desktop.journal import Journal
from amp_desktop.journal.offers import due_offer
from amp_desktop.sharing import AUDIENCES, RENDERERS, TEMPLATES, preticked
from tests.canaries import DAY, canary_entries

LATER = date(2026, 11, 1)


@pytest.fixture
def sealed(journal: Journal) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    """A sealed entry of every kind, a note that links to all of them, and every word that they hold."""
    made = list(canary_entries())
    entries = tuple(journal.save_entry(entry.as_sealed()) for entry, _ in made)
    links = " ".join(f"[[{entry.title}]]" for entry in entries)
    open_note = Note(
        title="An open note", body=f"It says {links}.", day=DAY, sharing=Sharing.SHAREABLE,
        links=tuple(entry.id for entry in entries),
    )  # fmt: skip
    journal.save_entry(open_note)
    return entries, tuple(word for _, words in made for word in words)


def said(data: bytes, words: tuple[str, ...]) -> list[str]:
    text = data.decode("utf-8", "replace").casefold()
    return [word for word in words if word in text]


def test_every_kind_can_be_sealed_and_is_private_then(sealed: tuple[tuple[Entry, ...], object]) -> None:
    entries, _ = sealed
    assert {entry.kind for entry in entries} == set(ENTRY_TYPES)
    assert all(entry.is_sealed and entry.sharing is Sharing.SEALED for entry in entries)
    assert not any(entry.is_for_agenda for entry in entries)
    assert not any(preticked(entry) for entry in entries)


@pytest.mark.parametrize("template", [*TEMPLATES])
def test_no_template_form_or_audience_tells_a_word_of_it(
    journal: Journal, sealed: tuple[tuple[Entry, ...], tuple[str, ...]], template: str
) -> None:
    entries, words = sealed
    offer = journal.sharing.offer()
    assert not {entry.id for entry in entries} & {entry.id for entry in offer.entries}
    forced = replace(offer, entries=(*offer.entries, *entries))  # as a fault elsewhere might
    every = frozenset(entry.id for entry in forced.entries)
    draft = ShareDraft(levels=dict.fromkeys(every, Level.WHOLE))
    for audience in AUDIENCES:
        door = journal.sharing.disclose(
            forced, every, template=template, audience=audience.words, draft=draft
        )
        assert not set(door.entries) & {entry.id for entry in entries}
        for form in (form for form in RENDERERS if form != "pdf"):  # typst takes the same summary
            assert said(journal.sharing.render(door, form), words) == []
        assert not any(word in repr(door.summary).casefold() for word in words)


def test_naming_it_is_refused_with_a_sentence(
    journal: Journal, sealed: tuple[tuple[Entry, ...], tuple[str, ...]]
) -> None:
    for entry in sealed[0]:
        with pytest.raises(SealedError, match="sealed: it never leaves"):
            journal.sharing.offer(always=[entry.id])
        if isinstance(entry, Meeting):
            with pytest.raises(SealedError):
                journal.sharing.read_back(entry)


def test_nobody_is_reminded_of_it(
    journal: Journal, sealed: tuple[tuple[Entry, ...], tuple[str, ...]]
) -> None:
    assert journal.meetings.next() is None
    assert journal.meetings.last() is None
    assert journal.meetings.agenda().points == ()
    assert journal.waiting.all(LATER) == ()
    assert due_offer(journal, LATER) is None


def test_no_day_brings_it_back_unasked_and_it_makes_a_day_a_hard_one(journal: Journal) -> None:
    journal.save_entry(Note(title="Open", day=DAY))
    kept = journal.save_entry(Note(title="Kept", day=DAY).as_sealed())
    later = DAY.replace(year=2027)
    assert [row.title for one in journal.calendar.on_this_day(later) for row in one.rows] == ["Open"]
    journal.save_entry(replace(kept, tags=("hard",)))
    assert journal.calendar.on_this_day(later) == ()


def test_a_sealed_challenge_waits_for_nobody_once_it_is_sealed(journal: Journal) -> None:
    asking = Asking("Fran", day=DAY)
    asked = Challenge(title="CI", day=DAY, status=ChallengeStatus.ASKED, asked=(asking,))
    saved = journal.save_entry(replace(asked, on_agenda=True))
    assert journal.waiting.all(LATER)
    assert journal.meetings.agenda().points
    journal.change_entries([saved.id], Entry.as_sealed)
    assert journal.waiting.all(LATER) == ()
    assert journal.meetings.agenda().points == ()


def test_the_full_export_and_an_import_bring_it_back(
    journal: Journal, sealed: tuple[tuple[Entry, ...], tuple[str, ...]], tmp_path: Path
) -> None:
    entries, words = sealed
    journal.curtain.drop()
    journal.maintenance.export(tmp_path / "out", ExportFormat.JSON)
    written = (tmp_path / "out" / "journal.json").read_text("utf-8")
    assert not [word for word in words if word not in written]
    held = {one["id"]: one for one in json.loads(written)["entries"]}
    assert all(held[str(entry.id)]["sealed"] is True for entry in entries)
    assert all(held[str(entry.id)]["sharing"] == "private" for entry in entries)
    read = AmpJournalImporter().read(tmp_path / "out", unheard)
    assert {entry.id: entry for entry in read.entries if entry.is_sealed} == {one.id: one for one in entries}


def test_it_is_found_by_its_mark_and_can_be_unsealed(journal: Journal) -> None:
    note = journal.save_entry(Note(title="Kept", day=DAY).as_sealed())
    assert [row.id for row in journal.rows(EntryQuery(traits=frozenset({Trait.SEALED}))).items] == [note.id]
    assert [hit.row.sharing for hit in journal.search("is:sealed").items] == [Sharing.SEALED]
    assert not journal.search("kept -is:sealed").items
    journal.change_entries([note.id], Entry.as_unsealed)
    assert journal.entry(note.id).sharing is Sharing.PRIVATE


def test_of_two_writers_the_more_private_has_it(journal: Journal) -> None:
    base = journal.save_entry(Note(title="Two", day=DAY))
    journal.change_entries([base.id], Entry.as_sealed)
    merged = journal.merge_entry(replace(base, sharing=Sharing.SHAREABLE), base)
    assert merged.entry.is_sealed
    assert journal.entry(base.id).is_sealed


def test_a_version_brought_back_does_not_unseal(journal: Journal) -> None:
    note = journal.save_entry(Note(title="Before", day=DAY))
    journal.change_entries([note.id], Entry.as_sealed)
    journal.merge_entry(replace(journal.entry(note.id), title="After"), None)
    number = journal.versions(note.id)[0].number if journal.versions(note.id) else None
    if number is not None:
        journal.bring_back(note.id, number)
    assert journal.entry(note.id).is_sealed


@pytest.mark.parametrize("down", [False, True])
def test_a_link_to_what_is_concealed_is_told_as_another_entry(journal: Journal, down: bool) -> None:
    """Its title is known to the door, though what is sealed or covered is never among what could leave."""
    journal.save_entry(Note(title="Zqsealed", body="x", day=DAY).as_sealed())
    journal.save_entry(SelfCareNote(title="Zqcare", body="x", day=DAY))
    links = Note(title="Day", body="See [[Zqsealed]], [[Zqcare]].", day=DAY, sharing=Sharing.SHAREABLE)
    meeting = Meeting(title="Call", day=DAY, actions=(Action("Look at [[Zqsealed]] and [[Zqcare]]"),))
    journal.save_entries([links, meeting])
    if down:
        journal.curtain.drop()

    offer = journal.sharing.offer(DAY, DAY)
    door = journal.sharing.disclose(offer, {links.id}, template="story")
    text = journal.sharing.render(door, "txt").decode()

    assert "Zq" not in text
    assert text.count("another entry") == 2
    assert "Zq" not in journal.sharing.read_back(meeting)[1]


@pytest.mark.parametrize("down", [False, True])
def test_what_speaks_up_unasked_leaves_the_curtain_as_it_was(journal: Journal, down: bool) -> None:
    care = journal.save_entry(SelfCareNote(title="Zqcare", body="x", day=DAY))
    sealed = journal.save_entry(Note(title="Zqsealed", body="x", day=DAY).as_sealed())
    if down:
        journal.curtain.drop()

    with journal.curtain.unasked():
        seen = {row.id for row in journal.rows().items}

    assert seen == (set() if down else {care.id})
    assert journal.curtain.is_down is down
    assert {row.id for row in journal.rows().items} == (set() if down else {care.id, sealed.id})
