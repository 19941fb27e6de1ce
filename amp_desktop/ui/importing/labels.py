"""What the page says of an import."""

from PySide6.QtCore import QCoreApplication

from amp_desktop.journal.importing import ImportDone, ImportPlan
from amp_desktop.ui.kinds.registry import kind_view

translate = QCoreApplication.translate


def plan_title(plan: ImportPlan) -> str:
    """How many entries would be added."""
    if not plan.new:
        return translate("Importing", "Nothing new is in it.")
    if len(plan.new) == 1:
        return translate("Importing", "1 entry would be added.")
    return translate("Importing", "%n entries would be added.", "", len(plan.new))


def plan_lines(plan: ImportPlan) -> list[str]:
    """What they are, and what would be left as it is, a line each."""
    lines = [
        translate("Importing", "{kind}: {count}").format(kind=kind_view(kind).plural(), count=count)
        for kind, count in plan.counts().items()
    ]
    if plan.present:
        lines.append(translate("Importing", "Already here: {count}").format(count=plan.present))
    if plan.differing:
        lines.append(
            translate("Importing", "Already here with a different text, and left unchanged: {count}").format(
                count=plan.differing
            )
        )
    return lines


def done_title(done: ImportDone) -> str:
    """How many entries were added."""
    if len(done.entries) == 1:
        return translate("Importing", "1 entry was added.")
    return translate("Importing", "%n entries were added.", "", len(done.entries))


def taken_back_words(removed: int, added: int) -> str:
    """How many entries are gone again, and that others stay."""
    gone = (
        translate("Importing", "1 entry was removed again.")
        if removed == 1
        else translate("Importing", "%n entries were removed again.", "", removed)
    )
    if removed == added:
        return gone
    stay = translate("Importing", "What you have written in since stays: {count}.").format(
        count=added - removed
    )
    return f"{gone} {stay}"
