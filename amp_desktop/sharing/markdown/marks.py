"""The marks within a line, each a processor of Python-Markdown."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, TypeAlias
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor, SimpleTagInlineProcessor
from markdown.util import AtomicString, Registry

from amp_desktop.sharing.markdown.emphasis import Emphasis
from amp_desktop.sharing.markdown.literals import LINE_END, LITERAL, hidden, label_key

if TYPE_CHECKING:
    from markdown import Markdown

    from amp_desktop.sharing.markdown.notes import FootNotes

Found: TypeAlias = tuple[Element | str | None, int | None, int | None]
"""What stands for the text between two places; three times None when nothing was found."""

NOTHING: Found = (None, None, None)

_LITERAL = (
    rf"{LITERAL}"
    r"|(?P<comment><!--.*?-->)"
    r"|<(?P<address>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>"
    r"|<(?P<mail>[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w.-]{1,255})>"
    r"|(?P<ticks>`++)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)"
    r"|`++"
    rf"|(?P<end>{LINE_END.pattern})"
)
_STRUCK = r"(?<!~)(~~?)(?=[^\s~])(.+?)(?<=[^\s~])\1(?!~)"
_IN_ADDRESS = r"[^\s<“”„«»\x02\x03。，、；：！？（）「」『』【】《》]"
_WEB = rf"(?<![0-9A-Za-z/])(?:https?://|www\.){_IN_ADDRESS}{{1,2000}}+(?!{_IN_ADDRESS})"
_NEVER_LAST = "?!.,:;*_~'\"[](“”„‟‘’‚‛«»‹›"
_MAIL = r"(?<![\w.+/@-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}(?![\w@-])"
_DESTINATION = re.compile(
    r"\([ \t\n]*+(?:<([^<>\n]*+)>|((?:[^ \t\n()<]++|\((?:[^ \t\n()]++|\([^ \t\n()]*+\))*+\))*+))"
    r"""(?:[ \t\n]++(?:"[^"]*+"|'[^']*+'|\([^()]*+\)))?+[ \t\n]*+\)"""
)
_LABEL = re.compile(r"\[([^\[\]]*+)\]")
_BRACKET = re.compile(r"[\[\]]")
_LONGEST_LABEL = 999


def marks(md: Markdown, notes: FootNotes) -> Registry[InlineProcessor]:
    """Every mark of the dialect; what comes first is looked for first."""
    kinds = {
        "literal": _Literal(_LITERAL, md),
        "note": _NoteMark(notes),
        "link": _Link(r"(?<!!)\[", md),
        "picture": _Picture(r"!\[", md),
        "web": _Web(_WEB, md),
        "mail": _Mail(_MAIL, md),
        "struck": SimpleTagInlineProcessor(_STRUCK, "s"),
        "emphasis": Emphasis(md),
    }
    patterns: Registry[InlineProcessor] = Registry()
    for rank, (name, kind) in enumerate(reversed(kinds.items())):
        patterns.register(kind, name, rank)
    return patterns


def _link(address: str, words: str) -> Element:
    link = Element("a", href=address)
    link.text = AtomicString(words)
    return link


class _Literal(InlineProcessor):
    """What is taken as it stands, from left to right: escaped signs, entities, code, bracketed addresses."""

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: ARG002, N802
        match m.lastgroup:
            case "escaped":
                return hidden(m["escaped"]), m.start(), m.end()
            case "entity":
                text = unescape(m["entity"])
                return NOTHING if text == m["entity"] else (hidden(text), m.start(), m.end())
            case "comment" | "end":
                return "", m.start(), m.end()
            case "address":
                return _link(m["address"], m["address"]), m.start(), m.end()
            case "mail":
                return _link(f"mailto:{m['mail']}", m["mail"]), m.start(), m.end()
            case "code":
                return _code(m["code"]), m.start(), m.end()
        return NOTHING


def _code(text: str) -> Element:
    text = text.replace("\n", " ")
    if text[0] == text[-1] == " " and text.strip(" "):
        text = text[1:-1]
    code = Element("code")
    code.text = AtomicString(text)
    return code


class _NoteMark(InlineProcessor):
    """Points to a footnote."""

    def __init__(self, notes: FootNotes) -> None:
        super().__init__(r"\[\^([^\]\s]+)\]")
        self._notes = notes

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: ARG002, N802
        number = self._notes.number(m[1])
        return NOTHING if number is None else (Element("sup", number=str(number)), m.start(), m.end())


class _Link(InlineProcessor):
    """Words in brackets with an address or a label; a link that holds a link is words around it."""

    md: Markdown

    def __init__(self, pattern: str, md: Markdown) -> None:
        super().__init__(pattern, md)
        self._data = ""
        self._ends: dict[int, int] = {}

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802
        if self._is_label_of_picture(data, m.start()):
            return NOTHING
        found = self._found(data, m.end() - 1)
        if found is None or self._holds_link(data, m.end(), found[1]):
            return NOTHING
        words, _, address, end = found
        link = Element("a", href=address)
        link.text = words
        return link, m.start(), end

    def _found(self, data: str, at: int) -> tuple[str, int, str, int] | None:
        """Words, where they end, address, where all ends, of what the bracket at this place opens."""
        close = self._closing(data, at)
        if close is None:
            return None
        words = data[at + 1 : close]
        match = _DESTINATION.match(data, close + 1)
        if match:
            return words, close, self.unescape(match[1] or match[2] or ""), match.end()
        label = _LABEL.match(data, close + 1)
        end = label.end() if label else close + 1
        name = (label and label[1]) or words
        if len(name) > _LONGEST_LABEL:
            return None
        reference = self.md.references.get(label_key(self.unescape(name)))
        return (words, close, reference[0], end) if reference else None

    def _holds_link(self, data: str, start: int, end: int) -> bool:
        return any(
            data[bracket.start() - 1] != "!" and self._found(data, bracket.start())
            for bracket in _BRACKET.finditer(data, start, end)
        )

    def _is_label_of_picture(self, data: str, at: int) -> bool:
        """Whether the brackets opened at this place name where the picture before them lies."""
        if data[at - 1 : at] != "]":
            return False
        opened: list[int] = []
        start = 0
        for bracket in _BRACKET.finditer(data, 0, at):
            if bracket[0] == "[":
                opened.append(bracket.start())
            elif opened:
                start = opened.pop()
            else:
                start = 0
        found = self._found(data, start) if data[start - 1 : start] == "!" else None
        return found is not None and found[3] > at

    def _closing(self, data: str, at: int) -> int | None:
        """Where the bracket opened at this place is closed.

        All are found at once and remembered by how far from the end they stand: what is found before them
        is replaced, and what follows them stays as it is.
        """
        if not self._data.endswith(data[at:]):
            self._data, self._ends = data, {}
            opened: list[int] = []
            for bracket in _BRACKET.finditer(data):
                if bracket[0] == "[":
                    opened.append(bracket.start())
                elif opened:
                    self._ends[len(data) - opened.pop()] = len(data) - bracket.start()
        end = self._ends.get(len(data) - at)
        return None if end is None else len(data) - end


class _Picture(_Link):
    """A picture's words; pictures among them are their words."""

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: N802
        found = self._found(data, m.end() - 1)
        if found is None:
            return NOTHING
        words, _, address, end = found
        picture = Element("img", src=address)
        picture.text = self._without_pictures(words)
        return picture, m.start(), end

    def _without_pictures(self, words: str) -> str:
        at = 0
        while match := self.compiled_re.search(words, at):
            inner, start, end = self.handleMatch(match, words)
            at = match.end()
            if isinstance(inner, Element):
                words, at = words[:start] + (inner.text or "") + words[end:], match.start()
        return words


class _Web(InlineProcessor):
    """An address of the web among the words; a full stop or unopened bracket at its end is no part of it."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: ARG002, N802
        words = m[0]
        while words and (words[-1] in _NEVER_LAST or (words[-1] == ")" and _is_unopened(words))):
            words = words[:-1]
        if not words.partition("://")[2 if "://" in words else 0]:
            return NOTHING
        address = words if "://" in words else f"http://{words}"
        return _link(address, words), m.start(), m.start() + len(words)


def _is_unopened(words: str) -> bool:
    return words.count(")") > words.count("(")


class _Mail(InlineProcessor):
    """An address of mail among the words."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]  # noqa: ARG002, N802
        return _link(f"mailto:{m[0]}", m[0]), m.start(), m.end()
