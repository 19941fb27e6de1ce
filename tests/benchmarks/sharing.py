"""The Share page over everything ever written: until what could leave is painted, and until a tick is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.harness import Effort, Limit, Row, busy_seconds, entries, in_milliseconds
from tests.benchmarks.journals import journal_folder, open_journal
from tests.benchmarks.windows.inside import process_events, window_on

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTreeView, QWidget

    from amp_desktop.journal import Journal
    from amp_desktop.journal.share_offer import ShareOffer
    from amp_desktop.ui.share.choosing import ChoosingPanel
    from amp_desktop.ui.share.presenter import SharePresenter

MOST = 10_000
"""The work of years; a larger journal shows nothing that this one does not."""
SHOWN, TICK = 0.300, 0.100
DOTS_PER_INCH = 96.0


@dataclass(frozen=True)
class _Share:
    """The left side of the page, and what decides behind it."""

    presenter: "SharePresenter"
    panel: "ChoosingPanel"
    offer: "ShareOffer"

    def show(self) -> None:
        """Show what was read."""
        self.presenter.take(self.offer)
        self.panel.show_groups(self.presenter.groups())
        _paint(self.panel)

    def tick(self, at: int) -> None:
        """Tick an entry, or take its tick away; what leaves is made beside the window."""
        entry = self.offer.entries[at]
        self.presenter.tick(entry.id, ticked=entry.id not in self.presenter.ticked())
        self.panel.show_groups(self.presenter.groups())
        self.presenter.preparation(DOTS_PER_INCH)
        _paint(self.panel)


def rows(effort: Effort) -> Iterator[Row]:
    """Two lines for each size up to `MOST`: what the window is busy with, once the entries are read."""
    for size in sorted({min(size, MOST) for size in effort.sizes}):
        yield from _of(journal_folder(effort.cache, size), size, effort)


def _of(folder: Path, size: int, effort: Effort) -> Iterator[Row]:
    with window_on(folder), open_journal(folder) as journal:
        share, bare = _share(journal), _bare_tree(size)
        process_events()
        shown = effort.compare(_showing(share), lambda: busy_seconds(bare.expandAll), 5)
        tick = effort.compare(_ticking(share), lambda: busy_seconds(partial(_paint, bare)), 20)
        bare.close(), share.panel.close()
    for work, pair, limit in (("shown", shown, SHOWN), ("a tick", tick, TICK)):
        yield Row(
            f"Share, everything offered: {work}",
            entries(size),
            pair.measured,
            pair.bound,
            "bare tree of Qt",
            Limit(at_most=limit),
            in_milliseconds,
        )


def _share(journal: "Journal") -> _Share:
    from amp_desktop.ui.share.choosing import ChoosingPanel
    from amp_desktop.ui.share.log import ShareLogModel
    from amp_desktop.ui.share.presenter import SharePresenter

    panel = ChoosingPanel(ShareLogModel(journal))
    panel.resize(400, 800)
    panel.show()
    return _Share(SharePresenter(journal), panel, journal.sharing.offer())


def _showing(share: _Share) -> Callable[[], float]:
    """Each time from an empty list."""

    def measured() -> float:
        share.panel.forget()
        return busy_seconds(share.show)

    return measured


def _ticking(share: _Share) -> Callable[[], float]:
    """Each time the next of the entries; its row is seen where it is among the first."""
    turn = cycle(range(len(share.offer.entries)))
    return lambda: busy_seconds(partial(share.tick, next(turn)))


def _bare_tree(size: int) -> "QTreeView":
    """Qt's own tree with as many rows under one heading."""
    from PySide6.QtGui import QStandardItem, QStandardItemModel
    from PySide6.QtWidgets import QTreeView

    bare = QTreeView()
    model = QStandardItemModel(bare)
    heading = QStandardItem("Done")
    heading.appendRows([QStandardItem(f"Entry {number}") for number in range(size)])
    model.appendRow(heading)
    bare.setModel(model)
    bare.resize(400, 800)
    bare.show()
    return bare


def _paint(widget: "QWidget") -> None:
    """Paint now what is to be painted."""
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendEvent(widget.window(), QEvent(QEvent.Type.UpdateRequest))
