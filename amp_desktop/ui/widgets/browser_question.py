"""The way from an address in the journal to the web browser: asked for, and answered, each time."""

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from amp_desktop.ui.widgets.banner import Banner, Tone


class BrowserQuestion(QObject):
    """Asks in the page whether the browser may open an address. Nothing else ever opens one.

    Attributes:
        banner: Where it asks; to be laid out by whoever made this.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.banner = Banner(parent)
        self.banner.action_requested.connect(self._open)
        self.banner.dismissed.connect(self.withdraw)
        self._address = ""
        self._came_from: QWidget | None = None

    def ask(self, address: str) -> None:
        """Ask whether this address may be opened; the keyboard goes to the answer.

        The site that is named is the one that would be opened, whatever stands before an @ sign.
        """
        host = QUrl(address).host()
        if not host:
            self.banner.show_message(
                Tone.ERROR,
                self.tr("A web browser cannot open that."),
                self.tr("It only begins like an address."),
            )
            return
        self._address = address
        self._came_from = self.banner.window().focusWidget()
        self.banner.show_message(
            Tone.INFO,
            self.tr("Open {host} in your web browser?").format(host=host),
            self.tr(
                "{address}\nThe browser tells that site that somebody visited it. Nothing else leaves."
            ).format(address=address),
            self.tr("Open"),
        )
        self.banner.focus_action()

    @Slot()
    def withdraw(self) -> None:
        """Ask nothing any more."""
        self._address = ""
        self.banner.clear()
        self._give_back()

    @Slot()
    def _open(self) -> None:
        address, self._address = self._address, ""
        self.banner.clear()
        self._give_back()
        if address and not QDesktopServices.openUrl(QUrl(address)):
            self.banner.show_message(
                Tone.ERROR,
                self.tr("There is no web browser here that could open it."),
                self.tr("Copy the address, and open it elsewhere."),
            )

    def _give_back(self) -> None:
        """The keyboard goes back to where it was asked from."""
        came_from, self._came_from = self._came_from, None
        if came_from is not None and came_from.isVisible():
            came_from.setFocus()
