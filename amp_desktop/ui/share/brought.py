"""What a template brings with it when it is chosen: for whom it is, and in which form it usually leaves."""

from amp_desktop.domain.summary import Format
from amp_desktop.sharing import Template


class BroughtByTemplates:
    """Gives back, when a template is left, what stood there before it brought its own."""

    def __init__(self) -> None:
        self._brought = ""
        self._former = ""
        self._former_form: Format | None = None
        self._own_forms: set[str] = set()

    def audience(self, template: Template, audience: str) -> str:
        """For whom it is once this template is chosen.

        Args:
            template: The one that is chosen now.
            audience: For whom it was until now.
        """
        if self._brought and audience == self._brought:
            audience = self._former
        self._brought, self._former = template.audience, audience
        return template.audience or audience

    def keep_audience(self) -> None:
        """The mentee said for whom it is: the next template takes nothing back."""
        self._brought = self._former = ""

    def form(self, template: Template, form: Format) -> Format:
        """In which form it leaves: the template's usual one, unless the mentee has chosen one for it.

        Args:
            template: The one that is chosen now.
            form: In which form it left until now.
        """
        form, self._former_form = self._former_form or form, None
        if template.usual_format is None or template.file_stem in self._own_forms:
            return form
        self._former_form = form
        return template.usual_format

    def keep_form(self, template: Template) -> None:
        """The mentee chose a form for this template: it brings its own no more, and what was is not back."""
        self._own_forms.add(template.file_stem)
        self._former_form = None

    def forget(self) -> None:
        """Begin anew: the journal is being locked."""
        self.keep_audience()
        self._former_form = None
        self._own_forms.clear()
