"""One language decides words, direction and the dates in them."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QLocale

from amp_desktop.ui.platform.languages import LANGUAGE, locale_of

SCRIPT = """
from datetime import date
from amp_desktop.app import application
app = application()
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from amp_desktop.ui.style.dates import long_day, short_day
from amp_desktop.ui.widgets.day_field import DayField
field = DayField("Day")
field.set_day(date(2026, 7, 22))
from PySide6.QtWidgets import QDateEdit
print(long_day(date(2026, 7, 22)))
print(short_day(date(2026, 7, 22), date(2026, 7, 23)))
print(field.findChild(QDateEdit).text())
print(app.layoutDirection() is Qt.LayoutDirection.LeftToRight)
"""


@pytest.mark.parametrize(
    ("system", "expected"),
    [
        ("ar_EG", "en_GB"),
        ("ja_JP", "en_JP"),
        ("de_DE", "en_DE"),
        ("hi_IN", "en_IN"),
        ("en_US", "en_US"),
        ("en_IN", "en_IN"),
        ("C", "C"),
    ],
)
def test_the_language_decides_and_the_country_where_it_can(system: str, expected: str) -> None:
    assert locale_of(LANGUAGE, QLocale(system)).name() == expected


@pytest.mark.parametrize("system", ["ar_EG.UTF-8", "he_IL.UTF-8", "fa_IR.UTF-8", "hi_IN.UTF-8"])
def test_a_window_in_english_says_english_days_whatever_the_computer_speaks(system: str) -> None:
    environment = {**os.environ, "LC_ALL": system, "LANGUAGE": "", "QT_QPA_PLATFORM": "offscreen"}
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT], env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert ran.returncode == 0, ran.stderr
    long, short, field, from_left = ran.stdout.splitlines()
    assert (long, short, from_left) == ("Wednesday 22 July 2026", "Wed 22 Jul", "True")
    assert field.isascii()
    assert "2026" in field
