"""How a self-care note is shown: by its three values."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.query import EntryRow
from amp_desktop.ui.kinds.base import Detail, KindView, RowFact, one_line
from amp_desktop.ui.kinds.reading import ReadPart, in_markdown
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.scale import energy_words, mood_words, stress_words

if TYPE_CHECKING:
    from amp_desktop.ui.kinds.form import KindForm

translate = QCoreApplication.translate


class CareView(KindView):
    """How one is; the most private kind."""

    kind = SelfCareNote.KIND
    icon_name = "heart"
    page_name = "self-care"
    page_keys = "Ctrl+5"
    leads_to = "insights"

    def name(self) -> str:
        """One of it."""
        return translate("Care", "Self-care")

    def plural(self) -> str:
        """Many of it."""
        return translate("Care", "Self-care notes")

    def page_label(self) -> str:
        """What its page is called."""
        return translate("Care", "Self-care")

    def new_words(self) -> str:
        """What makes one."""
        return translate("Care", "New self-care note")

    def empty_sentence(self) -> str:
        """What belongs here."""
        return translate("Care", "How you are belongs here: three taps, or as many words as you like.")

    def untitled(self) -> str:
        """Its kind: most are made by three taps."""
        return self.name()

    def fact(self, row: EntryRow, today: date) -> RowFact:  # noqa: ARG002
        """Mood, energy and stress as dots, each with its letter."""
        named = (
            ("mood", translate("Care", "M", "letter before the dots of mood")),
            ("energy", translate("Care", "E", "letter before the dots of energy")),
            ("stress", translate("Care", "S", "letter before the dots of stress")),
        )
        values = [(name, letter, row.values.get(name)) for name, letter in named]
        given = [(name, letter, value) for name, letter, value in values if isinstance(value, int)]
        spoken = ", ".join(_said({name: value for name, _, value in given}))
        doubt = translate("Care", "Doubt") if row.values.get("is_doubt") is True else ""
        spoken = ", ".join(filter(None, (doubt, spoken)))
        return RowFact(doubt, values=tuple((letter, value) for _, letter, value in given), spoken=spoken)

    def excerpt(self, row: EntryRow) -> str:
        """What did one good, or the values in words."""
        return one_line(row.values.get("what_did_me_good")) or self.fact(row, row.day).spoken

    def sharing_words(self, entry: Entry) -> str:
        """The three values: it is private always, and the mentee ticks no blind one."""
        return ", ".join(_values_said(entry))

    def details(self, entry: Entry) -> Sequence[Detail]:
        """Mood, energy and stress in words, and what did one good."""
        assert isinstance(entry, SelfCareNote)

        def word(value: int | None, words: Sequence[str]) -> str:
            return words[value - 1] if value is not None else ""

        return (
            Detail(translate("Care", "Mood"), word(entry.mood, mood_words())),
            Detail(translate("Care", "Energy"), word(entry.energy, energy_words())),
            Detail(translate("Care", "Stress"), word(entry.stress, stress_words())),
            Detail(translate("Care", "What did me good"), entry.what_did_me_good, "what_did_me_good"),
            Detail(translate("Care", "Doubt"), _doubt_words(entry)),
        )

    def reading(self, entry: Entry) -> Sequence[ReadPart]:
        """The words first, then the values in one line, and what did one good."""
        assert isinstance(entry, SelfCareNote)
        parts = (
            ReadPart(self.body_heading(), entry.body, "body"),
            ReadPart("", in_markdown(" · ".join(_values_said(entry)))),
            ReadPart(translate("Care", "What did me good"), entry.what_did_me_good, "what_did_me_good"),
        )
        return tuple(part for part in parts if part.text)

    def make_form(self, session: Session) -> "KindForm":
        """Three scales, and what did one good."""
        from amp_desktop.ui.kinds.self_care.form import CareForm

        return CareForm(session)


def _doubt_words(entry: SelfCareNote) -> str:
    """That it is one, and how much was put beside it; what that is, its own entries tell."""
    if not entry.is_doubt:
        return ""
    if not entry.proofs:
        return translate("Care", "yes")
    if len(entry.proofs) == 1:
        return translate("Care", "yes, with one fact beside it")
    return translate("Care", "yes, with %n facts beside it", None, len(entry.proofs))


def _values_said(entry: Entry) -> Iterator[str]:
    assert isinstance(entry, SelfCareNote)
    values = {"mood": entry.mood, "energy": entry.energy, "stress": entry.stress}
    return _said({name: value for name, value in values.items() if value is not None})


def _said(values: dict[str, int]) -> Iterator[str]:
    if "mood" in values:
        yield translate("Care", "mood {word}").format(word=mood_words()[values["mood"] - 1])
    if "energy" in values:
        yield translate("Care", "energy {word}").format(word=energy_words()[values["energy"] - 1])
    if "stress" in values:
        yield translate("Care", "stress {word}").format(word=stress_words()[values["stress"] - 1])
