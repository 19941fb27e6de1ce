"""The log of what has left an open journal, looked back on: read, searched, compared."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from amp_desktop.domain.clock import day_of
from amp_desktop.domain.query import PAGE_SIZE, Cursor, ResultPage
from amp_desktop.domain.search.search_words import Search
from amp_desktop.domain.share import Share, ShareHit
from amp_desktop.domain.summary import Format
from amp_desktop.journal.choices import kept_preferences
from amp_desktop.journal.meetings import HELD
from amp_desktop.journal.shared_search import found_shares
from amp_desktop.sharing import (
    DEFAULT_FORMAT,
    NUDGE,
    READ_BACK,
    RENDERERS,
    DifferingLine,
    Disclosure,
    audience_of,
    compared,
    render,
    renderer_told,
)

if TYPE_CHECKING:
    from amp_desktop.storage.store import Store

_NO_MEETINGS = "shared for no meeting"
_PICTURES = "words of pictures that left"

PAGES = "pdf"
"""The format of a summary where nobody has chosen one yet."""

QUESTION = "question"
"""The template by which a challenge is asked about."""

_MESSAGES = frozenset({QUESTION, NUDGE, READ_BACK})

_NEWEST = 200
"""Lines of the share log among which the last one of a kind is looked for."""


class ShareLog:
    """The part of `JournalSharing` that looks back."""

    _store: "Store"
    _own: "Store"

    def was_meeting(self, share_id: UUID, was: bool = True) -> None:
        """Note that something left for a meeting: the next one looks back to it. Or that it did not.

        Raises:
            NotSavedError: It could not be noted.
        """
        with self._store.at_once():
            others = self._no_meetings()
            self._keep_meetings(others - {str(share_id)} if was else others | {str(share_id)})

    def log(self, after: Cursor | None = None, limit: int = PAGE_SIZE) -> ResultPage[Share]:
        """A page of what has left, newest first."""
        return self._own.shares(after, limit)

    def usual_format(self) -> Format:
        """The format in which a summary last left, among the newest; pages, where none did, or in none known.

        A question, a nudge and what is read back are text for a channel, and say nothing of a page.
        """
        newest = self._own.shares(None, _NEWEST).items
        form = next((share.format for share in newest if share.template not in _MESSAGES), PAGES)
        return form if form in RENDERERS else PAGES

    def last_like(self, template: str, audience: str) -> Share | None:
        """What last left by this template for these people, its text not deleted; among the newest alone."""
        whom, newest = _key(audience), self._own.shares(None, _NEWEST).items
        alike = (one for one in newest if one.template == template and _key(one.to_whom) == whom)
        return next((one for one in alike if one.text), None)

    def compared(self, disclosure: Disclosure, share: Share) -> tuple[DifferingLine, ...]:
        """What is new in a text since another one left, and what is gone, in the format of that one."""
        form = renderer_told(share.format)
        now = render(disclosure.summary, share.format if form.is_text and form.module else DEFAULT_FORMAT)
        return compared(share.text, now.decode())

    def search(self, search: Search) -> tuple[ShareHit, ...]:
        """What left and holds all the words of a search with `in:shared`; nothing for any other."""
        return found_shares(self._own, search)

    def shared(self, share_id: UUID) -> Share | None:
        """The line of the log with this id, however old, or None where there is none."""
        return self._own.share(share_id)

    def left_with(self, entry_id: UUID, limit: int = 5) -> tuple[Share, ...]:
        """What left with this entry in it, the newest first; of it the log may keep no text any more."""
        return self._own.newest_shares_with(entry_id, limit)

    def count_logged(self, ids: Iterable[UUID]) -> int:
        """In how many texts of the log any of these entries stands, whether they still exist or not."""
        return self._store.count_shares_with(ids)

    def delete_from_log(self, ids: Iterable[UUID]) -> int:
        """Delete from the log the texts in which any of these entries stands; no way back but a backup.

        A text goes as a whole, with what it says of other entries. That it left, when and for whom stays.

        Returns:
            How many texts went.
        """
        return self._store.delete_shared_texts(ids)

    def last_meeting(self, audience: str = "") -> Share | None:
        """What last left for a meeting with these people; with anybody where none are named."""
        whom, others = _key(audience), self._no_meetings()
        return next(
            (
                share
                for share in self.log().items
                if (not whom or _key(share.to_whom) == whom) and str(share.id) not in others
            ),
            None,
        )

    def last_met_on(self, audience: str = "") -> date | None:
        """The day on which one last met these people, or None where that is not known.

        A mentor was met in the last meeting that was held; where none was, and anybody else, when something
        last left for one: in this computer's zone, by when the mentee's days end.
        """
        if audience_of(audience).is_mentor and (held := self._store.rows(HELD, limit=1).items):
            return held[0].day
        last, ends_at = self.last_meeting(audience), kept_preferences(self._own).day_ends_at
        return None if last is None else day_of(last.shared_at.astimezone(), ends_at)

    def _no_meetings(self) -> frozenset[str]:
        """Ids of what left for something else than a meeting, as far as is known."""
        kept = self._store.setting(_NO_MEETINGS)
        return frozenset(map(str, kept)) if isinstance(kept, list) else frozenset()

    def _keep_meetings(self, others: frozenset[str]) -> None:
        self._store.set_setting(_NO_MEETINGS, [*sorted(others)])

    def picture_words(self) -> dict[str, str]:
        """What pictures show, as it was said when they left, by their keys."""
        kept = self._store.setting(_PICTURES)
        return {str(key): str(words) for key, words in kept.items()} if isinstance(kept, dict) else {}

    def keep_picture_words(self, words: Mapping[str, str]) -> None:
        """Remember what pictures show, so that it is asked once.

        Raises:
            NotSavedError: It could not be kept.
        """
        told = {key: said for key, said in words.items() if said.strip()}
        if told.items() <= self.picture_words().items():
            return
        with self._store.at_once():
            self._store.set_setting(_PICTURES, {**self.picture_words(), **told})

    def forget_picture_words(self, ids: Iterable[UUID]) -> None:
        """Forget what was said of the pictures of these entries.

        Raises:
            NotSavedError: It could not be forgotten.
        """
        gone = frozenset(map(str, ids))
        if not any(_entry_of(key) in gone for key in self.picture_words()):
            return
        with self._store.at_once():
            known = self.picture_words()
            self._store.set_setting(
                _PICTURES, {key: said for key, said in known.items() if _entry_of(key) not in gone}
            )


def _entry_of(key: str) -> str:
    """The entry of a picture, by the picture's key."""
    return key.partition("/")[0]


def _key(audience: str) -> str:
    return " ".join(audience.split()).casefold()
