"""One entry's undo: what was done to its texts and to its fields, in the order in which it was done.

Texts keep their own undo, as Qt has it; each step of it stands on the entry's stack as one command, as
Calligra does with its texts. Qt would join what is typed after another command with what was typed before,
so the texts are told to begin anew at each.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QTextCursor, QTextDocument, QUndoCommand, QUndoStack


class UndoStep(Protocol):
    """Something that was done already, and can be taken back and done again."""

    def undo(self) -> None:
        """Take it back."""

    def redo(self) -> None:
        """Do it again."""


class EntryUndo(QObject):
    """The one stack of an entry, whatever it consists of.

    Attributes:
        text_changed: A step was taken in a text; carries the `QTextCursor` that stands where it was.
        going: Something is about to be taken back or done again.
        gone: It was.
    """

    text_changed = Signal(object)
    going = Signal()
    gone = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stack = QUndoStack(self)
        self._texts: list[_Text] = []
        self._gathered: list[UndoStep] | None = None
        self._at_work = False

    def follow(self, document: QTextDocument) -> None:
        """From now on, what is done to this text is done to the entry."""
        self._texts.append(_Text(document, self))

    def leave(self, document: QTextDocument) -> None:
        """What is done to this text is done to another entry now; nothing was done to it here."""
        text = next(text for text in self._texts if text.document is document)
        self._texts.remove(text)
        document.undoCommandAdded.disconnect(text.added)
        text.deleteLater()

    def push(self, step: UndoStep) -> None:
        """Something was done."""
        if self._at_work:
            return
        for text in self._texts:
            if not (isinstance(step, TextStep) and step.document is text.document):
                text.begin_anew()
        if self._gathered is None:
            self._stack.push(_Command((step,)))
        else:
            self._gathered.append(step)

    @contextmanager
    def as_one(self) -> Iterator[None]:
        """What is done meanwhile is taken back as one."""
        outer, self._gathered = self._gathered, []
        try:
            yield
        finally:
            steps, self._gathered = self._gathered, outer
            if outer is not None:
                outer.extend(steps)
            elif steps:
                self._stack.push(_Command(steps))

    def last(self) -> UndoStep | None:
        """What was done last, if nothing was taken back since and it was one step alone.

        While steps are gathered there is none: what is done as one does not become part of what was before.
        """
        if self._gathered is not None or self._stack.canRedo() or not self._stack.count():
            return None
        command = self._stack.command(self._stack.count() - 1)
        assert isinstance(command, _Command)
        return command.steps[0] if len(command.steps) == 1 else None

    def can_undo(self) -> bool:
        """Whether there is something to be taken back."""
        return self._stack.canUndo()

    def can_redo(self) -> bool:
        """Whether something was taken back that can be done again."""
        return self._stack.canRedo()

    def undo(self) -> None:
        """Take back what was done last."""
        self._go(self._stack.undo)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._go(self._stack.redo)

    def clear(self) -> None:
        """Forget every word of it."""
        self._stack.clear()

    def joins(self, document: QTextDocument) -> bool:
        """Whether another edit of this text can become part of the step before."""
        last = self.last()
        return isinstance(last, TextStep) and last.document is document

    @contextmanager
    def joining(self, document: QTextDocument) -> Iterator[None]:
        """What is done meanwhile becomes part of the text's step before; see `joins`."""
        text = next(text for text in self._texts if text.document is document)
        text.joining = True
        try:
            yield
        finally:
            text.joining = False

    def _go(self, way: Callable[[], None]) -> None:
        self.going.emit()
        self._at_work = True
        try:
            way()
        finally:
            self._at_work = False
            for text in self._texts:
                text.begin_anew()
        self.gone.emit()


class TextStep:
    """A step in a text's own undo."""

    def __init__(self, document: QTextDocument, owner: EntryUndo) -> None:
        self.document = document
        self._owner = owner

    def undo(self) -> None:
        """Have the text take back its last step."""
        cursor = QTextCursor(self.document)
        self.document.undo(cursor)
        self._owner.text_changed.emit(cursor)

    def redo(self) -> None:
        """Have the text do again what it took back last."""
        cursor = QTextCursor(self.document)
        self.document.redo(cursor)
        self._owner.text_changed.emit(cursor)


class _Text(QObject):
    """Hears of each step of a text."""

    def __init__(self, document: QTextDocument, owner: EntryUndo) -> None:
        super().__init__(owner)
        self.document = document
        self.joining = False
        self._owner = owner
        document.undoCommandAdded.connect(self.added)

    def begin_anew(self) -> None:
        """Let what is typed from now on be a step of its own: Qt joins typing with a modified text alone."""
        self.document.setModified(False)

    @Slot()
    def added(self) -> None:
        """A step was done."""
        if not self.joining:  # Qt tells of a joined edit as of a new one
            self._owner.push(TextStep(self.document, self._owner))


class _Command(QUndoCommand):
    """Steps as Qt's stack wants them; pushing it does nothing, for they were done already."""

    def __init__(self, steps: Sequence[UndoStep]) -> None:
        super().__init__()
        self.steps = tuple(steps)
        self._is_new = True

    def undo(self) -> None:
        for step in reversed(self.steps):
            step.undo()

    def redo(self) -> None:
        if self._is_new:
            self._is_new = False
            return
        for step in self.steps:
            step.redo()
