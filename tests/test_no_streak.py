"""Nothing in the interface counts days in a row, days missed, or days late: no text of it ever does."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
COUNTS = re.compile(
    r"\b(streaks?|in a row|consecutive|overdue|unbroken|don['’]t break|keep it up|missed|skipped days?|"
    r"days? without|you have(n['’]t| not) written|not written (for|since)|fall(en|ing)? behind|"
    r"behind schedule|days? late|too late|daily goal|perfect week|personal best|achievement unlocked)\b",
    re.IGNORECASE,
)
"""How programs speak that count what was not done, in the words that they use for it."""

ALLOWED: frozenset[str] = frozenset()
"""Texts in which such a word means something else, each with its reason beside it."""


def texts() -> Iterator[tuple[str, str]]:
    """Every text that a person may come to read, with where it stands: code, templates, words of the PDF."""
    for file in sorted((ROOT / "amp_desktop").rglob("*.py")):
        for line, text in _strings(ast.parse(file.read_text("utf-8"))):
            yield f"{file.relative_to(ROOT)}:{line}", text
    for pattern in ("templates/entries/*.md", "summary/*"):
        for file in sorted((ROOT / "resources").glob(pattern)):
            yield str(file.relative_to(ROOT)), file.read_text("utf-8")


def _strings(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The strings of a module; of its docstrings those of commands alone, which `--help` shows."""
    nodes = list(ast.walk(tree))
    commands = [one for one in nodes if isinstance(one, ast.FunctionDef) and one.decorator_list]
    shown = {id(one.body[0].value) for one in commands if isinstance(one.body[0], ast.Expr)}
    hidden = {id(one.value) for one in nodes if isinstance(one, ast.Expr)} - shown
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in hidden:
            yield node.lineno, node.value


def test_no_text_counts_what_was_not_done() -> None:
    found = list(texts())
    assert len(found) > 5000
    counting = [f"{where}: {text}" for where, text in found if COUNTS.search(text) and text not in ALLOWED]
    assert not counting, "\n".join(counting)


@pytest.mark.parametrize(
    "text",
    ["A 5-day streak!", "Overdue since Monday", "You missed 3 days", "3 days in a row", "Two days late"],
)
def test_such_words_would_be_found(text: str) -> None:
    assert COUNTS.search(text)
