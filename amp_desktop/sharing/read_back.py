"""What was agreed in a meeting, read back to the other side: decided what, who, by when, in a few lines."""

from collections.abc import Collection
from dataclasses import replace

from amp_desktop.domain.kinds.meeting import Action, Meeting, MeetingStatus
from amp_desktop.domain.text.asides import without_asides
from amp_desktop.domain.text.day_words import day_text, weekday_text
from amp_desktop.sharing.disclosure.disclosure import Disclosure, disclose
from amp_desktop.sharing.disclosure.invisible import without_hidden
from amp_desktop.sharing.period import Period
from amp_desktop.sharing.renderers.formatting import plain
from amp_desktop.sharing.templates.registry import find_template

READ_BACK = "read-back"
"""By this name the share log knows it."""

MOST_LINES = 8
"""The day above and the question below among them."""


def read_back(meeting: Meeting, titles: Collection[str] = ()) -> tuple[Disclosure, str]:
    """The text, cut as everything is that leaves, and what it tells of; no text where nothing was agreed.

    Args:
        meeting: The actions of which stand as what they became stands now.
        titles: Of the journal's entries, so that links to them are told as "another entry".
    """
    told = replace(
        meeting,
        title="",
        body="",
        for_mentor="",
        whom="",
        where="",
        read_back="",
        points=(),
        status=MeetingStatus.HELD,
        actions=tuple(
            replace(action, text=_sentence(action), due=None) for action in meeting.actions if _says(action)
        ),
    )
    door = disclose(
        [told],
        ticked={told.id},
        template=find_template("mentor-meeting"),
        period=Period(None, None),
        titles=titles,
    )
    lines = [
        " ".join(plain(line.words).split())
        for section in door.summary.sections
        for group in section.groups
        for line in group.lines
    ]
    if not (told.actions and lines):
        return door, ""
    room = MOST_LINES - 2
    if len(lines) > room:
        lines = [*lines[: room - 1], f"And {len(lines) - room + 1} more, which I have written down."]
    head = f"{weekday_text(meeting.day)} {day_text(meeting.day)}, what we decided:"
    return door, "\n".join((head, *lines, "Did I get it right?"))


def _says(action: Action) -> bool:
    """Whether words are left once asides are cut."""
    return bool(without_asides(without_hidden(action.text))[0].strip())


def _sentence(action: Action) -> str:
    """What, whose, by when: "Ask the group, in an issue. Me, by Monday 21 September 2026."."""
    what = action.text.strip().rstrip(".")
    who = action.who[:1].upper() + action.who[1:]
    due = f", by {weekday_text(action.due)} {day_text(action.due)}" if action.due else ""
    done = " Done." if action.is_done else ""
    return f"{what}. {who}{due}.{done}"
