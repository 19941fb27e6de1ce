"""What a banner offers to take back stays to be taken back until that is done."""

from pytestqt.qtbot import QtBot

from amp_desktop.ui.widgets.banner import Banner
from amp_desktop.ui.widgets.undo_offer import Does, UndoOffer


class Disk:
    """Lets nothing be taken back, nor done again, while it is full."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.full = False

    def do(self, what: str) -> Does:
        """Do something, and answer with what takes it back."""
        self.done.append(what)
        return lambda: not self.full and self._back(what)

    def _back(self, what: str) -> Does:
        self.done.remove(what)
        return lambda: not self.full and self.do(what)


def test_what_could_not_be_taken_back_can_be_tried_once_more(qtbot: QtBot) -> None:
    banner, disk = Banner(), Disk()
    qtbot.addWidget(banner)
    offer = UndoOffer(banner, banner)
    offer.make_undo("One is in the bin.", disk.do("one"))
    offer.remember(disk.do("two"))

    disk.full = True
    assert offer.take_back()
    assert disk.done == ["one", "two"]
    disk.full = False
    assert offer.take_back()
    assert disk.done == ["one"]

    disk.full = True
    offer.do_again()
    assert disk.done == ["one"]
    disk.full = False
    offer.do_again()
    assert disk.done == ["one", "two"]
    assert offer.take_back()
    assert offer.take_back()
    assert disk.done == []
    assert not offer.take_back()
