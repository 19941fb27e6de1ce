"""A setting that is read, changed and written keeps what a terminal or a job sets meanwhile."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from amp_desktop.domain.entry_template import EntryTemplate
from amp_desktop.domain.errors import NotSavedError, OpenElsewhereError
from amp_desktop.domain.evaluation_record import EvaluationRecord
from amp_desktop.domain.json_value import Json
from amp_desktop.domain.program import Program, default_program
from amp_desktop.domain.search.saved_search import SavedSearch
from amp_desktop.domain.share_draft import ShareDraft
from amp_desktop.journal import Journal
from amp_desktop.sharing import TEMPLATES
from amp_desktop.storage import driver
from amp_desktop.storage.store import Store
from tests.conftest import CHEAP, PASSPHRASE
from tests.stores import setting_of

Does = Callable[[Journal, str], object]
"""Changes a part of a setting, which bears this name."""

DAY = date(2026, 7, 22)


def _named(name: str) -> EntryTemplate:
    return EntryTemplate(id=name, name=name)


def _evaluate(journal: Journal, name: str) -> None:
    journal.change_program(
        lambda program: program.with_evaluation(
            program.evaluations[name == "theirs"].name, EvaluationRecord(handed_in=DAY)
        )
    )


def _keep_own(journal: Journal, name: str) -> None:
    journal.sharing.templates.keep(TEMPLATES["story"], ShareDraft(), name)


CHANGES: dict[str, Does] = {
    "program": _evaluate,
    "templates": lambda journal, name: journal.templates.save(_named(name)),
    "first templates": lambda journal, name: journal.templates.set_default(
        "note" if name == "ours" else "goal", "daily-note"
    ),
    "templates of summaries": _keep_own,
    "searches": lambda journal, name: journal.searches.save(SavedSearch(name, name)),
    "pictures": lambda journal, name: journal.sharing.keep_picture_words({name: "A board"}),
    "left in peace": lambda journal, name: journal.waiting.leave(name),
}


@pytest.fixture
def other(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> Iterator[Journal]:
    """The same journal, open in another process as far as the journal can tell; it waits for nobody."""
    monkeypatch.setattr(driver, "BUSY_SECONDS", 0)
    with Journal.open(journal.folder, passphrase=PASSPHRASE) as opened:
        yield opened


def _settings(journal: Journal) -> Json:
    names = ("program", "templates", "templates of summaries", "saved-searches")
    more = ("words of pictures that left", "waiting: left in peace")
    return {name: setting_of(journal, name) for name in (*names, *more)}


@pytest.mark.parametrize("name", CHANGES)
def test_what_is_set_elsewhere_meanwhile_is_not_lost(
    journal: Journal, other: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    change, late = CHANGES[name], []
    for one in (journal, other):
        one.save_program(default_program(2026))
    read = Store.setting

    def read_and_be_late(store: Store, setting: str) -> Json:
        kept = read(store, setting)
        if not late:  # the first to read is ours
            late.append(True)
            try:
                change(other, "theirs")
            except OpenElsewhereError:
                late.append(False)
        return kept

    with monkeypatch.context() as patched:
        patched.setattr(Store, "setting", read_and_be_late)
        change(journal, "ours")
    if late == [True, False]:  # they had to wait
        change(other, "theirs")
    alone, _ = Journal.create(tmp_path / "alone", PASSPHRASE, cost=CHEAP)
    with alone:
        alone.save_program(default_program(2026))
        for whose in ("theirs", "ours"):
            change(alone, whose)
        assert _unordered(_settings(journal)) == _unordered(_settings(alone))


def _unordered(value: Json) -> object:
    """The value, in which no order counts: who was first is not asked."""
    if isinstance(value, dict):
        return {key: _unordered(one) for key, one in value.items()}
    if isinstance(value, list):
        return sorted(map(repr, map(_unordered, value)))
    return value


def test_who_does_not_want_to_change_the_program_any_more_leaves_it(journal: Journal) -> None:
    journal.save_program(Program(project="CLI"))

    def refuse(_: Program) -> Program:
        raise NotSavedError("It was changed meanwhile.")

    with pytest.raises(NotSavedError, match="meanwhile"):
        journal.change_program(refuse)
    journal.change_program(lambda program: replace(program, mentor="Ada"))
    assert journal.program == Program(project="CLI", mentor="Ada")
