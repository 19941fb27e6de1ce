"""A page of lines is for two minutes: nothing is left over, and a day stands beside what it is of."""

import subprocess
from collections.abc import Iterable

import pytest

from amp_desktop.domain.summary import (
    Summary,
    SummaryDetail,
    SummaryGroup,
    SummaryLine,
    SummarySection,
    Text,
)
from amp_desktop.sharing import render
from tests.sharing.renderers.test_paper import Box, boxes


def section(heading: str, lines: Iterable[SummaryLine]) -> Summary:
    groups = (SummaryGroup("", tuple(lines)),)
    return Summary(title="Mentor meeting", sections=(SummarySection(heading, groups=groups),))


def pages_of(pdf: bytes) -> int:
    done = subprocess.run(["pdfinfo", "-"], input=pdf, capture_output=True, check=True)
    return int(done.stdout.decode().split("Pages:")[1].split()[0])


def word(pdf: bytes, text: str) -> Box:
    return next(box for box in boxes(pdf) if box.word == text)


def test_a_line_too_many_takes_no_page_of_its_own() -> None:
    def lines(count: int) -> list[SummaryLine]:
        return [SummaryLine(words=(Text(f"Line {at}"),), when="8 Oct") for at in range(count)]

    sizes = [
        pages_of(render(section("Since we last met", lines(count)), "pdf")) for count in (44, 45, 46, 47)
    ]
    assert sizes == [1, 1, 1, 1]
    assert pages_of(render(section("Since we last met", lines(55)), "pdf")) == 2


def test_what_is_below_a_line_has_the_room_below_its_day() -> None:
    words = (Text("Someone with the keys of the organisation and " + "much " * 20 + "patience."),)
    line = SummaryLine(words=(Text("Stuck"),), when="since 15 September", below=(SummaryDetail(words=words),))
    pdf = render(section("What I need from you", [line]), "pdf")

    day = word(pdf, "September")
    assert max(box.right for box in boxes(pdf) if box.word == "much") > day.left


@pytest.mark.parametrize("words", ["الباب مفتوح", "हिन्दी में", "用中文", "Plain"])
def test_a_day_stands_where_the_others_do_whatever_way_the_words_run(words: str) -> None:
    line = SummaryLine(words=(Text(words),), when="10 Oct")
    other = SummaryLine(words=(Text("Other"),), when="12 Oct")
    pdf = render(section("Since we last met", [line, other]), "pdf")

    assert word(pdf, "10").left == pytest.approx(word(pdf, "12").left, abs=0.5)
    assert word(pdf, "10").right > word(pdf, "Other").right


def test_no_word_of_a_label_is_left_over() -> None:
    pdf = render(section("What we did since we last met", [SummaryLine(words=(Text("Line"),))]), "pdf")
    label = [
        box
        for box in boxes(pdf)
        if box.left < word(pdf, "Line").left and box.top > word(pdf, "meeting").bottom
    ]
    tops = {round(box.top) for box in label if box.word in {"last", "met"}}
    assert len(tops) == 1


def test_no_page_ends_with_the_heading_of_what_follows() -> None:
    step = SummaryLine(words=(Text("Step"),), when="8 Oct")
    for count in range(40, 60):
        groups = (SummaryGroup("", (step,) * count), SummaryGroup("Goal", (step,) * 40))
        summary = Summary(title="Meeting", sections=(SummarySection("Since", groups=groups),))
        told = subprocess.run(
            ["pdftotext", "-", "-"], input=render(summary, "pdf"), capture_output=True, check=True
        )
        pages = told.stdout.decode().split("\f")
        words = [page.split("Meeting ·")[0].split() for page in pages if "Goal" in page]
        assert "Step" in words[0][words[0].index("Goal") :], count


@pytest.mark.parametrize("count", [3, 47, 55])
def test_it_keeps_to_the_standard_however_much_it_says(count: int) -> None:
    lines = [SummaryLine(words=(Text(f"Line {at}"),), when="8 Oct") for at in range(count)]
    assert b"pdfuaid" in render(section("Since we last met", lines), "pdf")
