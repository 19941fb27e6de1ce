"""What the parts of an incident are called, and when they were first written."""

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.clock import in_local_zone
from amp_desktop.domain.kinds.incident import PARTS, Incident
from amp_desktop.ui.style.dates import medium_day

translate = QCoreApplication.translate


def part_words(part: str) -> tuple[str, str]:
    """The heading of a part, and what stands in its place while it is empty."""
    return {
        "who": (translate("Incident", "Who"), translate("Incident", "Who was involved, and who saw it?")),
        "body": (
            translate("Incident", "What happened"),
            translate("Incident", "What happened, in your words"),
        ),
        "happened_on": (translate("Incident", "When"), translate("Incident", "When? As exactly as you know")),
        "where": (
            translate("Incident", "Where"),
            translate("Incident", "Where? A call, a channel, an issue, a room"),
        ),
        "rule": (
            translate("Incident", "Which rule"),
            translate("Incident", "Which rule of the code of conduct, if you know one"),
        ),
        "evidence": (
            translate("Incident", "Evidence"),
            translate("Incident", "What shows it: links, messages that you kept"),
        ),
    }[part]


def times_text(entry: Incident) -> str:
    """When each part was first written, a line each, in the order of the parts."""
    lines = []
    for part in PARTS:
        at = entry.first_written(part)
        if at is not None:
            local = in_local_zone(at)
            time = f"{medium_day(local.date())}, {local:%H:%M}"
            name = part_words(part)[0]
            lines.append(translate("Incident", "{part}: {time}").format(part=name, time=time))
    return "\n".join(lines)
