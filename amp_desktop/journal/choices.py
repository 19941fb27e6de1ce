"""What a mentee has said once for the whole journal: the program, preferences, spelling."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from amp_desktop.domain.clock import Clock
from amp_desktop.domain.json_value import Json
from amp_desktop.domain.offers import OffersAnswered
from amp_desktop.domain.preferences import Preferences
from amp_desktop.domain.program import Program
from amp_desktop.domain.spelling import SpellingChoices

if TYPE_CHECKING:
    from amp_desktop.storage.store import Store


def kept_program(store: "Store") -> Program:
    """What the mentee takes part in; empty until it is set."""
    data = store.setting("program")
    return Program.from_json(data) if isinstance(data, dict) else Program()


def kept_preferences(store: "Store") -> Preferences:
    """How the journal behaves; as is usual until the mentee says otherwise."""
    data = store.setting("preferences")
    return Preferences.from_json(data if isinstance(data, dict) else {})


class JournalChoices:
    """The part of `Journal` that keeps what was chosen for all of it."""

    _store: "Store"
    _clock: Clock

    @property
    def program(self) -> Program:
        """What the mentee takes part in; empty until it is set."""
        return kept_program(self._store)

    def save_program(self, program: Program) -> None:
        """Keep the program."""
        self._keep("program", program.to_json())

    def change_program(self, how: Callable[[Program], Program]) -> None:
        """Keep what `how` makes of the program as it stands, so that nothing set meanwhile is lost.

        Raises:
            NotSavedError: It could not be kept, or `how` does not want to any more.
        """
        with self._store.at_once():
            self.save_program(how(self.program))

    @property
    def preferences(self) -> Preferences:
        """How this journal behaves."""
        return kept_preferences(self._store)

    @property
    def spelling(self) -> SpellingChoices:
        """Own words and chosen languages."""
        return SpellingChoices.from_json(self._store.setting("spelling"))

    def save_spelling(self, choices: SpellingChoices) -> None:
        """Keep own words and chosen languages."""
        self._store.set_setting("spelling", choices.to_json())

    @property
    def offers_answered(self) -> OffersAnswered:
        """Which of today's offers were taken up or left, and when."""
        return OffersAnswered.from_json(self._store.setting("offers"))

    def save_offers_answered(self, answered: OffersAnswered) -> None:
        """Remember which of today's offers were answered."""
        self._store.set_setting("offers", answered.to_json())

    def today(self) -> date:
        """The day it is, by when the mentee's days end."""
        return self.preferences.today(self._clock())

    def save_preferences(self, preferences: Preferences) -> None:
        """Keep the preferences."""
        self._keep("preferences", preferences.to_json())

    def _keep(self, name: str, values: dict[str, Json]) -> None:
        """Keep a setting; what a newer version has named in it besides stays as it is."""
        with self._store.at_once():
            former = self._store.setting(name)
            self._store.set_setting(name, {**former, **values} if isinstance(former, dict) else values)
