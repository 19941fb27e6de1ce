"""`list`, `show` and `search`, as their users see them."""

from dataclasses import replace

import pytest

from amp_desktop.journal import Journal
from tests.cli.conftest import Amp


@pytest.fixture
def filled(amp: Amp) -> Amp:
    amp("add", "note", "First week\nThe parser hides a surprise", "--day", "2026-06-20", "--tag", "cli")
    amp("add", "challenge", "Flaky test\nFails in one run of five", "--day", "2026-07-22", "--tag", "ci")
    amp("add", "goal", "Own the release\n今天学到了很多日記", "--day", "2026-07-23", "--tag", "cli")
    return amp


def titles(found: list[dict[str, str]]) -> list[str]:
    return [entry["title"] for entry in found]


def test_list_is_newest_day_first(filled: Amp) -> None:
    assert titles(filled("list", "--json").json) == ["Own the release", "Flaky test", "First week"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--kind", "goal"], ["Own the release"]),
        (["--kind", "goal", "--kind", "note"], ["Own the release", "First week"]),
        (["--tag", "CLI"], ["Own the release", "First week"]),
        (["--status", "open"], ["Flaky test"]),
        (["--since", "2026-07-22"], ["Own the release", "Flaky test"]),
        (["--until", "2026-07-22"], ["Flaky test", "First week"]),
        (["--since", "2026-07-22", "--until", "2026-07-22"], ["Flaky test"]),
    ],
)
def test_list_filters(filled: Amp, arguments: list[str], expected: list[str]) -> None:
    assert titles(filled("list", "--json", *arguments).json) == expected


def test_list_for_people_has_a_line_an_entry(filled: Amp) -> None:
    lines = filled("list").text.splitlines()
    assert len(lines) == 3
    assert lines[1].startswith("2026-07-22  challenge ")
    assert lines[1].endswith("Flaky test")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["parser"], ["First week"]),
        (["pars"], ["First week"]),
        (["PARSER", "hid"], ["First week"]),
        (["日記"], ["Own the release"]),
        (["学到"], ["Own the release"]),
        (["nowhere"], []),
        (['"unbalanced ( * quote'], []),
    ],
)
def test_search(filled: Amp, words: list[str], expected: list[str]) -> None:
    found = filled("search", "--json", *words)
    assert found.status == 0
    assert titles(found.json) == expected
    assert all("snippet" in entry for entry in found.json)


def test_search_keeps_to_the_filters(filled: Amp) -> None:
    assert titles(filled("search", "--json", "r", "--kind", "challenge").json) == ["Flaky test"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["tag:cli"], ["Own the release", "First week"]),
        (["r", "-tag:cli"], ["Flaky test"]),
        (["r", "-hides"], ["Own the release", "Flaky test"]),
        (["is:open", "before:2026-07-23"], ["Flaky test"]),
        (['"the parser"', "kind:note"], ["First week"]),
        (['"parser the"'], []),
        (["kind:goal", "--tag", "ci"], []),
        (["--kind", "goal", "--", "-surprise"], ["Own the release"]),
    ],
)
def test_search_takes_filters_as_words(filled: Amp, words: list[str], expected: list[str]) -> None:
    found = filled("search", "--json", *words)
    assert (found.status, found.err) == (0, "")
    assert titles(found.json) == expected


def test_search_puts_the_best_first_when_asked(filled: Amp) -> None:
    filled("add", "note", "Test\ntest test", "--day", "2026-01-01")
    assert titles(filled("search", "--json", "test").json) == ["Flaky test", "Test"]
    for best in (["--best"], ["sort:best"]):
        assert titles(filled("search", "--json", "test", *best).json) == ["Test", "Flaky test"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["kind:chalenge"], "Did you mean kind:challenge?"),
        (["release", "before:soon"], "“soon” is no day."),
        (["tgs:ci"], "Did you mean tag:ci?"),
        (["release", "--bets"], "--bets"),
    ],
)
def test_a_misspelt_filter_is_said_and_nothing_is_searched(filled: Amp, words: list[str], said: str) -> None:
    refused = filled("search", *words)
    assert (refused.status, refused.out) == (2, b"")
    assert said in refused.err


def test_json_says_pinned_only_of_what_is(filled: Amp, journal: Journal) -> None:
    goal = next(iter(journal.entries()))
    journal.save_entry(replace(goal, pinned=True))
    assert [entry.get("pinned") for entry in filled("list", "--json").json] == [True, None, None]


def test_show_takes_the_beginning_of_an_id(filled: Amp) -> None:
    whole = filled("list", "--json").json[0]
    shown = filled("show", whole["id"][:10], "--json").json
    assert shown == whole
    assert "Own the release" in filled("show", whole["id"]).text


@pytest.mark.parametrize("entry_id", ["00000000-0000-0000-0000-000000000000", "zzz", ""])
def test_an_unknown_id_is_said(filled: Amp, entry_id: str) -> None:
    refused = filled("show", entry_id)
    assert (refused.status, refused.out) == (1, b"")
    assert "Traceback" not in refused.err
    assert len(refused.err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [["list", "--kind", "diary"], ["list", "--since", "soon"], ["search", "x", "--status", "late"]],
)
def test_an_unknown_filter_is_wrong_usage(filled: Amp, arguments: list[str]) -> None:
    assert filled(*arguments).status == 2


def test_work_without_words_is_called_by_its_name(amp: Amp) -> None:
    entry_id = amp("add", "note", "--field", "work=review").text.strip()
    for arguments in (("list",), ("search", "review"), ("show", entry_id)):
        printed = amp(*arguments).text
        assert "review" in printed
        assert "(no title)" not in printed


def test_what_is_sealed_is_shown_only_where_it_is_asked_for(amp: Amp) -> None:
    amp("add", "note", "An open word")
    kept = amp("add", "note", "A kept word", "--sealed").text.strip()
    for command in (("list",), ("search", "word")):
        said = amp(*command)
        assert "An open word" in said.text
        assert "A kept word" not in said.text
        assert said.err.strip() == "1 sealed entry is not shown; --sealed shows it."
        asked = amp(*command, "--sealed")
        assert "A kept word" in asked.text
        assert asked.err == ""
    refused = amp("show", kept)
    assert "A kept word" not in refused.text + refused.err
    assert "--sealed shows it" in refused.err
    shown = amp("show", kept, "--sealed", "--json").json
    assert (shown["sealed"], shown["sharing"]) == (True, "private")
    for command in (("week",), ("happened",), ("tags",)):
        assert "A kept word" not in amp(*command).text


def test_sealing_and_unsealing_from_the_terminal(amp: Amp) -> None:
    made = amp("add", "note", "A word", "--shareable").text.strip()
    amp("seal", made)
    refused = amp("summary", "--to", "-", "--include", made)
    assert "sealed: it never leaves" in refused.err
    amp("seal", made, "--off")
    assert "A word" in amp("summary", "--to", "-", "--include", made).text
    assert amp("add", "note", "Both", "--sealed", "--shareable").text == ""


@pytest.mark.parametrize("option", ["--journal", "--passphrase-file", "--version"])
def test_an_option_of_all_commands_after_one_is_told_its_place(amp: Amp, option: str) -> None:
    told = amp("list", option, "somewhere")
    assert told.status == 2
    assert f"amp-desktop {option} … list" in told.err
    assert "Did you mean" not in told.err


def test_an_option_that_there_is_not_is_told_none(amp: Amp) -> None:
    told = amp("list", "--jornal", "somewhere")
    assert told.status == 2
    assert "No such option" in told.err
    assert "before the command" not in told.err
