"""A kind, a page, a template, a form, an importer: each costs one file and one line in its registry.

The package is copied, each made-up plug-in is put into it as a newcomer would, and the copy is driven in a
process of its own, from the terminal and in the window.
"""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

HERE = Path(__file__).parent
CHECKOUT = HERE.parents[1]


@dataclass(frozen=True)
class PlugIn:
    """A file that is added, and the lines that name it.

    Attributes:
        file: Its name here.
        home: Where it goes in the package.
        registry: The file of the registry.
        lines: Each with the line it is put after.
    """

    file: str
    home: str
    registry: str
    lines: tuple[tuple[str, str], ...]


PLUG_INS = (
    PlugIn(
        "ritual.py",
        "domain/kinds/ritual.py",
        "domain/kinds/registry.py",
        (
            (
                "from amp_desktop.domain.kinds.note import Note\n",
                "from amp_desktop.domain.kinds.ritual import Ritual\n",
            ),
            ("        Milestone,\n", "        Ritual,\n"),
        ),
    ),
    PlugIn(
        "ritual_view.py",
        "ui/kinds/ritual.py",
        "ui/kinds/registry.py",
        (
            (
                "    from amp_desktop.ui.kinds.note import NoteView\n",
                "    from amp_desktop.ui.kinds.ritual import RitualView\n",
            ),
            ("        MilestoneView,\n", "        RitualView,\n"),
        ),
    ),
    PlugIn(
        "breathing.py",
        "ui/breathing.py",
        "ui/pages.py",
        (
            (
                "_OWN = {\n",
                '    "breathing": PageEntry(PageGroup.PROGRAM, "Breathing", "wind", '
                '"amp_desktop.ui.breathing:BreathingPage"),\n',
            ),
        ),
    ),
    PlugIn(
        "line_diary.py",
        "exchange/importers/line_diary.py",
        "exchange/importers/registry.py",
        (
            (
                "from amp_desktop.exchange.importers.base import Importer\n",
                "from amp_desktop.exchange.importers.line_diary import LineDiaryImporter\n",
            ),
            ("        AmpJournalImporter(),\n", "        LineDiaryImporter(),\n"),
        ),
    ),
    PlugIn(
        "mornings.py",
        "sharing/templates/mornings.py",
        "sharing/templates/registry.py",
        (
            (
                "from amp_desktop.sharing.templates.mentor_meeting import MENTOR_MEETING\n",
                "from amp_desktop.sharing.templates.mornings import MORNINGS\n",
            ),
            ("            MENTOR_MEETING,\n", "            MORNINGS,\n"),
        ),
    ),
    PlugIn(
        "org.py",
        "sharing/renderers/org.py",
        "sharing/renderers/registry.py",
        (
            (
                "_SPECS = (\n",
                '    RendererSpec(format="org", name="Org", use="for Emacs.", suffix="org", '
                'media_type="text/org", module="amp_desktop.sharing.renderers.org"),\n',
            ),
        ),
    ),
)


def shown(guide: str) -> dict[str, list[str]]:
    """The lines of each file that the guide's diffs show, with what is done to them."""
    files: dict[str, list[str]] = {}
    for diff in re.findall(r"```diff\n(.*?)```", guide, re.DOTALL):
        for part in re.split(r"^--- .*\n\+\+\+ b/", diff, flags=re.MULTILINE)[1:]:
            name, *lines = part.splitlines()
            files[name] = lines
    return files


def test_the_guide_shows_what_is_added_here() -> None:
    guide = shown((CHECKOUT / "CONTRIBUTING.md").read_text("utf-8"))
    for plug_in in PLUG_INS:
        whole = (HERE / plug_in.file).read_text("utf-8")
        assert [one for one in guide[f"amp_desktop/{plug_in.home}"] if not one.startswith("+")] == []
        for line in guide[f"amp_desktop/{plug_in.home}"]:
            assert line[1:].removesuffix('"""') in whole
        registry = guide[f"amp_desktop/{plug_in.registry}"]
        added = " ".join(" ".join(one[1:] for one in registry if one.startswith("+")).split())
        assert added == " ".join(" ".join(line for _, line in plug_in.lines).split())
        stands = (CHECKOUT / "amp_desktop" / plug_in.registry).read_text("utf-8")
        assert all(one[1:] in stands for one in registry if one.startswith(" "))


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with every plug-in."""
    place = tmp_path_factory.mktemp("grown")
    shutil.copytree(
        CHECKOUT / "amp_desktop", place / "amp_desktop", ignore=shutil.ignore_patterns("__pycache__")
    )
    (place / "resources").symlink_to(CHECKOUT / "resources")
    package = place / "amp_desktop"
    for plug_in in PLUG_INS:
        (package / plug_in.home).write_text((HERE / plug_in.file).read_text("utf-8"), "utf-8")
        registry = package / plug_in.registry
        text = registry.read_text("utf-8")
        for after, line in plug_in.lines:
            assert text.count(after) == 1, (plug_in.registry, after)
            text = text.replace(after, after + line)
        registry.write_text(text, "utf-8")
    return place


@pytest.mark.parametrize("part", ["terminal", "window"])
def test_the_program_knows_what_was_added(grown: Path, tmp_path: Path, part: str) -> None:
    environment = {
        **os.environ,
        "PYTHONPATH": str(grown),
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(tmp_path),
    }
    ran = subprocess.run(
        [sys.executable, str(HERE / "drive.py"), part, str(tmp_path / "journal")],
        env=environment,
        cwd=grown,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (0, "all of it\n"), ran.stdout + ran.stderr
