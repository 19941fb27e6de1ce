"""What the page says about forms, times and counts."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale, QTime

from amp_desktop.domain.share import Share
from amp_desktop.domain.summary import Format
from amp_desktop.sharing import renderer_told
from amp_desktop.ui.kinds.registry import view_of
from amp_desktop.ui.kinds.row_words import untitled
from amp_desktop.ui.share.presenter import Candidate, Reason
from amp_desktop.ui.style.dates import long_day

translate = QCoreApplication.translate


def format_name(form: Format) -> str:
    """What a form is called, also one that only another version of the program knows."""
    return translate("Share", renderer_told(form).name)


def format_use(form: Format) -> str:
    """What a form is good for, in a sentence."""
    return translate("Share", renderer_told(form).use)


def counts(leaving: int, staying: int) -> str:
    """How many entries leave and how many stay, in one line."""
    if leaving == staying == 0:
        return translate("Share", "Nothing leaves.")
    if leaving == 0:
        leave = translate("Share", "Nothing leaves")
    elif leaving == 1:
        leave = translate("Share", "1 entry leaves")
    else:
        leave = translate("Share", "%n entries leave", "", leaving)
    stay = translate("Share", "1 stays") if staying == 1 else translate("Share", "%n stay", "", staying)
    return translate("Share", "{leave}, {stay}.").format(leave=leave, stay=stay)


def candidate_title(candidate: Candidate) -> str:
    """The title that a row shows."""
    entry = candidate.entry
    return entry.title or (view_of(entry).name() if entry.body == "" else untitled())


def candidate_why(candidate: Candidate) -> str:
    """Why the row stands as it does: shareable, on the agenda, private; and whether it is still open.

    A kind may have something else to say of its entries instead.
    """
    words = (
        view_of(candidate.entry).sharing_words(candidate.entry)
        or {
            Reason.ON_AGENDA: translate("Share", "on the agenda"),
            Reason.SHAREABLE: translate("Share", "shareable"),
            Reason.PRIVATE: translate("Share", "private"),
        }[candidate.reason]
    )
    if not candidate.is_older:
        return words
    return translate("Share", "{why} · still open").format(why=words)


def spoken_candidate(candidate: Candidate) -> str:
    """The whole row as a screen reader says it; whether it is ticked, the reader says by itself."""
    kind = view_of(candidate.entry).name()
    said = (candidate_title(candidate), kind, long_day(candidate.entry.day), candidate_why(candidate))
    return ", ".join(said)


def moment(instant: datetime) -> str:
    """A moment in this computer's zone: "Saturday 17 October 2026, 14:03"."""
    local = instant.astimezone()
    time = QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)
    return translate("Share", "{day}, {time}").format(day=long_day(local.date()), time=time)


def share_line(share: Share) -> str:
    """What has left, in a quiet line: for whom, in which form, how many entries."""
    entries = len(share.entry_ids)
    one = entries == 1
    many = translate("Share", "1 entry") if one else translate("Share", "%n entries", "", entries)
    form = format_name(share.format)
    if not share.to_whom:
        return translate("Share", "{form} · {entries}").format(form=form, entries=many)
    return translate("Share", "{form} for {whom} · {entries}").format(
        form=form, whom=share.to_whom, entries=many
    )
