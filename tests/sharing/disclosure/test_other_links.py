"""Addresses that are told as something else, or left out, this time."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amp_desktop.domain.kinds.milestone import Evidence, Milestone
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.share_draft import ShareDraft
from amp_desktop.domain.summary import Summary, SummaryLine
from amp_desktop.sharing import (
    RENDERERS,
    Disclosure,
    Period,
    disclose,
    find_template,
    links_in,
    names_in_address,
    render,
)
from amp_desktop.sharing.renderers.formatting import plain

DAY = date(2026, 7, 22)
ADDRESS = "https://github.com/zqamina/cli/pull/2261"
BODY = (
    f"Look at [the ten]({ADDRESS}), or at {ADDRESS}/, or <{ADDRESS}>.\n\n"
    f"    curl {ADDRESS}\n\n`{ADDRESS}`\n\n| a |\n|---|\n| {ADDRESS} |\n\n"
    "> zqamina: github.com/zqamina/cli/pull/2261"
)


def told(
    links: dict[str, str], *, title: str = "A day", body: str = BODY, template: str = "story"
) -> Disclosure:
    entries = [
        Note(title=title, body=body, day=DAY),
        Milestone(title="Ten", evidence=(Evidence(ADDRESS, "the list"), Evidence(ADDRESS)), day=DAY),
    ]
    return disclose(
        entries,
        ticked=[entry.id for entry in entries],
        template=find_template(template),
        period=Period(DAY, DAY),
        draft=ShareDraft(links=links),
    )


@pytest.mark.parametrize("template", ["story", "mentor-meeting"])
@pytest.mark.parametrize("words", ["", "a private page", "https://e.org/elsewhere"])
@pytest.mark.parametrize("form", [form for form, spec in RENDERERS.items() if spec.is_text])
def test_an_address_that_is_told_otherwise_is_nowhere(form: str, words: str, template: str) -> None:
    door = told({ADDRESS: words}, template=template)
    left = render(door.summary, form).decode()
    assert "zqamina/cli" not in left
    assert "2261" not in left
    assert words in left or not words
    assert door.links == (ADDRESS,), "it is offered still"
    assert ADDRESS in render(told({}, template=template).summary, form).decode()


def test_left_out_the_words_of_a_link_stay_and_its_evidence_goes() -> None:
    summary = told({ADDRESS: ""}, template="mentor-meeting").summary
    (line,) = [line for line in lines(summary) if plain(line.words) == "Ten"]
    assert line.links == ()
    whole = render(told({ADDRESS: ""}).summary, "txt").decode()
    assert "Look at the ten, or at , or ." in " ".join(whole.split())


def test_with_words_they_stand_in_place_of_the_link() -> None:
    summary = told({ADDRESS: "a private page"}, template="mentor-meeting").summary
    (line,) = [line for line in lines(summary) if plain(line.words) == "Ten"]
    assert (line.links, plain(line.more)) == ((), "a private page; a private page")


def test_another_address_is_led_to_under_the_words_that_were_there() -> None:
    summary = told({ADDRESS: "https://e.org/x"}).summary
    assert links_in(summary) == ("https://e.org/x",)
    assert "[the ten](https://e.org/x)" in render(summary, "md").decode()


def test_what_stands_for_an_address_passes_the_same_cuts_and_names() -> None:
    draft = {ADDRESS: "page %%zqaside%% of [[Zqsecret]]"}
    entries = [Note(title="A day", body=f"See {ADDRESS}", day=DAY)]
    door = disclose(
        entries,
        ticked=[entries[0].id],
        template=find_template("story"),
        period=Period(DAY, DAY),
        titles=["Zqsecret"],
        draft=ShareDraft(links=draft, names={"another entry": "something"}),
    )
    assert "See page of something" in render(door.summary, "txt").decode()


@pytest.mark.parametrize(
    "title", ["%5B%5BZqsecret%5D%5D", "%5b%5bzqsecret%5d%5d", "x%20%5B%5BZqsecret%7Cit%5D%5D"]
)
def test_another_address_that_names_what_stays_is_led_to_nowhere(title: str) -> None:
    note = Note(title="A day", body=f"See [the ten]({ADDRESS}) or {ADDRESS}", day=DAY)
    door = disclose(
        [note],
        ticked=[note.id],
        template=find_template("story"),
        period=Period(DAY, DAY),
        titles=["Zqsecret"],
        draft=ShareDraft(links={ADDRESS: f"https://e.org/{title}"}),
    )

    for form in (form for form, spec in RENDERERS.items() if spec.is_text):
        left = render(door.summary, form).decode().casefold()
        assert "zq" not in left
        assert "the ten" in left


def test_of_two_addresses_the_longer_one_is_found_whatever_goes_on_in_it() -> None:
    longer = f"{ADDRESS}+zqmore"
    door = told({ADDRESS: "one page", longer: "another page"}, body=f"`{longer}`, `{ADDRESS}`")

    left = render(door.summary, "txt").decode()
    assert "zqmore" not in left
    assert "another page" in left


def test_a_longer_address_that_begins_so_is_another_one() -> None:
    longer = f"{ADDRESS}/files"
    left = render(told({ADDRESS: ""}, body=f"{longer} and `{longer}` and {ADDRESS}.").summary, "txt").decode()
    assert left.count(longer) == 2
    assert f"{ADDRESS}." not in left


@settings(max_examples=60, deadline=None)
@given(
    path=st.text("ab/.-_~%20é?=&#", max_size=12),
    words=st.sampled_from(["", "words", "https://e.org"]),
    form=st.sampled_from(["md", "html", "txt", "slack"]),
)
def test_no_spelling_of_it_stays(path: str, words: str, form: str) -> None:
    body = f"[x](https://zqhost.example/{path})\n\n<https://zqhost.example/{path}>\n\nhttps://zqhost.example/{path}"
    before = told({}, body=body)
    links = dict.fromkeys(before.links, words)
    assert "zqhost" not in " ".join(links_in(told(links, body=body).summary))
    if not words:
        assert not links_in(told(links, body=body).summary)
    render(told(links, body=body).summary, form)


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://github.com/ada-lovelace", ("Ada Lovelace",)),
        ("https://github.com/%41da/Lovelace", ("Ada Lovelace",)),
        ("https://github.com/ada", ()),
        ("mailto:jose@e.org", ("José",)),
        ("https://github.com/al", ()),
    ],
)
def test_a_name_in_an_address_is_seen(address: str, found: tuple[str, ...]) -> None:
    assert names_in_address(address, ["Ada Lovelace", "José", "Al"]) == found


def lines(summary: Summary) -> list[SummaryLine]:
    return [line for section in summary.sections for line in section.lines]
