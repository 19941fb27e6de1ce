"""Whatever is done, what anything refers to can be had, byte for byte; and what nothing does can go."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from amp_desktop.domain.attachment import reference
from amp_desktop.domain.entry_template import EntryTemplate
from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from tests.conftest import CHEAP, SetClock

if TYPE_CHECKING:
    from amp_desktop.domain.entry import Entry


class Attaching(RuleBasedStateMachine):
    """A journal, and beside it a plain model of which texts refer to which bytes."""

    attachments = Bundle("attachments")
    entries = Bundle("entries")

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory()
        self.clock = SetClock(datetime(2026, 10, 17, 12, tzinfo=UTC))
        folder = Path(self._folder.name) / "journal"
        self.journal, _ = Journal.create(folder, "x", cost=CHEAP, clock=self.clock)
        self.bytes: dict[UUID, bytes] = {}
        self.gone: set[UUID] = set()
        self.texts: dict[UUID, list[frozenset[UUID]]] = {}
        self.template: frozenset[UUID] = frozenset()

    def teardown(self) -> None:
        self.journal.close()
        self._folder.cleanup()

    @rule(target=attachments, data=st.binary(max_size=6), large=st.booleans())
    def attach(self, data: bytes, large: bool) -> UUID:
        data *= 100_000 if large else 1
        added = self.journal.attachments.add(data, "a.bin", "x/y")
        assert self.bytes.get(added.id, data) == data
        self.bytes[added.id] = data
        self.gone.discard(added.id)
        return added.id

    def _pointing(self, wanted: list[UUID]) -> tuple[str, frozenset[UUID]]:
        there = frozenset(wanted) - self.gone
        return " ".join(reference(self.journal.attachments.get(one)) for one in sorted(there)), there

    @rule(target=entries, wanted=st.lists(attachments, max_size=3))
    def write(self, wanted: list[UUID]) -> UUID:
        body, there = self._pointing(wanted)
        entry = self.journal.save_entry(Note(title="an entry", body=body, created_at=self.clock.now))
        self.texts[entry.id] = [there]
        return entry.id

    @rule(entry_id=entries, wanted=st.lists(attachments, max_size=3), was_left_alone=st.booleans())
    def write_on(self, entry_id: UUID, wanted: list[UUID], was_left_alone: bool) -> None:
        if entry_id not in self.texts:
            return
        body, there = self._pointing(wanted)
        changed = replace(self.journal.entry(entry_id), body=body)
        before = len(self.journal.versions(entry_id))
        if was_left_alone:  # then the state that it was left in is kept as a version
            self.clock.go_on(hours=1)
        self.journal.save_entry(changed)
        kept = (
            self.texts[entry_id]
            if len(self.journal.versions(entry_id)) > before
            else self.texts[entry_id][:-1]
        )
        self.texts[entry_id] = [*kept, there]

    @rule(entry_id=entries, number=st.integers(0, 5))
    def bring_back(self, entry_id: UUID, number: int) -> None:
        if entry_id in self.texts and (versions := self.journal.versions(entry_id)):
            self.journal.bring_back(entry_id, versions[number % len(versions)].number)
            of_version = self.texts[entry_id][len(versions) - 1 - number % len(versions)]
            self.texts[entry_id].append(of_version)

    @rule(entry_id=entries)
    def put_in_bin_or_take_out(self, entry_id: UUID) -> None:
        if entry_id in self.texts:
            binned = self.journal.entry(entry_id).binned_at
            (self.journal.take_from_bin if binned else self.journal.put_in_bin)([entry_id])

    @rule(entry_id=entries)
    def delete_for_ever(self, entry_id: UUID) -> None:
        if entry_id in self.texts:
            self.journal.delete_for_ever([entry_id])
            del self.texts[entry_id]  # an undo elsewhere may refer to what it held, so that stays

    @rule(wanted=st.lists(attachments, max_size=2))
    def make_template(self, wanted: list[UUID]) -> None:
        body, self.template = self._pointing(wanted)
        self.journal.templates.save(EntryTemplate(id="own", name="Own", body=body))

    @rule()
    def clear(self) -> None:
        self.journal.attachments.clear_unused(older_than=timedelta(0))
        self.gone = set(self.bytes) - self._used

    @property
    def _used(self) -> set[UUID]:
        return {one for kept in self.texts.values() for text in kept for one in text} | self.template

    @invariant()
    def all_is_there_that_should_be(self) -> None:
        there = {one.id for one in self.journal.attachments.all()}
        assert there == set(self.bytes) - self.gone
        for one in there:
            assert self.journal.attachments.data(one) == self.bytes[one]
        assert {one.id for one in self.journal.attachments.unused()} == there - self._used

    @invariant()
    def every_entry_finds_what_it_refers_to(self) -> None:
        for entry_id, kept in self.texts.items():
            entry: Entry = self.journal.entry(entry_id)
            assert {one.id for one in self.journal.attachments.of(entry)} == kept[-1]


Attaching.TestCase.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)
TestAttaching = Attaching.TestCase
