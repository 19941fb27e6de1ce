"""The house stands as docs/architecture.md says."""

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.domain.kinds.unknown import UnknownEntry
from amp_desktop.domain.shareable_entry import AgendaEntry
from amp_desktop.ui.pages import PAGES

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = sorted(p.parent.name for p in (ROOT / "amp_desktop").glob("*/__init__.py"))

SCRIPT = """
import sys
from pathlib import Path
from amp_desktop.domain import Note
from amp_desktop.journal import Journal

with Journal.open(Path(sys.argv[1]), passphrase=sys.argv[2]) as journal:
    journal.save_entry(Note(title="From a script"))
    assert [row.title for row in journal.rows().items] == ["From a script"]

strangers = {name.partition(".")[0] for name in sys.modules} & {"PySide6", "shiboken6"}
assert not strangers, strangers
"""


def test_imports_point_down() -> None:
    checked = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def kept_apart(contract: str) -> set[str]:
    """The last names of the modules that a contract of independence speaks of."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (modules,) = (one["modules"] for one in contracts if one["name"] == contract)
    return {module.rpartition(".")[2] for module in modules}


def test_every_kind_is_kept_apart_from_the_others() -> None:
    folders = {path.parent.name for path in (ROOT / "amp_desktop" / "ui" / "kinds").glob("*/__init__.py")}
    assert kept_apart("Kinds do not know each other") == {*folders, "note"}


def test_every_page_is_kept_apart_from_the_others() -> None:
    rooms = {page.where.partition(":")[0].rpartition(".")[2] for page in PAGES.values() if page.where}
    assert rooms <= kept_apart("Pages do not know each other")


def test_the_house_has_the_rooms_that_its_plan_names() -> None:
    assert PACKAGES == ["cli", "domain", "exchange", "journal", "sharing", "storage", "ui", "vault"]


def test_every_room_has_a_folder_of_tests() -> None:
    package = ROOT / "amp_desktop"
    rooms = [
        one.parent.relative_to(package)
        for part in (".", "ui")
        for one in (package / part).glob("*/__init__.py")
    ]
    assert [room for room in rooms if not list((ROOT / "tests" / room).rglob("test_*.py"))] == []


def test_a_script_writes_without_qt(journal_folder: Path, journal: object) -> None:
    from tests.conftest import PASSPHRASE

    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT, journal_folder, PASSPHRASE],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize("command", ["list", "--help"])
def test_a_command_needs_neither_qt_nor_what_it_does_not_use(command: str) -> None:
    program = (
        "import sys; from amp_desktop.cli.main import Window, run;"
        "window = Window(open=print, show=print, take_pictures=print, as_leaving=print);"
        f"run(['--journal', '/nonexistent', {command!r}], window);"
        "loaded = {name.partition('.')[0] for name in sys.modules};"
        "unwanted = {'PySide6', 'typst', 'jinja2', 'markdown', 'alembic', 'zxcvbn', 'pyrage', 'rich'};"
        "unwanted &= loaded;"
        "assert not unwanted, unwanted"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


def test_references_to_none_are_not_lost() -> None:
    """PySide6 6.12.0 on Python 3.11 lost one with each signal and aborted after some thousand."""
    program = (
        "import sys\n"
        "from PySide6.QtCore import QObject, Signal\n"
        "class Bell(QObject):\n    rung = Signal(object)\n"
        "bell = Bell(); bell.rung.connect(lambda heard: None)\n"
        "before = sys.getrefcount(None)\n"
        "for _ in range(2000): bell.rung.emit(None); bell.rung.emit(True)\n"
        "lost = before - sys.getrefcount(None)\n"
        "assert lost < 100, lost\n"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


CLOCKS = (
    ".currentDate",
    ".currentDateTime",
    ".date.today",
    ".datetime.now",
    ".datetime.today",
    ".monotonic",
    ".perf_counter",
    ".qSleep",
    ".qWait",
    ".qtbot.wait",
    ".sleep",
    ".time.time",
    ".utc_now",
)
"""What waits for time to pass, or asks what time it is."""
EXCUSED = {
    "benchmarks/": "they measure time",
    "domain/test_clock.py": "it is about what reads the clock, and stops the clock for that",
    "test_architecture.py": "it holds the examples below",
    "test_lazy_modules.py": "its child asks asyncio for a coroutine, and sleeps for no time",
}
"""Below `tests`, who may do so, and why."""


def asks_the_clock(source: str) -> Iterator[str]:
    """Where a test, or a program that it holds in a string, sleeps or reads the wall clock; one line each."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            if f".{name}".endswith(CLOCKS) or (name.endswith("Event().wait") and node.args):
                yield f"{node.lineno}: {name}"
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and "(" in node.value:
            with suppress(SyntaxError, ValueError):
                yield from (f"{node.lineno}, {place}" for place in asks_the_clock(node.value))


@pytest.mark.parametrize(
    "source",
    [
        "time.sleep(1)",
        "qtbot.wait(5)",
        "self.qtbot.wait(5)",
        "while not done:\n    QTest.qWait(1)",
        "begun = time.monotonic()",
        "Note(created_at=utc_now() - timedelta(1))",
        "datetime.now(UTC)",
        "threading.Event().wait(0.1)",
        "CHILD = 'import time; time.sleep(60)'",
    ],
)
def test_whatever_asks_the_clock_is_found(source: str) -> None:
    assert len(list(asks_the_clock(source))) == 1


@pytest.mark.parametrize(
    "source", ["qtbot.waitUntil(done)", "begun.wait(5)", "clock.now", "process.wait(20)"]
)
def test_what_waits_for_something_is_let_be(source: str) -> None:
    assert list(asks_the_clock(source)) == []


def test_no_test_sleeps_or_reads_the_wall_clock() -> None:
    tests = ROOT / "tests"
    files = sorted(file.relative_to(tests).as_posix() for file in tests.rglob("*.py"))
    found = [
        f"{name}:{place}"
        for name in files
        if not name.startswith(tuple(EXCUSED))
        for place in asks_the_clock((tests / name).read_text("utf-8"))
    ]
    assert found == []


def test_whatever_runs_a_state_machine_is_explored_too() -> None:
    """`make explore` asks for the mark of Hypothesis, which a test that runs one by hand lacks by itself."""
    by_hand = "tests/ui/editing/test_texts_against_model.py"
    asked = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-m", "hypothesis", by_hand]
    found = subprocess.run(asked, capture_output=True, text=True, check=False, cwd=ROOT)
    assert f"{by_hand}::" in found.stdout


KIND_CLASSES = {made.__name__ for made in (*ENTRY_TYPES.values(), AgendaEntry, UnknownEntry)}
OF_KINDS = ("domain/kinds", "ui/kinds", "storage/migrations/versions")
"""The two folders that may know which kinds there are, and the steps that know which there were."""
ABOUT_ONE_KIND = {
    "journal/weeks.py": "a week is looked back on by its own page, and counts check-ins",
    "ui/entries/page.py": "of a week there is one page, which is opened where it has been begun",
    "ui/mentorship/afterwards_part.py": "what is for afterwards is told with a goal's next step",
    "ui/today/presenter.py": "the day's check-in is a self-care note without words",
}
"""Which other modules ask whether an entry is of one certain kind, and why."""


def kinds_named(node: ast.AST) -> set[str]:
    """The kinds that a piece of code names: by class, by its `KIND`, or by the word itself."""
    named = {one.id for one in ast.walk(node) if isinstance(one, ast.Name)} & KIND_CLASSES
    words = {one.value for one in ast.walk(node) if isinstance(one, ast.Constant)} & ENTRY_TYPES.keys()
    return named | {ENTRY_TYPES[word].__name__ for word in words}


def asks_for_kinds(source: str) -> Iterator[str]:
    """Where code decides by the class of a kind, or lists kinds; one line each."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Name(id="isinstance" | "issubclass"), args=[_, asked]) if kinds_named(
                asked
            ):
                yield f"{node.lineno}: isinstance"
            case ast.Compare(left=ast.Call(func=ast.Name(id="type"))) if kinds_named(node):
                yield f"{node.lineno}: type"
            case ast.Compare(comparators=[ast.Attribute(value=ast.Name(id=name), attr="KIND")]) if (
                name in KIND_CLASSES
            ):
                yield f"{node.lineno}: KIND"
            case ast.MatchClass(cls=ast.Name(id=name)) if name in KIND_CLASSES:
                yield f"{node.lineno}: match"
            case ast.FunctionDef(decorator_list=made, args=ast.arguments(args=[first, *_])) if any(
                "register" in ast.unparse(one) for one in made
            ) and any(kinds_named(one) for one in (*made, *filter(None, [first.annotation]))):
                yield f"{node.lineno}: singledispatch"
            case ast.Tuple() | ast.List() | ast.Set() | ast.Dict() if is_list_of_kinds(node):
                yield f"{node.lineno}: list"


def is_list_of_kinds(node: ast.Tuple | ast.List | ast.Set | ast.Dict) -> bool:
    """Whether two or more of its own elements are kinds."""
    elements = [one for one in node.keys if one] if isinstance(node, ast.Dict) else node.elts
    plain = [one for one in elements if isinstance(one, (ast.Name, ast.Attribute, ast.Constant))]
    return len(set[str]().union(*map(kinds_named, plain))) > 1


@pytest.mark.parametrize(
    "source",
    [
        "isinstance(entry, Goal)",
        "isinstance(entry, (Entry, Challenge))",
        "isinstance(entry, Note | Goal)",
        "isinstance(entry, AgendaEntry)",
        "type(entry) is Goal",
        "row.kind == Goal.KIND",
        "match entry:\n  case Goal(): pass",
        "@told.register\ndef _(goal: Goal) -> str: ...",
        "@told.register(Goal)\ndef _(goal) -> str: ...",
        "KINDS = ('note', 'goal')",
        "KINDS = {Goal.KIND, Note.KIND}",
        "NAMES = {'note': 'Note', 'goal': 'Goal'}",
        "KINDS = [Goal, Note]",
    ],
)
def test_whatever_asks_for_kinds_is_found(source: str) -> None:
    assert len(list(asks_for_kinds(source))) == 1


@pytest.mark.parametrize(
    "source",
    ["isinstance(field, FieldValue)", "EntryQuery(kinds=frozenset({Goal.KIND}))", "Goal(title='note')"],
)
def test_what_does_not_ask_for_kinds_is_let_be(source: str) -> None:
    assert list(asks_for_kinds(source)) == []


def test_only_the_folders_of_kinds_know_which_kinds_there_are() -> None:
    package = ROOT / "amp_desktop"
    files = (file.relative_to(package).as_posix() for file in package.rglob("*.py"))
    found = [
        f"{name}:{place}"
        for name in files
        if not name.startswith(OF_KINDS)
        for place in asks_for_kinds((package / name).read_text("utf-8"))
        if not (name in ABOUT_ONE_KIND and place.endswith("KIND"))
    ]
    assert found == []


def public_classes(source: str) -> Iterator[str]:
    """The names of the public classes of a module."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node.name


def test_a_name_of_a_class_means_one_thing() -> None:
    places: dict[str, list[str]] = {}
    for file in sorted((ROOT / "amp_desktop").rglob("*.py")):
        for name in public_classes(file.read_text("utf-8")):
            places.setdefault(name, []).append(file.relative_to(ROOT).as_posix())
    assert {name: files for name, files in places.items() if len(files) > 1} == {}


WITHOUT_TESTS = {
    "storage/migrations/versions": "each is tested by what it makes of a former journal, a floor up"
}
"""Rooms of the program that have none of their own in `tests`, and why."""


def test_every_room_has_its_tests_in_the_same_place() -> None:
    package, tests = ROOT / "amp_desktop", ROOT / "tests"
    rooms = sorted({file.parent.relative_to(package).as_posix() for file in package.rglob("*/*.py")})
    assert [room for room in rooms if not list((tests / room).rglob("test_*.py"))] == list(WITHOUT_TESTS)
