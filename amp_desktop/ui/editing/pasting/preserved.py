"""Code: elements that keep their white space, lines and indentation as they were."""

import re

from amp_desktop.ui.editing.pasting.tree import Node


def is_code(node: Node) -> bool:
    """Whether an element is a block of code: `pre`, or lines of an editor for code, which say it by style."""
    if node.tag == "pre":
        return True
    if not node.is_block or node.white_space not in ("pre", "pre-wrap"):
        return False
    if "\n" in _lines(node).strip():
        return node.white_space == "pre" or node.is_monospaced
    return node.white_space == "pre" and node.is_monospaced


def is_line_of_code(tree: Node) -> bool:
    """Whether all that was copied is a line out of an editor for code, which says it plainly."""
    node = tree
    while node.tag != "pre":
        shown = [child for child in node.children if isinstance(child, Node) or child.strip()]
        if is_code(node):
            return "\n" not in _lines(node).strip()
        if len(shown) != 1 or isinstance(shown[0], str):
            return False
        node = shown[0]
    return False


def code_of(node: Node) -> str:
    """A block of code with fences around it; an empty text where nothing stands in it."""
    code = _lines(node).replace("\r\n", "\n").strip("\r\n")
    if not code.strip():
        return ""
    fence = "`" * max(3, max((len(found) for found in re.findall("`+", code)), default=0) + 1)
    return f"{fence}\n{code}\n{fence}"


def _lines(node: Node) -> str:
    parts: list[str] = []
    _collect(node, parts)
    return "".join(parts)


def _collect(node: Node, parts: list[str]) -> None:
    """The text as it stands, each block in it on lines of its own."""
    for child in node.children:
        if isinstance(child, str):
            parts.append(child)
        elif child.tag == "br":
            parts.append("\n")
        elif not child.is_hidden:
            apart = child.is_block and child.tag not in ("td", "th")
            _end_line(parts, apart)
            _collect(child, parts)
            _end_line(parts, apart)


def _end_line(parts: list[str], apart: bool) -> None:
    if apart and parts and not parts[-1].endswith("\n"):
        parts.append("\n")
