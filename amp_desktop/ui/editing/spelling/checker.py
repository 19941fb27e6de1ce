"""Spelling in text boxes: looks at the lines in sight, in moments when nobody types."""

from collections.abc import Callable, Iterable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from amp_desktop.domain.spelling import SpellingChoices
from amp_desktop.ui.editing.spelling.context import SpellingContext, SpellingState, standing_of
from amp_desktop.ui.editing.spelling.marks import SpellMarks, as_spelt
from amp_desktop.ui.editing.spelling.speller import Speller
from amp_desktop.ui.editing.utf16 import all_to_units
from amp_desktop.ui.editing.visible import visible_blocks

PAUSE_MS = 120
"""How long nothing must happen before lines are looked at."""
SLICE_SECONDS = 0.002
"""How long lines are looked at before keys that wait are served."""
BEGINNING = 6_000
"""Characters by which a language is guessed."""


class SpellChecker(QObject):
    """Knows which words in sight are to be underlined.

    1. `begin` with an entry: its language is the one chosen for it, or guessed from the text.
    2. Whatever is typed or scrolled to is looked at after a pause, a slice at a time.
    3. `marked` is told when what is underlined changed; `misspelt_in` has it.

    Attributes:
        marked: Other words are to be underlined.
        standing_changed: The text is checked in another language, or not at all, or again.
        suggested: Carries a word and a list of what could have been meant.
    """

    marked = Signal()
    standing_changed = Signal()
    suggested = Signal(str, list)

    def __init__(
        self, shown: Callable[[], Iterable[QTextEdit]], is_code: Callable[[QTextBlock], bool], parent: QObject
    ) -> None:
        """Look at the texts of an entry; each is to be watched from when it is there.

        Args:
            shown: Answers with the boxes whose texts are looked at.
            is_code: Whether a block is left out, because it is code.
            parent: The owner.
        """
        super().__init__(parent)
        self._shown = shown
        self._is_code = is_code
        self._choices: Callable[[], SpellingChoices] = SpellingChoices
        self._entry = ""
        self._context = SpellingContext(SpellingState.OFF)
        self._speller: Speller | None = None
        self._marks: SpellMarks | None = None
        self._misspelt: list[QTextCursor] = []
        self._blocks: Iterator[tuple[QTextEdit, QTextBlock]] = iter(())
        self._found: list[QTextCursor] = []
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self._slice = QTimer(self, singleShot=True, interval=0)
        self._slice.timeout.connect(self._go_on)

    @property
    def entry(self) -> str:
        """The id of the entry that is looked at; an empty string where there is none."""
        return self._entry

    @property
    def context(self) -> SpellingContext:
        """In which language it is looked at, or why not."""
        return self._context

    def use(self, choices: Callable[[], SpellingChoices]) -> None:
        """Ask there for own words and chosen languages from now on."""
        self._choices = choices

    def watch(self, box: QTextEdit) -> None:
        """Look again whenever the text of that box is changed or scrolled."""
        box.textChanged.connect(self.look_soon)
        box.verticalScrollBar().valueChanged.connect(self.look_soon)

    def begin(self, entry: str) -> None:
        """Take up the entry of that id, which stands in the boxes."""
        self._entry = entry
        self._mark([])
        self._stand()
        self.look_soon()

    def stop(self) -> None:
        """Forget every word, and end the dictionary's process."""
        self._pause.stop()
        self._slice.stop()
        self._entry, self._context = "", SpellingContext(SpellingState.OFF)
        self._misspelt, self._found, self._blocks = [], [], iter(())
        self._drop_speller()

    def look_again(self) -> None:
        """Other choices hold: own words, the language, or whether spelling is checked at all."""
        self._stand()
        if self._marks is None:
            self._mark([])
        self.look_soon()

    def misspelt_in(self, box: QTextEdit) -> list[QTextCursor]:
        """Those of the words that stand in a box."""
        return [word for word in self._misspelt if word.document() is box.document()]

    def misspelt_at(self, box: QTextEdit, position: int) -> QTextCursor | None:
        """The underlined word at one of Qt's places in a box; None where there is none."""
        words = self.misspelt_in(box)
        return next(
            (word for word in words if word.selectionStart() <= position <= word.selectionEnd()), None
        )

    def suggest(self, word: str) -> None:
        """Find out what could have been meant; `suggested` brings it."""
        if self._speller is not None:
            self._speller.suggest(as_spelt(word))

    @Slot()
    def look_soon(self) -> None:
        """Look at what is in sight after a pause."""
        if self._entry:
            self._pause.start()

    def _stand(self) -> None:
        """See how it stands with the entry, and have the dictionary that it needs."""
        context = standing_of(self._choices(), self._entry, self._beginning())
        if context == self._context:
            return
        changed = context.dictionary != self._context.dictionary
        self._context = context
        if changed:
            self._drop_speller()
        if changed and context.dictionary is not None:
            self._speller = speller = Speller(context.dictionary, self)
            speller.answered.connect(self.look_soon)
            speller.suggested.connect(self.suggested)
            speller.failed.connect(self._failed)
            self._marks = SpellMarks(speller, self._choices)
        self.standing_changed.emit()

    def _drop_speller(self) -> None:
        if self._speller is not None:
            self._speller.stop()
            self._speller.deleteLater()
        self._speller = self._marks = None

    def _beginning(self) -> str:
        return "\n".join(_beginning_of(box) for box in self._shown())[:BEGINNING]

    @Slot()
    def _failed(self) -> None:
        self._context = SpellingContext(SpellingState.NO_DICTIONARY, self._context.language)
        self._drop_speller()
        self._mark([])
        self.standing_changed.emit()

    @Slot()
    def _look(self) -> None:
        """Begin to look at what is in sight."""
        if self._context.why is SpellingState.LANGUAGE_UNKNOWN:
            self._stand()
        if self._marks is not None:
            self._blocks, self._found = _in_sight(list(self._shown())), []
            self._go_on()

    @Slot()
    def _go_on(self) -> None:
        """Look at lines for a slice of time; the rest follows when keys that wait were served."""
        began = perf_counter()
        for box, block in self._blocks:
            self._found += self._unknown_in(box, block)
            if perf_counter() - began > SLICE_SECONDS:
                self._slice.start()
                return
        self._mark(self._found)

    def _unknown_in(self, box: QTextEdit, block: QTextBlock) -> Iterator[QTextCursor]:
        if self._marks is None or not block.isValid() or self._is_code(block):
            return
        line, at_work = block.text(), _word_at_work(box, block)
        words = self._marks.unknown(line)
        places = all_to_units(line, (place for word in words for place in (word.start, word.end)))
        for start, end in zip(places[::2], places[1::2], strict=True):
            if not start <= at_work <= end:
                word = QTextCursor(block)
                word.setPosition(block.position() + start)
                word.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
                yield word

    def _mark(self, words: list[QTextCursor]) -> None:
        if [_place(word) for word in words] != [_place(word) for word in self._misspelt]:
            self._misspelt = words
            self.marked.emit()


def _beginning_of(box: QTextEdit) -> str:
    cursor = QTextCursor(box.document())
    cursor.setPosition(min(BEGINNING, box.document().characterCount() - 1), QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def _in_sight(boxes: Iterable[QTextEdit]) -> Iterator[tuple[QTextEdit, QTextBlock]]:
    for box in boxes:
        for block in visible_blocks(box):
            yield box, block


def _word_at_work(box: QTextEdit, block: QTextBlock) -> int:
    """Where in a block a word is being typed, which is not judged unfinished; -1 for nowhere."""
    cursor = box.textCursor()
    if not box.hasFocus() or cursor.hasSelection() or cursor.block() != block:
        return -1
    return cursor.positionInBlock()


def _place(word: QTextCursor) -> tuple[object, int, int]:
    return word.document(), word.selectionStart(), word.selectionEnd()
