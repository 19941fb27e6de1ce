"""A field for several lines gives back what was put in."""

import pytest
from PySide6.QtCore import QMimeData
from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry_template import EntryTemplate
from amp_desktop.ui.editing.title_edit import TitleEdit
from amp_desktop.ui.templates.form import TemplateForm
from amp_desktop.ui.widgets.text_box import TextBox

PARTED = "un\u2029deux"
HARD = "10\u00a0km »\u202fun\u2028deux\u2060\u00adx"


def test_a_text_box_keeps_every_sign(qtbot: QtBot) -> None:
    box = TextBox("Need")
    qtbot.addWidget(box)
    box.set_text(f"{HARD}\nsecond {PARTED}")
    assert box.text() == f"{HARD}\nsecond {PARTED}"


def test_what_is_copied_and_pasted_keeps_every_sign(qtbot: QtBot) -> None:
    box, other = TextBox("Need"), TextBox("Other")
    for one in (box, other):
        qtbot.addWidget(one)
    box.set_text(f"{HARD}\n{PARTED}")
    box.selectAll()
    copied = box.createMimeDataFromSelection()
    assert copied.text() == box.text()
    other.insertFromMimeData(copied)
    assert other.text() == box.text()


def test_what_is_pasted_into_a_title_is_one_line_with_its_hard_spaces(qtbot: QtBot) -> None:
    title, data = TitleEdit(), QMimeData()
    qtbot.addWidget(title)
    data.setText(f"  {HARD}\r\n\tsecond ")
    title.insertFromMimeData(data)
    assert title.text() == f"{HARD} second"


def test_a_template_keeps_every_sign(qtbot: QtBot) -> None:
    form, template = (
        TemplateForm(),
        EntryTemplate(id="own", name="Own", title=HARD, body=f"{HARD}\n{PARTED}\n"),
    )
    qtbot.addWidget(form)
    form.show_template(template)
    assert form.filled(template) == template


def test_a_new_box_has_nothing_to_undo(qtbot: QtBot) -> None:
    box = TextBox("Name")
    qtbot.addWidget(box)
    assert not box.document().isUndoAvailable()


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_line_ends_of_other_systems_are_line_ends(qtbot: QtBot, ends: str) -> None:
    box = TextBox("Need")
    qtbot.addWidget(box)
    box.setFocus()
    for text in ("one", "one\ntwo\n\nthree\n", "one\ntwo"):
        box.set_text(text.replace("\n", ends))
        assert box.text() == text
