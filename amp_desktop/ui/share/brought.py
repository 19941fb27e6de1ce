"""What a template brings with it when it is chosen: for whom it is, and in which form it usually leaves."""

from amp_desktop.domain.summary import Format
from amp_desktop.sharing import Template


class BroughtByTemplates:
    """Gives back, when a template is left, what stood there before it brought its own."""

    def __init__(self) -> None:
        self._brought = ""
        self._former = ""
        self._once_chosen: set[str] = set()

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
        """In which form it leaves: the template's usual one when it is chosen for the first time."""
        is_first = template.file_stem not in self._once_chosen
        self._once_chosen.add(template.file_stem)
        return template.usual_format or form if is_first else form

    def forget(self) -> None:
        """Begin anew: the journal is being locked."""
        self.keep_audience()
        self._once_chosen.clear()
