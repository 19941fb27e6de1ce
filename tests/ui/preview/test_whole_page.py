"""Preview and print show every part of an entry's page, whatever its kind, each once."""

from dataclasses import fields, replace
from typing import Any

import pytest
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.fields import field_types
from amp_desktop.domain.kinds.challenge import Asking, Challenge
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.milestone import Evidence, Milestone
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.domain.text.texts import is_words, texts_of
from amp_desktop.ui.kinds.registry import kind_views, view_of
from amp_desktop.ui.preview.preview_builder import PreviewBuilder
from amp_desktop.ui.preview.preview_page import PreviewPage
from amp_desktop.ui.preview.printing import printed_page
from amp_desktop.ui.style.theme import theme

OWN: dict[str, dict[str, Any]] = {
    Goal.KIND: {"steps": (Step("Stepone"), Step("Steptwo", done=True))},
    Challenge.KIND: {"asked": (Asking(whom="Askedwhom", answer="Askedanswer"),)},
    Milestone.KIND: {"evidence": (Evidence("https://example.org/evidence", words="Evidencewords"),)},
}


def whole(kind: str) -> Entry:
    """An entry of that kind with a word of its own in each of its texts."""
    entry = ENTRY_TYPES[kind](title="Titleword", body="Bodyword **strong** %%aside%%", **OWN.get(kind, {}))
    no_words = {field.name for field in fields(entry) if field.metadata}
    names = [name for name in field_types(type(entry)) if name not in no_words]
    texts = [name for name in names if is_words(getattr(entry, name))]
    markdown = {told.field for told in view_of(entry).details(entry)} | {"for_mentor"}
    filled: dict[str, Any] = {
        name: f"Word{name.replace('_', '')}" + " *leaning*" * (name in markdown) for name in texts
    }
    return replace(entry, **filled)


def words_of(entry: Entry) -> list[str]:
    """The first word of each text."""
    return [text.split()[0] for text in texts_of(entry) if text]


@pytest.mark.parametrize("kind", list(kind_views()))
def test_a_print_has_every_part_once(qtbot: QtBot, kind: str) -> None:
    entry = whole(kind)
    printed = printed_page(entry).toPlainText()
    assert {word: printed.count(word) for word in words_of(entry)} == dict.fromkeys(words_of(entry), 1)
    assert "**" not in printed
    assert "*leaning*" not in printed
    assert "aside" not in printed


@pytest.mark.parametrize("kind", list(kind_views()))
def test_the_preview_has_every_part_once_under_what_it_is_called(qtbot: QtBot, kind: str) -> None:
    entry = whole(kind)
    maker = PreviewBuilder(theme())
    with qtbot.waitSignal(maker.made, check_params_cb=bool):  # on a busy machine its beginning comes first
        maker.begin(view_of(entry).whole_reading(entry))
    page = PreviewPage(maker.html(), QFont(), theme().tokens)
    lines = page.toPlainText().split("\n")
    maker.deleteLater()
    wanted = [word for word in words_of(entry) if word != "Titleword"]
    assert {word: page.toPlainText().count(word) for word in wanted} == dict.fromkeys(wanted, 1)
    for part in view_of(entry).whole_reading(entry):
        if part.heading:
            assert part.heading in lines


def test_an_aside_left_open_in_one_part_takes_nothing_from_the_others(qtbot: QtBot) -> None:
    entry = Challenge(title="Flaky", body="seen %%never closed", tried="Everything", need="Help %%or a fence")
    printed = printed_page(entry).toPlainText()
    assert "Everything" in printed
    assert "Help" in printed
    assert "closed" not in printed
    assert "fence" not in printed


def test_a_fence_left_open_in_one_part_takes_no_other_part_in(qtbot: QtBot) -> None:
    entry = Challenge(title="Flaky", body="```\ncode", tried="**Everything**")
    assert "**" not in printed_page(entry).toPlainText()
