"""The very text that will leave, in the form in which it will."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from amp_desktop.domain.summary import Format
from amp_desktop.sharing import DEFAULT_FORMAT, RENDERERS, PreviewStyle, find_renderer, remarks
from amp_desktop.ui.share.labels import counts, format_name, format_use
from amp_desktop.ui.share.pages_view import PagesView
from amp_desktop.ui.share.prepared import PreparedSummary
from amp_desktop.ui.share.text_views import PageView, TextView
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.empty_state import EmptyState
from amp_desktop.ui.widgets.labels import label


class Preview(QWidget):
    """Says how many entries leave, and shows what leaves; what was shown stays while it is made anew.

    Signals:
        format_changed(Format): Another form was chosen.
        fineness_changed(): The pages of the PDF want to be made for another width.
    """

    format_changed = Signal(object)
    fineness_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summary: PreparedSummary | None = None
        self._counts = label("", "strong")
        self._counts.setWordWrap(False)
        self._state = label("", "small")
        self._state.setWordWrap(False)
        self._tabs = QTabBar()
        self._tabs.setAccessibleName(self.tr("Format"))
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setUsesScrollButtons(False)
        self._tabs.setElideMode(Qt.TextElideMode.ElideRight)
        for form in RENDERERS:
            at = self._tabs.addTab(format_name(form))
            use = self.tr("{form}: {use}").format(form=format_name(form), use=format_use(form))
            self._tabs.setTabToolTip(at, use)
        self._tabs.setCurrentIndex(list(RENDERERS).index(DEFAULT_FORMAT))
        self._text = TextView(self.tr("The text that will be shared"))
        self._page = PageView(self.tr("The web page that will be shared"))
        self._pages = PagesView()
        self._nothing = EmptyState("send", "")
        self._remarks = label("", "care")
        self._lay_out()
        self._tabs.currentChanged.connect(self._choose)
        self._pages.fineness_changed.connect(self.fineness_changed)

    def format(self) -> Format:
        """The form that is chosen."""
        return list(RENDERERS)[self._tabs.currentIndex()]

    def dots_per_inch(self) -> float:
        """How fine the pages of a PDF should be."""
        return self._pages.dots_per_inch()

    def show_summary(self, summary: PreparedSummary) -> None:
        """Show what leaves."""
        self._summary = summary
        disclosure = summary.disclosure
        self._counts.setText(counts(len(disclosure.entries), disclosure.staying))
        self._state.clear()
        self._show_remarks(remarks(summary.format, summary.data))
        match find_renderer(summary.format).preview:
            case PreviewStyle.PAGES:
                self._pages.show_pages(summary.pages)
                self._stack.setCurrentWidget(self._pages)
            case PreviewStyle.WEB_PAGE:
                self._page.show_html(summary.data.decode())
                self._stack.setCurrentWidget(self._page)
            case _:
                self._text.show_text(summary.data.decode(), summary.format)
                self._stack.setCurrentWidget(self._text)

    def show_nothing(self, staying: int, sentence: str) -> None:
        """Nothing leaves; say why."""
        self._forget_summary()
        self._counts.setText(counts(0, staying))
        self._nothing.set_sentence(sentence)
        self._stack.setCurrentWidget(self._nothing)

    def show_updating(self) -> None:
        """Something newer is being made; the former stays to be read."""
        self._state.setText(self.tr("Updating…"))

    def shown_text(self) -> str:
        """The words on the screen, of a text or a web page."""
        return (
            self._text.toPlainText()
            if self._stack.currentWidget() is self._text
            else self._page.toPlainText()
        )

    def counts(self) -> str:
        """How many leave and how many stay, as it is said."""
        return self._counts.text()

    def forget(self) -> None:
        """Drop every word and picture."""
        self._forget_summary()
        self._counts.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the forms closer together where they would be cut."""
        super().resizeEvent(event)
        set_variant(self._tabs, "")
        if self._tabs.sizeHint().width() > event.size().width():
            set_variant(self._tabs, "close")

    def _forget_summary(self) -> None:
        self._summary = None
        self._text.clear()
        self._page.clear()
        self._pages.show_pages(())
        self._show_remarks(())
        self._state.clear()

    def _show_remarks(self, sentences: tuple[str, ...]) -> None:
        self._remarks.setText(" ".join(sentences))
        self._remarks.setVisible(bool(sentences))

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        head = QHBoxLayout()
        head.addWidget(self._counts, 1)
        head.addWidget(self._state)
        self._stack = QStackedWidget()
        for view in (self._nothing, self._text, self._page, self._pages):
            self._stack.addWidget(view)
        frame = QFrame()
        set_variant(frame, "card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(2, 2, 2, 2)
        inside.addWidget(self._stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(room // 2)
        column.addLayout(head)
        column.addWidget(self._tabs)
        column.addWidget(frame, 1)
        column.addWidget(self._remarks)

    @Slot(int)
    def _choose(self, _at: int) -> None:
        self.format_changed.emit(self.format())
