"""The front door of pasting."""

from amp_desktop.ui.editing.pasting.blocks import blocks_of, is_structured
from amp_desktop.ui.editing.pasting.preserved import is_line_of_code
from amp_desktop.ui.editing.pasting.tree import TooLargeError, tree_of

LONGEST_HTML = 500_000
"""Characters; a longer page is pasted as its plain text."""


def markdown_of_html(html: str) -> str | None:
    """What was copied in another program, as Markdown.

    Headings, emphasis, lists within lists, web and mail links, code, quotations and tables stay; a picture is
    its alternative text; what nobody could see is left out, and nothing is fetched.

    Returns:
        The Markdown; None where the plain text that came along says as much, or where it is too long.
    """
    if len(html) > LONGEST_HTML:
        return None
    try:
        tree = tree_of(html)
    except TooLargeError:
        return None
    if not is_structured(tree) or is_line_of_code(tree):
        return None
    return "\n\n".join(blocks_of(tree)) or None
