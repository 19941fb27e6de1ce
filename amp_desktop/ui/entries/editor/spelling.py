"""Spelling in the open text: what is underlined, what the menu offers, and what the journal keeps of it."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QPushButton, QTextEdit, QWidget

from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.spelling import SpellingChoices
from amp_desktop.ui.editing.body import BodyEdit
from amp_desktop.ui.editing.page_texts import PageTexts
from amp_desktop.ui.editing.spelling.checker import SpellChecker
from amp_desktop.ui.editing.spelling.context import SpellingContext
from amp_desktop.ui.editing.spelling.menu import SpellingMenu
from amp_desktop.ui.editing.text_document import is_code
from amp_desktop.ui.session import Session
from amp_desktop.ui.style.theme import theme
from amp_desktop.ui.widgets.private_text_edit import PrivateTextEdit

LAYER = "spelling"


class EntrySpelling(QObject):
    """Brings the checker, the texts and the journal together.

    Attributes:
        standing_changed: Carries how it stands with the open entry now.
        failed: What the mentee chose could not be kept; carries the error.
    """

    standing_changed = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, texts: PageTexts, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._texts = texts
        self._lines: list[PrivateTextEdit] = []
        self._checker = SpellChecker(self._boxes, is_code, self)
        self._checker.use(self._choices)
        self._menu = SpellingMenu(self._checker, self)
        self._checker.marked.connect(self._underline)
        self._checker.standing_changed.connect(self._tell)
        self._menu.word_added.connect(self._add_word)
        self._menu.language_chosen.connect(self._choose_language)
        self._menu.switched.connect(self._switch)
        for text in texts.known:
            self._watch(text)
        texts.added.connect(self._watch)
        session.spelling_changed.connect(self._checker.look_again)
        theme().theme_changed.connect(self._underline)

    @property
    def context(self) -> SpellingContext:
        """How it stands with the open entry."""
        return self._checker.context

    def begin(self, entry: str) -> None:
        """Look at the entry that was just opened."""
        self._checker.begin(entry)
        self._tell()

    def stop(self) -> None:
        """Forget every word, and end the dictionary's process."""
        self._checker.stop()
        self._menu.forget()
        for text in self._texts.known:
            text.set_layer(LAYER, [])
        for line in self._lines:
            line.setExtraSelections([])

    def open_menu_on(self, button: QPushButton) -> None:
        """Have a button show the menu of languages over itself."""
        button.clicked.connect(self._show_languages)

    @Slot()
    def _show_languages(self) -> None:
        button = self.sender()
        assert isinstance(button, QPushButton)
        menu = self.language_menu(button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(button.mapToGlobal(button.rect().topLeft()) - menu.rect().bottomLeft())

    def language_menu(self, parent: QWidget) -> QMenu:
        """In which language the entry is, and whether it is checked."""
        return self._menu.language_menu(parent)

    def follow_line(self, box: PrivateTextEdit) -> None:
        """Look at what the title or the words of a row are written in, too, while it is seen."""
        if box not in self._lines:
            self._lines.append(box)
            self._checker.watch(box)
            box.menu_wanted.connect(self._fill_menu)
            box.destroyed.connect(self._forget_line)
        self._checker.look_soon()

    def _boxes(self) -> tuple[PrivateTextEdit, ...]:
        return (*self._texts.shown(), *(box for box in self._lines if box.isVisible()))

    @Slot(QObject)
    def _forget_line(self, gone: QObject) -> None:
        self._lines = [box for box in self._lines if box is not gone]

    def _choices(self) -> SpellingChoices:
        return self._session.spelling

    @Slot(object)
    def _watch(self, text: BodyEdit) -> None:
        self._checker.watch(text)
        text.sight_changed.connect(self._checker.look_soon)
        text.menu_wanted.connect(self._fill_menu)

    @Slot(QMenu, int)
    def _fill_menu(self, menu: QMenu, position: int) -> None:
        text = self.sender()
        assert isinstance(text, PrivateTextEdit)
        self._menu.fill(menu, text, position)

    @Slot()
    def _underline(self) -> None:
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        look.setUnderlineColor(theme().tokens.care)
        for text in self._texts.all():
            text.set_layer(LAYER, [_marked(word, look) for word in self._checker.misspelt_in(text)])
        for line in self._lines:
            line.setExtraSelections([_marked(word, look) for word in self._checker.misspelt_in(line)])

    @Slot()
    def _tell(self) -> None:
        self.standing_changed.emit(self._checker.context)

    @Slot(str)
    def _add_word(self, word: str) -> None:
        self._keep(self._choices().with_word(word))

    @Slot(object)
    def _choose_language(self, language: str | None) -> None:
        self._keep(self._choices().with_language(self._checker.entry, language))

    @Slot(bool)
    def _switch(self, on: bool) -> None:
        self._keep(self._choices().switched(on=on))

    def _keep(self, choices: SpellingChoices) -> None:
        try:
            self._session.save_spelling(choices)
        except JournalError as error:
            self.failed.emit(error)


def _marked(word: QTextCursor, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
    mark = QTextEdit.ExtraSelection()
    mark.cursor, mark.format = word, look
    return mark
