"""`summary`, as its users see it: what was marked or ticked leaves, and nothing else."""

import subprocess
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from amp_desktop.domain.errors import ReadOnlyError
from amp_desktop.domain.share import Share
from amp_desktop.domain.share_draft import ShareDraft
from amp_desktop.journal import Journal
from amp_desktop.storage.store import Store
from amp_desktop.vault import age_files
from tests.cli.conftest import Amp
from tests.stores import store_beside

FORMATS = ["md", "html", "pdf", "txt", "slack"]


def read(path: Path) -> str:
    if path.suffix == ".pdf":
        return subprocess.run(
            ["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True
        ).stdout
    return path.read_text(encoding="utf-8")


@pytest.fixture
def ids(amp: Amp) -> dict[str, str]:
    def add(name: str, *arguments: str) -> tuple[str, str]:
        return name, amp("add", *arguments).text.strip()

    return dict(
        [
            add(
                "shared",
                "note",
                "Releaseday\nThe नमस्ते went مرحبا out %%shakyhands%%",
                "--day=2026-07-22",
                "--shareable",
            ),
            add("private", "note", "Secretplan\nhiddenbody", "--day=2026-07-22"),
            add("care", "self-care", "Tiredevening\nearlynight", "--day=2026-07-22", "--field=mood=2"),
            add("old", "milestone", "Oldstory", "--day=2026-06-01", "--shareable"),
            add("agenda", "challenge", "Agendapoint", "--day=2026-07-22", "--field=on_agenda=yes"),
        ]
    )


@pytest.mark.usefixtures("ids")
@pytest.mark.parametrize("form", FORMATS)
def test_what_is_marked_shareable_leaves_and_nothing_else(amp: Amp, tmp_path: Path, form: str) -> None:
    target = tmp_path / f"to my mentor.{form}"
    assert amp("summary", "--to", str(target), "--since", "2026-07-01", "--detail", "whole").status == 0
    text = read(target)
    assert "Releaseday" in text
    assert "नमस्ते" in text
    for word in (
        "shakyhands",
        "Secretplan",
        "hiddenbody",
        "Tiredevening",
        "earlynight",
        "Oldstory",
        "Agendapoint",
    ):
        assert word not in text
    assert target.stat().st_mode & 0o077 == 0


def test_an_entry_ticked_by_hand_leaves_too(amp: Amp, ids: dict[str, str]) -> None:
    printed = amp("summary", "--to", "-", "--include", ids["care"], "--include", ids["private"][:8]).text
    assert "Tiredevening" in printed
    assert "Secretplan" in printed
    assert "Releaseday" in printed
    assert "shakyhands" not in printed


def test_only_what_is_named(amp: Amp, ids: dict[str, str]) -> None:
    printed = amp("summary", "--to", "-", "--only", "--include", ids["old"]).text
    assert "Oldstory" in printed
    assert "Releaseday" not in printed


def test_it_says_how_many_leave_and_how_many_stay(amp: Amp, ids: dict[str, str]) -> None:
    assert len(ids) == 5
    assert amp("summary", "--to", "-").err == "2 entries leave, 3 stay; 12 words.\n"


@pytest.mark.usefixtures("ids")
@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["--to", "summary.docx"], 2),
        (["--to", "summary"], 2),
        (["--to", "/nonexistent/folder/summary.md"], 1),
        (["--to", "-", "--template", "horoscope"], 2),
        (["--to", "-", "--since", "soon"], 2),
        (["--to", "-", "--include", "ffffffff"], 1),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(amp: Amp, arguments: list[str], status: int) -> None:
    refused = amp("summary", *arguments)
    assert (refused.status, refused.out) == (status, b"")
    assert len(refused.err.strip().splitlines()) == 1


@pytest.mark.usefixtures("ids")
def test_a_summary_that_cannot_be_written_leaves_what_was_there(amp: Amp, tmp_path: Path) -> None:
    taken = tmp_path / "folder.md"
    taken.mkdir()
    assert amp("summary", "--to", str(taken)).status == 1
    assert [path.name for path in tmp_path.iterdir() if "folder" in path.name] == ["folder.md"]


def _read_only(*_: object) -> None:
    raise ReadOnlyError("The journal may only be read.")


@pytest.mark.usefixtures("ids")
def test_a_summary_that_cannot_be_logged_leaves_only_when_told_to(
    amp: Amp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "summary.md"
    monkeypatch.setattr(Store, "record_share", _read_only)
    refused = amp("summary", "--to", str(target))
    assert refused.status == 1
    assert "--unlogged" in refused.err
    assert not target.exists()
    printed = amp("summary", "--to", "-")
    assert (printed.status, printed.out) == (1, b"")
    assert amp("summary", "--to", str(target), "--unlogged").status == 0
    assert "Releaseday" in read(target)


@pytest.mark.usefixtures("ids")
def test_a_summary_that_cannot_be_written_is_in_no_log(amp: Amp, tmp_path: Path, journal: Journal) -> None:
    assert amp("summary", "--to", str(tmp_path / "nowhere" / "summary.md")).status != 0
    assert journal.sharing.log().items == ()


@pytest.mark.usefixtures("ids")
def test_a_summary_ends_the_meeting_only_when_it_was_for_one(
    amp: Amp, tmp_path: Path, journal: Journal
) -> None:
    amp("summary", "--to", str(tmp_path / "a.md"), "--audience", "my mentor")
    assert journal.sharing.last_meeting("my mentor") is None
    amp("summary", "--to", str(tmp_path / "b.md"), "--audience", "my mentor", "--meeting")
    met = journal.sharing.last_meeting("my mentor")
    assert met is not None
    assert met.file_name == "b.md"


def test_a_question_is_made_of_one_challenge_and_says_what_is_missing(amp: Amp, tmp_path: Path) -> None:
    stuck = amp("add", "challenge", "Buildends\nIt ends with 3.", "--field=tried=Cleaning").text.strip()
    amp("add", "note", "Elsewhere", "--shareable")
    target = tmp_path / "question.txt"
    said = amp("summary", "--question", stuck, "--to", str(target))
    assert said.status == 0
    text = target.read_text(encoding="utf-8")
    assert "Buildends" in text
    assert "Cleaning" in text
    assert "Elsewhere" not in text
    assert "End with one question" in said.err
    assert "Ask it in the project's channel." in said.err
    assert "1 entry leaves" in said.err


def test_a_question_is_made_of_a_challenge_alone(amp: Amp, ids: dict[str, str], tmp_path: Path) -> None:
    said = amp("summary", "--question", ids["care"], "--to", str(tmp_path / "q.txt"))
    assert said.status != 0
    assert "no challenge" in said.err
    assert not (tmp_path / "q.txt").exists()


@pytest.mark.parametrize("detail", [(), ("--detail", "whole")])
def test_for_the_public_what_sounds_private_has_to_be_named(
    amp: Amp, tmp_path: Path, detail: tuple[str, ...]
) -> None:
    fields = ("--field=need=Zqneed", "--field=tried=Zqtried")
    stuck = amp("add", "challenge", "Buildends", "--shareable", *fields).text.strip()
    amp("add", "note", "Elsewhere", "--shareable")
    target = tmp_path / "public.txt"
    assert amp("summary", "--audience", "public", "--to", str(target), *detail).status == 0
    text = target.read_text(encoding="utf-8")
    assert "Elsewhere" in text
    assert "Buildends" not in text
    named = ("--include", stuck)
    assert amp("summary", "--audience", "public", "--to", str(target), *named, *detail).status == 0
    text = target.read_text(encoding="utf-8")
    assert "Buildends" in text
    assert ("Zqneed" in text) is bool(detail)


@pytest.mark.usefixtures("ids")
def test_an_own_template_is_found_by_its_name(amp: Amp, journal: Journal, tmp_path: Path) -> None:
    templates = journal.sharing.templates
    draft = ShareDraft(greeting="Hello Ada,", order=("Since we last met",))
    own = templates.keep(templates.find("mentor-meeting"), draft, "For Ada")
    target = tmp_path / "page.md"
    assert amp("summary", "--to", str(target), "--template", "for ada").status == 0
    assert "Hello Ada," in read(target)
    assert "Agendapoint" not in read(target)
    assert journal.sharing.log().items[0].template == own.id
    wrong = amp("summary", "--to", str(target), "--template", "for bob")
    assert wrong.status == 2
    assert "For Ada" in wrong.err


@pytest.mark.usefixtures("ids")
def test_a_protected_file_opens_with_its_passphrase_alone(amp: Amp, journal: Journal, tmp_path: Path) -> None:
    key, target = tmp_path / "key", tmp_path / "page.md.age"
    key.write_text("four uncommon words here\n", encoding="utf-8")
    done = amp("summary", "--to", str(target), "--protect-with", str(key))
    assert done.status == 0
    assert "age -d -o page.md page.md.age" in done.err
    data = target.read_bytes()
    assert b"Releaseday" not in data
    opened = age_files.decrypt(data, "four uncommon words here")
    share = journal.sharing.log().items[0]
    assert (share.text.encode(), share.format, share.file_name) == (opened, "md", "page.md.age")
    assert share.sha256 == sha256(data).hexdigest()
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == [
        "key",
        "page.md.age",
        "passphrase",
    ]


@pytest.mark.usefixtures("ids")
def test_a_passphrase_gives_the_file_the_name_that_says_so(
    amp: Amp, journal: Journal, tmp_path: Path
) -> None:
    def protected(name: str, *more: str) -> str:
        target = str(tmp_path / name)
        done = amp("summary", "--to", target, "--protect-with", "-", *more, stdin="four uncommon words here")
        assert done.status == 0
        return journal.sharing.log().items[0].file_name

    assert protected("page.md") == "page.md.age"
    assert protected("page.md") == "page (2).md.age"  # nobody said that the first may go
    assert protected("other", "--format", "md") == "other.md.age"
    assert not (tmp_path / "page.md").exists()


@pytest.mark.parametrize(
    ("target", "stdin", "sentence"),
    [
        ("page.md.age", "\n", "The passphrase is empty"),
        ("page.odt.age", "words", "cannot be written as “odt”"),
    ],
)
def test_what_cannot_be_protected_is_refused_before_anything_leaves(
    amp: Amp, journal: Journal, tmp_path: Path, target: str, stdin: str, sentence: str
) -> None:
    done = amp("summary", "--to", str(tmp_path / target), "--protect-with", "-", stdin=stdin)
    assert done.status == 2
    assert sentence in done.err
    assert not (tmp_path / target).exists()
    assert not journal.sharing.log().items


def test_without_anybody_to_ask_a_protected_file_says_what_to_name(amp: Amp, tmp_path: Path) -> None:
    done = amp("summary", "--to", str(tmp_path / "page.md.age"))
    assert done.status == 2
    assert "--protect-with" in done.err


def test_what_left_is_found_by_its_words(amp: Amp, journal: Journal) -> None:
    share = Share(
        shared_at=datetime(2026, 7, 1, 12, tzinfo=UTC),
        to_whom="Bob",
        format="txt",
        text="Die Straße, and two reviews.",
        sha256="0" * 64,
        file_name="meeting.pdf",
    )
    with store_beside(journal) as store:
        store.record_share(share)
    told = amp("search", "in:shared", "review").text
    assert told.splitlines()[0].endswith("txt    for Bob  meeting.pdf")
    assert "    Die Straße, and two reviews." in told
    assert amp("search", "in:shared", "unheard").text == ""
    (one,) = amp("search", "in:shared", "strasse", "--json").json
    assert (one["id"], one["to_whom"], one["text"]) == (str(share.id), "Bob", share.text)
    assert one["shared_at"] == "2026-07-01T12:00:00Z"
