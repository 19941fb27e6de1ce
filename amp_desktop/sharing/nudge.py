"""A kind reminder of something that somebody else has not answered yet."""

from collections.abc import Collection

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.meeting import Action, Meeting, MeetingStatus
from amp_desktop.domain.text.asides import without_asides
from amp_desktop.domain.text.day_words import day_text, weekday_text
from amp_desktop.domain.waiting import Waiting
from amp_desktop.sharing.disclosure.disclosure import Disclosure, disclose
from amp_desktop.sharing.disclosure.invisible import without_hidden
from amp_desktop.sharing.period import Period
from amp_desktop.sharing.renderers.formatting import plain
from amp_desktop.sharing.templates.registry import find_template

NUDGE = "nudge"
"""By this name the share log knows it."""


def nudge(waiting: Waiting, entry: Entry, titles: Collection[str] = ()) -> tuple[Disclosure, str]:
    """The text, cut as everything is that leaves, and what it tells of.

    Args:
        waiting: What waits.
        entry: The entry that it comes from; only the words of `waiting` leave.
        titles: Of the journal's entries, so that links to them are told as "another entry".
    """
    about = without_asides(without_hidden(waiting.text))[0].strip()
    whom = without_asides(without_hidden(waiting.whom))[0].strip()
    day = f"{weekday_text(waiting.since)} {day_text(waiting.since)}"
    asked = f"on {day} I asked you about this: {about}" if about else f"on {day} I asked you for something"
    sentences = (
        f"Hello{' ' if whom else ''}{whom}, {asked}.",
        "There is no hurry. Is there something that I can add to make it easier to answer?",
    )
    told = Meeting(
        id=entry.id,
        day=waiting.since,
        status=MeetingStatus.HELD,
        actions=tuple(Action(sentence, id=str(at)) for at, sentence in enumerate(sentences)),
    )
    door = disclose(
        [told],
        ticked={told.id},
        template=find_template("mentor-meeting"),
        period=Period(None, None),
        titles=titles,
    )
    lines = (
        " ".join(plain(line.words).split())
        for section in door.summary.sections
        for group in section.groups
        for line in group.lines
    )
    return door, "\n".join(lines)
