"""Files that a passphrase protects, as the terminal writes them."""

from pathlib import Path

from amp_desktop.cli.opening import passphrase_from


def file_passphrase(key_file: str | None) -> str:
    """The passphrase for the file, asked for before anything is made.

    Raises:
        InvalidValueError: There is none, or it is none that can be typed elsewhere.
    """
    from amp_desktop.vault import age_files

    advice = "Name a file that holds it with --protect-with."
    words = passphrase_from(key_file, advice, twice=True, prompt="Passphrase for the file")
    age_files.refuse_unusable(words)
    return words


def how_to_open(file: Path) -> str:
    """A sentence for whoever gets the file."""
    from amp_desktop.vault import age_files

    return age_files.how_to_open(file.name)
