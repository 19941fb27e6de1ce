"""What is offered where one types, and what is put in when it is taken."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.text.links import link_title, title_key, written_title
from amp_desktop.journal import Journal
from amp_desktop.journal.links import MOST_OFFERED
from amp_desktop.ui.completing.context import Completes, CompletionContext

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Completion:
    """One line.

    Attributes:
        shown: What it says.
        words: What takes the place of what was typed.
        is_new: Whether an entry of that title is to be made.
    """

    shown: str
    words: str
    is_new: bool = False


def offers_for(place: CompletionContext, journal: Journal, here: str = "") -> Sequence[Completion]:
    """What fits, but for the entry that one writes in, whose title is `here`."""
    if place.completes is Completes.TAG:
        return [Completion(tag, tag) for tag in journal.tagging.offers(place.typed)]
    typed = link_title(place.typed)
    own = title_key(here)
    titled = [
        one for one in journal.links.offers(place.typed, MOST_OFFERED + 1) if title_key(one.title) != own
    ]
    offers = [Completion(one.title, written_title(one.title)) for one in titled[:MOST_OFFERED]]
    if typed and title_key(typed) != own and title_key(typed) not in {title_key(one.title) for one in titled}:
        offers.append(
            Completion(translate("Completing", "New entry “{title}”").format(title=typed), typed, is_new=True)
        )
    return offers
