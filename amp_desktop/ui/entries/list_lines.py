"""Writing lists: what Enter and Tab do to a line of a list."""

import re

INDENT = "  "
"""How far an item moves below the one above it."""

_ITEM = re.compile(r"(\s*)(?:([-*+]) (\[[ xX]\] )?|(\d{1,9})([.)]) |(> ))")


def is_list_item(line: str) -> bool:
    """Whether the line is an item of a list."""
    found = _ITEM.match(line)
    return found is not None and found[6] is None


def next_item(line: str) -> str | None:
    """What the line after this one begins with: the same bullet, an empty box, the next number.

    None where the line is no item; an empty string where it is an item with nothing in it, which Enter ends.
    """
    found = _ITEM.match(line)
    if found is None:
        return None
    if not line[found.end() :].strip():
        return ""
    indent, bullet, box, number, stop, quote = found.groups()
    if quote:
        return f"{indent}{quote}"
    if number:
        return f"{indent}{int(number) + 1}{stop} "
    return f"{indent}{bullet} {'[ ] ' if box else ''}"


def deeper(line: str) -> str:
    """The item one step further in."""
    return INDENT + line


def shallower(line: str) -> str:
    """The item one step further out, if it can go there."""
    return line[len(INDENT) :] if line.startswith(INDENT) else line.lstrip()
