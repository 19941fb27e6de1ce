"""Whatever can be plugged in is whole: every kind, page, template, format and importer."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from amp_desktop.domain.evidence import TOPICS
from amp_desktop.domain.fields import from_json, to_json
from amp_desktop.domain.kinds.meeting import Action, Meeting, MeetingStatus
from amp_desktop.domain.kinds.milestone import Evidence, Milestone
from amp_desktop.domain.kinds.registry import ENTRY_TYPES, USUAL_KIND
from amp_desktop.domain.pins import Pin
from amp_desktop.domain.summary import Summary
from amp_desktop.domain.summary_text import Topic
from amp_desktop.exchange.importers.registry import IMPORTERS
from amp_desktop.journal import Journal
from amp_desktop.journal.offers.registry import OFFERS
from amp_desktop.places import resource
from amp_desktop.sharing import DEFAULT_FORMAT, DEFAULT_TEMPLATE, RENDERERS, TEMPLATES, render, typeset
from amp_desktop.sharing.templates.base import BareSections
from amp_desktop.ui.kinds.registry import kind_views
from amp_desktop.ui.page import Page
from amp_desktop.ui.pages import PAGES, load_page, page_label
from amp_desktop.ui.session import Session
from amp_desktop.ui.today.offers.registry import OFFER_WORDS

if TYPE_CHECKING:
    from amp_desktop.domain.entry import Entry


def has_icon(name: str) -> bool:
    """Whether the program brings an icon of this name."""
    return Path(str(resource("icons", f"{name}.svg"))).is_file()


@pytest.mark.parametrize("kind", list(ENTRY_TYPES))
def test_a_kind_says_all_that_is_asked_of_it(kind: str) -> None:
    made = ENTRY_TYPES[kind]
    entry = made(title="A title")
    assert (made.KIND, entry.kind, made.IS_KNOWN) == (kind, kind, True)
    assert made.NAME
    assert (entry.state in made.STATES) if made.STATES else entry.state is None
    assert isinstance(entry.topic, Topic)
    assert made().is_empty
    assert from_json(to_json(entry)) == entry
    assert all(isinstance(fact, str) for fact in entry.summary_facts())
    assert all(told.label for told in entry.summary_texts())


@pytest.mark.parametrize("kind", list(ENTRY_TYPES))
def test_a_kind_is_shown(qtbot: QtBot, journal: Journal, kind: str) -> None:
    view = kind_views()[kind]
    words = (view.name(), view.plural(), view.page_label(), view.new_words(), view.empty_sentence())
    assert all(words)
    assert has_icon(view.icon_name)
    if view.page_name:
        assert PAGES[view.page_name].kind == kind
    entry: Entry = ENTRY_TYPES[kind](title="A title")
    journal.save_entry(entry)
    (row,) = journal.rows().items
    view.fact(row, entry.day)
    assert isinstance(view.status_line(entry, entry.day) + view.sharing_words(entry), str)
    assert all(detail.name for detail in view.details(entry))
    if view.has_form:
        form = view.make_form(Session(journal))
        for part in form.parts():
            qtbot.addWidget(part)
        form.show_entry(entry)
        assert form.filled(entry) == entry


def test_nothing_is_shown_that_is_no_kind() -> None:
    assert list(kind_views()) == list(ENTRY_TYPES)
    assert USUAL_KIND in ENTRY_TYPES


@pytest.mark.parametrize("name", list(PAGES))
def test_a_page_can_be_gone_to(name: str) -> None:
    assert issubclass(load_page(name), Page)
    assert page_label(name)
    assert has_icon(PAGES[name].icon_name)


@pytest.mark.parametrize("name", list(TEMPLATES))
def test_a_template_is_whole(name: str) -> None:
    template = TEMPLATES[name]
    assert template.id == name
    assert template.title
    headings = [section.heading for section in template.sections]
    assert headings
    assert all(headings)
    assert len(set(headings)) == len(headings)
    held = Meeting(status=MeetingStatus.HELD, actions=(Action("Write it down", id="a"),))
    pins = tuple(map(Pin, TOPICS))
    shown = Milestone(evidence=(Evidence("https://example.org"),))
    told = [*(made(pins=pins) for made in ENTRY_TYPES.values()), held, shown]
    assert any(template.section_of(entry) for entry in told)
    assert template.bare is BareSections.LEFT_OUT or all(section.belongs for section in template.sections)


@pytest.mark.parametrize("kind", list(ENTRY_TYPES))
def test_every_kind_has_a_place_in_the_default_template(kind: str) -> None:
    assert TEMPLATES[DEFAULT_TEMPLATE].section_of(ENTRY_TYPES[kind]()) is not None


@pytest.mark.parametrize("form", list(RENDERERS))
def test_a_format_is_whole(form: str) -> None:
    spec = RENDERERS[form]
    assert spec.format == form
    assert spec.name
    assert spec.use.endswith(".")
    module = import_module(spec.module)
    data = render(Summary(title="A title"), form)
    assert "A title" in data.decode() if spec.is_text else data
    assert spec.is_text or spec.has_pages  # or else nobody sees what leaves
    assert spec.is_text or not spec.clipboard
    assert hasattr(module, "typeset") is spec.has_pages
    if spec.has_pages:
        with typeset(Summary(title="A title"), form) as document:
            assert (document.file(), bool(document.pages(20))) == (data, True)


def test_formats_differ_in_their_suffix_and_the_default_one_is_text() -> None:
    assert len({spec.suffix for spec in RENDERERS.values()}) == len(RENDERERS)
    assert RENDERERS[DEFAULT_FORMAT].is_text


@pytest.mark.parametrize("name", list(IMPORTERS))
def test_an_importer_is_whole(name: str, tmp_path: Path) -> None:
    importer = IMPORTERS[name]
    assert importer.name == name
    assert importer.label
    assert importer.suffixes
    assert all(suffix.startswith(".") for suffix in importer.suffixes)
    assert not importer.sniff(tmp_path / "nothing")


def test_every_offer_has_words_and_every_word_an_offer() -> None:
    assert sorted(OFFER_WORDS) == sorted(source.name for source in OFFERS)
