"""What a line of Markdown is seen as."""

import pytest

from amp_desktop.ui.editing.markdown_spans import Open, Span, SpanStyle, spans_of


def styled(line: str, before: Open = Open.NOTHING) -> list[tuple[str, int]]:
    spans, _ = spans_of(line, before)
    return [(line[span.start : span.end], span.style) for span in spans]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("plain words", []),
        ("fails **only in CI**, one", [("**only in CI**", SpanStyle.STRONG)]),
        ("how *fixtures* load", [("*fixtures*", SpanStyle.EMPHASIS)]),
        ("2 * 3 * 4", []),
        ("snake_case_name", []),
        ("a `code *x*` b", [("`code *x*`", SpanStyle.CODE)]),
        ("[words](https://example.org)", [("[words](https://example.org)", SpanStyle.LINK)]),
        ("see [[Day one]]", [("[[Day one]]", SpanStyle.LINK)]),
        ("## Head", [("##", SpanStyle.HEADING | SpanStyle.MARK), (" Head", SpanStyle.HEADING)]),
        ("> said", [("> said", SpanStyle.QUOTE)]),
        ("- [ ] open", [("- [ ]", SpanStyle.BULLET)]),
        ("- [x] done", [("- [x]", SpanStyle.BULLET), ("done", SpanStyle.STRIKE)]),
        ("3. third", [("3.", SpanStyle.BULLET)]),
        ("on #ci, #123 and `#code`", [("#ci", SpanStyle.TAG), ("`#code`", SpanStyle.CODE)]),
        (
            "## On #हिन्दी",
            [
                ("##", SpanStyle.HEADING | SpanStyle.MARK),
                (" On ", SpanStyle.HEADING),
                ("#हिन्दी", SpanStyle.HEADING | SpanStyle.TAG),
            ],
        ),
    ],
)
def test_a_line_alone(line: str, wanted: list[tuple[str, int]]) -> None:
    assert styled(line) == wanted


def test_styles_within_each_other_come_together() -> None:
    assert styled("**a *b* c**") == [
        ("**a ", SpanStyle.STRONG),
        ("*b*", SpanStyle.STRONG | SpanStyle.EMPHASIS),
        (" c**", SpanStyle.STRONG),
    ]


def test_an_aside_reaches_over_lines_until_it_is_closed() -> None:
    _, after = spans_of("before %%it begins")
    assert after == Open.ASIDE
    spans, after = spans_of("and goes on", Open.ASIDE)
    assert spans == [Span(0, 11, SpanStyle.ASIDE)]
    assert after == Open.ASIDE
    spans, after = spans_of("to here%% and no further", Open.ASIDE)
    assert spans == [Span(0, 9, SpanStyle.ASIDE)]
    assert after == Open.NOTHING


def test_percent_signs_of_other_keyboards_open_asides_too() -> None:
    assert styled("a %%b%% c") == [("%%b%%", SpanStyle.ASIDE)]


def test_a_code_block_reaches_to_its_fence_and_asides_work_inside() -> None:
    _, after = spans_of("```python")
    assert after == Open.CODE
    assert styled("x = **1**", Open.CODE) == [("x = **1**", SpanStyle.CODE)]
    assert styled("a %%b%%", Open.CODE) == [
        ("a ", SpanStyle.CODE),
        ("%%b%%", SpanStyle.CODE | SpanStyle.ASIDE),
    ]
    assert spans_of("```", Open.CODE)[1] == Open.NOTHING


@pytest.mark.parametrize("line", ["*" * 3000, "[" * 3000, "`" * 3000, "_a" * 2000, "%" * 3001, "**a" * 1500])
def test_no_line_takes_long(line: str) -> None:
    from time import process_time

    began = process_time()
    spans_of(line)
    assert process_time() - began < 2
