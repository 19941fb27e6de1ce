"""A picture of 10 MB pasted while one writes: how long the window is not there for a key."""

import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from tests.benchmarks.harness import Effort, Limit, Measure, Row, in_milliseconds
from tests.benchmarks.journals import journal_copy
from tests.benchmarks.windows.inside import body_edit, longest_stop, nothing, process_events, window_on

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QImage

    from amp_desktop.ui.editing.body import BodyEdit

WIDTH, HEIGHT = 1_900, 1_780
"""Of noise, which no PNG makes smaller: a file of 10 MB."""
ROUNDS = 3
AFTERWARDS = 0.6
"""Seconds of the processor's time for what follows: the text is saved, the strip shows the picture."""


def rows(effort: Effort) -> Iterator[Row]:
    """A line for each way in which the clipboard may hold it."""
    from amp_desktop.domain.clock import today
    from amp_desktop.domain.kinds.note import Note

    with journal_copy(effort.cache, min(effort.sizes)) as folder, window_on(folder) as window:
        assert window.workspace is not None
        entry = Note(title="A picture", body="Look: ", day=today())
        window.workspace.session.save(entry)
        window.workspace.show_entry(entry.id)
        process_events()
        body = body_edit(window)
        for work, made in (
            ("a picture of 10 MB pasted, the longest stop", _as_file),
            ("the same, copied within the program", _as_points),
        ):
            pair = effort.compare(_pasting(body, made), _idling(), ROUNDS)
            yield Row(
                work,
                "10 MB",
                pair.measured,
                pair.bound,
                "a loop with nothing to do",
                Limit(at_most=0.05),
                in_milliseconds,
            )


def _pasting(body: "BodyEdit", made: "Callable[[QImage], QMimeData]") -> Measure:
    """Pastes another picture each time: one that is in the journal already would not be written again."""
    from amp_desktop.domain.attachment import SCHEME

    def paste() -> float:
        data = made(_noise())
        return longest_stop(lambda: body.insertFromMimeData(data), lambda: SCHEME in body.text(), AFTERWARDS)

    def measured() -> float:
        longest = paste()
        body.undo()
        process_events()
        assert SCHEME not in body.text()
        return longest

    return measured


def _idling() -> Measure:
    return lambda: longest_stop(nothing, lambda: True, AFTERWARDS)


def _noise() -> "QImage":
    from PySide6.QtGui import QImage

    points = os.urandom(WIDTH * HEIGHT * 4)
    return QImage(points, WIDTH, HEIGHT, WIDTH * 4, QImage.Format.Format_RGB32).copy()


def _as_file(image: "QImage") -> "QMimeData":
    """As another program puts it on the clipboard."""
    from PySide6.QtCore import QMimeData

    from amp_desktop.ui.attachments.pictures import as_file

    data = QMimeData()
    data.setData("image/png", as_file(image))
    return data


def _as_points(image: "QImage") -> "QMimeData":
    """As this program does."""
    from PySide6.QtCore import QMimeData

    data = QMimeData()
    data.setImageData(image)
    return data
