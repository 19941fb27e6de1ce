"""The form in which one template is written."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFont, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTextEdit, QVBoxLayout, QWidget

from amp_desktop.domain.entry_template import EntryTemplate, unknown_variables
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.ui.editing.highlighter import MarkdownHighlighter
from amp_desktop.ui.style.icons import icon
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.templates.labels import kind_icon, kind_words, unknown_words
from amp_desktop.ui.templates.menu import VariableMenu
from amp_desktop.ui.widgets.buttons import quiet_button
from amp_desktop.ui.widgets.chips import ChipRow
from amp_desktop.ui.widgets.document_text import for_document, text_of
from amp_desktop.ui.widgets.field import Field
from amp_desktop.ui.widgets.inputs import choice_field
from amp_desktop.ui.widgets.private_text_edit import PrivateTextEdit


class TemplateForm(QWidget):
    """Name, kind, title, tags and text of one template.

    Attributes:
        edited: The person changed something; `filled` has it.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explains = True
        self._silent = False
        self._name = QLineEdit()
        kinds: list[tuple[str, object]] = [(kind_words(kind), kind) for kind in (None, *ENTRY_TYPES)]
        self._kind = choice_field(self.tr("Kind of entry"), kinds)
        for at, kind in enumerate((None, *ENTRY_TYPES)):
            self._kind.setItemIcon(at, icon(kind_icon(kind), "muted", "muted"))
        self._title = QLineEdit()
        self._tags = ChipRow(self.tr("Tags"))
        self._text = _Text()
        self._into: QLineEdit | QTextEdit = self._text
        self._hint = quiet_button(self.tr("Hint"), "eye-off")
        self._variable = quiet_button(self.tr("Variable"), "plus")
        self._menu = VariableMenu(self._variable)
        self._lay_out()
        self._connect()

    def show_template(self, template: EntryTemplate) -> None:
        """Show a template without telling anybody; what stands there as it should keeps its cursor."""
        self._silent = True
        for line, words in ((self._name, template.name), (self._title, template.title)):
            if line.text() != words:
                line.setText(words)
        self._kind.setCurrentIndex(self._kind.findData(template.kind))
        self._tags.set_tags(template.tags)
        if text_of(self._text.document()) != template.body:
            self._text.setPlainText(for_document(template.body))
        self._silent = False
        self._look_through(template)

    def filled(self, template: EntryTemplate) -> EntryTemplate:
        """The template as it stands here; one whose name was emptied keeps the name it had."""
        return replace(
            template,
            name=self._name.text().strip() or template.name,
            kind=self._kind.currentData() or None,
            title=self._title.text(),
            tags=tuple(self._tags.tags()),
            body=text_of(self._text.document()),
        )

    def set_explains(self, *, explains: bool) -> None:
        """Whether there is room to say how a text is written; what is wrong in it is said always."""
        if explains != self._explains:
            self._explains = explains
            self._look_through(self.filled(EntryTemplate(id="-", name="-")))

    def focus_name(self) -> None:
        """Give the keyboard to the name, all of it selected."""
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._name.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember in which of the two a variable was last wanted."""
        if event.type() == QEvent.Type.FocusIn and watched in (self._title, self._text):
            self._into = self._title if watched is self._title else self._text
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        tools = QHBoxLayout()
        tools.setSpacing(room // 4)
        tools.addWidget(self._hint)
        tools.addWidget(self._variable)
        tools.addStretch(1)
        self._variable.setMenu(self._menu)
        self._body = Field(self.tr("Text"), self._text)
        top = QHBoxLayout()
        top.setSpacing(room * 2 // 3)
        top.addWidget(Field(self.tr("Name"), self._name), 3)
        top.addWidget(Field(self.tr("Kind of entry"), self._kind), 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(room * 2 // 3)
        column.addLayout(top)
        column.addWidget(Field(self.tr("Title of the entry"), self._title))
        column.addWidget(self._body, 1)
        column.addLayout(tools)
        column.addWidget(Field(self.tr("Tags"), self._tags))

    def _connect(self) -> None:
        for line in (self._name, self._title):
            line.textEdited.connect(self._changed)
        self._kind.activated.connect(self._changed)
        self._tags.changed.connect(self._changed)
        self._text.textChanged.connect(self._changed)
        self._hint.clicked.connect(self._put_hint)
        self._hint.setToolTip(self.tr("A hint guides you while you write, and never leaves the journal."))
        self._menu.chosen.connect(self._put_variable)
        self._title.installEventFilter(self)
        self._text.installEventFilter(self)

    def _look_through(self, template: EntryTemplate) -> None:
        usual = self.tr(
            "Headings are questions; hints go between %\u2060% and %\u2060%. "
            "A question without an answer never leaves the journal."
        )
        self._body.set_hint(unknown_words(unknown_variables(template)) or (usual if self._explains else ""))

    @Slot()
    def _changed(self) -> None:
        if not self._silent:
            self._look_through(self.filled(EntryTemplate(id="-", name="-")))
            self.edited.emit()

    @Slot()
    def _put_hint(self) -> None:
        cursor = self._text.textCursor()
        cursor.insertText(f"%%{cursor.selectedText()}%%")
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.MoveAnchor, 2)
        self._text.setTextCursor(cursor)
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _put_variable(self, written: str) -> None:
        if isinstance(self._into, QLineEdit):
            self._into.insert(written)
            self._changed()
        else:
            self._into.insertPlainText(written)
        self._into.setFocus(Qt.FocusReason.OtherFocusReason)


class _Text(PrivateTextEdit):
    """The template's Markdown; Tab leaves it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        set_variant(self, "box")
        self._highlighter = MarkdownHighlighter(self.document())
        self.setFont(QFont(self.font()))
        self.setMinimumHeight(self.fontMetrics().height() * 3)
