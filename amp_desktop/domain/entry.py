"""What a mentee writes: what the entries of all kinds have in common, and what a kind can say of itself.

Every entry is a frozen value. It gets its id when it is made, so saving it twice meets the same row;
a change is a new value made with `dataclasses.replace`. A kind is a class of its own in `domain.kinds`: what
differs between kinds is asked of the class (its capabilities), never decided by looking at which class it is.
"""

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, ClassVar, Self, TypeAlias
from uuid import UUID, uuid4

from amp_desktop.domain.agenda import AgendaReason, PointSource
from amp_desktop.domain.clock import local_zone_name, today, utc_now
from amp_desktop.domain.dated_facts import Fact
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.json_value import NO_EXTRA, Extra
from amp_desktop.domain.over_time import OverTime
from amp_desktop.domain.pins import Pin, each_pin_once
from amp_desktop.domain.summary_text import SummaryFact, SummaryPoint, SummaryText, TimeSpan, Topic
from amp_desktop.domain.text.addresses import work_addresses
from amp_desktop.domain.text.one_line import one_line
from amp_desktop.domain.text.tags import clean_tags
from amp_desktop.domain.waiting import WaitingSource

Kind: TypeAlias = str
"""Names a kind of entry, as the terminal and every export do: "goal". `kinds.registry` knows them all."""


class Sharing(StrEnum):
    """Whether a summary offers the entry ticked, or never. None of it shares anything by itself."""

    PRIVATE = "private"
    SHAREABLE = "shareable"
    SEALED = "sealed"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What all kinds have in common.

    Attributes:
        id: Unique for ever, also across exports.
        title: One line; may be empty.
        body: Markdown. `%%…%%` marks an aside that never leaves the journal.
        day: The date the entry belongs to, which may differ from when it was written.
        tags: In the order given, each once, compared without regard to case.
        sharing: Whether a summary offers it ticked; what is sealed never leaves, whoever asks.
        links: Ids of entries it points to by hand; `[[title]]` in the body is the other way to link.
        created_at: UTC, to the second.
        updated_at: UTC, of the last save.
        zone: Name of the time zone it was written in (IANA, or an offset such as "+05:30").
        binned_at: UTC, or None while it is not in the bin.
        pinned: Whether it is kept within reach, beside the pages.
        pins: Which topics of an evaluation or a nomination it, or a fact of it, is evidence for; each once.
        extra: Fields that a newer version of the program wrote: not understood, written back as they came.

    What a kind says of itself, on its class:

    - `KIND`: how it is named wherever entries are stored, exported or asked for.
    - `NAME`: how a summary calls one of it.
    - `STATES`: the statuses that it goes through, in order; empty for a kind without.
    - `IS_MOST_PRIVATE`: it cannot be marked shareable, is never ticked by a rule, never recalled unasked.
    - `IS_ALWAYS_SEALED`: all of this kind are sealed, and none can be unsealed.
    - `IS_FOR_FEW`: it tells of help that was needed, or of what others said: nothing for all.
    - `CAN_GO_ON_AGENDA`: the mentee can put it on the agenda of the next meeting (`with_agenda`).
    - `TAKES_LINKS`: other entries can be carried onto it, to be linked to it.
    - `IS_TOLD_WITH_ITS_DAY`: a summary says under its title on which day it is; not where a fact says more.
    - `IS_KNOWN`: this version of the program understands it, and may write it.
    - `NEVER_SHARED`: its fields, title and text among them, that leave by no summary, whatever is chosen.
    - `SINCE`: its fields that say since which day another field is as it is, each with that other one.
    - `OVER_TIME`: what of it can be seen over time.
    """

    KIND: ClassVar[Kind]
    NAME: ClassVar[str]
    STATES: ClassVar[tuple[str, ...]] = ()
    IS_MOST_PRIVATE: ClassVar[bool] = False
    IS_ALWAYS_SEALED: ClassVar[bool] = False
    IS_FOR_FEW: ClassVar[bool] = False
    CAN_GO_ON_AGENDA: ClassVar[bool] = False
    TAKES_LINKS: ClassVar[bool] = False
    IS_TOLD_WITH_ITS_DAY: ClassVar[bool] = True
    IS_KNOWN: ClassVar[bool] = True
    NEVER_SHARED: ClassVar[tuple[str, ...]] = ()
    SINCE: ClassVar[Mapping[str, str]] = {}
    OVER_TIME: ClassVar[OverTime] = OverTime()

    id: UUID = field(default_factory=uuid4)
    title: str = ""
    body: str = ""
    day: date = field(default_factory=today)
    tags: tuple[str, ...] = ()
    sharing: Sharing = Sharing.PRIVATE
    links: tuple[UUID, ...] = ()
    created_at: datetime = field(default_factory=utc_now)
    updated_at: datetime = field(default_factory=utc_now)
    zone: str = field(default_factory=local_zone_name)
    binned_at: datetime | None = None
    pinned: bool = False
    pins: tuple[Pin, ...] = ()
    extra: Extra = field(default=NO_EXTRA, repr=False)

    def __post_init__(self) -> None:
        """Bring the value into the form in which it is kept.

        Raises:
            InvalidValueError: An instant has no time zone, or the entry is marked shareable and cannot be.
        """
        for name in ("created_at", "updated_at", "binned_at"):
            instant: datetime | None = getattr(self, name)
            if instant is not None:
                object.__setattr__(self, name, _to_the_second(name, instant))
        object.__setattr__(self, "title", one_line(self.title))
        object.__setattr__(self, "tags", clean_tags(self.tags))
        if self.pins:
            object.__setattr__(self, "pins", each_pin_once(self.pins))
        if self.IS_MOST_PRIVATE and self.sharing is Sharing.SHAREABLE:
            by_hand = "Tick it by hand each time that you want to share it."
            advice = "It is sealed." if self.IS_ALWAYS_SEALED else by_hand
            article = "An" if self.NAME[0] in "AEIOU" else "A"
            raise InvalidValueError(f"{article} {self.NAME.lower()} cannot be marked shareable.", advice)
        if self.IS_ALWAYS_SEALED:
            object.__setattr__(self, "sharing", Sharing.SEALED)

    def saved_at(self, moment: datetime) -> Self:
        """The entry, last saved at that moment.

        Unlike `replace`, it does not check all that was checked when the entry was made.

        Raises:
            InvalidValueError: The moment has no time zone.
        """
        saved = copy(self)
        object.__setattr__(saved, "updated_at", _to_the_second("updated_at", moment))
        return saved

    @property
    def kind(self) -> Kind:
        """The name of its kind."""
        return self.KIND

    @property
    def stored_sharing(self) -> str:
        """How `sharing` is stored and exported."""
        return self.sharing.value

    @property
    def is_sealed(self) -> bool:
        """Whether it never leaves: not ticked by hand either, on no agenda, and its title told by no link.

        The mentee's own copies, which are backups and the full export, hold it.
        """
        return self.stored_sharing == Sharing.SEALED.value

    def as_sealed(self) -> Self:
        """The entry, sealed, and on no agenda any more."""
        return replace(self.off_agenda(), sharing=Sharing.SEALED)

    def as_unsealed(self) -> Self:
        """The entry, private and no more; as it is where all of its kind are sealed."""
        return replace(self, sharing=Sharing.PRIVATE) if self.is_sealed else self

    @property
    def state(self) -> str | None:
        """The status that lists can be filtered by, or None for kinds that have none."""
        return None

    def with_state(self, state: str) -> Self:
        """The entry in that status, which is one of its kind's `STATES`; as it is where it has none."""
        status = getattr(self, "status", None)
        changed: dict[str, Any] = {} if status is None else {"status": type(status)(state)}
        return replace(self, **changed)

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done about it."""
        return False

    @property
    def is_writable(self) -> bool:
        """Whether it may be changed where it is: not in the bin, and not written by a newer version."""
        return self.IS_KNOWN and self.binned_at is None

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been put into it yet; an empty entry is never stored."""
        return not (self.title or self.body.strip() or self.tags or self.links or self.pins or self.extra)

    @property
    def is_for_agenda(self) -> bool:
        """Whether it is to be talked about at the next mentor meeting."""
        return False

    def with_agenda(self, *, on: bool) -> Self:  # noqa: ARG002
        """The entry on the agenda, or not; as it is if it cannot go on one."""
        return self

    def off_agenda(self) -> Self:
        """The entry as it is once it was talked about."""
        return self.with_agenda(on=False)

    def without_point(self, name: str) -> Self:  # noqa: ARG002
        """The entry, of which the point of that name (`PointSource.name`) is no longer needed."""
        return self.off_agenda()

    def with_answer(self, whom: str, day: date, words: str, answer_id: str) -> Self:  # noqa: ARG002
        """The entry, of which somebody said something when it was talked about.

        Args:
            whom: Who said it.
            day: On which day.
            words: What was said, in Markdown.
            answer_id: What was said before by this id is replaced.
        """
        return self

    @property
    def topic(self) -> Topic:
        """What it is about at a meeting."""
        return Topic.NEXT if self.is_open else Topic.DONE

    @property
    def has_tasks(self) -> bool:
        """Whether one of its fields holds something to tick."""
        return False

    def with_task(self, at: int, text: str, *, done: bool, task_id: str = "") -> Self:  # noqa: ARG002
        """The entry with one of its tasks ticked, or not; as it is if there is none so called.

        Args:
            at: At which place it stood, counted from 0.
            text: Its words.
            done: Whether it is to be done.
            task_id: Its id, by which it is found where it stands by now; empty to look at that place alone.
        """
        return self

    @property
    def wordless_name(self) -> str:
        """What it is called where no word of it was written; empty for what is then called by its kind."""
        return ""

    def with_work(self, work: str) -> Self:  # noqa: ARG002
        """The entry about another work that leaves no commit, or about none; as it is if it tells of none."""
        return self

    def with_step(self, text: str, *, done: bool) -> Self:  # noqa: ARG002
        """The entry with one more step so called, or with the open one ticked that is called so.

        Raises:
            InvalidValueError: Entries of this kind have no steps.
        """
        raise InvalidValueError(f"A {self.NAME.lower()} has no steps.", "Only a goal has them.")

    @property
    def has_evidence(self) -> bool:
        """Whether one of its fields holds evidence."""
        return False

    @property
    def areas(self) -> tuple[str, ...]:
        """The parts of maintainership that it belongs to, as a goal names them."""
        return ()

    def evidence_points(self) -> Iterable[SummaryPoint]:
        """Links that show it, each as an address: those to issues, pull requests and such in its text."""
        return (SummaryPoint((address,), is_address=True) for address in work_addresses(self.body))

    def waits(self) -> Iterable[WaitingSource]:
        """What it waits for, and what is waited for; nothing for most kinds."""
        return ()

    def agenda_points(self) -> Iterable[PointSource]:
        """What of it is to be talked about at the next meeting, as long as it is open or on the agenda."""
        if self.is_for_agenda:
            yield PointSource(reason=AgendaReason.ON_AGENDA, since=self.day, is_asked_once=not self.STATES)

    @property
    def is_agreed(self) -> bool:
        """Whether it tells what was agreed with the other side, which knows it already."""
        return False

    @property
    def landed_in(self) -> frozenset[UUID]:
        """The entries in which what was agreed in it goes on."""
        return frozenset()

    def as_landed(self, entries: Mapping[UUID, "Entry"]) -> Self:  # noqa: ARG002
        """The entry, its agreements as they stand in those entries now."""
        return self

    def facts(self) -> Iterable[Fact]:
        """What is true of it and became so on a day, in the order in which it is told."""
        return ()

    def with_days(self, days: Mapping[str, date | None]) -> Self:  # noqa: ARG002
        """The entry with other days of its facts, by the keys of the facts."""
        return self

    def as_of(self, day: date) -> Self:  # noqa: ARG002
        """The entry as its dated facts say that it stood at the end of `day`.

        What became true of it later is not, and words that belong to that are left out. A state whose own day
        gave way to that of a later one is taken to have begun with the entry.
        """
        return self

    def with_times_fixed(self, before: "Entry | None") -> Self:  # noqa: ARG002
        """The entry with what saving alone sets; `before` stands in the journal, None for what is new."""
        return self

    @property
    def words_for_mentor(self) -> str:
        """What the mentee wrote of it for the mentor alone; Markdown."""
        return ""

    def for_everybody(self) -> Self:
        """The entry without the parts of it that sound private."""
        return self

    def for_others(self) -> Self:
        """The entry without what of its kind never leaves the journal."""
        nothing: dict[str, Any] = {name: type(getattr(self, name))() for name in self.NEVER_SHARED}
        return replace(self, **nothing) if nothing else self

    @property
    def people(self) -> tuple[str, ...]:
        """Who is named in its fields, in the mentee's words; empty ones may be among them."""
        return ()

    def summary_lines(self, time: TimeSpan) -> Iterable[SummaryFact]:  # noqa: ARG002
        """What a summary of some time tells of it in single lines, at least one.

        It is asked of an entry whose private words were cut already, and days with them.
        """
        yield SummaryFact(topic=self.topic, day=self.day)

    def assembled_lines(self) -> Iterable[SummaryFact]:
        """What the texts that are put together at an evaluation tell of it; asked like `summary_lines`.

        Usually only what was pinned as evidence, or is tagged as a plan.
        """
        if is_plan(self.tags):
            yield SummaryFact(topic=Topic.PLAN, name="plan", day=self.day)
        elif any(pin.topic == LEARNED_TOPIC for pin in self.pins):
            yield SummaryFact(topic=Topic.LEARNED, name="learned", day=self.day)
        elif self.pins:
            yield SummaryFact(topic=Topic.DONE, day=self.day)

    def question_lines(self) -> Iterable[SummaryFact]:
        """What others need to know of it who are asked for help; asked like `summary_lines`."""
        return ()

    def agreed_lines(self) -> Iterable[SummaryFact]:
        """What was agreed in it, by whom and by when; asked like `summary_lines`."""
        return ()

    def summary_facts(self) -> Iterable[str]:
        """The short facts that a summary tells of it under its title; empty ones may be among them."""
        return ()

    def summary_texts(self) -> Iterable[SummaryText]:
        """The labelled texts that a summary tells of it after its body, in order.

        Both are asked of an entry whose private words were cut already.
        """
        return ()

    @property
    def says_something_without_words(self) -> bool:
        """Whether its facts alone are worth telling, when no word was written."""
        return False


PLANS_TAG = "plans"
"""The tag of what is to go on after the program."""

LEARNED_TOPIC = "learned"
"""The topic of evidence to which what was learned is pinned."""


def is_plan(tags: Iterable[str]) -> bool:
    """Whether tags say that something is to go on after the program."""
    return any(tag.casefold() == PLANS_TAG for tag in tags)


def _to_the_second(name: str, instant: datetime) -> datetime:
    if instant.utcoffset() is None:
        raise InvalidValueError(f"The time “{name}” needs a time zone.")
    as_kept = instant.tzinfo is UTC and not instant.microsecond
    return instant if as_kept else instant.astimezone(UTC).replace(microsecond=0)
