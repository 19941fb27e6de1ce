"""How the sharing tests run, and what many of them need."""

from collections.abc import Callable
from datetime import date

import pytest

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.summary import Summary
from amp_desktop.sharing import Disclosure, Period, disclose
from amp_desktop.sharing.templates.story import STORY

Share = Callable[..., Disclosure]


@pytest.fixture(scope="session")
def share() -> Share:
    """Ticks every entry given and answers with what leaves for the mentor."""

    def shared(*entries: Entry, unticked: tuple[Entry, ...] = ()) -> Disclosure:
        return disclose(
            (*entries, *unticked),
            ticked=frozenset(entry.id for entry in entries),
            template=STORY,
            period=Period(date(2026, 7, 12), date(2026, 7, 26)),
            audience="my mentor",
        )

    return shared


@pytest.fixture(scope="session")
def summary_of(share: Share) -> Callable[..., Summary]:
    """The summary of one note with this Markdown."""
    from amp_desktop.domain.kinds.note import Note

    def made(body: str, title: str = "A note") -> Summary:
        return share(Note(title=title, body=body, day=date(2026, 7, 22))).summary

    return made
