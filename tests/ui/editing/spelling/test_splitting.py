"""Which words are looked up, in which language, in which dictionary."""

from pathlib import Path
from time import process_time
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.spelling import SpellingChoices
from amp_desktop.ui.editing.spelling.dictionaries import (
    Dictionary,
    best_dictionary,
    installed_dictionaries,
    usual_folders,
)
from amp_desktop.ui.editing.spelling.languages import guess_language
from amp_desktop.ui.editing.spelling.splitting import words_of


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Hello wrold, again.", "Hello wrold again"),
        ("- [ ] **bold** _it_ ~~gone~~", "bold it gone"),
        ("%%an aside%% is spelt too", "an aside is spelt too"),
        ("run `npm tset` now", "run now"),
        ("see [the docs](https://example.org/wrold) there", "see the docs there"),
        ("see [[My Wrold]] and https://example.org/wrold now", "see and now"),
        ("ask @wrold about #tagg/one by a.wrold@example.org", "ask about by"),
        ("snake_case os.path.join src/maain.py x86 HTTP iPhone v2beta", ""),
        ("don't d’accord naïve", "don't d’accord naïve"),
        ("मैं हिन्दी", "मैं हिन्दी"),
        ("日本語のテキスト and words", "and words"),
        ("a I 1st", ""),
    ],
)
def test_words_that_are_looked_up(line: str, words: str) -> None:
    found = words_of(line)
    assert [word.text for word in found] == words.split()
    assert all(line[word.start : word.end] == word.text for word in found)


@pytest.mark.parametrize(
    "line", ["`" * 20_000, "[(" * 10_000, "a." * 10_000, "](" * 10_000, "`a``b" * 4_000, "a/" * 10_000]
)
def test_a_hostile_line_takes_no_time(line: str) -> None:
    began = process_time()
    words_of(line)
    assert process_time() - began < 4


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I was stuck on the release today, and then we found it.", "en"),
        ("Heute habe ich mit der Mentorin gesprochen und es war gut.", "de"),
        ("Aujourd'hui je suis allé plus loin avec le projet que nous avons.", "fr"),
        ("Hoy he trabajado en el proyecto y me gusta lo que hemos hecho.", "es"),
        ("Hoje eu não consegui terminar, mas a revisão foi muito boa.", "pt"),
        ("Oggi ho lavorato al progetto e non è stato facile, ma sono contento.", "it"),
        ("Vandaag heb ik met mijn mentor gesproken en het was goed.", "nl"),
        ("Dzisiaj nie było łatwo, ale jestem zadowolony z tego, co się udało.", "pl"),
        ("Bugün çok yoruldum ama bu proje benim için değerli.", "tr"),
        ("Idag har jag pratat med min mentor och det var bra.", "sv"),
        ("Saya tidak bisa tidur karena proyek ini, tapi sudah lebih baik.", "id"),
        ("今日はとても疲れました。", "ja"),
        ("今天我和导师谈了话。", "zh"),
        ("आज का दिन अच्छा था", "hi"),
        ("كان اليوم يوما جيدا", "ar"),
        ("امروز روز خوبی بود چون گپ زدیم", "fa"),
        ("Сегодня был хороший день", "ru"),
        ("Сьогодні був гарний день, її підтримка", "uk"),
        ("שלום לכולם", "he"),
        ("Σήμερα ήταν καλή μέρα", "el"),
        ("오늘은 좋은 날이었다", "ko"),
        ("AsyncAPI CLI", ""),
        ("", ""),
        ("12 34 — !!", ""),
    ],
)
def test_a_language_is_guessed(text: str, language: str) -> None:
    assert guess_language(text) == language


def test_foreign_names_do_not_turn_a_language() -> None:
    assert guess_language("今天我和 Mentor 谈了 AsyncAPI CLI 的 release 计划，很有收获。") == "zh"


def make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / f"{name}.aff").write_text("SET UTF-8\n", encoding="utf-8")
        (folder / f"{name}.dic").write_text("1\nword\n", encoding="utf-8")


def test_dictionaries_are_found_where_they_are(tmp_path: Path) -> None:
    own, system = tmp_path / "own", tmp_path / "system"
    own.mkdir()
    system.mkdir()
    make(own, "de_AT")
    make(system, "de_AT", "en_GB", "sr-Latn")
    (system / "lonely.dic").write_text("1\nword\n", encoding="utf-8")
    found = installed_dictionaries([own, system, tmp_path / "missing"])
    assert [(one.name, one.language, one.folder) for one in found] == [
        ("de_AT", "de", own),
        ("en_GB", "en", system),
        ("sr-Latn", "sr", system),
    ]


def test_the_program_brings_english_along() -> None:
    assert "en_US" in [one.name for one in installed_dictionaries(usual_folders()[-1:])]


def test_the_dictionary_of_ones_country_goes_first(tmp_path: Path) -> None:
    all_there = [
        Dictionary(tmp_path, name) for name in ("de_AT", "de_DE", "en_AU", "en_GB", "en_US", "pt_BR")
    ]
    best = {
        (language, region): (found.name if found else None)
        for language, region in (
            ("de", ""),
            ("de", "AT"),
            ("en", "GB"),
            ("en", "IN"),
            ("pt", "PT"),
            ("fr", ""),
        )
        for found in [best_dictionary(language, all_there, region)]
    }
    assert best == {
        ("de", ""): "de_DE",
        ("de", "AT"): "de_AT",
        ("en", "GB"): "en_GB",
        ("en", "IN"): "en_US",
        ("pt", "PT"): "pt_BR",
        ("fr", ""): None,
    }


def test_choices_come_back_from_plain_data() -> None:
    choices = SpellingChoices().with_word("asyncapi").with_language("1", "de").with_language("2", "")
    assert SpellingChoices.from_json(choices.to_json()) == choices
    assert choices.knows("Asyncapi")
    assert not choices.knows("ASYNCAPI")
    assert not choices.without_word("asyncapi").knows("asyncapi")
    assert choices.with_language("1", None).languages == {"2": ""}
    assert SpellingChoices.from_json(
        {"words": [1, "a"], "languages": {"1": 2}, "is_on": False}
    ) == SpellingChoices(frozenset({"a"}), {}, is_on=False)
    assert SpellingChoices.from_json("nonsense") == SpellingChoices()


SHORT = "Mentor call. It went well and we drew this."
POINTERS = (
    "![whiteboard.jpg](attachment:e5b7f070-2978-4e1a-ab5a-4cf2bffe5a3e)",
    "[notes.pdf](attachment:8b1677e2-d5d6-41de-a90e-42536e39a8e2)",
)


@given(
    st.lists(st.uuids()), st.permutations([*POINTERS, "`de la que os`", "https://example.org/de/la/que?o=a"])
)
def test_what_is_no_word_tells_no_language(ids: list[UUID], others: list[str]) -> None:
    pointers = [f"![IMG_{n}.png](attachment:{id_})" for n, id_ in enumerate(ids)]
    assert guess_language("\n\n".join([*pointers, SHORT, *others])) == "en"
    assert guess_language("\n\n".join([*pointers, *others])) == ""


@pytest.mark.parametrize("text", ["I", "a", "É", "1", "", "I a"])
def test_a_letter_is_no_language(text: str) -> None:
    assert guess_language(text) == ""
