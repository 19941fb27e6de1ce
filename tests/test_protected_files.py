"""The one rule by which a protected file is named."""

import os
from pathlib import Path

import pytest

from amp_desktop.protected_files import as_protected, is_protected


@pytest.mark.parametrize(
    ("chosen", "meant"),
    [
        ("meeting.pdf.age", "meeting.pdf.age"),
        ("MEETING.PDF.AGE", "MEETING.PDF.AGE"),
        ("meeting.pdf", "meeting.pdf.age"),
        ("meeting", "meeting.pdf.age"),
        ("with.ada", "with.ada.age"),
        ("known.pdf", "known (3).pdf.age"),
        ("known", "known (3).pdf.age"),
    ],
)
def test_the_name_says_so_whatever_was_chosen(tmp_path: Path, chosen: str, meant: str) -> None:
    for name in ("known.pdf.age", "known (2).pdf.age"):
        (tmp_path / name).touch()
    file = as_protected(tmp_path / chosen, "pdf")
    assert file == tmp_path / meant
    assert is_protected(file)


@pytest.mark.parametrize("chosen", ["", ".", "..", "/"])
def test_what_is_no_name_gives_one_all_the_same(chosen: str) -> None:
    assert is_protected(as_protected(Path(chosen), "pdf"))


@pytest.mark.skipif(os.name == "nt", reason="there only some may make links")
def test_a_link_that_leads_nowhere_has_the_name_too(tmp_path: Path) -> None:
    (tmp_path / "known.pdf.age").symlink_to(tmp_path / "a disk that is not there")
    assert as_protected(tmp_path / "known.pdf", "pdf").name == "known (2).pdf.age"
