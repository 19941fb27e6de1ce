"""One thing at a time that a banner's button does, such as undoing what was just done."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from amp_desktop.ui.widgets.banner import Banner, Tone


class Offer(QObject):
    """Says what was done and offers what can be done about it, until something else is said."""

    def __init__(self, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._banner = banner
        self._does: Callable[[], object] | None = None
        banner.action_requested.connect(self._act)
        banner.dismissed.connect(self.withdraw)

    def make(
        self,
        sentence: str,
        action: str,
        does: Callable[[], object],
        *,
        advice: str = "",
        tone: Tone = Tone.INFO,
    ) -> None:
        """Say `sentence`, and do `does` when the button named `action` is pressed; the offer then is over."""
        self._does = does
        self._banner.show_message(tone, sentence, advice, action)

    @Slot()
    def withdraw(self) -> None:
        """Offer nothing any more; what is said stays."""
        self._does = None

    def forget(self) -> None:
        """Offer and say nothing any more."""
        self.withdraw()
        self._banner.clear()

    @Slot()
    def _act(self) -> None:
        does, self._does = self._does, None
        if does is not None:
            self._banner.clear()
            does()
