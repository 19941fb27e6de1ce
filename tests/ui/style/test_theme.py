"""The look: colours that can be read, a theme that follows, real faces, icons in the theme's colour."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Literal

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QRawFont
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.logging import _QtMessageCapture as QtLog
from pytestqt.qtbot import QtBot

from amp_desktop.places import resource
from amp_desktop.ui.platform.appearance import Appearance
from amp_desktop.ui.style import theme as theme_module
from amp_desktop.ui.style.icons import app_icon, icon, icon_pixmap
from amp_desktop.ui.style.theme import apply_theme, set_variant, style_sheet, theme
from amp_desktop.ui.style.tokens import Tokens, load_tokens

SURFACES = ("base", "window", "side")
BOTH = pytest.mark.parametrize("name", ["light", "dark"])
Name = Literal["light", "dark"]


def luminance(colour: QColor) -> float:
    """The relative luminance of WCAG 2.2."""

    def part(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@BOTH
@pytest.mark.parametrize(
    ("token", "surfaces", "least"),
    [
        ("text", SURFACES, 12.9),
        ("text", ("chip", "selection", "hover"), 10),
        ("muted", SURFACES, 5.0),
        ("muted", ("chip", "selection", "hover"), 4.5),
        ("accent", (*SURFACES, "selection"), 4.5),
        ("good", ("base", "window"), 4.5),
        ("care", ("base", "window"), 4.5),
        ("on_accent", ("accent",), 4.5),
        ("faint", ("base", "window"), 4.5),
        ("control", SURFACES, 3.0),
    ],
)
def test_colours_can_be_told_apart(name: Name, token: str, surfaces: tuple[str, ...], least: float) -> None:
    tokens = load_tokens(name)
    for surface in surfaces:
        found = contrast(getattr(tokens, token), getattr(tokens, surface))
        assert found >= least, f"{token} on {surface}: {found:.2f}"


@BOTH
def test_the_colour_files_are_toml_and_read_as_such(name: Name) -> None:
    told = tomllib.loads(resource("themes", f"{name}.toml").read_text("utf-8"))
    assert load_tokens(name).values() == {token: colour.lower() for token, colour in told.items()}


@BOTH
def test_marks_of_the_style_sheet_have_the_colours_of_their_theme(name: Name) -> None:
    known = set(load_tokens(name).values().values())
    marks = sorted(resource("themes", name).glob("*.svg"))
    assert {mark.name for mark in marks} == {m.name for m in resource("themes", "light").glob("*.svg")}
    for mark in marks:
        used = {colour.lower() for colour in re.findall(r"#[0-9A-Fa-f]{6}", mark.read_text("utf-8"))}
        assert used
        assert used <= known, mark.name


@BOTH
def test_the_style_sheet_takes_every_colour_from_the_tokens(name: Name) -> None:
    source = resource("themes", "sheet.qss").read_text("utf-8")
    rules = re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL)
    assert not re.search(r":[^{}]*#[0-9A-Fa-f]{3,6}\b", rules)
    filled = style_sheet(load_tokens(name), 14)
    assert "%(" not in filled
    for url in re.findall(r"url\(theme:(.*?)\)", filled):
        assert resource("themes", name, url).is_file()


@BOTH
def test_every_colour_of_the_style_sheet_is_one(name: Name) -> None:
    """A length by the name of a colour would stand in its place, and Qt paints that black."""
    sheet = style_sheet(load_tokens(name), 14)
    colours = re.findall(r"(?<![\w-])(?:background|color|border-color|background-color):\s*([^;}]+)", sheet)
    colours += re.findall(r"border(?:-\w+)?:\s*\d+px solid\s+([^;}]+)", sheet)
    assert len(colours) > 100
    odd = [one.strip() for one in colours if not QColor.isValidColorName(one.strip())]
    assert not odd


def test_no_colour_is_written_in_the_code_of_the_window() -> None:
    folder = Path(theme_module.__file__).parents[1]
    found = [
        file.name
        for file in folder.rglob("*.py")
        if re.search(r"[\"']#[0-9A-Fa-f]{6}\b", file.read_text("utf-8"))
    ]
    assert not found


def test_an_appearance_reaches_palette_and_sheet(qapp: QApplication, appearance: Appearance) -> None:
    expected = load_tokens("dark" if appearance is Appearance.DARK else "light")
    assert theme().tokens is expected
    assert theme().tokens.dark == (appearance is Appearance.DARK)
    assert qapp.palette().base().color() == expected.base
    assert expected.accent.name() in qapp.styleSheet()


def test_a_change_of_appearance_is_told(qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme().theme_changed):
        apply_theme(qapp, Appearance.DARK)
    with qtbot.waitSignal(theme().theme_changed):
        apply_theme(qapp, Appearance.LIGHT)


def test_system_follows_the_desktop_and_a_fixed_choice_does_not(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def desktop_turns(*, dark: bool) -> None:
        monkeypatch.setattr(theme_module, "system_is_dark", lambda _app: dark)
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)

    apply_theme(qapp, Appearance.SYSTEM)
    desktop_turns(dark=True)
    assert theme().tokens.dark
    desktop_turns(dark=False)
    assert not theme().tokens.dark
    apply_theme(qapp, Appearance.LIGHT)
    desktop_turns(dark=True)
    assert not theme().tokens.dark


def test_larger_text_is_larger_everywhere(qapp: QApplication, qtbot: QtBot) -> None:
    title = QLabel("Title")
    qtbot.addWidget(title)
    set_variant(title, "title")
    title.ensurePolished()
    usual = title.fontMetrics().height()
    apply_theme(qapp, Appearance.LIGHT, 1.5)
    title.ensurePolished()
    assert title.fontMetrics().height() == pytest.approx(usual * 1.5, abs=2)
    apply_theme(qapp, Appearance.LIGHT)


@pytest.mark.parametrize(
    "weight", [QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold, QFont.Weight.Bold]
)
def test_every_weight_is_a_face_of_its_own(qapp: QApplication, weight: QFont.Weight) -> None:
    font = qapp.font()
    font.setWeight(weight)
    face = QRawFont.fromFont(font)
    assert face.familyName().startswith("Inter")
    assert face.weight() == weight


@pytest.mark.skipif(sys.platform != "linux", reason="fontconfig is how a system without fonts is had")
def test_hindi_and_arabic_are_brought_along_where_the_system_lacks_them(tmp_path: Path) -> None:
    (tmp_path / "fonts.conf").write_text(f"<fontconfig><cachedir>{tmp_path}</cachedir></fontconfig>")
    program = (
        "from PySide6.QtWidgets import QApplication\n"
        "from amp_desktop.ui.style.theme import apply_theme, load_missing_scripts\n"
        "app = QApplication([])\n"
        "apply_theme(app)\n"
        "print(load_missing_scripts(), load_missing_scripts())\n"
    )
    bare = os.environ | {"FONTCONFIG_FILE": str(tmp_path / "fonts.conf"), "QT_QPA_PLATFORM": "offscreen"}
    root = Path(theme_module.__file__).parents[3]
    told = subprocess.run([sys.executable, "-c", program], env=bare, cwd=root, capture_output=True, text=True)
    assert told.stdout.strip() == "['Noto Naskh Arabic', 'Noto Sans Devanagari'] []", told.stderr


def test_fonts_come_with_their_licence() -> None:
    for folder in ("inter", "noto"):
        assert "SIL OPEN FONT LICENSE" in resource("fonts", folder, "OFL.txt").read_text("utf-8")
    assert "ISC License" in resource("icons", "LICENSE").read_text("utf-8")


@pytest.mark.parametrize("file", sorted(resource("icons").glob("*.svg")), ids=lambda file: file.stem)
def test_every_icon_can_be_drawn(file: Path) -> None:
    assert QSvgRenderer(str(file)).isValid()
    if file.stem != "app":
        source = file.read_text("utf-8")
        assert 'stroke="currentColor"' in source
        assert 'stroke-width="1.75"' in source
        assert icon_pixmap(file.stem, 30, "text").size() == QSize(30, 30)


def colours_of(shown: QIcon, mode: QIcon.Mode, state: QIcon.State) -> set[str]:
    image = shown.pixmap(QSize(48, 48), 1.0, mode, state).toImage()
    pixels = (image.pixelColor(x, y) for x in range(48) for y in range(48))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def test_icons_follow_the_theme(qapp: QApplication) -> None:
    shown = icon("lock", "text")
    for appearance in (Appearance.LIGHT, Appearance.DARK, Appearance.LIGHT):
        tokens = apply_theme(qapp, appearance).tokens
        assert colours_of(shown, QIcon.Mode.Normal, QIcon.State.Off) == {tokens.text.name()}
        assert colours_of(shown, QIcon.Mode.Disabled, QIcon.State.Off) == {tokens.faint.name()}
        assert colours_of(shown, QIcon.Mode.Normal, QIcon.State.On) == {tokens.accent.name()}
        assert colours_of(shown, QIcon.Mode.Selected, QIcon.State.Off) == {tokens.accent.name()}


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_icons_are_sharp_at_every_ratio(ratio: float) -> None:
    pixmap = icon("lock").pixmap(QSize(16, 16), ratio)
    assert pixmap.width() == round(16 * ratio)
    assert pixmap.deviceIndependentSize().width() == pytest.approx(16)


def test_an_unknown_icon_is_refused_at_once() -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


@pytest.mark.parametrize("size", [16, 32, 64, 256, 512])
def test_the_programs_icon_is_there_at_every_size(size: int) -> None:
    assert app_icon().pixmap(size, size).width() == size


def test_a_copied_icon_can_be_changed_and_dropped() -> None:
    copy = QIcon(icon("lock"))
    copy.addPixmap(icon("heart").pixmap(16, 16))
    del copy
    assert not icon("lock").pixmap(16, 16).isNull()


def test_tokens_know_their_name(appearance: Appearance) -> None:
    tokens: Tokens = theme().tokens
    assert tokens.name == appearance.value


def test_icons_outlive_the_collector() -> None:
    """A widget in a cycle takes its icon's engine along; Qt then freed what Python had freed before."""
    assert icon("plus") is icon("plus")
    assert icon("plus", "faint") is not icon("plus")


def test_words_in_hindi_are_drawn_without_a_word_from_qt(qtbot: QtBot, qtlog: QtLog) -> None:
    label = QLabel("नमस्ते दुनिया")
    qtbot.addWidget(label)
    assert not label.grab().isNull()
    assert qtlog.records == []
