"""The pads of the program's evaluations: which there are, what is closed, what the journal knows to them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from amp_desktop.domain.clock import Clock
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.challenge import Challenge, ChallengeStatus, challenge_or_none
from amp_desktop.domain.kinds.evaluation import KICK_OFF, Evaluation, TalkTopic, evaluations_of
from amp_desktop.domain.kinds.evaluation_facts import PadFact, facts_of
from amp_desktop.domain.kinds.evaluation_talks import AGENDA_WORDS, LastTalk, last_talks, sources_of
from amp_desktop.domain.kinds.meeting import Meeting, MeetingPoint
from amp_desktop.domain.kinds.meeting_casts import as_meeting, meetings_of
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.domain.own_id import new_id
from amp_desktop.domain.program import Phase, Program
from amp_desktop.domain.query import EntryQuery
from amp_desktop.domain.text.day_words import day_text
from amp_desktop.domain.text.one_line import one_line
from amp_desktop.journal.choices import kept_preferences, kept_program

if TYPE_CHECKING:
    from amp_desktop.domain.changes import Change
    from amp_desktop.storage.store import Store

_PADS = frozenset({Evaluation.KIND})
_BOX_OF = {
    "scope": "scope",
    "interaction": "interaction",
    "skills": "skills",
    "learned": "learning",
    "organisation": "organisation",
}
"""The box of a topic of evidence."""

_TOLD = frozenset(kind for kind, made in ENTRY_TYPES.items() if not made.IS_MOST_PRIVATE)
"""The kinds that facts beside a box are made of: what is most private is offered nowhere."""


@dataclass(frozen=True)
class WindowPad:
    """A window of the program and its pad.

    Attributes:
        window: The window's name.
        phase: The window; None for the beginning, which has none.
        pad: What was written for it; None while nothing was.
        is_closed: Whether the pad can only be read.
    """

    window: str
    phase: Phase | None
    pad: Evaluation | None
    is_closed: bool = False


@dataclass(frozen=True)
class KnownNow:
    """What the mentee did not know when a challenge stood open.

    Attributes:
        entry: The challenge.
        title: Its title; may be empty.
        words: What was not known, Markdown.
    """

    entry: UUID
    title: str
    words: str


class JournalEvaluations:
    """The evaluation pads of an open journal."""

    def __init__(self, store: "Store", clock: Clock) -> None:
        self._store = store
        self._outward = store.without_sealed()
        self._clock = clock

    def pads(self) -> tuple[WindowPad, ...]:
        """The beginning and every window of the program, in order, each with its pad if there is one."""
        program, written = self._program(), self._written()
        windows: list[tuple[str, Phase | None]] = [(KICK_OFF, None)]
        windows += [(phase.name, phase) for phase in program.evaluations]
        pads = []
        for name, phase in windows:
            names = {name, *(phase.called_before if phase is not None else ())}
            pad = next((one for one in written if one.window in names and self._is_of(one, program)), None)
            pads.append(WindowPad(name, phase, pad, pad is not None and self._is_over(pad, phase)))
        return tuple(pads)

    def known_pad(self, window: str) -> Evaluation | None:
        """The pad of a window that was written; None while nothing was."""
        return next((one.pad for one in self.pads() if one.window == window and one.pad), None)

    def pad(self, window: str) -> Evaluation:
        """The pad of a window: the one that was written, else an empty one, which is not stored."""
        return self.known_pad(window) or Evaluation(window=window, title=window, day=self._today())

    def known_now(self) -> tuple[KnownNow, ...]:
        """What was not known when challenges stood open that are resolved by now, the newest first."""
        resolved = EntryQuery(
            kinds=frozenset({Challenge.KIND}), states=frozenset({ChallengeStatus.RESOLVED.value})
        )
        found = map(challenge_or_none, self._store.entries(resolved))
        return tuple(
            KnownNow(one.id, one.title, one.not_known) for one in found if one and one.not_known.strip()
        )

    def phase_of(self, pad: Evaluation) -> Phase | None:
        """The window of a pad, in the program that it belongs to; None for the beginning."""
        return _window_of(pad, self._program().of(pad.day))

    def is_closed(self, pad: Evaluation) -> bool:
        """Whether the pad can only be read: its window has closed, and it was not opened again.

        One that was begun after the window had closed is late, and stays open.
        """
        return self._is_over(pad, self.phase_of(pad))

    def _is_over(self, pad: Evaluation, window: Phase | None) -> bool:
        if window is None or pad.is_being_corrected:
            return False
        return pad.day <= window.ends < self._today()

    def facts(self, pad: Evaluation) -> Mapping[str, tuple[PadFact, ...]]:
        """What the journal knows to each box of a pad: from the program's beginning to the window's end."""
        program = self._program().of(pad.day)
        phase = _window_of(pad, program)
        until = min(phase.ends, self._today()) if phase is not None else self._today()
        query = EntryQuery(kinds=_TOLD, since=program.starts, until=until)
        known = facts_of(self._outward.entries(query), program.phases)
        pinned = self._pinned(until)
        return {box: (*lines, *pinned.get(box, ())) for box, lines in known.items()}

    def _pinned(self, until: date) -> Mapping[str, tuple[PadFact, ...]]:
        """What was pinned to the topic of a box until a day, by the box."""
        found: dict[str, tuple[PadFact, ...]] = {}
        for one in self._outward.pinned_evidence():
            box = _BOX_OF.get(one.pin.topic)
            if box is not None and one.kind in _TOLD and (one.day is None or one.day <= until):
                words = one_line(one.text) if one.pin.fact else ""
                text = ": ".join(filter(None, (one.title, words)))
                when = f"{day_text(one.day)}: " if one.day else ""
                found[box] = (*found.get(box, ()), *([PadFact(f"{when}{text}", one.entry)] if text else ()))
        return found

    def talks(self, pad: Evaluation) -> tuple[LastTalk, ...]:
        """When each of the four things last came up before the pad's window closed."""
        program = self._program().of(pad.day)
        phase = _window_of(pad, program)
        until = phase.ends if phase is not None else None
        query = EntryQuery(kinds=frozenset({Meeting.KIND}), since=program.starts, until=until)
        meetings = meetings_of(self._store.entries(query))
        ids = self._store.known_ids(sources_of(meetings))
        sources = {entry.id: entry for entry in self._store.several(ids)}
        said = (
            LastTalk(TalkTopic(one.about), one.day) for one in pad.talked if one.about in tuple(TalkTopic)
        )
        return last_talks(meetings, sources, said)

    def next_window(self, day: date) -> Phase | None:
        """The window of the evaluation that comes next, or is under way: none that is over or handed in."""
        windows = (
            one for one in self._program().evaluations if day <= one.ends and not one.evaluation.handed_in
        )
        return min(windows, key=lambda one: one.ends, default=None)

    def never_talked(self, window: Phase) -> tuple[TalkTopic, ...]:
        """Which of the four things never came up before a window closes."""
        return tuple(talk.about for talk in self.talks(self.pad(window.name)) if talk.day is None)

    def put_on_agenda(self, about: TalkTopic, meeting: Meeting) -> "tuple[Change, ...]":
        """Have one of the four things talked about in a meeting that is to come.

        Returns:
            What changed, for `Journal.take_back`.

        Raises:
            UnknownEntryError: The meeting is gone.
        """
        words, now = AGENDA_WORDS[about], self._clock()

        def how(entry: Entry) -> Entry:
            known = as_meeting(entry)
            if any(point.text == words for point in known.points):
                return known
            return replace(known, points=(*known.points, MeetingPoint(words, id=new_id())), updated_at=now)

        return self._store.change([meeting.id], how)

    def _is_of(self, pad: Evaluation, program: Program) -> bool:
        return program.of(pad.day) is program

    def _written(self) -> tuple[Evaluation, ...]:
        """Every pad, the newest first."""
        return evaluations_of(self._store.entries(EntryQuery(kinds=_PADS)))

    def _program(self) -> Program:
        return kept_program(self._store)

    def _today(self) -> date:
        return kept_preferences(self._store).today(self._clock())


def _window_of(pad: Evaluation, program: Program) -> Phase | None:
    return next((one for one in program.evaluations if one.is_called(pad.window)), None)
