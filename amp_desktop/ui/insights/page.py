"""The page of insights: one chart over time, for the mentee alone."""

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from amp_desktop.domain.errors import JournalError
from amp_desktop.ui.actions.action_set import ActionSet
from amp_desktop.ui.insights.chart import Chart
from amp_desktop.ui.insights.chart_view import ChartView
from amp_desktop.ui.insights.presenter import InsightsPresenter, InsightsSpan
from amp_desktop.ui.insights.table import ChartTable
from amp_desktop.ui.page import RefreshedPage
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.banner import Banner
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.page_header import PageHeader
from amp_desktop.ui.widgets.reading_column import ScrollPage
from amp_desktop.ui.widgets.segments import SegmentedRow

_WIDEST_LINES = 64
"""A chart has more of a wide window than a text, in heights of a line."""
_TABLE_LINES = 22
"""The table is so many lines high; it scrolls in itself."""
CHART, TABLE = 1, 2


class InsightsPage(RefreshedPage):
    """Nothing is reckoned before it is opened, and nothing of it is kept or leaves."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._presenter = InsightsPresenter(session)
        self._span: InsightsSpan | None = None
        self._spans: tuple[InsightsSpan, ...] = tuple(InsightsSpan)
        self._banner = Banner()
        self._times = SegmentedRow(self.tr("Time"), [self._span_words(span) for span in InsightsSpan])
        self._ways = SegmentedRow(self.tr("Shown as"), [self.tr("Chart"), self.tr("Table")])
        self._chart_view = ChartView()
        self._table = ChartTable()
        self._empty = label(
            self.tr("There is nothing to see yet. What you write, tick and check in appears here by itself."),
            "muted",
        )
        self._keys = label(
            self.tr(
                "Arrow keys go from point to point and from row to row; Enter opens what a point stands for."
            ),
            "small",
        )
        self._actions = ActionSet(self)
        self._choices = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._connect()

    def arrive(self) -> None:
        """Show what there is now."""
        self.refresh_if_stale()
        (self._table if self._ways.chosen() == TABLE else self._chart_view).setFocus()

    def forget(self) -> None:
        """Drop every number and every word."""
        super().forget()
        self._show(Chart())
        self._banner.clear()

    def _lay_out(self) -> None:
        self._scroll = ScrollPage()
        column = self._scroll.column
        self._scroll.content.setMaximumWidth(self.fontMetrics().height() * _WIDEST_LINES)
        words = self.tr("For you alone: nothing on this page is shared, kept or sent.")
        column.addWidget(PageHeader(self.tr("Insights"), words))
        column.addWidget(self._banner)
        leading = Qt.AlignmentFlag.AlignLeading
        self._choices.setSpacing(self.fontMetrics().height() // 2)
        self._choices.addWidget(self._times, 1, leading)
        self._choices.addWidget(self._ways, 0, leading)
        column.addLayout(self._choices)
        for part in (self._empty, self._chart_view, self._table, self._keys):
            column.addWidget(part)
        column.addStretch(1)
        self._table.setFixedHeight(self.fontMetrics().height() * _TABLE_LINES)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self._times.choose_quietly(1)
        self._ways.choose_quietly(CHART)
        self._show_way()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for both beside each other, time and way stand under each other."""
        super().resizeEvent(event)
        widths = self._times.sizeHint().width() + self._ways.sizeHint().width() + self._choices.spacing()
        edges = 2 * self._scroll.column.contentsMargins().left()
        way = QBoxLayout.Direction
        self._choices.setDirection(way.LeftToRight if widths + edges <= self.width() else way.TopToBottom)

    def _connect(self) -> None:
        self._times.changed.connect(self.refresh)
        self._ways.changed.connect(self._show_way)
        self._chart_view.entry_requested.connect(self.entry_requested)
        self._chart_view.looked_at.connect(self._follow)
        self._actions.add("insights-table", self._turn)
        self.follow_changes()

    def show_anew(self) -> bool:
        """Show the chosen time, or the first that there is."""
        try:
            self._spans = self._presenter.spans()
            for span, segment in zip(InsightsSpan, self._times.segments(), strict=True):
                segment.setVisible(span in self._spans)
            if self._chosen() not in self._spans:
                self._times.choose_quietly(list(InsightsSpan).index(self._spans[0]) + 1)
            chart = self._presenter.chart(self._chosen())
        except JournalError as error:
            self._banner.show_error(error)
            return False
        self._banner.clear()
        self._show(chart)
        return True

    def _show(self, chart: Chart) -> None:
        self._chart_view.show_chart(chart)
        self._table.show_chart(chart)
        self._empty.setVisible(not chart.panels)
        self._show_way()

    @Slot()
    def _show_way(self) -> None:
        has_any = self._empty.isHidden()
        as_table = self._ways.chosen() == TABLE
        self._chart_view.setVisible(has_any and not as_table)
        self._keys.setVisible(has_any and not as_table)
        self._table.setVisible(has_any and as_table)

    @Slot()
    def _turn(self) -> None:
        """From the chart to the table, or back; the keyboard goes along."""
        self._ways.choose(CHART if self._ways.chosen() == TABLE else TABLE)
        (self._table if self._ways.chosen() == TABLE else self._chart_view).setFocus()

    @Slot(QRect)
    def _follow(self, seen: QRect) -> None:
        top = self._chart_view.mapTo(self._scroll.content, seen.topLeft())
        middle = seen.height() // 2
        self._scroll.ensureVisible(top.x(), top.y() + middle, 0, middle)

    def _chosen(self) -> InsightsSpan:
        return list(InsightsSpan)[(self._times.chosen() or 1) - 1]

    def _span_words(self, span: InsightsSpan) -> str:
        return {
            InsightsSpan.PROGRAM: self.tr("This program"),
            InsightsSpan.FOUR_WEEKS: self.tr("4 weeks"),
            InsightsSpan.ALL: self.tr("All"),
        }[span]
