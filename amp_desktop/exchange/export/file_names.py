"""Names for exported files that every system takes, however oddly a thing is called in the journal."""

import re
import unicodedata

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_LONGEST_STEM = 80
"""In bytes: some encrypted folders take names of no more than 143."""
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,10}\Z")
_DEVICES = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\.|\Z)", re.IGNORECASE)
"""What Windows takes for a device, whatever follows a dot."""


def words_of(text: str) -> str:
    """The text on one line, without what a file's name may not hold or nobody can see."""
    allowed = unicodedata.normalize("NFC", _FORBIDDEN.sub(" ", text))
    seen = "".join(c for c in allowed if unicodedata.category(c)[0] != "C")
    return " ".join(unicodedata.normalize("NFC", seen).split())


def is_plain(name: str) -> bool:
    """Whether a file may be called so on every system, in a folder that it does not lead out of."""
    is_device = _DEVICES.match(name) is not None
    return bool(name) and name == words_of(name).strip(". ") and not is_device


def parted(name: str) -> tuple[str, str]:
    """The stem and the suffix of a file's name, such as ".png"; an odd suffix is part of the stem."""
    found = _SUFFIX.search(name)
    return (name[: found.start()], found[0]) if found else (name, "")


def free_name(stem: str, suffix: str, taken: set[str]) -> str:
    """A name that is not in `taken`, whatever its case; it is added there.

    Args:
        stem: Any words; what a file's name may not hold is left out of it, it is cut where it is too long,
            and never empty afterwards.
        suffix: With its dot, or nothing.
        taken: The names that there are, as this function has put them there.
    """
    stem = words_of(stem).encode()[:_LONGEST_STEM].decode(errors="ignore").strip(". ") or "file"
    if _DEVICES.match(stem):
        stem = f"{stem}_" if "." not in stem else f"_{stem}"
    name, number = f"{stem}{suffix}", 1
    while name.casefold() in taken:
        number += 1
        name = f"{stem} ({number}){suffix}"
    taken.add(name.casefold())
    return name
