"""The four things that a pair has talked about before an evaluation, and when each last came up.

The rule is plain: a point that was talked about in a meeting counts by what it came from. A goal, its steps
and what was agreed are progress. Feedback, and a goal of reviewing or of code and design, is quality. A goal
of community, communication or leading is engagement. A challenge is blockers and support. A point of the
meeting's own counts where it bears the words that were offered for it; and the mentee may say that something
was talked about.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from amp_desktop.domain.agenda import AgendaReason, entry_of
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.evaluation import TalkTopic
from amp_desktop.domain.kinds.feedback import Feedback
from amp_desktop.domain.kinds.goal import Area, Goal
from amp_desktop.domain.kinds.meeting import Meeting, MeetingPoint, MeetingStatus
from amp_desktop.domain.kinds.milestone import Milestone

AGENDA_WORDS: Mapping[TalkTopic, str] = {
    TalkTopic.PROGRESS: "How far the project is",
    TalkTopic.QUALITY: "The quality of my contributions",
    TalkTopic.COMMUNITY: "How I take part in the community",
    TalkTopic.SUPPORT: "What is in my way, and what would help",
}
"""What is offered for the agenda where something never came up."""

_QUALITY = frozenset({Area.REVIEW, Area.CODE_OR_DESIGN})
_COMMUNITY = frozenset({Area.COMMUNITY, Area.COMMUNICATION, Area.LEADING})


@dataclass(frozen=True)
class LastTalk:
    """When one of the four things last came up.

    Attributes:
        about: Which.
        day: When, or None where it never did.
        meeting: In which meeting; None where the mentee said so, or where it never did.
    """

    about: TalkTopic
    day: date | None = None
    meeting: UUID | None = None


def sources_of(meetings: Iterable[Meeting]) -> frozenset[UUID]:
    """The entries that points which were talked about came from."""
    points = (point for meeting in meetings for point in _talked_about(meeting))
    return frozenset(entry for point in points if (entry := entry_of(point.source)) is not None)


def last_talks(
    meetings: Iterable[Meeting], sources: Mapping[UUID, Entry], said: Iterable[LastTalk] = ()
) -> tuple[LastTalk, ...]:
    """Each of the four things, in their order, and when it last came up.

    Args:
        meetings: In which something may have come up; only held ones count.
        sources: What their points came from, by id.
        said: What the mentee said of it.
    """
    last = {about: LastTalk(about) for about in TalkTopic}
    for talk in (*_talks(meetings, sources), *said):
        known = last[talk.about].day
        if talk.day is not None and (known is None or talk.day > known):
            last[talk.about] = talk
    return tuple(last.values())


def topics_of(point: MeetingPoint, source: Entry | None) -> Iterator[TalkTopic]:
    """What a point was about, by what it came from."""
    if isinstance(source, (Goal, Milestone)) or point.reason == AgendaReason.AGREED:
        yield TalkTopic.PROGRESS
    if isinstance(source, Feedback) or (isinstance(source, Goal) and source.area in _QUALITY):
        yield TalkTopic.QUALITY
    if isinstance(source, Goal) and source.area in _COMMUNITY:
        yield TalkTopic.COMMUNITY
    if isinstance(source, Challenge):
        yield TalkTopic.SUPPORT
    words = " ".join(point.text.split()).casefold()
    yield from (about for about, offered in AGENDA_WORDS.items() if words == offered.casefold())


def _talks(meetings: Iterable[Meeting], sources: Mapping[UUID, Entry]) -> Iterator[LastTalk]:
    for meeting in meetings:
        for point in _talked_about(meeting):
            entry = entry_of(point.source)
            for about in topics_of(point, sources.get(entry) if entry else None):
                yield LastTalk(about, meeting.day, meeting.id)


def _talked_about(meeting: Meeting) -> Iterator[MeetingPoint]:
    if meeting.status is MeetingStatus.HELD:
        yield from (point for point in meeting.points if point.is_done and not point.is_left_out)
