"""The formats of summaries, a file each, and their table. A renderer knows `domain.summary` and no more."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from amp_desktop.domain.summary import Format, Summary
from amp_desktop.sharing.renderers.registry import find_renderer

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from amp_desktop.sharing.renderers.base import TypesetSummary


def render(summary: Summary, form: Format) -> bytes:
    """The summary as the bytes of a file: a PDF, or text in UTF-8. The same summary gives the same bytes.

    The first PDF of a process takes a second or two longer: fonts are looked for.

    Raises:
        InvalidValueError: There is no such format.
    """
    rendered: bytes = _module(form).render(summary)
    return rendered


def typeset(summary: Summary, form: Format) -> "AbstractContextManager[TypesetSummary]":
    """The summary in a format with pages, set once for its file and for the pictures of its pages.

    Raises:
        InvalidValueError: There is no such format.
    """
    document: AbstractContextManager[TypesetSummary] = _module(form).typeset(summary)
    return document


def remarks(form: Format, rendered: bytes) -> tuple[str, ...]:
    """What the mentee should know before sending, one sentence each; mostly nothing.

    Raises:
        InvalidValueError: There is no such format.
    """
    spec = find_renderer(form)
    if spec.standard_mark and spec.standard_mark not in rendered:
        return (f"This {spec.name} could not be made to the standard for accessible documents (PDF/UA-1).",)
    most = spec.longest_message
    if most is not None and len(rendered.decode()) > most:
        return (f"{spec.name} cuts messages of more than {most:,} characters: attach a PDF instead.",)
    return ()


def _module(form: Format) -> Any:
    """Where the format is written; late, for each brings its own heavy companions."""
    return import_module(find_renderer(form).module)
