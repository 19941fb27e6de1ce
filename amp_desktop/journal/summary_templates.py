"""The templates of summaries of an open journal: the program's, and the mentee's own variants of them."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from amp_desktop.domain.entry_template import id_for
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.share_draft import ShareDraft
from amp_desktop.domain.summary import Level
from amp_desktop.domain.template_variant import NAME_LETTERS, KeptVariants, TemplateVariant
from amp_desktop.sharing import TEMPLATES, Template, template_of, variant_of

if TYPE_CHECKING:
    from amp_desktop.storage.store import Store

_SETTING = "templates of summaries"

NO_LEVELS: Mapping[str, Level] = MappingProxyType({})


class JournalSummaryTemplates:
    """What a summary can be made by. Own ones are kept in the encrypted file."""

    def __init__(self, store: "Store") -> None:
        self._store = store

    def own(self) -> tuple[Template, ...]:
        """The mentee's own, in the order in which they were made."""
        return tuple(filter(None, map(template_of, self._kept().variants.values())))

    def all(self) -> tuple[Template, ...]:
        """Those of the program in the order of the page, then the mentee's own."""
        return (*TEMPLATES.values(), *self.own())

    def find(self, name: str) -> Template:
        """The template with this id, or the own one with this name, case aside.

        Raises:
            InvalidValueError: There is none.
        """
        wanted = _key(name)
        templates = self.all()
        for template in templates:
            if name == template.id:
                return template
        for template in templates:
            if wanted in (template.id, _key(template.name)):
                return template
        known = ", ".join(template.name or template.id for template in templates)
        raise InvalidValueError(f"There is no template “{name}”.", f"The templates are {known}.")

    def keep(
        self, template: Template, draft: ShareDraft, name: str, levels: Mapping[str, Level] = NO_LEVELS
    ) -> Template:
        """Make what is chosen for a share a template of this name.

        Args:
            template: By which the share is made.
            draft: What is chosen for it.
            name: The name.
            levels: How much is told under a heading, by the key of its section, where that was chosen.

        Raises:
            InvalidValueError: The name is empty, too long, or another template's.
            NotSavedError: It could not be kept.
        """
        with self._store.at_once():
            kept = self._kept()
            words, variant_id = self._free(name), id_for(f"own {name}", frozenset(kept.variants))
            return self._keep(kept, variant_of(template, draft, levels, variant_id, words))

    def change(
        self, template: Template, draft: ShareDraft, levels: Mapping[str, Level] = NO_LEVELS
    ) -> tuple[Template, TemplateVariant]:
        """Make what is chosen for a share part of the own template that it was made by.

        Returns:
            The template, and what it was before, for `put_back`.

        Raises:
            NotSavedError: It could not be kept.
        """
        with self._store.at_once():
            kept = self._kept()
            before = kept.variants[template.id]
            return self._keep(kept, variant_of(template, draft, levels, before.id, before.name)), before

    def rename(self, template_id: str, name: str) -> Template:
        """Give an own template another name.

        Raises:
            InvalidValueError: The name is empty, too long, or another template's.
            NotSavedError: It could not be kept.
        """
        with self._store.at_once():
            kept = self._kept()
            before = kept.variants[template_id]
            return self._keep(kept, replace(before, name=self._free(name, before.id)))

    def delete(self, template_id: str) -> TemplateVariant:
        """Delete an own template, and answer with it, for `put_back`.

        Raises:
            NotSavedError: It is still there.
        """
        with self._store.at_once():
            kept = self._kept()
            self._store.set_setting(_SETTING, kept.without(template_id).to_json())
            return kept.variants[template_id]

    def put_back(self, variant: TemplateVariant) -> None:
        """Have an own template as it was before it was changed or deleted.

        Raises:
            NotSavedError: It could not be kept.
        """
        with self._store.at_once():
            self._keep(self._kept(), variant)

    def _free(self, name: str, own_id: str = "") -> str:
        """The name, where it is one that a new template can have."""
        words = " ".join(name.split())
        if not words or len(words) > NAME_LETTERS:
            raise InvalidValueError(
                "A template needs a name." if not words else "This name is too long.",
                f"A few words are enough; {NAME_LETTERS} letters have room.",
            )
        others = (template for template in self.all() if template.id != own_id)
        for template in others:
            if _key(words) in map(_key, (template.id, template.name, template.title)):
                raise InvalidValueError("There is a template of this name already.", "Choose another name.")
        return words

    def _kept(self) -> KeptVariants:
        return KeptVariants.from_json(self._store.setting(_SETTING))

    def _keep(self, kept: KeptVariants, variant: TemplateVariant) -> Template:
        self._store.set_setting(_SETTING, kept.with_variant(variant).to_json())
        made = template_of(variant)
        assert made is not None  # it is made from a template that is known
        return made


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()
