"""A value of several parts in a field of an entry."""

from dataclasses import dataclass, field
from typing import ClassVar

from amp_desktop.domain.json_value import NO_EXTRA, Extra


@dataclass(frozen=True)
class FieldValue:
    """A value of several parts in a field of an entry, such as a step of a goal.

    Attributes:
        extra: Parts that a newer version of the program wrote: not understood, and written back as they came.

    What it can say on its class:

    - `PLAIN`: the part as which it is written in JSON where no other part says anything.
    """

    PLAIN: ClassVar[str] = ""

    extra: Extra = field(default=NO_EXTRA, kw_only=True, repr=False)
