"""The link to another entry that a place in a line belongs to. No Qt."""

from amp_desktop.domain.text.links import as_read, link_places


def title_at(line: str, column: int) -> str | None:
    """The title that the link leads to in which, or at whose edge, a column of the line stands, if any."""
    for link in link_places(line):
        if link.start() <= column <= link.end():
            return as_read(link[1]).strip()
    return None
