"""Words and the marks around them: from the tree of a paste to one line of Markdown."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from amp_desktop.ui.editing.pasting.tree import Node

_MARKS = {"strong": "**", "emphasis": "*", "strike": "~~"}
_MEANING = {
    **dict.fromkeys(("b", "strong"), "strong"),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), "emphasis"),
    **dict.fromkeys(("s", "del", "strike"), "strike"),
}
_CODE = frozenset(("code", "kbd", "samp", "tt"))
_WHITE = re.compile(r"[ \t\r\n\f]+")
_BREAK = "  \n"
_SPECIAL = re.compile(
    r"[\\`]"
    r"|(?<!\s)\*|\*(?!\s)"  # a star alone between spaces is no mark
    r"|(?<!\w)_|_(?!\w)"  # nor is a line within a word
    r"|~|\[(?=[^\]\n]{0,300}\]\()|<(?=[a-zA-Z/!?])|&(?=#?\w+;)"
)


class Words(NamedTuple):
    """Some words that look the same.

    Attributes:
        text: What they are, with single spaces; a line end alone is a break.
        styles: Which of "strong", "emphasis", "strike" they are.
        code: Whether they are code.
        address: Where they lead, or an empty string.
    """

    text: str
    styles: frozenset[str] = frozenset()
    code: bool = False
    address: str = ""


def words_in(node: Node, like: Words | None = None) -> Iterator[Words]:
    """The words of an element that is no block, in order; `like` is how they look from outside."""
    if node.is_hidden:
        return
    like = _styled(node, like or Words(""))
    if node.tag == "br":
        yield like._replace(text="\n", styles=frozenset(), code=False, address="")
    elif node.tag == "img":
        yield like._replace(text=node.attributes.get("alt", ""))
    elif node.tag == "input" and node.attributes.get("type") == "checkbox":
        yield Words("[x] " if "checked" in node.attributes else "[ ] ")
    for child in node.children:
        if isinstance(child, str):
            yield like._replace(text=_WHITE.sub(" ", child))
        else:
            yield from words_in(child, like)


def line_of(words: Iterable[Words]) -> str:
    """The words as Markdown: one line, or several where there were breaks."""
    writer = _Writer()
    for run in _merged(words):
        writer.put(run)
    return writer.finished()


def _styled(node: Node, like: Words) -> Words:
    styles, weight = set(like.styles), node.styles.get("font-weight", "")
    if node.tag in _MEANING:
        styles.add(_MEANING[node.tag])
    if weight:
        styles.discard("strong")
        if weight in ("bold", "bolder") or (weight.isdigit() and int(weight) >= 600):
            styles.add("strong")
    if slant := node.styles.get("font-style", ""):
        (styles.add if slant in ("italic", "oblique") else styles.discard)("emphasis")
    decoration = node.styles.get("text-decoration-line", "") + node.styles.get("text-decoration", "")
    if "line-through" in decoration:
        styles.add("strike")
    address = node.attributes.get("href", "") if node.tag == "a" else ""
    return like._replace(
        styles=frozenset(styles),
        code=like.code or node.tag in _CODE,
        address=address or like.address,
    )


def _merged(words: Iterable[Words]) -> Iterator[Words]:
    """Neighbours that look the same as one."""
    held: Words | None = None
    for run in words:
        if not run.text:
            continue
        if held is not None and held[1:] == run[1:] and run.text != "\n" != held.text:
            held = held._replace(text=held.text + run.text)
            continue
        if held is not None:
            yield held
        held = run
    if held is not None:
        yield held


class _Writer:
    """Writes runs one after the other, opening and closing marks where what the words look like changes.

    A space waits until more words come, so that it always stands outside of the marks.
    """

    def __init__(self) -> None:
        self._out: list[str] = []
        self._open: list[str] = []
        self._space = False

    def put(self, run: Words) -> None:
        if run.text == "\n":
            self._close(len(self._open))
            self._out.append(_BREAK)
            self._space = False
            return
        inner = run.text.strip(" ")
        self._space = self._space or run.text.startswith(" ")
        if not inner:
            return
        keep = next((at for at, style in enumerate(self._open) if style not in run.styles), len(self._open))
        self._close(len(self._open) - keep)
        if self._space and self._out and self._out[-1] != _BREAK:
            self._out.append(" ")
        for style in sorted(run.styles - set(self._open)):
            self._out.append(_MARKS[style])
            self._open.append(style)
        self._out.append(_inner(run, inner))
        self._space = run.text.endswith(" ")

    def finished(self) -> str:
        self._close(len(self._open))
        return "".join(self._out).strip(" \n")

    def _close(self, count: int) -> None:
        for _ in range(count):
            self._out.append(_MARKS[self._open.pop()])


def _inner(run: Words, text: str) -> str:
    text = _WHITE.sub(" ", text)
    if run.code:
        ticks = "`" * (max((len(found) for found in re.findall("`+", text)), default=0) + 1)
        air = " " if text.startswith("`") or text.endswith("`") else ""
        written = f"{ticks}{air}{text}{air}{ticks}"
    elif run.address in (text, f"mailto:{text}"):
        return text
    else:
        written = text if text in ("[ ]", "[x]") else _SPECIAL.sub(r"\\\g<0>", text)
    return f"[{_in_brackets(written)}]({_address(run.address)})" if run.address else written


def _in_brackets(words: str) -> str:
    return re.sub(r"(?<!\\)([\[\]])", r"\\\1", words)


def _address(address: str) -> str:
    for sign, code in ((" ", "%20"), ("(", "%28"), (")", "%29"), ("<", "%3C"), (">", "%3E")):
        address = address.replace(sign, code)
    return _WHITE.sub("", address)
