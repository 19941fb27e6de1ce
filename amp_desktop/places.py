"""Where the program's own files are: the one place that knows how they travel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent

# A wheel and a packaged build carry `resources` inside the package; in a checkout it stands beside it.
_CANDIDATES = (_PACKAGE / "resources", _PACKAGE.parent / "resources")


def resource(*parts: str) -> Path:
    """Return the path of something in `resources/`, in a checkout, a wheel and a packaged build alike.

    Args:
        parts: The way there below `resources/`; none for the folder itself.

    Raises:
        FileNotFoundError: The program is not whole: it came without this file or folder.
    """
    for candidate in _CANDIDATES:
        path = candidate.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(f"AMP Journal came without its file resources/{'/'.join(parts)}")
