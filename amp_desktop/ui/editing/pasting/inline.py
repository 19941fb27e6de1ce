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
_MOVED_IN = re.compile(r"^[ \t]+")
_BREAK = "  \n"
_PARAGRAPH = re.compile(rf"(?:{_BREAK}){{2,}}")
_SPECIAL = re.compile(
    r"[\\`]"
    r"|(?<!\s)\*|\*(?!\s)"  # a star alone between spaces is no mark
    r"|(?<![^\W_])_|_(?![^\W_])"  # nor is a line within a word; of two lines each is one
    r"|~|\[(?=[^\]\n]{0,300}\]\()|<(?=[a-zA-Z/!?])|&(?=#?\w+;)"
)


_CLOSES_OTHER = re.compile(r"^([^\[\]]*)\](?=[(\[])")
"""A bracket that closes one of other words before, and would make a link of them."""


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


PLAIN = Words("")
_END = Words("\n")


def words_in(node: Node, like: Words | None = None) -> Iterator[Words]:
    """The words of an element that is no block, in order; `like` is how they look from outside."""
    if node.is_hidden:
        return
    like = styled(node, like or PLAIN)
    if node.tag == "br":
        yield _END
    elif node.tag == "img" and node.attributes.get("aria-roledescription") != "checkbox":
        yield like._replace(text=node.attributes.get("alt", ""))
    elif node.tag == "input" and node.attributes.get("type") == "checkbox":
        yield Words("[x] " if "checked" in node.attributes else "[ ] ")
    for child in node.children:
        if isinstance(child, str):
            yield from words_of_text(child, like, node.white_space)
        else:
            yield from words_in(child, like)


def words_of_text(text: str, like: Words, white_space: str) -> Iterator[Words]:
    """The words of a text; its line ends and what moves a line in stay where CSS says that they are seen."""
    if white_space == "normal":
        yield like._replace(text=_WHITE.sub(" ", text))
        return
    first, *lines = text.replace("\r\n", "\n").split("\n")
    yield like._replace(text=_WHITE.sub(" ", first))
    for line in lines:
        yield _END
        if white_space != "pre-line":
            line = _MOVED_IN.sub(_hard, line)
        yield like._replace(text=_WHITE.sub(" ", line))


def flat_line(node: Node, like: Words = PLAIN) -> str:
    """The words of a heading or a cell on one line, blocks in it apart; they are as bold as each other."""
    words = (words._replace(styles=words.styles - {"strong"}) for words in _flat(node, like))
    return " ".join(line_of(words).split())


def _flat(node: Node, like: Words) -> Iterator[Words]:
    for child in node.children:
        if isinstance(child, Node) and child.children and not child.is_hidden:
            yield from (Words(" ") for _ in range(child.is_block))
            yield from _flat(child, styled(child, like))
            yield from (Words(" ") for _ in range(child.is_block))
        else:
            only = Node("", children=[child], white_space=node.white_space)
            yield from (Words(" ") if words.text == "\n" else words for words in words_in(only, like))


def _hard(found: re.Match[str]) -> str:
    return found[0].expandtabs(4).replace(" ", "\N{NO-BREAK SPACE}")


def line_of(words: Iterable[Words]) -> str:
    """The words as Markdown: one line, or several where there were breaks."""
    writer = _Writer()
    for run in _merged(words):
        writer.put(run)
    return writer.finished()


def styled(node: Node, like: Words) -> Words:
    """How words in an element look that stands among words of the look `like`."""
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
        self._open: list[tuple[str, int]] = []  # each style, and where its mark stands
        self._space = False
        self._closed = False

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
        written = _inner(run, inner)
        keep = next(
            (at for at, (style, _) in enumerate(self._open) if style not in run.styles), len(self._open)
        )
        self._close(len(self._open) - keep, " " if self._space else written[0])
        if self._space and self._out and self._out[-1] != _BREAK:
            self._out.append(" ")
        stars_are_odd = self._is_glued_to_stars() or not _flanks(self._last(), written[0])
        for style in sorted(run.styles - {style for style, _ in self._open}):
            if stars_are_odd and style != "strike":
                continue  # nobody could tell which of the stars close and which open
            self._open.append((style, len(self._out)))
            self._out.append(_MARKS[style])
        self._out.append(written)
        self._space = run.text.endswith(" ")

    def finished(self) -> str:
        self._close(len(self._open))
        return _PARAGRAPH.sub("\n\n", "".join(self._out).strip(" \n"))

    def _is_glued_to_stars(self) -> bool:
        """Whether stars that closed a mark stand right before, or words within a mark of stars do."""
        before = self._out[-1] if self._out else " "
        if before.endswith((" ", "\n")):
            return False
        return before.endswith("*") if self._closed else any(style != "strike" for style, _ in self._open)

    def _last(self) -> str:
        """The last character that was written."""
        return next((part[-1] for part in reversed(self._out) if part), "")

    def _close(self, count: int, after: str = " ") -> None:
        """Close marks before the character `after`; where they would not be read as closing, they go."""
        self._closed = count > 0
        are_read = _flanks(after, self._last())
        for _ in range(count):
            style, at = self._open.pop()
            if are_read or style == "strike":
                self._out.append(_MARKS[style])
            else:
                self._out[at] = ""


def _flanks(outside: str, inside: str) -> bool:
    from amp_desktop.sharing.markdown.emphasis import flanks  # late: it brings the whole of Markdown

    return flanks(outside, inside)


def _inner(run: Words, text: str) -> str:
    text = _WHITE.sub(" ", text)
    if run.code:
        ticks = "`" * (max((len(found) for found in re.findall("`+", text)), default=0) + 1)
        air = " " if text.startswith("`") or text.endswith("`") else ""
        written = f"{ticks}{air}{text}{air}{ticks}"
    elif run.address in (text, f"mailto:{text}"):
        return text
    else:
        written = text if text in ("[ ]", "[x]") else _escaped(text)
    return f"[{_in_brackets(written)}]({_address(run.address)})" if run.address else written


def _escaped(text: str) -> str:
    """Words that are read as they stand, whatever stands beside them."""
    return _CLOSES_OTHER.sub(r"\1\\]", _SPECIAL.sub(r"\\\g<0>", text))


def _in_brackets(words: str) -> str:
    return re.sub(r"(?<!\\)([\[\]])", r"\\\1", words)


def _address(address: str) -> str:
    for sign, code in ((" ", "%20"), ("(", "%28"), (")", "%29"), ("<", "%3C"), (">", "%3E")):
        address = address.replace(sign, code)
    return _WHITE.sub("", address)
