"""The sample journal holds what the demo, the pictures and the benchmarks rely on."""

import re
from collections import Counter
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from amp_desktop.domain.clock import day_of
from amp_desktop.domain.entry import Entry, Sharing
from amp_desktop.domain.fields import from_json, prose_fields, to_json
from amp_desktop.domain.kinds.challenge import Challenge, ChallengeStatus
from amp_desktop.domain.kinds.goal import Goal, GoalStatus
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.domain.program import default_program
from amp_desktop.domain.text.asides import aside_spans, has_aside
from amp_desktop.domain.text.links import as_read, link_places
from amp_desktop.exchange.sample import SAMPLE_TODAY, sample_entries, sample_program

ENTRIES = sample_entries()
FEW = {"evaluation": 3, "incident": 0, "reflection": 3}
"""Kinds of which a program has only a few."""
SCRIPTS = {"Hindi": "[\u0900-\u097f]", "Arabic": "[\u0600-\u06ff]", "Chinese": "[\u4e00-\u9fff]"}


def _texts(entry: Entry) -> list[str]:
    return [entry.title, entry.body, *prose_fields(entry).values()]


def test_it_is_a_whole_journal_of_every_kind() -> None:
    kinds = Counter(entry.kind for entry in ENTRIES)

    assert len(ENTRIES) > 150
    assert all(kinds[kind] >= FEW.get(kind, 10) for kind in ENTRY_TYPES)
    assert {entry.sharing for entry in ENTRIES} == set(Sharing)
    assert {e.status for e in ENTRIES if isinstance(e, Challenge)} == set(ChallengeStatus)
    assert {e.status for e in ENTRIES if isinstance(e, Goal)} == set(GoalStatus)


def test_no_entry_is_empty_and_each_survives_the_way_through_json() -> None:
    assert not [entry for entry in ENTRIES if entry.is_empty]
    assert [from_json(to_json(entry)) for entry in ENTRIES] == list(ENTRIES)


def test_ids_are_unique_and_the_same_at_every_reading() -> None:
    ids = [entry.id for entry in ENTRIES]
    sample_entries.cache_clear()

    assert len(set(ids)) == len(ids)
    assert [entry.id for entry in sample_entries()] == ids
    assert str(ids[0]) == "6745aca4-0fb5-5d81-b935-61b79b852fbb"


def test_days_run_through_every_week_of_the_program_up_to_the_sample_s_today() -> None:
    days = [entry.day for entry in ENTRIES]

    assert days == sorted(days)
    assert days[-1] == SAMPLE_TODAY == date(2026, 10, 17)
    assert {sample_program().week_of(day) for day in days} == set(range(1, 19))
    assert sample_program(date(2026, 6, 15)).phases == default_program(2026).phases


def test_each_was_written_on_its_day_and_some_evenings_ended_after_midnight() -> None:
    written = [entry.created_at.astimezone(ZoneInfo(entry.zone)) for entry in ENTRIES]
    past_midnight = [e for e, at in zip(ENTRIES, written, strict=True) if at.date() > e.day]

    assert [day_of(at) for at in written] == [entry.day for entry in ENTRIES]
    assert len(past_midnight) >= 3
    assert all(entry.created_at <= entry.updated_at for entry in ENTRIES)


def test_private_asides_stand_in_many_entries_and_are_all_closed() -> None:
    held = [entry for entry in ENTRIES if any(map(has_aside, _texts(entry)))]
    marks = "".join(t[s : s + 2] for e in held for t in _texts(e) for s, _ in aside_spans(t))

    assert len(held) > 12
    assert {entry.kind for entry in held} >= {"note", "challenge", "self-care"}
    assert any(entry.sharing is Sharing.SHAREABLE for entry in held)
    assert {"%", "％", "٪"} <= set(marks)
    assert all(len(re.findall("[%％٪]{2}", text)) % 2 == 0 for e in held for text in _texts(e))


@pytest.mark.parametrize("script", SCRIPTS)
def test_it_speaks_several_languages(script: str) -> None:
    written = [entry for entry in ENTRIES if len(re.findall(SCRIPTS[script], entry.body)) > 40]

    assert len(written) >= 3
    assert any(re.search(SCRIPTS[script], entry.title) for entry in written)


def test_links_lead_to_entries_of_the_sample() -> None:
    ids = {entry.id for entry in ENTRIES}
    titles = {entry.title for entry in ENTRIES}
    named = [as_read(link[1]).strip() for entry in ENTRIES for link in link_places(entry.body)]

    assert all(link in ids and link != entry.id for entry in ENTRIES for link in entry.links)
    assert len(named) >= 3
    assert set(named) <= titles


def test_some_points_are_on_the_agenda_and_some_entries_in_the_bin() -> None:
    assert any(getattr(entry, "on_agenda", False) for entry in ENTRIES)
    assert 1 <= sum(entry.binned_at is not None for entry in ENTRIES) <= 2


def test_nobody_can_be_reached_through_it() -> None:
    everything = "\n".join(text for entry in ENTRIES for text in _texts(entry))
    hosts = set(re.findall(r"https?://([^/\s)\"]+)", everything))

    assert not re.findall(r"[\w.+-]+@[\w-]+\.\w+", everything)
    assert hosts == {"example.org", "www.asyncapi.com"}
