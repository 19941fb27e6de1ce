"""One thing at a time that a banner's button does, such as undoing what was just done."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from amp_desktop.ui.widgets.banner import Banner, Tone

MOST_BACK = 50
"""So many actions can be taken back one after the other."""

Does = Callable[[], object]


class Offer(QObject):
    """Says what was done and offers what can be done about it, until something else is said.

    What takes back what was done is remembered longer than the offer stands: `take_back` does it, the last
    first.
    """

    def __init__(self, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._banner = banner
        self._does: Does | None = None
        self._backs: deque[Does] = deque(maxlen=MOST_BACK)
        banner.action_requested.connect(self._act)
        banner.dismissed.connect(self.withdraw)

    def make(
        self,
        sentence: str,
        action: str,
        does: Does,
        *,
        advice: str = "",
        tone: Tone = Tone.INFO,
    ) -> None:
        """Say `sentence`, and do `does` when the button named `action` is pressed; the offer then is over."""
        self._does = does
        self._banner.show_message(tone, sentence, advice, action)

    def make_undo(self, sentence: str, back: Does, *, advice: str = "") -> None:
        """Say what was done, and do `back` when it is to be undone, now or later."""
        self.remember(back)
        self._does = self._take_last_back
        self._banner.show_undo(sentence, advice)

    def remember(self, back: Does) -> None:
        """Something was done that need not be said; `back` takes it back."""
        self._backs.append(back)

    def take_back(self) -> bool:
        """Take back what was done last; whether there was anything."""
        if not self._backs:
            return False
        if self._does == self._take_last_back:
            self.forget_offer()
        self._take_last_back()
        return True

    def _take_last_back(self) -> None:
        self._backs.pop()()

    @Slot()
    def withdraw(self) -> None:
        """Offer nothing any more; what is said stays."""
        self._does = None

    def forget_offer(self) -> None:
        """Offer and say nothing any more."""
        self.withdraw()
        self._banner.clear()

    def forget(self) -> None:
        """Offer and say nothing any more, and take nothing back."""
        self.forget_offer()
        self._backs.clear()

    @Slot()
    def _act(self) -> None:
        does, self._does = self._does, None
        if does is not None:
            self._banner.clear()
            does()
