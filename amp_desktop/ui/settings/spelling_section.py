"""Spelling: whether it is checked, in which languages it can be, and the mentee's own words."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QWidget

from amp_desktop.domain.spelling import SpellingChoices
from amp_desktop.ui.actions.undo_offered import UndoOffered
from amp_desktop.ui.editing.spelling.context import has_checker, language_name, languages
from amp_desktop.ui.editing.spelling.dictionaries import usual_folders
from amp_desktop.ui.session import Session
from amp_desktop.ui.settings.section import SettingsSection
from amp_desktop.ui.widgets.check_box import CheckBox
from amp_desktop.ui.widgets.chips import Chip
from amp_desktop.ui.widgets.flow_layout import FlowLayout
from amp_desktop.ui.widgets.labels import SectionLabel, label
from amp_desktop.ui.widgets.layouts import discard


class SpellingSection(SettingsSection):
    """What of spelling is set once; an entry's language is chosen where one writes."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._gone = ""
        self._shown: tuple[str, ...] | None = None
        self._on = CheckBox(self.tr("Underline words that are misspelt"))
        self._on.switched.connect(self._switch)
        self._none: QLabel = label(
            self.tr("None yet. A right click on an underlined word adds it here."), "muted"
        )
        self._words = QWidget()
        self._flow = FlowLayout(self._words, self.fontMetrics().height() // 3)
        self._lay_out()
        self.banner.action_requested.connect(self._add_back)
        UndoOffered(self.banner, self)
        session.spelling_changed.connect(self.show_values)
        self.show_values()

    @Slot()
    def show_values(self) -> None:
        """Show what is set."""
        choices = self.session.spelling
        self._on.show_checked(choices.is_on)
        words = tuple(sorted(choices.words, key=str.casefold))
        if words != self._shown:
            self._show_words(words)

    def forget(self) -> None:
        """Drop every word."""
        super().forget()
        self._gone = ""
        self._show_words(())

    def _lay_out(self) -> None:
        self.column.addWidget(self._on)
        self.column.addWidget(label(self._languages(), "small"))
        self.column.addWidget(SectionLabel(self.tr("My own words")))
        self.column.addWidget(self._none)
        self.column.addWidget(self._words)

    def _languages(self) -> str:
        if not has_checker():
            return self.tr("There is no spell checker for this kind of system.")
        names = ", ".join(map(language_name, languages()))
        return self.tr(
            "This computer has dictionaries for: {languages}. For another language, install its Hunspell "
            "dictionary or put its two files, .dic and .aff, into {folder}; then start the program again."
        ).format(languages=names, folder=usual_folders()[0])

    def _show_words(self, words: tuple[str, ...]) -> None:
        self._shown = words
        for chip in self._words.findChildren(Chip):
            discard(self._flow, chip)
        for word in words:
            cross = self.tr("Remove the word {word}").format(word=word)
            chip = Chip(word, self._words, removable=True, cross=cross)
            chip.removed.connect(self._remove)
            self._flow.addWidget(chip)
        self._none.setHidden(bool(words))
        self._words.setVisible(bool(words))

    @Slot(bool)
    def _switch(self, on: bool) -> None:
        self._change(lambda choices: choices.switched(on=on))

    @Slot(str)
    def _remove(self, word: str) -> None:
        if self._change(lambda choices: choices.without_word(word)):
            self._gone = word
            sentence = self.tr("“{word}” is no longer one of your words.").format(word=word)
            self.banner.show_undo(sentence)

    @Slot()
    def _add_back(self) -> None:
        if self._gone:
            self._change(lambda choices: choices.with_word(self._gone))

    def _change(self, how: Callable[[SpellingChoices], SpellingChoices]) -> bool:
        return self.banner.tries(partial(self.session.save_spelling, how(self.session.spelling)))
