"""By which template a summary is made, as far as the page knows it."""

from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.journal import Journal
from amp_desktop.sharing import DEFAULT_TEMPLATE, Template


class ChosenTemplate:
    """Reads the chosen template once, however often it is asked for."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._id = DEFAULT_TEMPLATE
        self._made_by: Template | None = None
        self._arranged: tuple[tuple[str, ...], Template] | None = None

    @property
    def id(self) -> str:
        """Its id."""
        return self._id

    def choose(self, template_id: str) -> None:
        """Go on with this one, as it stands in the journal now."""
        self._id = template_id
        self.forget()

    def made_by(self) -> Template:
        """The template; the usual one where the chosen one is gone."""
        if self._made_by is None:
            templates = self._journal.sharing.templates
            try:
                self._made_by = templates.find(self._id)
            except InvalidValueError:
                self._id = DEFAULT_TEMPLATE
                self._made_by = templates.find(DEFAULT_TEMPLATE)
        return self._made_by

    def arranged(self, order: tuple[str, ...]) -> Template:
        """The template with its sections in this order."""
        if self._arranged is None or self._arranged[0] != order:
            self._arranged = (order, self.made_by().arranged(order))
        return self._arranged[1]

    def left_out(self, order: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        """The sections that are not among them, each by its key and heading."""
        kept = {section.key for section in self.arranged(order).sections}
        return tuple((one.key, one.heading) for one in self.made_by().sections if one.key not in kept)

    def forget(self) -> None:
        """Drop every word; only its id stays known."""
        self._made_by = self._arranged = None
