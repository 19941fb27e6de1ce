"""The five formats: all show the same words, each as its readers expect."""

import re
import subprocess
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.summary import Format, Inline, Summary, SummaryItem, SummarySection
from amp_desktop.sharing import RENDERERS, remarks, render, typeset
from amp_desktop.sharing.markdown import blocks, lines
from amp_desktop.sharing.markdown.reading import read_markdown
from amp_desktop.sharing.renderers import formatting
from amp_desktop.sharing.renderers.formatting import width, wrap

SummaryOf = Callable[..., Summary]

HINDI = "नमस्ते, आज मैंने क्षत्रिय शब्द को ठीक किया।"
ARABIC = "مرحبا، هذا نص عربي"
CHINESE = "今天我修复了分页错误。"
JAPANESE = "分かりやすい説明を書きました。"
BODY = f"""
Words with **weight**, a [link](https://example.org/a) and `code`.

- [x] done
- [ ] open

1. first
2. second

| left | right |
|:-----|------:|
| 你好 | 22 |

> quoted

```
def f(): pass
```

{HINDI}

{ARABIC}

{CHINESE}

{JAPANESE} 🎉 👩‍💻
"""


def text_in(summary: Summary, form: Format) -> str:
    data = render(summary, form)
    if form != "pdf":
        return data.decode()
    done = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    return done.stdout.decode().translate({0x202A: None, 0x202B: None, 0x202C: None})


@pytest.mark.parametrize("form", list(RENDERERS))
def test_every_script_leaves_whole(summary_of: SummaryOf, form: Format) -> None:
    text = text_in(summary_of(BODY), form)
    words = [
        *HINDI.split(),
        *ARABIC.replace("،", "").split(),
        CHINESE,
        JAPANESE,
        "🎉",
        "👩‍💻",
        "weight",
        "quoted",
        "你好",
        "def f(): pass",
    ]
    assert [word for word in words if word not in text] == []


@pytest.mark.parametrize("form", list(RENDERERS))
def test_the_same_summary_gives_the_same_bytes(summary_of: SummaryOf, form: Format) -> None:
    summary = summary_of(BODY)
    assert render(summary, form) == render(summary, form)


@pytest.mark.parametrize("form", list(RENDERERS))
def test_an_empty_summary_is_a_title(form: Format) -> None:
    assert "Mentor meeting" in text_in(Summary(title="Mentor meeting"), form)


def test_a_pdf_has_a_title_and_tags_and_no_author_or_date(summary_of: SummaryOf) -> None:
    done = subprocess.run(
        ["pdfinfo", "-"], input=render(summary_of(BODY), "pdf"), capture_output=True, check=True
    )
    facts = dict(line.split(":", maxsplit=1) for line in done.stdout.decode().splitlines())
    assert facts["Title"].strip() == "My story"
    assert facts["Tagged"].strip() == "yes"
    assert facts["JavaScript"].strip() == "no"
    assert not {"Author", "CreationDate", "ModDate", "Keywords", "Subject"} & facts.keys()


def test_a_pdf_tells_its_language_and_has_an_outline(summary_of: SummaryOf) -> None:
    pdf = render(summary_of(BODY), "pdf")
    assert b"/Lang(en)" in pdf.replace(b" ", b"")
    assert b"/Outlines" in pdf


def test_the_preview_shows_every_page_of_the_pdf(summary_of: SummaryOf) -> None:
    summary = summary_of("A paragraph.\n\n" * 120)
    done = subprocess.run(["pdfinfo", "-"], input=render(summary, "pdf"), capture_output=True, check=True)
    with typeset(summary, "pdf") as document:
        pages = document.pages(50)
    assert f"Pages:           {len(pages)}\n" in done.stdout.decode()
    assert len(pages) > 1
    assert all(page.startswith(b"\x89PNG") for page in pages)


def test_a_word_longer_than_a_line_stays_on_the_page(summary_of: SummaryOf) -> None:
    word = "w" * 400
    text = text_in(summary_of(word), "pdf")
    assert word in text.replace("\n", "")


@pytest.mark.parametrize("form", [form for form in RENDERERS if form != "html"])
def test_a_line_ends_when_the_mentee_ended_it(summary_of: SummaryOf, form: Format) -> None:
    assert re.search(
        r"first words\\?\n *second words", text_in(summary_of("first words\nsecond words"), form)
    )


def test_html_is_one_file_that_fetches_nothing(summary_of: SummaryOf) -> None:
    page = render(summary_of(BODY), "html").decode()
    policy = (
        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    )
    assert f'<meta http-equiv="Content-Security-Policy" content="{policy}">' in page
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">\n')
    assert "url(" not in page
    assert "@import" not in page
    assert f'<p dir="auto">{ARABIC}</p>' in page
    assert '<li dir="auto"><span class="box">☑</span>' in page
    assert '<td class="right" dir="auto">22</td>' in page


def test_a_box_stands_in_the_line_of_its_words_in_html(summary_of: SummaryOf) -> None:
    page = render(summary_of("1. [x] done\n   - [ ] open\n2. [ ] alone"), "html").decode()
    assert '<p dir="auto">☑ done</p>' in page
    assert '<li dir="auto">☐ alone</li>' in page


def test_a_box_stands_where_the_bullet_would_in_html(summary_of: SummaryOf) -> None:
    page = render(summary_of("- [x] done\n- plain\n- [ ] open"), "html").decode()
    points = re.findall(r'<li dir="auto"><span class="box">(.)</span><div>(.*?)</div></li>', page)
    assert points == [("☑", "done"), ("•", "plain"), ("☐", "open")]


def test_a_box_stands_where_the_bullet_would_on_paper(summary_of: SummaryOf) -> None:
    text = text_in(summary_of("- [x] done\n- plain\n- [ ] open"), "pdf")
    assert re.search(r"☑ +done\n+ *• +plain\n+ *☐ +open", text)
    assert text.count("•") == 1


def test_plain_text_has_no_marks_and_fits_an_e_mail(summary_of: SummaryOf) -> None:
    text = text_in(summary_of(BODY + "\n\n" + "many words " * 60), "txt")
    assert "Words with weight, a link <https://example.org/a> and code." in text
    assert "  [x] done\n  [ ] open\n" in text
    assert "  left  right\n  ----  -----\n  你好     22\n" in text
    assert not [line for line in text.splitlines() if width(line) > 76]


@pytest.mark.parametrize(("form", "table"), [("txt", "\n\n  a  b\n"), ("slack", "```\na  b\n```")])
def test_a_table_without_a_header_has_none(summary_of: SummaryOf, form: Format, table: str) -> None:
    summary = summary_of("| | |\n|-|-|\n| a | b |")
    assert table in text_in(summary, form)
    assert "<thead>" not in text_in(summary, "html")


def test_slack_gets_its_own_marks(summary_of: SummaryOf) -> None:
    text = text_in(
        summary_of("# Top\n\n**b** *i* ~~s~~ [w](https://example.org/a?b=1&c=2) a < b & c"), "slack"
    )
    assert "*A note*\n_Note · 22 July 2026_\n*Top*\n*b* _i_ ~s~ w (https://example.org/a?b=1&c=2)" in text
    assert "a < b & c" in text


def test_slack_draws_tables_in_letters_of_one_width(summary_of: SummaryOf) -> None:
    text = text_in(summary_of("| a | number |\n|---|---:|\n| 你好 | 2 |"), "slack")
    assert "```\na     number\n----  ------\n你好       2\n```" in text


def test_a_message_too_long_for_slack_is_said_to_be(summary_of: SummaryOf) -> None:
    assert remarks("slack", render(summary_of("short"), "slack")) == ()
    (remark,) = remarks("slack", render(summary_of("word " * 9_000), "slack"))
    assert "40,000" in remark


@given(st.text(st.sampled_from("ab 日本。（）नमस्ते👩‍💻e\u0301\n"), max_size=200), st.integers(4, 30))
def test_wrapping_keeps_every_letter_and_tears_no_cluster(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    assert "".join("".join(lines).split()) == "".join(text.split())
    starts = {line[0] for line in lines if line}
    joined = not set(text.replace("\n", " ").split(" ")) & {
        w for w in text.split() if w[0] in "\u0301\u200d्तेंा"
    }
    assert not joined or not starts & set("\u0301\u200d")


def test_slack_shows_no_entity_and_no_mark_of_programs(summary_of: SummaryOf) -> None:
    body = "R&D < 3 > 2 <!channel> <@U1> @here [words](https://example.org/?a=1&b=2) <https://example.org/>"
    text = text_in(summary_of(body), "slack")
    assert not re.search(r"&\w+;|\|", text)
    assert "R&D < 3 > 2" in text
    assert "words (https://example.org/?a=1&b=2) https://example.org/" in text
    assert not re.search(r"<[!@#]|@here", text)


@pytest.mark.parametrize(
    ("body", "form", "shown"),
    [
        ("**注意：**これ", "md", "**注意**：これ"),
        ("これ**「強調」**です", "md", "これ「**強調**」です"),
        ("**注意：** これ", "md", "**注意：** これ"),
        ("**注意：**これ", "slack", "注意：これ"),
        ("**注意** これ", "slack", "*注意* これ"),
        ("**注意：**これ", "txt", "注意：これ"),
        ("a**b**c", "slack", "abc"),
    ],
)
def test_no_form_shows_stars_for_bold_words(
    summary_of: SummaryOf, body: str, form: Format, shown: str
) -> None:
    lines = text_in(summary_of(body), form).splitlines()
    assert shown in [line.strip() for line in lines]


@pytest.mark.parametrize("quotes", ["“”", "„“", "‘’", "«»", "»«", "‹›", '""', "''", "（）", "「」"])
def test_a_bare_address_does_not_take_the_closing_quote(summary_of: SummaryOf, quotes: str) -> None:
    text = text_in(summary_of(f"{quotes[0]}https://example.org/a{quotes[1]}."), "html")
    assert 'href="https://example.org/a"' in text


@pytest.mark.parametrize("form", ["txt", "slack", "pdf", "html", "md"])
def test_a_wide_table_keeps_the_heading_of_an_empty_column(summary_of: SummaryOf, form: Format) -> None:
    wide = "words " * 12
    body = f"| first | nobody yet | last |\n|---|---|---|\n| {wide} | | {wide} |\n| {wide} | | {wide} |"
    text = " ".join(text_in(summary_of(body), form).split())
    assert "nobody yet" in text


@pytest.mark.parametrize("name", ["md", "slack"])
def test_a_paragraph_of_many_lines_is_looked_through_once(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    looked_at: list[Inline] = []

    def counting(inline: Inline) -> str:
        looked_at.append(inline)
        return plain_words(inline)

    plain_words = formatting._plain
    monkeypatch.setattr(formatting, "_plain", counting)
    body = read_markdown("|a|b|\n" * 500)
    item = SummaryItem(title="I", body=body)
    render(Summary(title="T", sections=(SummarySection("S", (item,)),)), name)
    assert len(looked_at) < 4000


def test_a_table_that_is_too_large_is_measured_once(monkeypatch: pytest.MonkeyPatch) -> None:
    measured: list[str] = []

    def counting(line: str) -> bool:
        measured.append(line)
        return lines.opens(line)

    monkeypatch.setattr(blocks, "opens", counting)
    assert len(read_markdown("|-|-|\n" * 4000)) == 1
    assert len(measured) < 20_000
