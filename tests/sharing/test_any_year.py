"""A summary can be made whatever year the computer's clock says."""

import shutil
import subprocess
import sys

import pytest

FAKETIME = shutil.which("faketime")

MAKE = """
from amp_desktop.sharing import RENDERERS
from amp_desktop.domain.summary import Summary
from amp_desktop.sharing import render
for form in RENDERERS:
    assert render(Summary(title="Since we met", subtitle="", sections=()), form), form
"""


@pytest.mark.skipif(FAKETIME is None, reason="faketime, which sets a program's clock, is not installed")
@pytest.mark.parametrize("year", [1969, 1975, 2110])
def test_every_form_is_made_in_any_year(year: int) -> None:
    command = [str(FAKETIME), f"{year}-06-01 12:00:00", sys.executable, "-c", MAKE]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
