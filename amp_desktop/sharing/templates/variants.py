"""From a template to one of the mentee's own, and back: only order, levels and words are theirs."""

from collections.abc import Mapping
from dataclasses import replace

from amp_desktop.domain.share_draft import ShareDraft
from amp_desktop.domain.summary import Level
from amp_desktop.domain.template_variant import TemplateVariant, VariantSection
from amp_desktop.sharing.templates.base import Section, Template
from amp_desktop.sharing.templates.registry import TEMPLATES

TITLE_KEY = "title"
"""The place of the summary's title."""

GREETING_KEY = "greeting"
CLOSING_KEY = "closing"


def heading_key(section: Section) -> str:
    """The place of a section's heading."""
    return f"heading:{section.key}"


def template_of(variant: TemplateVariant) -> Template | None:
    """The template that the mentee made; None where only another version has what it is made from.

    What a section takes and tells is what its template says, so it lets nothing out that this one would not.
    """
    base = TEMPLATES.get(variant.base)
    if base is None:
        return None
    known = {section.key: section for section in base.sections}
    own = {one.key: _section(known[one.key], one) for one in variant.sections if one.key in known}
    later = (section for key, section in known.items() if key not in own and key not in variant.left_out)
    sections = (*own.values(), *later)
    if not sections:
        return None
    return replace(
        base,
        id=variant.id,
        title=variant.title,
        sections=sections,
        greeting=variant.greeting,
        closing=variant.closing,
        base=base.id,
        name=variant.name,
    )


def variant_of(
    template: Template, draft: ShareDraft, levels: Mapping[str, Level], variant_id: str, name: str
) -> TemplateVariant:
    """What is chosen for one share, as a template: no entry, no tick and no words of an entry are part of it.

    Args:
        template: By which the share is made.
        draft: What is chosen for it.
        levels: How much is told under a heading, by the key of its section, where that was chosen.
        variant_id: The id of what is made.
        name: Its name.
    """
    arranged = template.arranged(draft.order)
    sections = tuple(
        VariantSection(
            section.key,
            _words(draft, heading_key(section), section.heading),
            section.at(levels.get(section.key)).own_level,
        )
        for section in arranged.sections
    )
    base = TEMPLATES[template.base or template.id]
    kept = {section.key for section in arranged.sections}
    return TemplateVariant(
        id=variant_id,
        name=" ".join(name.split()),
        base=base.id,
        title=_words(draft, TITLE_KEY, template.title),
        sections=sections,
        left_out=frozenset(section.key for section in base.sections) - kept,
        greeting=draft.greeting.strip() or _words(draft, GREETING_KEY, template.greeting, may_go=True),
        closing=draft.closing.strip() or _words(draft, CLOSING_KEY, template.closing, may_go=True),
    )


def without_variant(draft: ShareDraft) -> ShareDraft:
    """The draft without what a template made of it holds already."""
    edits = {key: edit for key, edit in draft.edits.items() if not _is_of_template(key)}
    return replace(draft, edits=edits, order=(), greeting="", closing="")


def _section(section: Section, own: VariantSection) -> Section:
    heading = " ".join(own.heading.split()) or section.heading
    return replace(section.at(own.level), heading=heading, name=section.key)


def _words(draft: ShareDraft, key: str, usual: str, *, may_go: bool = False) -> str:
    edit = draft.edits.get(key)
    words = usual if edit is None else " ".join(edit.words.split())
    return words if words or may_go else usual


def _is_of_template(key: str) -> bool:
    return key in (TITLE_KEY, GREETING_KEY, CLOSING_KEY) or key.startswith("heading:")
