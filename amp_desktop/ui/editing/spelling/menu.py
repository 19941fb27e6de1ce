"""What a text box's menu offers about spelling: what was meant, own words, the language."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QTextCursor
from PySide6.QtWidgets import QMenu, QTextEdit, QWidget
from shiboken6 import isValid

from amp_desktop.ui.editing.spelling.checker import SpellChecker
from amp_desktop.ui.editing.spelling.context import SpellingState, language_name, languages
from amp_desktop.ui.editing.spelling.marks import as_spelt
from amp_desktop.ui.widgets.mnemonics import without_mnemonic


class SpellingMenu(QObject):
    """Puts its parts into menus that are about to be shown.

    Attributes:
        word_added: The mentee makes this word one of their own.
        language_chosen: The entry is in that language; an empty string leaves it unchecked, None guesses.
        switched: Spelling is to be checked from now on, or not.
    """

    word_added = Signal(str)
    language_chosen = Signal(object)
    switched = Signal(bool)

    def __init__(self, checker: SpellChecker, parent: QObject) -> None:
        super().__init__(parent)
        self._checker = checker
        self._word: QTextCursor | None = None
        self._placeholder: QAction | None = None
        checker.suggested.connect(self._show_suggestions)

    def fill(self, menu: QMenu, box: QTextEdit, position: int) -> None:
        """Put what concerns the word at one of Qt's places before all else, and the languages at the end."""
        word = self._checker.misspelt_at(box, position)
        if word is not None:
            self._add_word(menu, QTextCursor(word))
        menu.addSeparator()
        menu.addMenu(self.language_menu(menu))

    def language_menu(self, parent: QWidget) -> QMenu:
        """In which language the entry is, and whether it is checked."""
        menu = QMenu(self.tr("Spelling"), parent)
        context = self._checker.context
        said = menu.addAction(context.sentence())
        said.setEnabled(False)
        if context.why is SpellingState.NO_CHECKER:
            return menu
        on = menu.addAction(self.tr("Check spelling"))
        on.setCheckable(True)
        on.setChecked(context.why is not SpellingState.OFF)
        on.triggered.connect(self.switched)
        if context.why is not SpellingState.OFF and self._checker.entry:
            menu.addSeparator()
            self._add_languages(menu)
        return menu

    def forget(self) -> None:
        """Drop the word that a menu was shown for."""
        self._word = self._placeholder = None

    def _add_languages(self, menu: QMenu) -> None:
        context = self._checker.context
        group = QActionGroup(menu)
        none_chosen = not context.chosen
        self._add_choice(menu, group, self.tr("Detect the language from the text"), None, none_chosen)
        for language in languages():
            chosen = context.chosen and context.language == language
            self._add_choice(menu, group, language_name(language), language, chosen)
        unchecked = context.why is SpellingState.NOT_THIS_ENTRY
        self._add_choice(menu, group, self.tr("Do not check this entry"), "", unchecked)

    def _add_choice(
        self, menu: QMenu, group: QActionGroup, text: str, value: str | None, checked: bool
    ) -> None:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(checked)
        action.setData(value)
        action.triggered.connect(self._choose_language)
        group.addAction(action)

    def _add_word(self, menu: QMenu, word: QTextCursor) -> None:
        self._word = word
        first = menu.actions()[0] if menu.actions() else None
        self._placeholder = placeholder = QAction(self.tr("Looking for suggestions…"), menu)
        placeholder.setEnabled(False)
        words = self.tr("Add “{word}” to my words").format(word=word.selectedText())
        add = QAction(without_mnemonic(words), menu)
        add.triggered.connect(self._add_to_own)
        separator = QAction(menu)
        separator.setSeparator(True)
        for action in (placeholder, add, separator):
            menu.addAction(action) if first is None else menu.insertAction(first, action)
        self._checker.suggest(word.selectedText())

    @Slot(str, list)
    def _show_suggestions(self, word: str, suggestions: list[str]) -> None:
        placeholder, meant = self._placeholder, self._word
        if placeholder is None or meant is None or not isValid(placeholder):
            return
        menu = placeholder.parent()
        if as_spelt(meant.selectedText()) != word or not isinstance(menu, QMenu):
            return
        for suggestion in suggestions:
            action = QAction(suggestion, menu)
            action.triggered.connect(self._replace)
            menu.insertAction(placeholder, action)
        if suggestions:
            menu.removeAction(placeholder)
            menu.setActiveAction(menu.actions()[0])
        else:
            placeholder.setText(self.tr("No suggestions"))
        self._placeholder = None

    @Slot()
    def _replace(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and self._word is not None:
            self._word.insertText(action.text())

    @Slot()
    def _add_to_own(self) -> None:
        if self._word is not None:
            self.word_added.emit(as_spelt(self._word.selectedText()))

    @Slot()
    def _choose_language(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.language_chosen.emit(action.data())
