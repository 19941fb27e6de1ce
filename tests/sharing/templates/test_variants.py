"""The mentee's own templates: order, levels and words are theirs, and nothing more leaves by them."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amp_desktop.domain.entry import Entry, Sharing
from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.meeting import Action, Meeting, MeetingStatus
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.share_draft import ShareDraft, WordingEdit
from amp_desktop.domain.summary import Level
from amp_desktop.domain.template_variant import KeptVariants, TemplateVariant
from amp_desktop.sharing import (
    AUDIENCES,
    RENDERERS,
    TEMPLATES,
    Audience,
    Disclosure,
    Period,
    Template,
    disclose,
    find_template,
    heading_key,
    preticked,
    render,
    template_of,
    variant_of,
    without_variant,
)

DAY = date(2026, 7, 22)
SECRET = "zqsecrettitle"
ASIDE = "zqasidecanary"
CARE = "zqcarecanary"

ENTRIES: tuple[Entry, ...] = (
    Note(title="A day", body="What I did.\n\nAnd more of it.", day=DAY, sharing=Sharing.SHAREABLE),
    Note(title=f"About {SECRET}", body="Stays.", day=DAY),
    Goal(title="A goal", steps=(Step("One", id="1"),), day=DAY, sharing=Sharing.SHAREABLE),
    Challenge(title="Stuck", need="A key", tried=f"Much %%{ASIDE}%%", day=DAY, on_agenda=True),
    Meeting(
        title="A call", body="Notes.", day=DAY, status=MeetingStatus.HELD, actions=(Action("Do", id="1"),)
    ),
    SelfCareNote(title=CARE, body=CARE, mood=2, day=DAY),
)
WORDS = st.sampled_from(
    ["", "Mine", f"Plans %%{ASIDE}%%", f"%%{ASIDE}", f"[[About {SECRET}]]", "**bold** `code`", "a\nb", "漢字"]
)


@st.composite
def variants(draw: st.DrawFn) -> TemplateVariant:
    """Any template, as anybody might have arranged and worded it."""
    base = TEMPLATES[draw(st.sampled_from([*TEMPLATES]))]
    keys = [section.key for section in base.sections]
    order = tuple(draw(st.permutations(keys)))[: draw(st.integers(1, len(keys)))]
    places = ["title", "greeting", "closing", *(heading_key(section) for section in base.sections)]
    edits = {place: WordingEdit(draw(WORDS)) for place in places if draw(st.booleans())}
    draft = ShareDraft(order=order, edits=edits, greeting=draw(WORDS), closing=draw(WORDS))
    levels = {key: draw(st.sampled_from(Level)) for key in keys if draw(st.booleans())}
    return variant_of(base, draft, levels, "own-one", draw(st.sampled_from(["One", ASIDE])))


def told(template: Template, ticked: set[UUID], audience: str, draft: ShareDraft | None = None) -> Disclosure:
    return disclose(
        ENTRIES,
        ticked=[entry.id for entry in ENTRIES if entry.id in ticked],
        template=template,
        period=Period(DAY, DAY),
        audience=audience,
        draft=draft or ShareDraft(),
    )


@settings(deadline=None)
@given(variant=variants(), audience=st.sampled_from(AUDIENCES), data=st.data())
def test_nothing_leaves_by_it_that_would_not_by_its_template(
    variant: TemplateVariant, audience: Audience, data: st.DataObject
) -> None:
    own, base = made(variant), find_template(variant.base)
    words = audience.words
    offered = {entry.id for entry in ENTRIES if preticked(entry, own, audience)}
    usually = {entry.id for entry in ENTRIES if preticked(entry, base, audience)}
    assert offered <= usually
    ticked = data.draw(st.sets(st.sampled_from([entry.id for entry in ENTRIES]))) - {
        ENTRIES[1].id,
        ENTRIES[5].id,
    }
    by_own, by_base = told(own, ticked, words), told(base, ticked, words)
    if base.most_lines is None:  # of a dozen lines other ones find room in another order
        assert set(by_own.entries) <= set(by_base.entries)
    form = data.draw(st.sampled_from([form for form, spec in RENDERERS.items() if spec.is_text]))
    left = render(by_own.summary, form).decode()
    for canary in (SECRET, ASIDE, CARE):
        assert canary not in left


@given(variant=variants())
def test_it_is_kept_as_it_is(variant: TemplateVariant) -> None:
    assert TemplateVariant.from_json(variant.to_json()) == variant
    kept = KeptVariants().with_variant(variant)
    assert KeptVariants.from_json(kept.to_json()) == kept


def test_order_levels_and_words_are_the_mentees() -> None:
    draft = ShareDraft(
        order=("Under way and next", "Since we last met", "What I need from you"),
        edits={
            "heading:Since we last met": WordingEdit("Behind me", "Since we last met"),
            "title": WordingEdit("My week", "Mentor meeting"),
            f"{ENTRIES[0].id}:": WordingEdit("Words of an entry"),
        },
        greeting="Hello Ada,",
        closing="See you.",
    )
    base = find_template("mentor-meeting")
    variant = variant_of(base, draft, {"Since we last met": Level.WHOLE}, "own-week", "Week")
    assert "Words of an entry" not in str(variant.to_json())
    summary = told(made(variant), {ENTRIES[0].id, ENTRIES[2].id}, "my mentor").summary
    assert summary.title == "My week"
    assert [section.heading for section in summary.sections] == ["Under way and next", "Behind me"]
    assert [item.title for item in summary.appendix] == ["A day"]
    text = render(summary, "txt").decode()
    assert (
        text.index("Hello Ada,") < text.index("Behind me") < text.index("See you.") < text.index("And more")
    )
    rest = without_variant(draft)
    assert (rest.order, rest.greeting, rest.closing) == ((), "", "")
    assert [*rest.edits] == [f"{ENTRIES[0].id}:"]


def test_a_closing_stands_in_every_form() -> None:
    variant = variant_of(
        find_template("mentor-meeting"), ShareDraft(closing="See you soon."), {}, "own", "Mine"
    )
    summary = told(made(variant), {ENTRIES[0].id}, "my mentor").summary
    for form in ("md", "html", "txt", "slack"):
        assert "See you soon." in render(summary, form).decode()


def test_what_the_public_reads_stays_a_line_whatever_the_template_says() -> None:
    base = find_template("mentor-meeting")
    keys = {section.key: Level.WHOLE for section in base.sections}
    public = told(
        made(variant_of(base, ShareDraft(), keys, "own", "Mine")), {ENTRIES[3].id}, "the public"
    ).summary
    assert not public.appendix
    assert "A key" not in render(public, "txt").decode()


def test_a_section_that_came_with_a_newer_version_stands_at_the_end() -> None:
    base = find_template("mentor-meeting")
    variant = variant_of(base, ShareDraft(), {}, "own", "Mine")
    older = replace(variant, sections=variant.sections[:2])
    assert [section.key for section in made(older).sections] == [section.key for section in base.sections]
    left_out = frozenset(section.key for section in base.sections[2:])
    assert len(made(replace(older, left_out=left_out)).sections) == 2


ALL = frozenset(section.key for section in TEMPLATES["mentor-meeting"].sections)


@pytest.mark.parametrize("change", [{"base": "unheard-of"}, {"sections": (), "left_out": ALL}])
def test_what_cannot_be_made_is_none(change: dict[str, object]) -> None:
    variant = variant_of(find_template("mentor-meeting"), ShareDraft(), {}, "own", "Mine")
    assert template_of(replace(variant, **change)) is None


def made(variant: TemplateVariant) -> Template:
    template = template_of(variant)
    assert template is not None
    return template
