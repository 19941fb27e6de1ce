"""What changed between two texts, to be read: by words and shape, and by colour only besides."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from amp_desktop.ui.entries.inspector.history.difference import Change, ComparedParagraph, Run
from amp_desktop.ui.platform.clipboard import private_selection
from amp_desktop.ui.style.theme import set_variant, theme

AROUND = 1
"""Unchanged paragraphs that are shown before and after a changed one; more of them are counted."""


class DifferenceView(QTextEdit):
    """Added words are underlined, removed ones struck through; a line over each change says how much."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paragraphs: tuple[ComparedParagraph, ...] = ()
        self._is_whole = False
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("What changed"))
        set_variant(self, "box")
        theme().theme_changed.connect(self._write)

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied and dragged: plain, and kept out of clipboard histories."""
        return private_selection(self.textCursor())

    def show_difference(self, paragraphs: tuple[ComparedParagraph, ...], *, whole: bool = False) -> None:
        """Show what `difference` found, or with `whole` every paragraph, changed or not."""
        self._paragraphs = paragraphs
        self._is_whole = whole
        self.setAccessibleDescription(self.summary())
        self._write()

    def forget(self) -> None:
        """Drop every word."""
        self._paragraphs = ()
        self.clear()

    def summary(self) -> str:
        """How much changed, in one sentence."""
        added = sum(paragraph.words(Change.ADDED) for paragraph in self._paragraphs)
        removed = sum(paragraph.words(Change.REMOVED) for paragraph in self._paragraphs)
        attached = self._attached(self._paragraphs)
        if not any(paragraph.is_changed for paragraph in self._paragraphs):
            return self.tr("Nothing differs.")
        if not (added + removed or attached):
            return self.tr("Only spaces and signs differ.")
        parts = [self._added(added), self._removed(removed)] if added + removed else []
        return self.tr("{changes}.").format(changes=", ".join([*parts, *attached]))

    def _write(self) -> None:
        self.clear()
        cursor = self.textCursor()
        cursor.beginEditBlock()
        self._is_first = True
        skipped = 0
        for at, paragraph in enumerate(self._paragraphs):
            if paragraph.is_changed:
                skipped = self._tell_skipped(cursor, skipped)
                self._write_changed(cursor, paragraph)
            elif self._is_whole or self._is_near_change(at):
                skipped = self._tell_skipped(cursor, skipped)
                self._write_runs(cursor, paragraph.runs)
            else:
                skipped += 1
        self._tell_skipped(cursor, skipped)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _is_near_change(self, at: int) -> bool:
        near = self._paragraphs[max(at - AROUND, 0) : at + AROUND + 1]
        return any(paragraph.is_changed for paragraph in near)

    def _tell_skipped(self, cursor: QTextCursor, count: int) -> int:
        if count:
            one = self.tr("1 unchanged paragraph")
            self._write_note(cursor, one if count == 1 else self.tr("%n unchanged paragraphs", "", count))
        return 0

    def _write_changed(self, cursor: QTextCursor, paragraph: ComparedParagraph) -> None:
        added, removed = paragraph.words(Change.ADDED), paragraph.words(Change.REMOVED)
        parts = [self._added(added)] * bool(added) + [self._removed(removed)] * bool(removed)
        parts += self._attached((paragraph,))
        if parts:
            self._write_note(cursor, " · ".join(parts))
        self._write_runs(cursor, paragraph.runs)

    def _added(self, count: int) -> str:
        return self.tr("1 word added") if count == 1 else self.tr("%n words added", "", count)

    def _removed(self, count: int) -> str:
        return self.tr("1 word removed") if count == 1 else self.tr("%n words removed", "", count)

    def _attached(self, paragraphs: tuple[ComparedParagraph, ...]) -> list[str]:
        """How many pictures and files were added and removed, where any were."""
        added = sum(paragraph.attached(Change.ADDED) for paragraph in paragraphs)
        removed = sum(paragraph.attached(Change.REMOVED) for paragraph in paragraphs)
        parts = []
        if added:
            one = self.tr("1 picture or file added")
            parts.append(one if added == 1 else self.tr("%n pictures or files added", "", added))
        if removed:
            one = self.tr("1 picture or file removed")
            parts.append(one if removed == 1 else self.tr("%n pictures or files removed", "", removed))
        return parts

    def _write_note(self, cursor: QTextCursor, text: str) -> None:
        look = QTextCharFormat()
        look.setForeground(theme().tokens.muted)
        look.setFontPointSize(self.font().pointSizeF() * 0.88)
        self._begin(cursor, air=True)
        cursor.insertText(text, look)

    def _write_runs(self, cursor: QTextCursor, runs: tuple[Run, ...]) -> None:
        self._begin(cursor, air=False)
        for run in runs:
            cursor.insertText(run.text, _look(run.change))

    def _begin(self, cursor: QTextCursor, *, air: bool) -> None:
        block = QTextBlockFormat()
        block.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        block.setTopMargin(self.fontMetrics().height() * 0.6 if air and not self._is_first else 0)
        if self._is_first:
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)
        self._is_first = False


def _look(change: Change) -> QTextCharFormat:
    look, tokens = QTextCharFormat(), theme().tokens
    if change is Change.KEPT:
        look.setForeground(tokens.text)
        return look
    colour = tokens.good if change is Change.ADDED else tokens.care
    background = QColor(colour)
    background.setAlpha(34)
    look.setForeground(colour)
    look.setBackground(background)
    look.setFontUnderline(change is Change.ADDED)
    look.setFontStrikeOut(change is Change.REMOVED)
    if change is Change.ADDED:
        look.setFontWeight(QFont.Weight.DemiBold)
    return look
