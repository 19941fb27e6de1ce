"""Nothing ever leaves the page: every box of words in a PDF stands within the margins."""

import re
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from time import process_time

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from amp_desktop.domain.summary import (
    Paragraph,
    Summary,
    SummaryDetail,
    SummaryGroup,
    SummaryItem,
    SummaryLine,
    SummarySection,
    Text,
)
from amp_desktop.sharing import render

SummaryOf = Callable[..., Summary]

MARGIN = 2.4 / 2.54 * 72
"""Points at either side of a page."""
BEARING = 3.0
"""Points by which the box of a letter may be larger than its place: signs hang over, italics lean."""
AIR = 9.0
"""The same for wide letters of East Asia: typst takes away the empty half of `（` at the end of a line."""
HASH = "3f9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a"


@dataclass(frozen=True)
class Box:
    """Where a word stands, in points from the left and the top of its page."""

    left: float
    top: float
    right: float
    bottom: float
    page_width: float
    page_height: float
    word: str

    @property
    def is_outside(self) -> bool:
        wide = {unicodedata.east_asian_width(letter) for letter in self.word} & set("WFH")
        room = MARGIN - (AIR if wide else BEARING)
        if self.left < room or self.right > self.page_width - room:
            return True
        return self.top < 20 or self.bottom > self.page_height - 20


_FOUND = re.compile(
    r'<page width="([\d.]+)" height="([\d.]+)">'
    r'|<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>',
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
            left, top, right, bottom = map(float, found.group(3, 4, 5, 6))
            yield Box(left, top, right, bottom, width, height, unescape(found[7]))


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
    "Khmer of one letter": "ក" * 300,
    "Burmese of one letter, tied": "\u202f".join(["က" * 9] * 30),
    "Thai and Latin by turns": "ก\u00a0a" * 150,
    "words of Thai in several styles": "**กกกกกกกกกกกก***กกกกกกกกกกกก*" * 20,
    "Chinese marks": "。" * 120,
    "small Kana": "っ" * 200,
    "Chinese tied by quotes": '漢"' * 150,
    "openings apart": "( " * 200,
    "openings apart after Thai": "ฉันรักประเทศไทย " + "( " * 200,
    "dashes apart": "— " * 200,
    "wide signs among narrow letters": "i" * 300 + "﷽" * 20,
    "signs over signs": "a" + "\u0301" * 300 + " " + "\U00011729" * 300,
    "conjuncts without end": "क्" * 300,
    "vowel signs without a letter": "ा" * 600,
    "Hebrew with a joiner at its end": table(["\u05e7\u059f\u200d"], ["x"]),
    "styles within a cell": table(["a"] * 9, ["wwww**wwww***wwww*"] * 9),
    "a wide sign in a cell": table(["a"] * 9, ["﷽"] * 9),
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


@pytest.mark.parametrize("text", ["words and " * 3000, "漢" * 5000, "ก" * 2000, "( " * 200, "w" * 400])
def test_a_line_of_a_summary_stays_on_the_page(text: str) -> None:
    words = (Text(text),)
    line = SummaryLine(words=words, more=words, below=(SummaryDetail(label="Next", words=words),))
    section = SummarySection("Done", groups=(SummaryGroup(text[:300], (line,)),))
    whole = SummaryItem(title=text, body=(Paragraph(words),))
    summary = Summary(title=text[:300], sections=(section,), appendix=(whole,), greeting=words)

    assert outside(summary) == []


def test_what_runs_on_stands_apart_from_what_comes_next() -> None:
    long = "It was long enough to take a second line of the page, since it says all that it has to say."
    lines = tuple(SummaryLine(words=(Text(f"{start} {long}"),)) for start in ("First.", "Second."))
    section = SummarySection("What I learned", groups=(SummaryGroup("", lines),))
    pdf = render(Summary(title="Mine", sections=(section,)), "pdf")

    words = [box for box in boxes(pdf) if box.left > MARGIN + 80 and box.top > 60]
    tops = sorted({round(box.top, 1) for box in words})
    begins = [round(box.top, 1) for box in words if box.word in {"First.", "Second."}]
    at = tops.index(begins[1])
    within, between = tops[at + 1] - tops[at], tops[at] - tops[at - 1]
    assert between > within * 1.2


def test_a_table_with_too_many_columns_is_told_row_by_row(summary_of: SummaryOf) -> None:
    pdf = render(summary_of(LONG["thirty columns"]), "pdf")
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    assert "column 29: value 29" in done.stdout.decode()


BLOCKS = (
    *(
        (0x21, 0x7E),
        (0xA1, 0x24F),
        (0x250, 0x36F),
        (0x370, 0x3FF),
        (0x400, 0x52F),
        (0x531, 0x58F),
        (0x591, 0x5F4),
    ),
    *(
        (0x600, 0x6FF),
        (0x700, 0x74F),
        (0x780, 0x7FA),
        (0x900, 0x97F),
        (0x980, 0x9FF),
        (0xA00, 0xA7F),
        (0xA80, 0xAFF),
    ),
    *(
        (0xB00, 0xB7F),
        (0xB80, 0xBFF),
        (0xC00, 0xC7F),
        (0xC80, 0xCFF),
        (0xD00, 0xD7F),
        (0xD80, 0xDFF),
        (0xE01, 0xE5B),
    ),
    *((0xE80, 0xEFF), (0xF00, 0xFFF), (0x1000, 0x109F), (0x10A0, 0x10FF), (0x1100, 0x11FF), (0x1200, 0x139F)),
    *(
        (0x13A0, 0x13FF),
        (0x1400, 0x167F),
        (0x1680, 0x177F),
        (0x1780, 0x17FF),
        (0x1800, 0x18AF),
        (0x1950, 0x19DF),
    ),
    *(
        (0x1A20, 0x1AAF),
        (0x1B00, 0x1B7F),
        (0x1BC0, 0x1C7F),
        (0x1E00, 0x1FFF),
        (0x2010, 0x205E),
        (0x2070, 0x20F0),
    ),
    *(
        (0x2100, 0x218F),
        (0x2190, 0x23FF),
        (0x2460, 0x27BF),
        (0x2900, 0x2BFF),
        (0x2C00, 0x2DFF),
        (0x2E00, 0x2E5D),
    ),
    *(
        (0x2E80, 0x2FDF),
        (0x3000, 0x303F),
        (0x3041, 0x31FF),
        (0x3200, 0x33FF),
        (0x4E00, 0x9FFF),
        (0xA000, 0xA4CF),
    ),
    *(
        (0xA840, 0xA8FF),
        (0xA980, 0xAAFF),
        (0xAC00, 0xD7A3),
        (0xFB00, 0xFDFF),
        (0xFE20, 0xFE6F),
        (0xFE70, 0xFEFC),
    ),
    *((0xFF01, 0xFFEE), (0x10000, 0x100FF), (0x10300, 0x103FF), (0x10900, 0x1091F), (0x11000, 0x1107F)),
    *((0x11700, 0x11746), (0x12000, 0x1254F), (0x13000, 0x1342F), (0x16F00, 0x16F9F), (0x1B000, 0x1B16F)),
    *((0x1D100, 0x1D1FF), (0x1D400, 0x1D7FF), (0x1E900, 0x1E95F), (0x1F000, 0x1F0FF), (0x1F1E6, 0x1F1FF)),
    *((0x1F300, 0x1FAFF), (0x20000, 0x20FFF)),
)
"""From one letter to another: writing of today and of old, signs, emoji."""
CATEGORIES = ("L", "M", "N", "P", "S")
TIES = (
    " ",
    " ",
    "",
    "\u00a0",
    "\u202f",
    "\u2007",
    "\u2011",
    "\u200c",
    "\u200d",
    "\u035c",
    '"',
    "/",
    " (",
    " — ",
    " 。",
)
EMOJI = "👩\u200d💻🎉🇮🇳👨\u200d👩\u200d👧❤\ufe0f👍🏽"


@st.composite
def letters(draw: st.DrawFn) -> str:
    """Letters of one script: at random, or a few of them again and again."""
    first, last = draw(st.sampled_from(BLOCKS))
    one = st.characters(min_codepoint=first, max_codepoint=last, categories=CATEGORIES)
    match draw(st.sampled_from(("any", "row", "again", "emoji"))):
        case "row":
            return draw(one) * draw(st.integers(1, 400))
        case "again":
            return draw(st.text(one, min_size=1, max_size=4)) * draw(st.integers(1, 100))
        case "emoji":
            return EMOJI * draw(st.integers(1, 20))
    return draw(st.text(one, min_size=1, max_size=draw(st.sampled_from((3, 8, 20, 60, 200)))))


@st.composite
def words(draw: st.DrawFn) -> str:
    """Words of all scripts, some of them tied to each other, some without end."""
    return draw(st.sampled_from(TIES)).join(draw(st.lists(letters(), min_size=1, max_size=3)))[:400]


def indented(text: str, by: str) -> str:
    return "\n".join(by + line if line else "" for line in text.split("\n"))


@st.composite
def bodies(draw: st.DrawFn, depth: int = 0) -> str:
    """Markdown of all blocks, in each other."""
    shapes = ["plain", "plain", "styled", "linked", "code", "fence", "table", "heading"]
    shapes += ["list", "numbers", "quote", "boxes"] if depth < 3 else []
    text = draw(words())
    match draw(st.sampled_from(shapes)):
        case "styled":
            return f"**{text}**{draw(words())}*{draw(words())}*"
        case "linked":
            return f"[{text}](https://example.org) www.{text}"
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
@given(st.lists(bodies(), min_size=1, max_size=2), words())
def test_nothing_leaves_the_page(summary_of: SummaryOf, written: list[str], title: str) -> None:
    assert outside(summary_of("\n\n".join(written), title)) == []


DRAWN = st.sampled_from("abcwiMW019éßжщλωकखगमनالمرحب")
"""Letters of the fonts that are shipped, so that each has a shape of its own to be read back."""


@settings(max_examples=25, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(
    st.lists(st.text(DRAWN, min_size=1, max_size=200), min_size=1, max_size=5),
    st.sampled_from((" ", "\u00a0")),
)
def test_what_was_torn_is_read_back(summary_of: SummaryOf, written: list[str], tie: str) -> None:
    def of(text: str) -> Counter[str]:
        return Counter(filter(str.isalnum, unicodedata.normalize("NFKC", text)))

    text = tie.join(written)
    pdf = render(summary_of(f"{text}\n\n{table([text, text], [text, text])}"), "pdf")
    done = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)

    found = of(done.stdout.decode())
    assert {letter: found[letter] for letter, count in of(text).items() if found[letter] < 5 * count} == {}


@pytest.mark.parametrize("unit", ["![", "!(", "?["])
def test_a_word_of_marks_takes_time_by_its_length(summary_of: SummaryOf, unit: str) -> None:
    def seconds(letters: int) -> float:
        summary = summary_of(f"`{unit * (letters // 2)}`")
        started = process_time()
        render(summary, "pdf")
        return process_time() - started

    seconds(100)
    assert seconds(6000) < 10 * max(seconds(1500), 0.05)
