"""How a text points to what is attached: by an id inside a journal, by a place beside an exported file."""

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from amp_desktop.domain.attachment import SCHEME
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.json_value import Json
from amp_desktop.exchange.export.packing import Packed

_TO_QUOTE = re.compile(r"(?![A-Za-z0-9._/-])[\x00-\x7f]")


def pointing_beside(body: str, packed: Iterable[Packed], way: str = "") -> tuple[str, list[Json]]:
    """The text with its pointers as an exported file has them, and what the file says of what is attached.

    Args:
        body: A text of the journal.
        packed: What it refers to.
        way: From the file's folder to that of the export, such as "../".
    """
    items: list[Json] = []
    for one in packed:
        inside, beside = _pointers(one, way)
        # A text may have held such a place all along; it must not be taken for a pointer on the way back.
        is_linked = beside not in body
        body = body.replace(inside, beside) if is_linked else body
        items.append({**one.to_json(), **({} if is_linked else {"linked": False})})
    return body, items


def pointing_inside(body: str, items: Any, way: str = "") -> str:
    """The text that `pointing_beside` made `body` and `items` from.

    Raises:
        InvalidValueError: The items are none.
    """
    packed = packed_from(items)
    for item, one in zip(reversed(items), reversed(packed), strict=True):
        if item.get("linked", True):
            inside, beside = _pointers(one, way)
            body = body.replace(beside, inside)
    return body


def packed_from(items: Any) -> tuple[Packed, ...]:
    """What the items say of what is attached.

    Raises:
        InvalidValueError: They say nothing of the kind.
    """
    if not isinstance(items, list):
        raise InvalidValueError("This is not an attachment of a journal's export.")
    return tuple(map(Packed.from_json, items))


def _pointers(packed: Packed, way: str) -> tuple[str, str]:
    """How a text points to the attachment inside a journal, and beside an exported file.

    Neither can overlap with another of its kind, for what it begins with stands nowhere else in it, so taking
    one for the other can be turned round.
    """
    place = _TO_QUOTE.sub(lambda found: quote(found[0], safe=""), packed.place)
    return f"]({SCHEME}:{packed.attachment.id})", f"]({way}{place})"
