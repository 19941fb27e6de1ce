"""What a template brings with it when it is chosen: for whom it is, and in which format it usually leaves."""

from amp_desktop.domain.summary import Format
from amp_desktop.sharing import Template


class BroughtByTemplates:
    """Gives back, when a template is left, what stood there before it brought its own."""

    def __init__(self) -> None:
        self._brought = ""
        self._former = ""
        self._former_format: Format | None = None
        self._own_formats: set[str] = set()

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

    def format_for(self, template: Template, form: Format) -> Format:
        """In which format it leaves: the template's usual one, unless the mentee has chosen one for it.

        Args:
            template: The one that is chosen now.
            form: In which format it left until now.
        """
        form, self._former_format = self._former_format or form, None
        if template.usual_format is None or template.file_stem in self._own_formats:
            return form
        self._former_format = form
        return template.usual_format

    def keep_format(self, template: Template) -> None:
        """The mentee chose a format for this template: it brings its own no more, and none comes back."""
        self._own_formats.add(template.file_stem)
        self._former_format = None

    def forget(self) -> None:
        """Begin anew: the journal is being locked."""
        self.keep_audience()
        self._former_format = None
        self._own_formats.clear()
