"""A note: a story, a learning, anything."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from amp_desktop.domain.dated_facts import Fact, What
from amp_desktop.domain.entry import Kind
from amp_desktop.domain.shareable_entry import AgendaEntry
from amp_desktop.domain.summary_text import SummaryFact, TimeSpan, Topic
from amp_desktop.domain.text.one_line import one_line
from amp_desktop.domain.work import Work


@dataclass(frozen=True, kw_only=True)
class Note(AgendaEntry):
    """A story, a learning, anything. On the agenda it is a question.

    Attributes:
        work: The work of that day that the note is about, where it leaves no commit: mostly one of `Work`, in
            the mentee's own words from a terminal, empty for most notes. It is a word and no `Work`, so that
            it is found by searching, and so that a newer version's word does not make the note unreadable.
    """

    KIND: ClassVar[Kind] = "note"
    NAME: ClassVar[str] = "Note"

    work: str = ""

    def __post_init__(self) -> None:
        """Keep the work as one plain line."""
        super().__post_init__()
        object.__setattr__(self, "work", str(one_line(self.work)))

    @property
    def topic(self) -> Topic:
        """A question while it is on the agenda."""
        return Topic.QUESTION if self.on_agenda else Topic.DONE

    @property
    def wordless_name(self) -> str:
        """The work that it is about."""
        return self.work

    def with_work(self, work: str) -> Self:
        """The note about another work, or about none."""
        return replace(self, work=work)

    def facts(self) -> Iterable[Fact]:
        """The work, on the note's own day: that is the day on which it was done."""
        if self.work:
            yield Fact("work", self.work, self.day, What.WORKED, self.work)

    @property
    def is_empty(self) -> bool:
        """Whether neither words nor a work were put in."""
        return super().is_empty and not self.work

    @property
    def says_something_without_words(self) -> bool:
        """Whether it tells of a work that was only tapped."""
        return self.work in tuple(Work)

    def summary_facts(self) -> Iterable[str]:
        """The work that it is about, unless that is in the mentee's own words: those stand in its text."""
        yield self.work if self.work in tuple(Work) else ""

    def summary_lines(self, time: TimeSpan) -> Iterable[SummaryFact]:  # noqa: ARG002
        """What it is called; a question is of no day."""
        yield SummaryFact(topic=self.topic, day=None if self.on_agenda else self.day)
