"""How the window looks: Fusion, one palette, one style sheet and one font, light or dark.

`apply_theme` is called once at start and again when the appearance is changed in the settings. Widgets take
their colours from the palette or, where they paint, from `theme().tokens`; icons tint themselves.
"""

from PySide6.QtCore import QDir, QLoggingCategory, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from amp_desktop.places import resource
from amp_desktop.ui.platform.appearance import Appearance
from amp_desktop.ui.style.tokens import Tokens, load_tokens

STYLE_ARGUMENTS = ("-style", "fusion")
"""For the QApplication's command line. `setStyle` would hand a QStyle over to Python, and load it: 8 ms."""

FAMILY = "Inter"
SMALLEST_TEXT = 14
"""Logical pixels; a system font that is smaller is raised to it, a larger one is kept."""
QUIET_FONTS = "qt.text.font.db.info=false"
"""Inter has no Hindi. Qt then takes a font that has, as it should, yet says of each such script that Inter's
"OpenType support" is missing: a word for whoever ships fonts, about which a mentee could do nothing.
"""


class Theme(QObject):
    """The look of the running program.

    Attributes:
        theme_changed: Other colours or another text size hold from now on. Painted widgets need not listen:
            they are repainted anyway. It is for what is made out of colours once: documents, plots, previews.
    """

    theme_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._tokens = load_tokens("light")
        self._appearance = Appearance.SYSTEM
        self._scale = 1.0
        self._system_font: QFont | None = None

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return self._tokens

    @property
    def appearance(self) -> Appearance:
        """What was asked for; `tokens.dark` says what came of it."""
        return self._appearance

    @property
    def scale(self) -> float:
        """How much larger than the system has it all text is."""
        return self._scale

    def apply(self, app: QApplication, appearance: Appearance, scale: float) -> None:
        """Dress the program; cheap enough to be done again at every change."""
        if self._system_font is None:
            self._prepare(app)
        self._appearance = appearance
        self._scale = scale
        scheme = app.styleHints()
        if appearance is Appearance.SYSTEM:
            scheme.unsetColorScheme()
        else:  # the window's own title bar and the system's dialogs follow where the platform can
            dark = appearance is Appearance.DARK
            scheme.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
        self._dress(app)

    def _prepare(self, app: QApplication) -> None:
        self._system_font = app.font()
        QLoggingCategory.setFilterRules(QUIET_FONTS)
        load_fonts()
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    def _dress(self, app: QApplication) -> None:
        self._tokens = load_tokens("dark" if self._wants_dark(app) else "light")
        app.setPalette(palette_of(self._tokens))
        font = self._font(app)
        app.setFont(font)
        QDir.setSearchPaths("theme", [str(resource("themes", self._tokens.name))])
        app.setStyleSheet(style_sheet(self._tokens, QFontInfo(font).pixelSize()))
        self.theme_changed.emit()

    def _wants_dark(self, app: QApplication) -> bool:
        if self._appearance is Appearance.SYSTEM:
            return system_is_dark(app)
        return self._appearance is Appearance.DARK

    def _font(self, app: QApplication) -> QFont:
        assert self._system_font is not None
        font = QFont(self._system_font)
        font.setFamilies([FAMILY, self._system_font.family()])
        smallest = SMALLEST_TEXT * 72 / app.primaryScreen().logicalDotsPerInch()
        font.setPointSizeF(max(self._system_font.pointSizeF(), smallest) * self._scale)
        return font

    @Slot()
    def _follow_system(self) -> None:
        app = QApplication.instance()
        if self._appearance is Appearance.SYSTEM and isinstance(app, QApplication):
            self._dress(app)


_THEME: list[Theme] = []


def theme() -> Theme:
    """The theme of the running program; light until `apply_theme` was called."""
    if not _THEME:
        _THEME.append(Theme())
    return _THEME[0]


def apply_theme(app: QApplication, appearance: Appearance = Appearance.SYSTEM, scale: float = 1.0) -> Theme:
    """Give the program its look, and keep following the system if that was asked.

    Args:
        app: The running application.
        appearance: Light, dark, or whatever the system says now and later.
        scale: How much larger than usual all text is to be, 1.0 to 2.0.
    """
    theme().apply(app, appearance, scale)
    return theme()


def system_is_dark(app: QApplication) -> bool:
    """Whether the desktop asks for a dark appearance now; False where it does not say."""
    return app.styleHints().colorScheme() is Qt.ColorScheme.Dark


def load_fonts() -> None:
    """Register the faces of Inter that are shipped; other scripts come from the system."""
    for face in sorted(resource("fonts", "inter").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(face))


def load_missing_scripts() -> list[str]:
    """Register what is shipped for Hindi and Arabic where the system has no font for it.

    Returns the families added.

    Asking costs some milliseconds, so it is done when the window stands and nothing else is to do.
    """
    system = QFontDatabase.WritingSystem
    added: list[str] = []
    for script, family in ((system.Devanagari, "NotoSansDevanagari"), (system.Arabic, "NotoNaskhArabic")):
        if QFontDatabase.families(script):
            continue
        for face in sorted(resource("fonts", "noto").glob(f"{family}-*.ttf")):
            added += QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(face)))
    return sorted(set(added))


def set_variant(widget: QWidget, look: str) -> None:
    """Choose one of the style sheet's looks for a widget, now or while it is shown.

    The sheet selects on the dynamic property `variant`, for example `QLabel[variant="title"]`.
    """
    if widget.property("variant") == look:
        return  # a look is often set anew with what is shown, and to dress a widget takes longer than that
    widget.setProperty("variant", look)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    # By its name: to import that class makes all of Qt's lists, which the first window has no need of.
    if widget.inherits("QAbstractItemView"):
        widget.ensurePolished()  # or its rows would be laid out before the sheet says how high they are
    repolish(widget)


def repolish(widget: QWidget) -> None:
    """Have the style sheet look again at a widget whose dynamic properties changed."""
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


def palette_of(tokens: Tokens) -> QPalette:
    """The palette that Fusion, delegates and plain widgets paint with."""
    palette = QPalette(tokens.window)
    role = QPalette.ColorRole
    for which, colour in {
        role.Window: tokens.window,
        role.WindowText: tokens.text,
        role.Base: tokens.base,
        role.AlternateBase: tokens.window,
        role.Text: tokens.text,
        role.Button: tokens.base,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.care,
        role.ToolTipBase: tokens.base,
        role.ToolTipText: tokens.text,
        role.PlaceholderText: tokens.faint,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Light: tokens.base,
        role.Midlight: tokens.hover,
        role.Mid: tokens.line,
        role.Dark: tokens.control,
    }.items():
        palette.setColor(which, colour)
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, tokens.faint)
    return palette


def style_sheet(tokens: Tokens, text_size: int) -> str:
    """The application's style sheet, filled with colours and with lengths that grow with the text.

    Args:
        tokens: The colours.
        text_size: The pixel size of the application's font.
    """
    return resource("themes", "sheet.qss").read_text("utf-8") % (
        tokens.values() | _lengths(tokens, text_size)
    )


def _lengths(tokens: Tokens, text_size: int) -> dict[str, str]:
    spaces = {"xs": 0.25, "s": 0.4, "m": 0.6, "l": 0.9, "xl": 1.6}
    fonts = {"small": 0.9, "body": 1.0, "written": 1.15, "lead": 1.2, "title": 1.7, "day": 2.0}
    pixels = {name: max(2, round(part * text_size)) for name, part in (spaces | fonts).items()}
    pixels |= {f"{name}_in": pixels[name] - 1 for name in spaces}  # what a focus border of 2 px leaves
    pixels |= {"xs_out": pixels["xs"] + 1}  # what a border of 1 px leaves where others have 2
    pixels |= {"radio_radius": pixels["body"] // 2 + 1}
    hover = tokens.accent.darker(112) if not tokens.dark else tokens.accent.lighter(108)
    return {name: f"{size}px" for name, size in pixels.items()} | {"accent_hover": hover.name()}
