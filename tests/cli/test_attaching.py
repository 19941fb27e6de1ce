"""Pictures and files from a terminal, as its users see them."""

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Amp
from tests.exchange.pictures.pictures_to_read import HEIGHT, SECRET, WIDTH, jpeg


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "white board.jpg"
    path.write_bytes(jpeg())
    return path


def test_a_picture_and_a_file_are_attached_listed_and_had_back(amp: Amp, tmp_path: Path, photo: Path) -> None:
    data = os.urandom(400_000)
    (tmp_path / "plan [2].pdf").write_bytes(data)
    files = ("--attach", str(photo), "--attach", str(tmp_path / "plan [2].pdf"))
    added = amp("add", "note", "A title\nand a body", *files)
    assert (added.status, added.err) == (0, "")
    entry = amp("show", added.text.strip(), "--json").json
    picture, plan = entry["attachments"]
    assert (picture["name"], picture["media_type"]) == ("white board.jpg", "image/jpeg")
    assert (picture["width"], picture["height"]) == (WIDTH, HEIGHT)
    assert (plan["name"], plan["size"]) == ("plan [2].pdf", 400_000)
    assert entry["body"] == (
        f"and a body\n\n![](attachment:{picture['id']})\n\n[plan \\[2\\].pdf](attachment:{plan['id']})"
    )
    shown = amp("show", added.text.strip()).text
    assert f"{plan['id'][:8]}  plan [2].pdf  (application/pdf, 391 KB)" in shown
    assert amp("attachment", plan["id"][:8], "--to", "-").out == data
    out = tmp_path / "out.jpg"
    assert amp("attachment", picture["id"], "--to", str(out)).status == 0
    assert SECRET not in out.read_bytes()
    assert [e["title"] for e in amp("search", "white", "has:file", "--json").json] == ["A title"]


def test_a_picture_needs_no_words(amp: Amp, photo: Path) -> None:
    added = amp("add", "note", "--attach", str(photo))
    assert amp("show", added.text.strip(), "--json").json["title"] == ""


def test_where_one_file_cannot_be_attached_nothing_is_added(amp: Amp, tmp_path: Path, photo: Path) -> None:
    refused = amp("add", "note", "text", "--attach", str(photo), "--attach", str(tmp_path / "nowhere"))
    assert (refused.status, refused.out) == (1, b"")
    assert refused.err == f"There is no file here: {tmp_path / 'nowhere'}\n"
    assert amp("list", "--json").json == []
    amp("add", "note", "kept", "--attach", str(photo))
    amp("export", str(tmp_path / "all"))
    assert len(list((tmp_path / "all" / "attachments").iterdir())) == 1


def test_an_entry_without_attachments_says_nothing_of_them(amp: Amp) -> None:
    added = amp("add", "note", "A title")
    assert "attachments" not in amp("show", added.text.strip(), "--json").json
    assert amp("show", added.text.strip()).text.count("\n") == 2


def test_what_is_not_attached_cannot_be_had(amp: Amp, tmp_path: Path) -> None:
    refused = amp("attachment", "12345678", "--to", str(tmp_path / "out"))
    assert (refused.status, refused.out) == (1, b"")
    assert "not in the journal" in refused.err
    assert amp("attachment", "12345678").status == 2
    assert not (tmp_path / "out").exists()


def test_a_place_that_cannot_be_written_is_said(amp: Amp, tmp_path: Path, photo: Path) -> None:
    added = amp("add", "note", "--attach", str(photo))
    (attachment,) = amp("show", added.text.strip(), "--json").json["attachments"]
    refused = amp("attachment", attachment["id"], "--to", str(tmp_path / "nowhere" / "out"))
    assert refused.status == 1
    assert "nowhere" in refused.err
    assert "Traceback" not in refused.err
