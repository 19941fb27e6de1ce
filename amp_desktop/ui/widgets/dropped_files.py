"""The files of this machine in what is pasted or dropped."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

_HERE = {"", "localhost"}


def files_in(data: QMimeData) -> list[Path]:
    """Where the files are, if it is files and nothing else."""
    urls = data.urls() if data.hasUrls() else []
    return [Path(url.toLocalFile()) for url in urls] if all(map(_is_here, urls)) else []


def _is_here(url: QUrl) -> bool:
    """Another machine's file would have to be fetched."""
    return url.isLocalFile() and url.host() in _HERE
