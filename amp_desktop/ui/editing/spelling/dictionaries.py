"""The dictionaries of this computer, and the English one that the program brings along. No Qt."""

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from amp_desktop.places import resource

SHIPPED = "en_US"


@dataclass(frozen=True)
class Dictionary:
    """A Hunspell dictionary: two files of one name, `.aff` and `.dic`.

    Attributes:
        folder: Where they stand.
        name: Their name, which begins with the language: `en_GB`, `de_DE_frami`, `sr-Latn`.
    """

    folder: Path
    name: str

    @property
    def language(self) -> str:
        """The language's code in small letters, two or three of them."""
        return self.name.replace("-", "_").partition("_")[0].lower()


def installed_dictionaries(folders: Iterable[Path] | None = None) -> tuple[Dictionary, ...]:
    """Every dictionary there is, by name; of two with one name the system's own.

    Args:
        folders: Where to look; by default where systems and people keep them, and in the program itself.
    """
    found: dict[str, Dictionary] = {}
    for folder in usual_folders() if folders is None else folders:
        for words in _files(folder):
            if words.with_suffix(".aff").is_file() and not words.stem.startswith("hyph"):
                found.setdefault(words.stem.replace("-", "_"), Dictionary(folder, words.stem))
    return tuple(found[name] for name in sorted(found))


def usual_folders() -> list[Path]:
    """Where dictionaries may stand on this system; the ones that somebody put there go before ours."""
    home = Path.home()
    if sys.platform == "win32":
        data = Path(os.environ.get("APPDATA") or home / "AppData" / "Roaming")
        folders = [data / "hunspell", *Path(r"C:\Program Files").glob("LibreOffice*/share/extensions/dict-*")]
    elif sys.platform == "darwin":
        folders = [home / "Library" / "Spelling", Path("/Library/Spelling")]
    else:
        shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
        own = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
        places = [own, *(Path(place) for place in shared.split(":") if place)]
        folders = [place / name for place in places for name in ("hunspell", "myspell", "myspell/dicts")]
    return [*folders, resource("dictionaries")]


def best_dictionary(language: str, dictionaries: Iterable[Dictionary], region: str = "") -> Dictionary | None:
    """The dictionary for a language, or None where there is none.

    Args:
        language: Its code, `de`.
        dictionaries: Which there are.
        region: The country whose spelling is preferred, such as `AT`; else the one where the language comes
            from, else the first.
    """
    fitting = [one for one in dictionaries if one.language == language]
    wanted = (f"{language}_{region}", SHIPPED, f"{language}_{language.upper()}", language)
    by_name = {one.name.replace("-", "_"): one for one in fitting}
    return next((by_name[name] for name in wanted if name in by_name), fitting[0] if fitting else None)


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(folder.glob("*.dic"))
    except OSError:
        return []
