"""The program finds its own files in a checkout and in the wheel that is built from it."""

import subprocess
import sys
import zipfile
from importlib.metadata import EntryPoints, PathDistribution
from pathlib import Path

import pytest

from amp_desktop.places import resource

CHECKOUT = Path(__file__).resolve().parents[1]
ASK_WHERE = "from amp_desktop.places import resource; print(resource())"


def test_finds_the_checkouts_files() -> None:
    assert resource() == CHECKOUT / "resources"


def test_says_which_file_is_missing() -> None:
    with pytest.raises(FileNotFoundError, match="resources/icons/no-such-icon"):
        resource("icons", "no-such-icon.svg")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel unpacked, as pip would leave it, under a name that is not easy."""
    dist = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(dist)]
    subprocess.run(build, cwd=CHECKOUT, check=True, capture_output=True)
    (wheel,) = dist.glob("*.whl")
    place = tmp_path_factory.mktemp("site # 日記")
    zipfile.ZipFile(wheel).extractall(place)
    return place


def test_finds_its_files_in_a_wheel(installed: Path) -> None:
    command = [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(installed)!r}); {ASK_WHERE}"]
    answer = subprocess.run(
        command, check=True, capture_output=True, text=True, encoding="utf-8", cwd=installed
    )
    assert Path(answer.stdout.strip()) == installed / "amp_desktop" / "resources"


def test_the_wheel_carries_every_resource(installed: Path) -> None:
    def files(folder: Path) -> set[Path]:
        return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}

    assert files(CHECKOUT / "resources") == files(installed / "amp_desktop" / "resources")


def test_the_wheel_brings_a_command_and_a_program_without_a_terminal(installed: Path) -> None:
    (about,) = installed.glob("*.dist-info")
    asked = EntryPoints(
        entry for entry in PathDistribution(about).entry_points if entry.value == "amp_desktop.__main__:main"
    )
    assert {entry.group: entry.name for entry in asked} == {
        "console_scripts": "amp-desktop",
        "gui_scripts": "amp-journal",
    }


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_a_terminal_nothing_is_told_and_the_status_says_it() -> None:
    start = """if True:
        import os, sys
        sys.stdin = sys.stdout = sys.stderr = None
        sys.argv = ["amp-journal"]
        from amp_desktop.__main__ import main
        try:
            status = main()
        except BaseException:
            status = 99
        os._exit(status)"""
    command = [sys.executable, "-c", start]
    ended = subprocess.run(command, env={"PYTHONPATH": str(CHECKOUT)}, capture_output=True, text=True)
    assert (ended.returncode, ended.stdout + ended.stderr) == (1, "")
