"""Edits upon a real text box: the one place where characters become Qt's places and back."""

from collections.abc import Callable

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from amp_desktop.ui.editing.edit import Edit, Selection
from amp_desktop.ui.editing.utf16 import all_to_units, to_characters, to_units
from amp_desktop.ui.widgets.document_text import for_document, text_of


def selection_of(cursor: QTextCursor, text: str) -> Selection:
    """What is selected, in characters of `text`, which is the whole text of the cursor's document."""
    return Selection(to_characters(text, cursor.anchor()), to_characters(text, cursor.position()))


def do(box: QTextEdit, action: Callable[[str, Selection], Edit | None]) -> bool:
    """Do an action to what is selected, as one step for undo; whether there was something to do."""
    text = text_of(box.document())
    edit = action(text, selection_of(box.textCursor(), text))
    if edit is None or box.isReadOnly():
        return False
    apply(box, edit, text)
    return True


def apply(box: QTextEdit, edit: Edit, text: str) -> None:
    """Change the text by an edit, select what it selects and bring that into sight.

    Args:
        box: Whose text it is.
        edit: What is to be done.
        text: The whole text as it is now.
    """
    cursor = box.textCursor()
    start, end = all_to_units(text, (edit.start, edit.end))
    if edit.start < edit.end or edit.replacement:
        cursor.beginEditBlock()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(for_document(edit.replacement))
        cursor.endEditBlock()
    changed = edit.applied(text)
    select(box, to_units(changed, edit.selection.anchor), to_units(changed, edit.selection.position))


def select(box: QTextEdit, anchor: int, position: int) -> None:
    """Select from one of Qt's places to another and bring it into sight."""
    cursor = box.textCursor()
    cursor.setPosition(anchor)
    cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)
    box.ensureCursorVisible()
