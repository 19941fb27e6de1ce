"""A file that leaves protected with a passphrase."""

from hashlib import sha256
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from amp_desktop.journal import Journal
from amp_desktop.ui.platform.jobs import jobs_under_way
from amp_desktop.ui.share.protect_dialog import ProtectDialog
from amp_desktop.ui.widgets.banner import Banner
from amp_desktop.ui.widgets.wrapped_label import WrappedLabel
from amp_desktop.vault import age_files
from tests.ui.share.conftest import User

PASSPHRASE = "violet anchor seventeen pelicans"


def ask_for(user: User, file: Path) -> ProtectDialog:
    """Save to that file, up to where the passphrase is asked for."""
    user.save_button.click()
    dialog = cast("QFileDialog", user.page.findChild(QFileDialog))
    dialog.fileSelected.emit(str(file))
    asked = user.page.window().findChild(ProtectDialog)
    assert isinstance(asked, ProtectDialog)
    return asked


def type_twice(dialog: ProtectDialog, words: str) -> None:
    for line in dialog.findChildren(QLineEdit):
        line.setText(words)
        line.textEdited.emit(words)


def save(dialog: ProtectDialog) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == "Save protected")


def test_the_second_kind_of_file_is_a_protected_one(user: User) -> None:
    user.choose("pdf")
    user.save_button.click()
    dialog = cast("QFileDialog", user.page.findChild(QFileDialog))
    plain, protected = dialog.nameFilters()
    dialog.filterSelected.emit(protected)
    assert dialog.selectedFiles()[0].endswith("mentor-meeting-2026-07-22.pdf.age")
    dialog.filterSelected.emit(plain)
    assert dialog.selectedFiles()[0].endswith("mentor-meeting-2026-07-22.pdf")
    dialog.reject()


@pytest.mark.parametrize(
    ("typed", "saved"),
    [
        ("meeting.pdf", "meeting.pdf.age"),
        ("meeting", "meeting.pdf.age"),
        ("with.ada", "with.ada.age"),
        ("meeting.pdf.age", "meeting.pdf.age"),
        ("known.pdf", "known (2).pdf.age"),  # nobody was asked whether that one may go
    ],
)
def test_whatever_is_typed_the_protected_kind_is_protected(
    user: User, tmp_path: Path, typed: str, saved: str
) -> None:
    (tmp_path / "known.pdf.age").write_bytes(b"another")
    user.choose("pdf")
    user.save_button.click()
    dialog = cast("QFileDialog", user.page.findChild(QFileDialog))
    dialog.setDirectory(str(tmp_path))
    dialog.selectNameFilter(dialog.nameFilters()[1])
    dialog.filterSelected.emit(dialog.nameFilters()[1])
    line = cast("QLineEdit", dialog.findChild(QLineEdit, "fileNameEdit"))
    line.setText(str(tmp_path / typed))
    dialog.accept()
    asked = user.page.window().findChild(ProtectDialog)
    assert isinstance(asked, ProtectDialog)
    assert f"{saved.removesuffix('.age')}" in asked.findChildren(WrappedLabel)[-1].text()
    asked.reject()
    assert [path.name for path in tmp_path.glob("*.pdf*")] == ["known.pdf.age"]


def test_it_leaves_encrypted_and_the_log_has_the_text(
    qtbot: QtBot, user: User, journal: Journal, tmp_path: Path
) -> None:
    summary = user.choose("txt")
    dialog = ask_for(user, tmp_path / "meeting.txt.age")
    assert not save(dialog).isEnabled()
    assert any("age -d" in label.text() for label in dialog.findChildren(WrappedLabel))
    type_twice(dialog, PASSPHRASE)
    save(dialog).click()
    qtbot.waitUntil(lambda: bool(journal.sharing.log().items), timeout=30_000)
    data = (tmp_path / "meeting.txt.age").read_bytes()
    assert age_files.decrypt(data, PASSPHRASE) == summary.data
    share = journal.sharing.log().items[0]
    assert share.text.encode() == summary.data
    assert (share.sha256, share.file_name) == (sha256(data).hexdigest(), "meeting.txt.age")
    assert [path.name for path in tmp_path.glob("*.age*")] == ["meeting.txt.age"]
    said = cast("Banner", user.page.findChild(Banner)).accessibleName()
    assert said.rstrip(".").endswith(
        "age -d -o meeting.txt meeting.txt.age"
    )  # nothing runs into what is typed
    assert PASSPHRASE not in said


def test_a_lock_while_it_is_encrypted_lets_nothing_out(
    qtbot: QtBot, user: User, journal: Journal, tmp_path: Path
) -> None:
    user.choose("txt")
    dialog = ask_for(user, tmp_path / "meeting.txt.age")
    type_twice(dialog, PASSPHRASE)
    save(dialog).click()
    banner = cast("Banner", user.page.findChild(Banner))
    qtbot.waitUntil(lambda: banner.sentence() == "Protecting the file…", timeout=20_000)
    user.page.forget()
    qtbot.waitUntil(lambda: jobs_under_way() == 0, timeout=30_000)
    assert not journal.sharing.log().items
    assert not list(tmp_path.glob("*.age"))
