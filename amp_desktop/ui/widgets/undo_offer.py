"""One thing at a time that a banner's button does, such as undoing what was just done."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from amp_desktop.ui.widgets.banner import Banner, Tone

MOST_BACK = 50
"""So many actions can be taken back one after the other."""

Does = Callable[[], object]


class UndoOffer(QObject):
    """Says what was done and offers what can be done about it, until something else is said.

    What takes back what was done is remembered longer than the offer stands: `take_back` does it, the last
    first, and `do_again` does again what was taken back. Whatever takes something back answers with what does
    it again, or with False where it failed: then it can be tried once more.
    """

    def __init__(self, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._banner = banner
        self._does: Does | None = None
        self._backs: deque[Does] = deque(maxlen=MOST_BACK)
        self._agains: list[Does] = []
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
        self._agains.clear()

    def drop(self, back: Does) -> None:
        """What `back` takes back is undone by other means: neither offer it nor remember it."""
        if back in self._backs:
            if self._does == self._take_last_back and self._backs[-1] == back:
                self.forget_offer()
            self._backs.remove(back)

    def take_back(self) -> bool:
        """Take back what was done last; whether there was anything."""
        if not self._backs:
            return False
        if self._does == self._take_last_back:
            self.forget_offer()
        self._take_last_back()
        return True

    def do_again(self) -> None:
        """Do again what was taken back last."""
        if self._agains:
            again = self._agains.pop()
            back = again()
            if back is False:
                self._agains.append(again)
            elif callable(back):
                self._backs.append(back)

    def _take_last_back(self) -> None:
        back = self._backs.pop()
        again = back()
        if again is False:
            self._backs.append(back)
        elif callable(again):
            self._agains.append(again)

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
        self._agains.clear()

    @Slot()
    def _act(self) -> None:
        does, self._does = self._does, None
        if does is not None:
            self._banner.clear()
            does()
