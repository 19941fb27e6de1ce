"""A template of summaries as the mentee would have it: sections, their order, levels and words.

It says nothing of what leaves: which entries a section tells of, and what of them, is its template's to say.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.summary import Level

NAME_LETTERS = 60
"""Letters of a name, at most."""


@dataclass(frozen=True)
class VariantSection:
    """A section of the template under the mentee's own heading.

    Attributes:
        key: Which section of the template.
        heading: Plain text, one line.
        level: How much it tells of an entry; None for what the template says.
    """

    key: str
    heading: str
    level: Level | None = None


@dataclass(frozen=True, kw_only=True)
class TemplateVariant:
    """One of the mentee's own templates.

    Attributes:
        id: Its name for the share log; never changes.
        name: Its name for the mentee, and for the terminal.
        base: The id of the template that it is made from.
        title: What stands on top of the summary.
        sections: In order.
        left_out: Keys of sections that it does not have; a section that is in neither came later.
        greeting: A paragraph before all else; Markdown.
        closing: One after all else but whole entries; Markdown.
    """

    id: str
    name: str
    base: str
    title: str
    sections: tuple[VariantSection, ...]
    left_out: frozenset[str] = frozenset()
    greeting: str = ""
    closing: str = ""

    def to_json(self) -> dict[str, Any]:
        """As plain data."""
        sections = [
            {"key": section.key, "heading": section.heading, "level": section.level and section.level.value}
            for section in self.sections
        ]
        return {
            "id": self.id,
            "name": self.name,
            "base": self.base,
            "title": self.title,
            "sections": sections,
            "left_out": sorted(self.left_out),
            "greeting": self.greeting,
            "closing": self.closing,
        }

    @classmethod
    def from_json(cls, data: Any) -> "TemplateVariant":
        """What `to_json` made.

        Raises:
            InvalidValueError: It is something else.
        """
        try:
            return cls(
                id=str(data["id"]),
                name=str(data["name"]),
                base=str(data["base"]),
                title=str(data["title"]),
                sections=tuple(map(_section, data["sections"])),
                left_out=frozenset(map(str, data["left_out"])),
                greeting=str(data["greeting"]),
                closing=str(data["closing"]),
            )
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise InvalidValueError("This is no template of summaries.") from error


@dataclass(frozen=True)
class KeptVariants:
    """All of the mentee's own templates.

    Attributes:
        variants: By id, in the order in which they were made.
        unknown: Those that only a newer version of the program reads; they are written back as they came.
    """

    variants: Mapping[str, TemplateVariant] = field(default_factory=lambda: MappingProxyType({}))
    unknown: tuple[Any, ...] = ()

    def with_variant(self, variant: TemplateVariant) -> "KeptVariants":
        """With this one, in place of one with its id."""
        return KeptVariants({**self.variants, variant.id: variant}, self.unknown)

    def without(self, variant_id: str) -> "KeptVariants":
        """Without the one with this id."""
        kept = {id_: variant for id_, variant in self.variants.items() if id_ != variant_id}
        return KeptVariants(kept, self.unknown)

    def to_json(self) -> list[Any]:
        """As plain data."""
        return [*(variant.to_json() for variant in self.variants.values()), *self.unknown]

    @classmethod
    def from_json(cls, data: Any) -> "KeptVariants":
        """What `to_json` made; nothing where it is something else."""
        variants: dict[str, TemplateVariant] = {}
        unknown: list[Any] = []
        for one in data if isinstance(data, list) else ():
            try:
                variant = TemplateVariant.from_json(one)
            except InvalidValueError:
                unknown.append(one)
            else:
                variants[variant.id] = variant
        return cls(variants, tuple(unknown))


def _section(data: Any) -> VariantSection:
    level = data["level"]
    return VariantSection(str(data["key"]), str(data["heading"]), None if level is None else Level(level))
