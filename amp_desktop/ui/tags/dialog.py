"""Looking after tags: how often each is used; calling one otherwise, making two one, taking one away."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, QStringListModel, Qt, Slot
from PySide6.QtWidgets import (
    QCompleter,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from amp_desktop.domain.changes import Change
from amp_desktop.domain.errors import InvalidValueError, JournalError
from amp_desktop.domain.progress import Progress
from amp_desktop.domain.search.saved_search import SavedSearch
from amp_desktop.domain.text.entry_tags import new_name
from amp_desktop.domain.text.tags import clean_tag
from amp_desktop.ui.actions.action_set import ActionSet
from amp_desktop.ui.platform.dialogs import within_window
from amp_desktop.ui.platform.jobs import Job, run_job
from amp_desktop.ui.session import Session
from amp_desktop.ui.tags.tag_list import TagList
from amp_desktop.ui.widgets.banner import Banner, Tone
from amp_desktop.ui.widgets.buttons import primary_button, quiet_button
from amp_desktop.ui.widgets.dialog import Dialog
from amp_desktop.ui.widgets.field import Field
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.undo_offer import UndoOffer

Changes = tuple[Change, ...]
Searches = tuple[SavedSearch, ...]


class TagsDialog(Dialog):
    """The tags of the journal, those beside texts and those in them alike.

    What is asked for is done beside the window, for a tag may stand in any number of entries; then it is
    said, with a way back.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tags"))
        self._session = session
        self._job: Job | None = None
        self._searches: Searches = ()
        self._shown = ""
        self._banner = Banner()
        self._offer = UndoOffer(self._banner, self)
        ActionSet(self).add("undo", self._take_back)
        self._tag_list = TagList()
        self._name = QLineEdit()
        self._known = QStringListModel(self)
        self._rename = primary_button(self.tr("Rename"))
        self._remove = quiet_button(self.tr("Remove the tag"), "x")
        self._none = label(
            self.tr("There are no tags yet. Write #word in a text, or add one beside it."), "muted"
        )
        self._lay_out()
        self._connect()
        self._refresh()
        self.resize(self.sizeHint())  # Qt would take the least that the broken lines need

    def sizeHint(self) -> QSize:
        """Room for a dozen tags, and for what can be done beside them."""
        room = self.fontMetrics().height()
        return within_window(self, QSize(room * 40, room * 28))

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._name.setCompleter(completer)
        self._does = QWidget()
        side = QVBoxLayout(self._does)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(room)
        side.addWidget(Field(self.tr("Name"), self._name, self.tr("The name of another tag merges the two.")))
        side.addWidget(self._rename, 0, Qt.AlignmentFlag.AlignLeading)
        side.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignLeading)
        side.addStretch(1)
        panes = QHBoxLayout()
        panes.setSpacing(room * 3 // 2)
        panes.addWidget(self._tag_list, 3)
        panes.addWidget(self._does, 2)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(room, room, room, room)
        column.setSpacing(room)
        column.addWidget(self._banner)
        column.addWidget(self._none)
        column.addLayout(panes, 1)
        column.addWidget(close)

    def _connect(self) -> None:
        self._tag_list.chosen.connect(self._show)
        self._name.textChanged.connect(self._name_changed)
        self._name.returnPressed.connect(self._rename_now)
        self._rename.clicked.connect(self._rename_now)
        self._remove.clicked.connect(self._remove_now)
        self._session.refreshed.connect(self._refresh)

    @Slot()
    def _refresh(self, choose: str = "") -> None:
        try:
            counted = self._session.journal.tags()
        except JournalError as error:
            self._banner.show_error(error)
            return
        self._known.setStringList([one.tag for one in counted])
        self._tag_list.show_tags(counted, choose or self._tag_list.tag())
        self._none.setVisible(not counted)
        self._does.setEnabled(bool(counted) and self._job is None)

    @Slot(str)
    def _show(self, tag: str) -> None:
        """Show another tag's name; that of the same one never over what is being typed."""
        if tag != self._shown or not self._name.isModified():
            self._name.setText(tag)
        self._shown = tag
        self._name_changed()

    @Slot()
    def _name_changed(self) -> None:
        """Say what the buttons would do; where no tag is chosen they do nothing."""
        former, name = self._tag_list.tag(), self._name.text()
        self._name.setEnabled(bool(former))
        self._remove.setEnabled(bool(former))
        self._rename.setText(self.tr("Merge the two") if self._merges() else self.tr("Rename"))
        self._rename.setEnabled(bool(former and name.strip()) and name.strip() != former)

    def _merges(self) -> bool:
        """Whether the name that is typed is that of another tag."""
        name = clean_tag(self._name.text()).casefold()
        known = map(str.casefold, self._known.stringList())
        return name != self._tag_list.tag().casefold() and name in known

    @Slot()
    def _rename_now(self) -> None:
        former = self._tag_list.tag()
        if not self._rename.isEnabled() or not self._does.isEnabled():
            return
        try:
            name = new_name(self._name.text())
        except InvalidValueError as error:
            self._banner.show_error(error)
            return
        tagging = self._session.journal.tagging
        said = self.tr("“{former}” is now called “{tag}”.").format(former=former, tag=name)
        if self._merges():
            said = self.tr("“{former}” and “{tag}” are now one tag.").format(former=former, tag=name)
        self._begin(partial(tagging.rename, former, name), partial(self._done, said, name))

    @Slot()
    def _remove_now(self) -> None:
        tag = self._tag_list.tag()
        said = self.tr("The tag “{tag}” was removed. In texts the word stays.").format(tag=tag)
        self._begin(partial(self._session.journal.tagging.remove, tag), partial(self._done, said, ""))

    def _begin(self, work: Callable[[Progress], Changes], done: Callable[[Changes], None]) -> None:
        self._searches = self._session.journal.searches.all()
        self._does.setEnabled(False)
        self._offer.forget_offer()
        late = partial(_tell_late, self._session)
        self._job = run_job(self, work, done, self._failed, self._tell, late)

    @Slot(int, int)
    def _tell(self, done: int, total: int) -> None:
        if self._job is not None and total:
            words = self.tr("Changing {done} of %n entries…", "", total).format(done=f"{done:,}")
            self._banner.show_message(Tone.INFO, words)

    def _done(self, said: str, choose: str, changes: Changes) -> None:
        self._job = None
        self._session.tell_retagged(changes)
        self._refresh(choose)
        count = len(changes)
        advice = self.tr("One entry was changed.")
        if count != 1:
            advice = self.tr("%n entries were changed.", "", count)
        back = partial(self._undo, changes, self._searches, self._session.journal.searches.all())
        self._offer.make_undo(said, back, advice=advice)

    @Slot()
    def _take_back(self) -> None:
        if self._job is None:
            self._offer.take_back()

    def _undo(self, changes: Changes, searches: Searches, searches_now: Searches) -> None:
        journal = self._session.journal

        def undo(_: Progress) -> Changes:
            journal.searches.put_back(searches, instead_of=searches_now)
            return journal.take_back(changes)

        self._begin(undo, self._undone)

    def _undone(self, changes: Changes) -> None:
        self._job = None
        self._session.tell_retagged(changes)
        self._refresh()

    def _failed(self, error: JournalError) -> None:
        self._job = None
        self._refresh()
        self._banner.show_error(error)


def _tell_late(session: Session, changes: Changes) -> None:
    """The dialog was closed, and the work ended before it was called off: let the pages hear of it."""
    if isValid(session):
        session.tell_retagged(changes)


def open_tags(parent: QWidget, session: Session) -> TagsDialog:
    """Open the dialog over a page's window; a lock closes it, and it is thrown away when it is closed."""
    dialog = TagsDialog(session, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
