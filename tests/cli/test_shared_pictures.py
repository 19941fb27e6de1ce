"""Pictures leave from a terminal when they are named, and none else does."""

import base64
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Amp
from tests.sharing.test_pictures_that_leave import png

COLOURS = {"board": (255, 0, 0), "face": (0, 0, 255)}


@pytest.fixture
def pictures(amp: Amp, tmp_path: Path) -> dict[str, str]:
    """Ids of the pictures of a shareable entry that shows two, and of the same in a private one."""
    files = []
    for name, colour in COLOURS.items():
        files += ["--attach", str(tmp_path / f"{name}.png")]
        (tmp_path / f"{name}.png").write_bytes(png(colour, 8))
    added = amp("add", "note", "A talk", "--shareable", *files).text.strip()
    amp("add", "note", "Private", "--attach", str(tmp_path / "face.png"))
    return {one["name"]: one["id"] for one in amp("show", added, "--json").json["attachments"]}


def shown(target: Path) -> list[bytes]:
    found = re.findall(r'src="data:image/\w+;base64,([^"]+)"', target.read_text("utf-8"))
    return [base64.b64decode(one) for one in found]


def summary(amp: Amp, target: Path, *arguments: str) -> tuple[int, str]:
    ran = amp("summary", "--template", "story", "--to", str(target), *arguments)
    return ran.status, ran.err


def test_a_picture_leaves_where_it_is_named(amp: Amp, pictures: dict[str, str], tmp_path: Path) -> None:
    target = tmp_path / "story.html"
    assert summary(amp, target)[0] == 0
    assert shown(target) == []
    assert summary(amp, target, "--picture", pictures["board.png"][:8])[0] == 0
    assert len(shown(target)) == 1
    both = [part for one in pictures.values() for part in ("--picture", one)]
    assert summary(amp, target, *both)[0] == 0
    assert len(shown(target)) == 2


def test_one_that_nothing_shows_that_leaves_is_refused(
    amp: Amp, pictures: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "own.png").write_bytes(png((0, 255, 0), 8))
    private = amp("add", "note", "Private", "--attach", str(tmp_path / "own.png")).text.strip()
    (own,) = amp("show", private, "--json").json["attachments"]
    target = tmp_path / "story.html"
    status, told = summary(amp, target, "--picture", own["id"])
    assert status == 2
    assert "No entry that leaves shows the picture" in told
    assert summary(amp, target, "--picture", "12345678")[0] == 1
    assert not target.exists()
    assert summary(amp, target, "--picture", own["id"], "--include", private)[0] == 0
    assert len(shown(target)) == 1


def test_a_file_that_is_no_picture_is_refused(amp: Amp, tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").write_bytes(b"%PDF-1.7 nothing")
    added = amp("add", "note", "Plan", "--shareable", "--attach", str(tmp_path / "plan.pdf")).text.strip()
    (plan,) = amp("show", added, "--json").json["attachments"]
    target = tmp_path / "story.html"
    assert summary(amp, target, "--picture", plan["id"])[0] == 2
    assert not target.exists()
