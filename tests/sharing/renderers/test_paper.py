"""Nothing ever leaves the page: every box of words in a PDF stands within the margins."""

import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from amp_desktop.domain.summary import Summary
from amp_desktop.sharing import render

SummaryOf = Callable[..., Summary]

MARGIN = 2.4 / 2.54 * 72
"""Points at either side of a page."""
BEARING = 9.0
"""Points by which a letter's box may be larger than the letter: signs over others, brackets with air."""
HASH = "3f9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a"


@dataclass(frozen=True)
class Box:
    """Where a word stands, in points from the left and the top of its page."""

    left: float
    right: float
    bottom: float
    page_width: float
    page_height: float
    word: str

    @property
    def is_outside(self) -> bool:
        if self.right - self.left < 1:
            return False  # a sign that stands over another letter
        room = MARGIN - BEARING
        return self.left < room or self.right > self.page_width - room or self.bottom > self.page_height - 20


_FOUND = re.compile(
    r'<page width="([\d.]+)" height="([\d.]+)">'
    r'|<word xMin="([-\d.]+)" yMin="[-\d.]+" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>',
    re.DOTALL,
)


def boxes(pdf: bytes) -> Iterator[Box]:
    """Every word of a PDF with its place."""
    command = ["pdftotext", "-bbox", "-", "-"]
    done = subprocess.run(command, input=pdf, capture_output=True, check=True)
    width = height = 0.0
    for found in _FOUND.finditer(done.stdout.decode()):
        if found[1]:
            width, height = float(found[1]), float(found[2])
        else:
            left, right, bottom = map(float, found.group(3, 4, 5))
            yield Box(left, right, bottom, width, height, found[6])


def outside(summary: Summary) -> list[Box]:
    return [box for box in boxes(render(summary, "pdf")) if box.is_outside]


def table(*rows: list[str]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])


LONG = {
    "no-break spaces": "\u00a0".join(["word"] * 60),
    "narrow no-break spaces": "\u202f".join(["word"] * 60),
    "no-break hyphens": "\u2011".join(["word"] * 60),
    "Cyrillic": "ж" * 57,
    "Greek": "λ" * 80,
    "Hindi": "क्षत्रिय" * 30,
    "Arabic": "مرحبا" * 40,
    "Thai of one letter": "ก" * 300,
    "Chinese marks": "。" * 120,
    "emoji": "👩‍💻" * 60,
    "an address": "https://example.org/" + "a" * 300,
    "words of several styles": "**wwwwwwwwwwwww***wwwwwwwwwwwww*`wwwwwwwwwwwwwwww`" * 4,
    "code in a line": f"`{'abcdefgh_' * 40}` and `{'ж' * 90}`",
    "more code in a line than a page holds": f"`{'many words ' * 900}`",
    "code": f"```\n{' ' * 120}x\n{'ab_' * 60}\n{'多' * 90}\n{'ж' * 90}\n```",
    "a mark after spaces in code": f"```\n{' ' * 120}/686,\n```",
    "marks apart": "a" + " ," * 200,
    "hashes in a table": table(["a", "b", "c"], [HASH, HASH, HASH]),
    "no-break spaces in a table": table(["a", "b"], ["\u00a0".join(["word"] * 30), "x"]),
    "thirty columns": table([f"column {n}" for n in range(30)], [f"value {n}" for n in range(30)]),
    "thirty columns without headings": table([""] * 30, [f"value {n}" for n in range(30)]),
    "a heading of a table as long as two pages": table(["word " * 2000, "b"], ["x", "y"]),
    "a table in lists": "- a\n  - b\n    - c\n\n"
    + re.sub("^", "      ", table([HASH], [HASH]), flags=re.MULTILINE),
    "numbers in numbers": "".join(f"{' ' * 11 * n}999999999. deep\n" for n in range(7)),
    "quotes in quotes": "".join(f"{'> ' * n}deep {'w' * 60}\n" for n in range(1, 12)),
    "a heading": f"# {'W' * 60}",
    "a note": f"a[^1]\n\n[^1]: {'ж' * 100}",
}


@pytest.mark.parametrize("what", LONG)
def test_what_is_longer_than_a_line_stays_on_the_page(summary_of: SummaryOf, what: str) -> None:
    assert outside(summary_of(LONG[what])) == []


@pytest.mark.parametrize("title", ["ж" * 90, "\u00a0".join(["word"] * 60), "क्षत्रिय" * 30])
def test_a_long_title_stays_on_the_page(summary_of: SummaryOf, title: str) -> None:
    assert outside(summary_of("words", title)) == []


def test_a_long_name_for_whom_stays_on_the_page() -> None:
    assert outside(Summary(title="Mentor meeting", subtitle="for " + "ж" * 300)) == []


def test_a_table_with_too_many_columns_is_told_row_by_row(summary_of: SummaryOf) -> None:
    pdf = render(summary_of(LONG["thirty columns"]), "pdf")
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    assert "column 29: value 29" in done.stdout.decode()


SCRIPTS = (
    "abcdefghijklmnopqrstuvwxyzWM",
    "абвгдежзиклмнопрстуфхцчшщ",
    "αβγδεζηθικλμνξοπρστυφχψω",
    "אבגדהוזחטיכלמנסעפצקרשת",
    "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "कखगघचछजझटठडढतथदधनपफबभमयरलवािीुू्",
    "অআইকখগঘচছজটঠডঢতথদধনপফবভমযরলািীু্",
    "กขคงจฉชซญดตถทนบปผฝพฟภมยรลวสหอะาิีึืุูเแโใไ่้",
    "កខគឃងចឆជឈញដឋឌណតថទធនបផពភមយរលវសហឡអាិី្",
    "漢字日本語中文。、「」ー",
    "가나다라마바사아자차카타파하",
    "0123456789-_/.,:;()",
    "👩‍💻🎉🇮🇳👨‍👩‍👧❤️",
)


@st.composite
def words(draw: st.DrawFn) -> str:
    """Words of one script, some of them tied to each other, some without end."""
    letters = draw(st.sampled_from(SCRIPTS))
    lengths = st.lists(st.sampled_from((1, 3, 8, 20, 60, 200)), min_size=1, max_size=5)
    tie = draw(st.sampled_from((" ", " ", "\u00a0", "\u202f", "\u2011")))
    made = [draw(st.text(letters, min_size=1, max_size=length)) for length in draw(lengths)]
    parted_by_words = "ก" <= letters[0] <= "\u17ff"
    word = 1 if parted_by_words else draw(st.sampled_from((1, 1, 1, 40)))
    return tie.join(part * word for part in made)[:300]


def indented(text: str, by: str) -> str:
    return "\n".join(by + line if line else "" for line in text.split("\n"))


@st.composite
def bodies(draw: st.DrawFn, depth: int = 0) -> str:
    """Markdown of all blocks, in each other."""
    shapes = ["plain", "plain", "styled", "code", "fence", "table", "heading"]
    shapes += ["list", "numbers", "quote", "boxes"] if depth < 5 else []
    text = draw(words())
    match draw(st.sampled_from(shapes)):
        case "styled":
            return f"**{text}**{draw(words())}*{draw(words())}*"
        case "code":
            return f"`{text}`"
        case "fence":
            return f"```\n{text}\n{' ' * draw(st.integers(0, 200))}{draw(words())}\n```"
        case "table":
            columns = draw(st.integers(1, 10))
            return table([text] * columns, [draw(words()) for _ in range(columns)])
        case "heading":
            return f"## {text}"
        case "list":
            return f"- {text}\n\n{indented(draw(bodies(depth + 1)), '  ')}"
        case "numbers":
            return f"123456789. {text}\n\n{indented(draw(bodies(depth + 1)), ' ' * 11)}"
        case "boxes":
            return f"- [x] {text}\n\n{indented(draw(bodies(depth + 1)), '  ')}"
        case "quote":
            return indented(f"{text}\n\n{draw(bodies(depth + 1))}", "> ")
    return text


@settings(max_examples=25, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.lists(bodies(), min_size=1, max_size=3), words())
def test_nothing_leaves_the_page(summary_of: SummaryOf, written: list[str], title: str) -> None:
    assert outside(summary_of("\n\n".join(written), title)) == []
