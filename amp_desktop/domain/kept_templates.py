"""What a mentee has made of the templates: own ones, changed ones, and what entries begin with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from amp_desktop.domain.entry import Kind
from amp_desktop.domain.entry_template import EntryTemplate
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.json_value import Extra
from amp_desktop.domain.kinds.registry import ENTRY_TYPES


@dataclass(frozen=True, kw_only=True)
class KeptTemplates:
    """What a journal keeps about templates, and what of them a full export holds.

    Attributes:
        templates: Own ones, and those that stand in the place of shipped ones, by id.
        removed: Ids of shipped ones that are no longer offered.
        defaults: Ids of what entries of a kind begin with.
        unknown: Templates for kinds that only a newer version of the program knows: not offered, and written
            back as they came.
    """

    templates: Mapping[str, EntryTemplate] = field(default_factory=dict)
    removed: frozenset[str] = frozenset()
    defaults: Mapping[Kind, str] = field(default_factory=dict)
    unknown: tuple[Extra, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """As plain data."""
        return {
            "templates": [
                *(template.to_json() for template in self.templates.values()),
                *map(dict, self.unknown),
            ],
            "removed": sorted(self.removed),
            "defaults": dict(self.defaults),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "KeptTemplates":
        """From plain data; what is missing is empty.

        Raises:
            InvalidValueError: The data is of another shape.
        """
        templates, removed = data.get("templates", []), data.get("removed", [])
        defaults = data.get("defaults", {})
        if not (
            isinstance(templates, list)
            and isinstance(defaults, dict)
            and _are_words(removed)
            and _are_words(list(defaults.values()))
        ):
            raise InvalidValueError("These are not the templates of a journal.")
        made = (EntryTemplate.from_json(one) for one in templates if not _is_of_newer_version(one))
        return cls(
            templates={template.id: template for template in made},
            removed=frozenset(removed),
            defaults=dict(defaults),
            unknown=tuple(Extra(one) for one in templates if _is_of_newer_version(one)),
        )


def _is_of_newer_version(template: Any) -> bool:
    kind = template.get("kind") if isinstance(template, dict) else None
    return isinstance(kind, str) and kind not in ENTRY_TYPES


def _are_words(items: Any) -> bool:
    return isinstance(items, list) and all(isinstance(item, str) for item in items)
