"""The five forms of a summary. They know `domain.summary` and nothing else of the project."""

from importlib import import_module
from typing import TYPE_CHECKING

from amp_desktop.domain.summary import Format, Summary

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from amp_desktop.sharing.renderers.pdf import Typeset

_MODULES = {
    Format.MARKDOWN: "markdown",
    Format.HTML: "html",
    Format.PDF: "pdf",
    Format.TEXT: "text",
    Format.SLACK: "slack",
}


def render(summary: Summary, form: Format) -> bytes:
    """The summary as the bytes of a file: a PDF, or text in UTF-8. The same summary gives the same bytes.

    The first PDF of a process takes a second or two longer: fonts are looked for.
    """
    module = import_module(f"{__name__}.{_MODULES[form]}")  # late: each brings its own heavy companions
    rendered: bytes = module.render(summary)
    return rendered


def render_pages(summary: Summary, dots_per_inch: float = 96) -> list[bytes]:
    """The pages of the PDF as PNG pictures, in order: what a preview shows is what the file holds."""
    from amp_desktop.sharing.renderers.pdf import render_pages as render_pdf_pages

    return render_pdf_pages(summary, dots_per_inch)


def typeset(summary: Summary) -> "AbstractContextManager[Typeset]":
    """The summary as a PDF that is set once, for its file and for the pictures of its pages."""
    from amp_desktop.sharing.renderers.pdf import typeset as typeset_pdf

    return typeset_pdf(summary)


def remarks(form: Format, rendered: bytes) -> tuple[str, ...]:
    """What the mentee should know before sending, one sentence each; mostly nothing."""
    from amp_desktop.sharing.renderers.slack import LONGEST_MESSAGE

    if form is Format.SLACK and len(rendered.decode()) > LONGEST_MESSAGE:
        return (f"Slack cuts messages of more than {LONGEST_MESSAGE:,} characters: attach a PDF instead.",)
    return ()
