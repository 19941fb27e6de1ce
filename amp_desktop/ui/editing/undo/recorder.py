"""What a person changes in the fields of an entry, made into steps that can be taken back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Slot
from shiboken6 import isValid

from amp_desktop.domain.changes import differ, taken_back
from amp_desktop.domain.entry import Entry
from amp_desktop.ui.editing.undo.stack import EntryUndo
from amp_desktop.ui.editing.undo.typed import Typed, typed

State = Callable[[], Entry | None]
Show = Callable[[Entry], None]


class FieldRecorder(QObject):
    """Looks at the fields of the open entry whenever one of them was changed.

    1. `begin` with the stack of an entry that was opened.
    2. `note` after each change by the person: a step, or a letter more of the step before.
    3. `see` when fields show something else and the person did nothing: that is no step.

    Texts that follow the stack themselves stay empty in the states.
    """

    def __init__(self, state: State, show: Show, parent: QObject | None = None) -> None:
        """Make it, with no entry.

        Args:
            state: The open entry as it stands in the fields, without texts that have an undo of their own;
                None where nothing may be changed.
            show: Shows an entry's fields, and keeps them, as if the person had changed them.
            parent: The owner.
        """
        super().__init__(parent)
        self._state = state
        self._show = show
        self._steps = EntryUndo(self)
        self._known: Entry | None = None
        self._run: Typed | None = None
        self._gathers = False
        self._follow()

    def begin(self, steps: EntryUndo) -> None:
        """From now on these are the steps of the entry that is shown."""
        if isValid(self._steps):
            self._steps.going.disconnect(self.note)
            self._steps.gone.disconnect(self._look)
        self._steps = steps
        self._follow()
        self._look()

    @Slot()
    def note(self) -> None:
        """The person changed something, perhaps."""
        before, now = self._known, self._state()
        if before is None or now is None or not differ(before, now):
            return
        run, last = typed(before, now), self._steps.last()
        if run and self._run and run.goes_on(self._run) and isinstance(last, FieldsStep):
            last.after = now
        else:
            self._steps.push(FieldsStep(self, before, now))
        self._known, self._run = now, run

    def see(self) -> None:
        """The fields show what was changed elsewhere."""
        if self._gathers:
            self.note()
        else:
            self._look()

    @contextmanager
    def as_one(self) -> Iterator[None]:
        """All that the fields and texts come to show meanwhile is one step."""
        outer, self._gathers = self._gathers, True
        try:
            with self._steps.as_one():
                yield
        finally:
            self._gathers = outer

    @Slot()
    def undo(self) -> None:
        """Take back what was done last, in text or fields."""
        if self._state() is not None:
            self._steps.undo()

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back last."""
        if self._state() is not None:
            self._steps.redo()

    def forget(self) -> None:
        """Know no word of any entry."""
        self.begin(EntryUndo(self))
        self._known = None

    def change(self, before: Entry, after: Entry) -> tuple[Entry, Entry]:
        """Let the fields become `after` where they are `before`; what became of them since stays.

        Returns:
            What they were and what they are now; as it was asked where nothing may be changed.
        """
        now = self._state()
        if now is None:
            return before, after
        shown = taken_back(now, after, before)
        self._show(shown)
        return now, shown

    def _follow(self) -> None:
        self._steps.going.connect(self.note)  # what no field has told of yet
        self._steps.gone.connect(self._look)

    @Slot()
    def _look(self) -> None:
        self._known, self._run = self._state(), None


class FieldsStep:
    """Fields of an entry that were changed together, or a run of typing in one of them.

    Redoing does again what undoing took back, and no more: where others had written meanwhile, undoing may
    have left something alone, and then redoing leaves it alone as well.
    """

    def __init__(self, recorder: FieldRecorder, before: Entry, after: Entry) -> None:
        self.before, self.after = before, after
        self._recorder = recorder

    def undo(self) -> None:
        """Show what was."""
        self.after, self.before = self._recorder.change(self.after, self.before)

    def redo(self) -> None:
        """Show what became of it."""
        self.before, self.after = self._recorder.change(self.before, self.after)
