"""What the palette offers, and in which order; it knows no widget."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.query import TitledEntry
from amp_desktop.domain.text.nearness import Fit
from amp_desktop.journal import Journal
from amp_desktop.ui.kinds.registry import kind_view
from amp_desktop.ui.palette.choice import PaletteItem, folded_line
from amp_desktop.ui.platform.app_settings import AppSettings
from amp_desktop.ui.style.dates import long_day, short_day

MOST_USED = 8
"""Actions that are remembered as used last, and entries."""

ShowEntry = Callable[[UUID], object]
_Rank = tuple[Fit, bool, int]

translate = QCoreApplication.translate


class PalettePresenter:
    """The choices of one journal's window."""

    def __init__(self, journal: Journal, show_entry: ShowEntry) -> None:
        self._journal = journal
        self._show_entry = show_entry
        self._day = date.min
        self._actions: Sequence[PaletteItem] = ()
        self._entries: list[UUID] = []

    def begin(self, actions: Iterable[PaletteItem]) -> None:
        """Take up what can be done at the moment: the palette was opened."""
        self._actions = list(actions)
        self._day = self._journal.today()

    def choices(self, typed: str) -> list[PaletteItem]:
        """What fits what is typed, the best first; nothing typed: what was used last, then every action.

        What merely holds the letters in order is offered where nothing fits better.
        """
        wanted = folded_line(typed)
        if not wanted:
            return self._without_words()
        used = AppSettings().used_actions
        ranked: list[tuple[_Rank, PaletteItem]] = []
        for at, one in enumerate(self._actions):
            if (fit := one.fit(wanted)) is not None:
                ranked.append(((fit, False, _place(used, one.name, at)), one))
        for at, entry in enumerate(self._journal.titles.find(typed)):
            one = self._entry(entry)
            fit = one.fit(wanted)
            ranked.append(((Fit.SCATTERED if fit is None else fit, True, at), one))
        ranked.sort(key=_rank)
        if ranked and ranked[0][0][0] is not Fit.SCATTERED:
            ranked = [pair for pair in ranked if pair[0][0] is not Fit.SCATTERED]
        return [one for _, one in ranked]

    def choose(self, choice: PaletteItem) -> None:
        """Do what was chosen, and remember it as used last."""
        if choice.is_entry:
            entry_id = UUID(choice.name)
            self._entries = [entry_id, *(one for one in self._entries if one != entry_id)][:MOST_USED]
        elif choice.name:
            settings = AppSettings()
            others = (name for name in settings.used_actions if name != choice.name)
            settings.used_actions = [choice.name, *others][:MOST_USED]
        choice.does()

    def forget(self) -> None:
        """Drop every word."""
        self._actions = ()
        self._entries.clear()
        self._journal.titles.let_go()

    def _without_words(self) -> list[PaletteItem]:
        used = AppSettings().used_actions
        by_name = {one.name: one for one in self._actions if one.name}
        first = [by_name[name] for name in used if name in by_name]
        entries = [self._entry(entry) for entry in self._journal.titles.named(tuple(self._entries))]
        return [*first, *entries, *(one for one in self._actions if one.name not in used)]

    def _entry(self, entry: TitledEntry) -> PaletteItem:
        view = kind_view(entry.kind)
        return PaletteItem(
            name=str(entry.id),
            text=entry.title,
            icon_name=view.icon_name,
            detail=short_day(entry.day, self._day),
            spoken=translate("Palette", "{title}, {kind}, {day}").format(
                title=entry.title, kind=view.name(), day=long_day(entry.day)
            ),
            does=lambda: self._show_entry(entry.id),
            is_entry=True,
        )


def _rank(pair: tuple[_Rank, PaletteItem]) -> _Rank:
    return pair[0]


def _place(used: Sequence[str], name: str, at: int) -> int:
    """Where an action comes among those that fit as well: what was used last first, then in order."""
    return used.index(name) - len(used) if name in used else at
