"""What speaks against a doubt: own dated facts, found by a few letters and never chosen for the mentee."""

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from amp_desktop.domain.dated_facts import Happening, What
from amp_desktop.domain.kinds.self_care import Proof
from amp_desktop.domain.query import EntryQuery

if TYPE_CHECKING:
    from amp_desktop.storage.store import Store

SPEAKS = frozenset(
    {
        *(What.REACHED, What.ACHIEVED, What.FEEDBACK, What.STEP_DONE, What.RESOLVED, What.ANSWERED),
        *(What.ACTION_DONE, What.WORKED),
    }
)
"""What can speak against a doubt: that something was reached, done or said."""


class JournalProofs:
    """Finds dated facts, and reads those that were chosen, as they stand now."""

    def __init__(self, store: "Store") -> None:
        self._store = store

    def find(self, typed: str, limit: int = 20) -> tuple[Happening, ...]:
        """The newest facts in whose words or whose entry's title each of these words stands.

        Args:
            typed: Words, or beginnings of words; nothing finds the newest.
            limit: At most so many.
        """
        return self._store.newest_happened(SPEAKS, typed.split(), limit)

    def proof_of(self, one: Happening) -> Proof | None:
        """The proof that points to this fact; None where it is no longer true."""
        entry = self._store.entry(one.entry)
        facts = (
            fact
            for fact in entry.facts()
            if (fact.what, fact.day, fact.text) == (one.what, one.day, one.text)
        )
        fact = next(facts, None)
        return Proof(str(entry.id), fact.key) if fact is not None else None

    def read(self, proofs: Iterable[Proof]) -> dict[str, Happening]:
        """Each of these facts that can be seen and still is true, by the id of its proof."""
        found = {}
        for proof in proofs:
            if (one := self._read(proof)) is not None:
                found[proof.id] = one
        return found

    def _read(self, proof: Proof) -> Happening | None:
        try:
            entry_id = UUID(proof.entry)
        except ValueError:
            return None
        rows = self._store.rows(EntryQuery(entry=entry_id), limit=1).items
        if not rows:  # in the bin, deleted, or covered
            return None
        entry = self._store.entry(entry_id)
        fact = next((fact for fact in entry.facts() if fact.key == proof.fact), None)
        if fact is None or fact.what is None or fact.day is None:
            return None
        return Happening(
            day=fact.day,
            what=fact.what,
            entry=entry.id,
            kind=entry.kind,
            title=entry.title,
            text=fact.text,
        )
