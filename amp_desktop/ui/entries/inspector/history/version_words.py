"""What a list of kept versions says of each: when it was written, and how much it held."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QLocale, QTime

from amp_desktop.domain.clock import in_local_zone
from amp_desktop.domain.query import Version
from amp_desktop.ui.style.dates import short_day

translate = QCoreApplication.translate


def version_words(version: Version, now: datetime) -> str:
    """One line such as "Yesterday 18:40 · 120 words".

    Args:
        version: What was kept.
        now: This instant. Days are the calendar's here, as the times beside them are the clock's.
    """
    kept = in_local_zone(version.kept_at)
    time = QLocale().toString(QTime(kept.hour, kept.minute), QLocale.FormatType.ShortFormat)
    day = _near_day(kept.date(), now.astimezone().date())
    held = version.words
    words = translate("Version", "1 word") if held == 1 else translate("Version", "%n words", "", held)
    return translate("Version", "{day} {time} · {words}").format(day=day, time=time, words=words)


def _near_day(day: date, now: date) -> str:
    if day == now:
        return translate("Version", "Today")
    if day == now - timedelta(days=1):
        return translate("Version", "Yesterday")
    return short_day(day, now)
