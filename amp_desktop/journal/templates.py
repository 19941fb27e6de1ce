"""The templates of an open journal: shipped ones as the mentee has changed them, and own ones."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from amp_desktop.domain.clock import Clock
from amp_desktop.domain.entry import Entry, Kind
from amp_desktop.domain.entry_template import EntryTemplate, TemplateContext, fill, id_for, read_template
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.kept_templates import KeptTemplates
from amp_desktop.domain.kinds.registry import USUAL_KIND
from amp_desktop.journal.choices import kept_preferences, kept_program
from amp_desktop.journal.share import JournalSharing
from amp_desktop.places import resource

if TYPE_CHECKING:
    from amp_desktop.storage.store import Store

_SETTING = "templates"


class TemplateOrigin(StrEnum):
    """Where a template comes from, and whether it is offered."""

    SHIPPED = "shipped"
    CHANGED = "changed"
    OWN = "own"
    REMOVED = "removed"


class JournalTemplates:
    """What entries of one open journal can begin with."""

    def __init__(self, store: "Store", sharing: JournalSharing, clock: Clock) -> None:
        self._store = store
        self._sharing = sharing
        self._clock = clock

    def kept(self) -> KeptTemplates:
        """What the mentee has made of them."""
        data = self._store.setting(_SETTING)
        return KeptTemplates.from_json(data) if isinstance(data, dict) else KeptTemplates()

    def all(self) -> tuple[EntryTemplate, ...]:
        """Every template that is offered: shipped ones in their order, then own ones by name."""
        kept = self.kept()
        ours = shipped()
        offered = (template for id_, template in ours.items() if id_ not in kept.removed)
        first = (kept.templates.get(template.id, template) for template in offered)
        own = (template for id_, template in kept.templates.items() if id_ not in ours)
        return (*first, *sorted(own, key=lambda template: template.name.casefold()))

    def removed(self) -> tuple[EntryTemplate, ...]:
        """The shipped templates that are no longer offered and can be brought back."""
        kept = self.kept()
        return tuple(template for id_, template in shipped().items() if id_ in kept.removed)

    def serving(self, kind: Kind) -> tuple[EntryTemplate, ...]:
        """The offered templates that an entry of that kind can begin with."""
        return tuple(template for template in self.all() if template.serves(kind))

    def find(self, name: str) -> EntryTemplate:
        """The offered template with this id or name, case aside.

        Raises:
            InvalidValueError: There is none.
        """
        wanted, offered = " ".join(name.split()).casefold(), self.all()
        for template in offered:
            if wanted in (template.id, template.name.casefold()):
                return template
        known = ", ".join(template.id for template in offered)
        raise InvalidValueError(f"There is no template “{name}”.", f"The templates are {known}.")

    def origin(self, template_id: str) -> TemplateOrigin:
        """Where the template with this id comes from; an unknown id is taken for one of the mentee's own."""
        if template_id not in shipped():
            return TemplateOrigin.OWN
        kept = self.kept()  # all of them are read: not for each of the mentee's own
        if template_id in kept.removed:
            return TemplateOrigin.REMOVED
        return TemplateOrigin.CHANGED if template_id in kept.templates else TemplateOrigin.SHIPPED

    def new_id(self, name: str) -> str:
        """An id for an own template of that name, unlike all there are and were."""
        return id_for(name, frozenset({*shipped(), *self.kept().templates}))

    def save(self, template: EntryTemplate) -> None:
        """Keep a template; with the id of a shipped one it stands in its place until that is brought back."""
        with self._store.at_once():
            kept = self.kept()
            templates = {**kept.templates, template.id: template}
            if template == shipped().get(template.id):
                del templates[template.id]
            self._keep(replace(kept, templates=templates, removed=kept.removed - {template.id}))

    def remove(self, template_id: str) -> None:
        """Offer a template no longer: an own one is gone, a shipped one can be brought back."""
        with self._store.at_once():
            kept = self.kept()
            removed = kept.removed | ({template_id} & shipped().keys())
            self._keep(replace(kept, templates=_without(kept.templates, template_id), removed=removed))

    def bring_back(self, template_id: str) -> None:
        """Offer a shipped template again, as it was shipped."""
        with self._store.at_once():
            kept = self.kept()
            removed = kept.removed - {template_id}
            self._keep(replace(kept, templates=_without(kept.templates, template_id), removed=removed))

    def default_for(self, kind: Kind) -> EntryTemplate | None:
        """What new entries of that kind begin with, or None for an empty page."""
        wanted = self.kept().defaults.get(kind)
        return next((template for template in self.serving(kind) if template.id == wanted), None)

    def set_default(self, kind: Kind, template_id: str | None) -> None:
        """Let new entries of that kind begin with a template, or with None on an empty page."""
        with self._store.at_once():
            kept = self.kept()
            others = {other: id_ for other, id_ in kept.defaults.items() if other != kind}
            defaults = {**others, kind: template_id} if template_id else others
            self._keep(replace(kept, defaults=defaults))

    def context(self, day: date | None = None) -> TemplateContext:
        """What the variables of a template stand for on that day, or today."""
        program = kept_program(self._store)
        return TemplateContext(
            day=day or kept_preferences(self._store).today(self._clock()),
            program=program,
            last_meeting=self._sharing.last_met_on(program.mentor),
        )

    def fill(self, template: EntryTemplate, kind: Kind = USUAL_KIND, day: date | None = None) -> Entry:
        """The entry of today, or of `day`, that the template begins; it is not stored.

        Args:
            template: The template.
            kind: What to begin where the template serves any kind.
            day: The day of the entry, if not today.
        """
        return fill(template, self.context(day), kind)

    def _keep(self, kept: KeptTemplates) -> None:
        self._store.set_setting(_SETTING, kept.to_json())


@cache
def shipped() -> Mapping[str, EntryTemplate]:
    """The templates that come with the program, by id, in the order of files such as `01-daily-note.md`."""
    files = sorted(resource("templates", "entries").glob("*.md"))
    named = ((file.stem.partition("-")[2], file.read_text("utf-8")) for file in files)
    return {template_id: read_template(template_id, text) for template_id, text in named}


def _without(templates: Mapping[str, EntryTemplate], template_id: str) -> dict[str, EntryTemplate]:
    return {id_: template for id_, template in templates.items() if id_ != template_id}
