"""What the page says about formats, times and counts."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale, QTime

from amp_desktop.domain.share import Share
from amp_desktop.domain.summary import Format, Level
from amp_desktop.sharing import Length, renderer_told
from amp_desktop.ui.kinds.registry import kind_view, view_of
from amp_desktop.ui.kinds.row_words import title_of_entry
from amp_desktop.ui.share.rows import Candidate, CandidateGroup, CandidateReason, Fold
from amp_desktop.ui.style.dates import long_day

translate = QCoreApplication.translate


def format_name(form: Format) -> str:
    """What a format is called, also one that only another version of the program knows."""
    return translate("Share", renderer_told(form).name)


def format_use(form: Format) -> str:
    """What a format is good for, in a sentence."""
    return translate("Share", renderer_told(form).use)


def length_words(length: Length, pages: int | None, appendix: int | None) -> str:
    """How long it is to read: "1 page and 2 of appendix · 2 minutes"."""
    minutes = length.minutes
    time = translate("Share", "1 minute") if minutes == 1 else translate("Share", "%n minutes", "", minutes)
    if pages is None:
        words = translate("Share", "{count} words").format(count=QLocale().toString(length.words))
        return translate("Share", "{length} · {time}").format(length=words, time=time)
    told = translate("Share", "1 page") if pages == 1 else translate("Share", "%n pages", "", pages)
    if appendix:
        told = translate("Share", "{pages} and {more} of appendix").format(pages=told, more=appendix)
    return translate("Share", "{length} · {time}").format(length=told, time=time)


def found_words(names: int, links: int, edits: int, unlinked: int = 0) -> str:
    """What was found in the text, in few words: "2 links, nobody named, 1 edited, 1 without a link"."""
    link = translate("Share", "no link") if links == 0 else translate("Share", "%n links", "", links)
    if links == 1:
        link = translate("Share", "1 link")
    name = translate("Share", "nobody named") if names == 0 else translate("Share", "%n names", "", names)
    if names == 1:
        name = translate("Share", "1 name")
    said = [link, name]
    if edits:
        said.append(translate("Share", "%n edited", "", edits))
    if unlinked:
        said.append(translate("Share", "%n without a link", "", unlinked))
    return ", ".join(said)


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
    return title_of_entry(candidate.entry)


def candidate_why(candidate: Candidate) -> str:
    """Why the row stands as it does: shareable, on the agenda, private; and whether it is still open.

    A kind may have something else to say of its entries instead.
    """
    words = (
        view_of(candidate.entry).sharing_words(candidate.entry)
        or {
            CandidateReason.ON_AGENDA: translate("Share", "on the agenda"),
            CandidateReason.SHAREABLE: translate("Share", "shareable"),
            CandidateReason.PRIVATE: translate("Share", "private"),
        }[candidate.reason]
    )
    if not candidate.is_older:
        return words
    return translate("Share", "{why} · still open").format(why=words)


def spoken_candidate(candidate: Candidate) -> str:
    """The whole row as a screen reader says it; whether it is ticked, the reader says by itself."""
    kind = view_of(candidate.entry).name()
    said = [candidate_title(candidate), kind, long_day(candidate.entry.day), candidate_why(candidate)]
    if candidate.ticked:
        said.append(staying_words(candidate) or level_words(candidate.level))
    if candidate.is_edited:
        said.append(translate("Share", "edited this time"))
    return ", ".join(filter(None, said))


def candidate_tip(candidate: Candidate) -> str:
    """What the row does not say: kind, day, and why it stands there."""
    entry = candidate.entry
    said = (view_of(entry).name(), long_day(entry.day), candidate_why(candidate))
    lines = (candidate_title(candidate), " · ".join(said), staying_words(candidate))
    return "\n".join(filter(None, lines))


def staying_words(candidate: Candidate) -> str:
    """Why nothing is told of an entry that is ticked, and what to do; empty where something is."""
    if not candidate.stays:
        return ""
    entry = candidate.entry
    if entry.IS_FOR_FEW and not entry.title and candidate.level is Level.LINE:
        return translate(
            "Share",
            "It stays: of a line, everybody reads the title alone. Give it one, or choose “Short”.",
        )
    return translate("Share", "It stays: nothing in it can be told so.")


def level_words(level: Level | None) -> str:
    """How much leaves of an entry, in a word; empty where nothing can be chosen."""
    match level:
        case Level.LINE:
            return translate("Share", "Line")
        case Level.SHORT:
            return translate("Share", "Short")
        case Level.WHOLE:
            return translate("Share", "Whole")
    return ""


def heading_words(group: CandidateGroup) -> str:
    """What stands over a group."""
    return group.heading or translate("Share", "Left out")


def fold_words(fold: Fold, *, spoken: bool = False) -> str:
    """Entries of one kind as one row: "8 self-care notes"."""
    count, kind = len(fold.candidates), kind_view(fold.kind).plural().lower()
    words = translate("Share", "{count} {kind}").format(count=count, kind=kind)
    if not spoken:
        return words
    state = translate("Share", "unfolded") if fold.is_open else translate("Share", "folded")
    return translate("Share", "{words}, {state}").format(words=words, state=state)


def moment(instant: datetime) -> str:
    """A moment in this computer's zone: "Saturday 17 October 2026, 14:03"."""
    local = instant.astimezone()
    time = QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)
    return translate("Share", "{day}, {time}").format(day=long_day(local.date()), time=time)


def share_line(share: Share) -> str:
    """What has left, in a quiet line: for whom, in which format, how many entries."""
    entries = len(share.entry_ids)
    one = entries == 1
    many = translate("Share", "1 entry") if one else translate("Share", "%n entries", "", entries)
    form = format_name(share.format)
    if not share.to_whom:
        return translate("Share", "{form} · {entries}").format(form=form, entries=many)
    return translate("Share", "{form} for {whom} · {entries}").format(
        form=form, whom=share.to_whom, entries=many
    )
