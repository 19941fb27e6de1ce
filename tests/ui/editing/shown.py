"""A text and what is selected in it, written as one string: ‹ before the selection and › after it."""

from amp_desktop.ui.editing.edit import Edit, Selection


def read(shown: str) -> tuple[str, Selection]:
    """Take the marks of the selection out of a text."""
    start = shown.index("‹")
    end = shown.index("›") - 1
    return shown.replace("‹", "").replace("›", ""), Selection(start, end)


def show(text: str, edit: Edit | None) -> str:
    """The text after the edit with its selection marked."""
    assert edit is not None
    changed, selection = edit.applied(text), edit.selection
    return (
        f"{changed[: selection.start]}‹{changed[selection.start : selection.end]}›{changed[selection.end :]}"
    )
