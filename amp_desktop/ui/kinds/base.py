"""How a kind of entry is shown: the one place where the pages ask what differs from kind to kind.

Each kind's folder holds its own `KindView`: what its rows say, what stands when there are none, and what its
page consists of.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.entry import Entry, Kind
from amp_desktop.domain.json_value import Json
from amp_desktop.domain.query import EXCERPT_LENGTH, EntryRow, FieldOrder
from amp_desktop.ui.kinds.plain_line import plain_line
from amp_desktop.ui.kinds.reading import ReadPart, in_markdown
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.state_shape import StateShape

if TYPE_CHECKING:
    from amp_desktop.ui.kinds.form import KindForm


@dataclass(frozen=True)
class RowFact:
    """What matters about one entry, in a list.

    Attributes:
        text: A few words, such as "2 of 5 steps"; they need not say the state.
        values: Values from 1 to 5, each with its letter, painted as dots.
        spoken: The same for a screen reader; the text where it is empty.
        state: Where it stands, in words, if that is worth any; a heading may say it for many.
        shape: How far it has come; None for a kind that goes nowhere.
        tells_day: The words tell the day that matters, so that the entry's own need not be told.
    """

    text: str = ""
    values: tuple[tuple[str, int], ...] = ()
    spoken: str = ""
    state: str = ""
    shape: StateShape | None = None
    tells_day: bool = False

    @property
    def words(self) -> str:
        """All of it that is words."""
        return " · ".join(filter(None, (self.text, self.state)))


@dataclass(frozen=True)
class RowGroup:
    """Entries of a kind that stand together on its page, under a heading.

    Attributes:
        name: What settings and code know it by.
        label: Its heading.
        states: The states of its entries.
        order: In which order they come; None for the newest day first.
        folded: Whether only the heading is shown until the person wants more.
        is_to_come: Whether it holds only days after today, or only today and what was before; None for both.
    """

    name: str
    label: str
    states: tuple[str, ...]
    order: FieldOrder | None = None
    folded: bool = False
    is_to_come: bool | None = None


@dataclass(frozen=True)
class Detail:
    """A field in words.

    Attributes:
        name: What it is called.
        words: What stands in it, in one or more lines; empty where nothing does.
        field: The entry's attribute that these words are, in Markdown; empty where they were made of it.
    """

    name: str
    words: str
    field: str = ""


def one_line(value: Json) -> str:
    """A field's text as a list shows it: its beginning, as one line of plain words."""
    return plain_line(" ".join(value[: 2 * EXCERPT_LENGTH].split()))[0] if isinstance(value, str) else ""


def day_value(row: EntryRow, name: str) -> date | None:
    """The day in a field of a row, if there is one."""
    value = row.values.get(name)
    return date.fromisoformat(value) if isinstance(value, str) and value else None


class KindView(ABC):
    """How one kind is shown.

    Attributes:
        kind: Which.
        icon_name: The icon of its page.
        has_form: Whether it has fields of its own beside the text.
        has_own_day: Whether its page asks for its day, so that nothing beside the page does.
        fits_a_line: Whether one can be begun with a line that was written in passing.
        page_name: The name of its page, such as "goals"; empty for a kind without one.
        page_in_side_bar: Whether that page has a row in the side bar; else menu and palette lead there.
        body_after: After how many of its details the free text is read; None for after all of them.
        leads_to: The name of a page without a row in the side bar to which its own page leads; mostly none.
        page_keys: The keys that lead to its page as long as nobody changes them; empty for none.
    """

    kind: ClassVar[Kind]
    icon_name: ClassVar[str]
    has_form: ClassVar[bool] = True
    has_own_day: ClassVar[bool] = False
    fits_a_line: ClassVar[bool] = True
    page_name: ClassVar[str] = ""
    page_in_side_bar: ClassVar[bool] = True
    page_keys: ClassVar[str] = ""
    body_after: ClassVar[int | None] = None
    leads_to: ClassVar[str] = ""

    @abstractmethod
    def name(self) -> str:
        """One of it: "Goal"."""

    @abstractmethod
    def plural(self) -> str:
        """Many of it: "Goals"."""

    def page_label(self) -> str:
        """What its page is called."""
        return self.plural()

    @abstractmethod
    def new_words(self) -> str:
        """What makes one: "New goal"."""

    @abstractmethod
    def empty_sentence(self) -> str:
        """What belongs on its page, in one sentence."""

    def untitled(self) -> str:
        """What stands for a title that was not written."""
        return QCoreApplication.translate("EntryRow", "Untitled")

    def untitled_row(self, day: date, values: Mapping[str, Json]) -> str:  # noqa: ARG002
        """What stands for the title of an entry that has none.

        Args:
            day: The entry's day.
            values: The fields of its kind, as JSON values.
        """
        return self.untitled()

    def fact(self, row: EntryRow, today: date) -> RowFact:  # noqa: ARG002
        """What matters about an entry of this kind, in a list."""
        return RowFact()

    def state_words(self, state: str) -> str:
        """A state as the mentee reads it."""
        return state

    def state_advice(self, state: str) -> str:  # noqa: ARG002
        """What may be worth writing once an entry is in that state, as a sentence; mostly nothing."""
        return ""

    def groups(self) -> Sequence[RowGroup]:
        """How its page groups its entries, in order; nothing for a page of one list, newest day first."""
        return ()

    def order_words(self) -> str:
        """In which order its groups come: "by target day"."""
        return ""

    def excerpt(self, row: EntryRow) -> str:  # noqa: ARG002
        """What a list shows of an entry without a text of its own."""
        return ""

    def status_line(self, entry: Entry, today: date) -> str:  # noqa: ARG002
        """How it stands with an entry, under its title; empty where there is nothing to say."""
        return ""

    def details(self, entry: Entry) -> Sequence[Detail]:  # noqa: ARG002
        """The entry's own fields in words, as the form asks for them; empty ones may be among them.

        The agenda is left out: what will be talked about is no part of what was written.
        """
        return ()

    def sharing_words(self, entry: Entry) -> str:  # noqa: ARG002
        """What there is to know of an entry before it is shared; empty where its marks say enough."""
        return ""

    def body_heading(self) -> str:
        """What the free text is called on the page; empty where it stands alone."""
        return ""

    def reading(self, entry: Entry) -> Sequence[ReadPart]:
        """The entry's page as it is read: what preview and print show under its title, from top to bottom."""
        told = [ReadPart(one.name, _as_markdown(one), one.field) for one in self.details(entry)]
        at = len(told) if self.body_after is None else self.body_after
        parts = (*told[:at], ReadPart(self.body_heading(), entry.body, "body"), *told[at:])
        return tuple(part for part in parts if part.text)

    def whole_reading(self, entry: Entry) -> Sequence[ReadPart]:
        """All of the page: `reading`, and at its end the sentence for the mentor, as on every kind's page."""
        words = QCoreApplication.translate("ForMentorPart", "For my mentor")
        for_mentor = ReadPart(words, entry.words_for_mentor, "for_mentor")
        return (*self.reading(entry), *((for_mentor,) if for_mentor.text else ()))

    def instead_of_new(self, session: Session) -> UUID | Entry | None:  # noqa: ARG002
        """What is opened where a new one is asked for; mostly nothing, and then an empty one is begun.

        A kind of which there is one at a time answers with the id of the one that stands already, or with
        what is to be begun in its place.
        """
        return None

    def load_form(self) -> None:
        """Load what `make_form` needs, which takes longer than making it."""
        package = type(self).__module__.removesuffix(".view")
        if package != type(self).__module__:
            import_module(f"{package}.form")

    def make_form(self, session: Session) -> "KindForm":
        """What its page consists of, beside title and text."""
        raise NotImplementedError


def _as_markdown(detail: Detail) -> str:
    return detail.words if detail.field else in_markdown(detail.words)
