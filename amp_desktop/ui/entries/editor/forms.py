"""The parts of the kinds' pages: made when an entry of the kind is first opened, then kept."""

from collections.abc import Iterator, Set

from PySide6.QtCore import QObject, Signal, Slot

from amp_desktop.domain.entry import Entry, Kind
from amp_desktop.ui.editing.body import BodyEdit
from amp_desktop.ui.entries.editor.editor_actions import EditorActions
from amp_desktop.ui.entries.editor.format_bar import FormatBar
from amp_desktop.ui.entries.editor.page_column import PageColumn
from amp_desktop.ui.kinds.base import KindView
from amp_desktop.ui.kinds.form import KindForm
from amp_desktop.ui.kinds.registry import kind_views, view_of
from amp_desktop.ui.session import Session


class EntryForms(QObject):
    """Knows the form of each kind that was opened on this page.

    Attributes:
        edited: The person changed something in the open entry's form.
        fields_edited: It was no text.
        made: A form was made; carries it.
        entry_requested, share_requested, report_requested, focus_mode_wanted, files_offered, flush_wanted,
            failed: As `KindForm` says.
    """

    edited = Signal()
    fields_edited = Signal()
    made = Signal(object)
    entry_requested = Signal(object)
    share_requested = Signal(object)
    report_requested = Signal(object)
    focus_mode_wanted = Signal(bool)
    files_offered = Signal(object)
    flush_wanted = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, page: PageColumn, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._page = page
        self._forms: dict[Kind, KindForm] = {}
        self._offers_on: tuple[FormatBar, EditorActions] | None = None
        self._writable = True
        self.current = KindForm(session, self)
        self._none = self.current
        page.show_form(self.current)

    def show_for(self, entry: Entry) -> None:
        """Let the page consist of what an entry of this kind consists of."""
        view = view_of(entry)
        self.current = self._made(view) if view.has_form else self._none
        self._page.show_form(self.current)

    def texts(self) -> tuple[BodyEdit, ...]:
        """The texts of the open entry's form."""
        return (*self.current.texts_above(), *self.current.texts_below())

    def show_entry(self, entry: Entry) -> None:
        """Show an entry's own fields, without telling anybody."""
        self.current.show_entry(entry)
        self._offer()

    @Slot(str, int)
    def tick(self, field: str, line: int) -> None:
        """Tick or untick what is read in that line of a field of the open entry."""
        if self._writable:
            self.current.tick(field, line)

    def set_writable(self, writable: bool) -> None:
        """Whether anything may be changed; what lies in the bin may not."""
        changed, self._writable = writable != self._writable, writable
        self.current.set_writable(writable)
        if changed:
            self._offer()

    def offer_on(self, bar: FormatBar, actions: EditorActions) -> None:
        """Have buttons, menu and keys for what the open entry's form offers, while it may be changed."""
        self._offers_on = bar, actions
        actions.kind_requested.connect(self._do)
        actions.state_requested.connect(self._go_to_state)
        self.fields_edited.connect(self._offer)

    @Slot(str)
    def _do(self, name: str) -> None:
        self.current.do(name)

    @Slot()
    def _go_to_state(self) -> None:
        if self.current.chips is not None:
            self.current.chips.focus_state()

    @Slot()
    def _offer(self) -> None:
        if self._offers_on is not None:
            bar, actions = self._offers_on
            bar.show_offered(actions.offer(self.current.offered() if self._writable else ()))
            actions.set_has_state(self._writable and self.current.chips is not None)

    def forget(self) -> None:
        """Drop every word, and what it stood in."""
        self.current = self._none
        self._page.show_form(self._none)
        for form in self._forms.values():
            form.delete()
        self._forms.clear()

    def make_ready(self, kinds: Set[Kind]) -> Iterator[str]:
        """Make the forms of some kinds before they are needed; each step says what it was.

        Each holds a megabyte or two, so the others wait until an entry of theirs is opened.
        """
        for view in kind_views().values():
            if not view.has_form or view.kind in self._forms or view.kind not in kinds:
                continue
            view.load_form()
            yield f"modules of {view.kind}"
            self._page.take_in(self._made(view))
            yield f"form of {view.kind}"

    def _made(self, view: KindView) -> KindForm:
        kind = view.kind
        if kind not in self._forms:
            form = view.make_form(self._session)
            form.setParent(self)
            form.edited.connect(self.edited)
            form.fields_edited.connect(self.fields_edited)
            form.entry_requested.connect(self.entry_requested)
            form.share_requested.connect(self.share_requested)
            form.report_requested.connect(self.report_requested)
            form.focus_mode_wanted.connect(self.focus_mode_wanted)
            form.files_offered.connect(self.files_offered)
            form.flush_wanted.connect(self.flush_wanted)
            form.failed.connect(self.failed)
            self._forms[kind] = form
            self.made.emit(form)
        return self._forms[kind]
