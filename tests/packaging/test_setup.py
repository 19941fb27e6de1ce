"""The set-up knows what Qt is linked with, says what to type, and installs nothing that has no hash."""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import PySide6
import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
LOCKS = ["requirements.lock", "requirements-dev.lock", "packaging/requirements.lock"]
C_LIBRARY = re.compile(r"(ld-linux.*|lib(c|m|gcc_s|resolv|pthread|dl|rt))\.so\.\d+")
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere Qt's wheel holds all it needs")


@pytest.fixture(autouse=True)
def _set_up_modules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(CHECKOUT / "packaging" / "setup")


def linked_with(qt: Path) -> Iterator[str]:
    """Every library of the system that Qt's modules, and the plugins that the program loads, name."""
    modules = ("Core", "Gui", "Widgets", "DBus", "Network", "Svg", "SvgWidgets", "XcbQpa", "WaylandClient")
    files = [qt / f"lib/libQt6{module}.so.6" for module in modules]
    files.extend(qt / f"plugins/platforms/libq{platform}.so" for platform in ("xcb", "wayland", "offscreen"))
    for folder in ("iconengines", "imageformats", "platforminputcontexts", "wayland-shell-integration"):
        files.extend((qt / "plugins" / folder).glob("*.so"))
    said = subprocess.run(
        ["readelf", "--dynamic", *(file for file in files if file.exists())],
        capture_output=True,
        text=True,
        check=True,
        env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"},
    )
    names = set(re.findall(r"NEEDED.*\[(.+)\]", said.stdout))
    return (name for name in names if not name.startswith(("libQt6", "libicu")))


@linux_only
def test_every_library_of_qt_is_known() -> None:
    from needs import QT_LIBRARIES

    linked = set(linked_with(Path(PySide6.__file__).parent / "Qt"))
    assert "libxcb-cursor.so.0" in linked
    assert {name for name in linked if not C_LIBRARY.fullmatch(name)} <= set(QT_LIBRARIES)


def test_tells_what_is_missing_from_what_is_there() -> None:
    from needs import Need, _library, _program, missing

    here = [Need("python3", _program("python3")), Need("sh", _program("sh"))]
    gone = [Need("no-a", _library("libno-such.so.1")), Need("no-b", _program("no-such-program"))]
    assert missing([*here, *gone, *gone]) == gone


@linux_only
def test_says_the_one_line_to_type_when_not_root(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import debian
    from needs import Need

    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    library = Need("libegl1", lambda: False)
    font = Need("fonts-noto-core", lambda: False, essential=False)
    with pytest.raises(debian.SystemNotReadyError, match=r"sudo apt-get install .* fonts-noto-core libegl1"):
        debian.bring([library, font])
    debian.bring([font])
    assert "fonts-noto-core" in capsys.readouterr().err


@linux_only
def test_says_what_it_installs_first_and_starts_without_fonts_that_cannot_be(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import debian
    from needs import Need

    said_before: list[str] = []

    def offline(command: list[str], **_: object) -> "subprocess.CompletedProcess[str]":
        said_before.append(capsys.readouterr().out)
        return subprocess.CompletedProcess(command, 100, "", "no network")

    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr("subprocess.run", offline)
    font = Need("fonts-noto-core", lambda: False, essential=False)
    debian.bring([font])
    assert said_before == ["This system lacks some packages. Installing them with apt-get: fonts-noto-core\n"]
    assert "sudo apt-get install" in capsys.readouterr().err
    with pytest.raises(debian.SystemNotReadyError, match=r"sudo apt-get install .* fonts-noto-core libegl1"):
        debian.bring([Need("libegl1", lambda: False), font])


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_hashes_and_no_address(name: str) -> None:
    lock = (CHECKOUT / name).read_text(encoding="utf-8")
    entries = re.split(r"^(?=\w)", lock, flags=re.MULTILINE)[1:]
    assert entries
    for entry in entries:
        assert re.match(
            r"[a-z0-9-]+==[\w.]+( ; [^\\]+)? \\\n(    --hash=sha256:[0-9a-f]{64}( \\)?\n)+", entry
        )
    assert not re.search(r"https?:|file:|--find-links|--index|/home|/root", lock)


def test_the_lock_holds_what_the_project_needs() -> None:
    with (CHECKOUT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)
    names = {_name(line) for line in project["project"]["dependencies"]}
    assert names <= _locked("requirements.lock")
    assert names | {_name(line) for line in project["dependency-groups"]["dev"]} <= _locked(
        "requirements-dev.lock"
    )


def test_both_locks_agree() -> None:
    pins = [
        set(re.findall(r"^[\w-]+==\S+", (CHECKOUT / lock).read_text(), re.MULTILINE)) for lock in LOCKS[:2]
    ]
    assert pins[0] <= pins[1]


def _name(requirement: str) -> str:
    return re.match(r"[\w.-]+", requirement)[0].lower().replace("_", "-")  # type: ignore[index]


def _locked(lock: str) -> set[str]:
    return set(re.findall(r"^([\w-]+)==", (CHECKOUT / lock).read_text(encoding="utf-8"), re.MULTILINE))
