"""The one table in which a format of summaries is registered."""

from collections.abc import Mapping
from types import MappingProxyType

from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.summary import Format
from amp_desktop.sharing.renderers.base import QT_TRANSLATE_NOOP, PreviewStyle, RendererSpec

_SPECS = (
    RendererSpec(
        format="pdf",
        name=QT_TRANSLATE_NOOP("Share", "PDF"),
        use=QT_TRANSLATE_NOOP("Share", "pages to attach or to print."),
        suffix="pdf",
        media_type="application/pdf",
        module="amp_desktop.sharing.renderers.pdf",
        clipboard=(),
        preview=PreviewStyle.PAGES,
        standard_mark=b"pdfuaid",
    ),
    RendererSpec(
        format="html",
        name=QT_TRANSLATE_NOOP("Share", "Web"),
        use=QT_TRANSLATE_NOOP("Share", "one page for a browser, to attach."),
        suffix="html",
        media_type="text/html",
        module="amp_desktop.sharing.renderers.html",
        clipboard=("text/plain", "text/html"),
        preview=PreviewStyle.WEB_PAGE,
    ),
    RendererSpec(
        format="md",
        name=QT_TRANSLATE_NOOP("Share", "Markdown"),
        use=QT_TRANSLATE_NOOP("Share", "for GitHub: issues, discussions, a file in a repository."),
        suffix="md",
        media_type="text/markdown",
        module="amp_desktop.sharing.renderers.markdown",
    ),
    RendererSpec(
        format="slack",
        name=QT_TRANSLATE_NOOP("Share", "Slack"),
        use=QT_TRANSLATE_NOOP("Share", "for a message in Slack."),
        suffix="slack",
        media_type="text/plain",
        module="amp_desktop.sharing.renderers.slack",
        preview=PreviewStyle.PROSE,
        longest_message=40_000,
    ),
    RendererSpec(
        format="txt",
        name=QT_TRANSLATE_NOOP("Share", "Text"),
        use=QT_TRANSLATE_NOOP("Share", "for an e-mail."),
        suffix="txt",
        media_type="text/plain",
        module="amp_desktop.sharing.renderers.text",
    ),
)

RENDERERS: Mapping[Format, RendererSpec] = MappingProxyType({spec.format: spec for spec in _SPECS})
"""Every format by its name, in the order of the Share page. Another format is one more entry above."""

DEFAULT_FORMAT: Format = "md"
"""What a summary is when nobody said."""


def find_renderer(form: Format) -> RendererSpec:
    """The renderer of a format.

    Raises:
        InvalidValueError: There is none.
    """
    try:
        return RENDERERS[form]
    except KeyError:
        raise _no_renderer(form) from None


def renderer_for_suffix(suffix: str) -> RendererSpec:
    """The renderer whose files end with `suffix`, without its dot and however it is written.

    Raises:
        InvalidValueError: There is none.
    """
    for spec in RENDERERS.values():
        if spec.suffix == suffix.lower():
            return spec
    raise _no_renderer(suffix.lower())


_OTHER_NAMES = {"ics": QT_TRANSLATE_NOOP("Share", "Calendar file")}
"""What leaves by another way than as a summary."""


def renderer_told(form: Format) -> RendererSpec:
    """What there is to tell of a format that left, also when only another version of the program knows it."""
    name = _OTHER_NAMES.get(form, form)
    unknown = RendererSpec(format=form, name=name, use="", suffix=form, media_type="text/plain", module="")
    return RENDERERS.get(form, unknown)


def suffixes() -> str:
    """What files of summaries end with, as a list in words: ".md, .html or .pdf"."""
    *others, last = (f".{spec.suffix}" for spec in RENDERERS.values())
    return f"{', '.join(others)} or {last}"


def _no_renderer(name: str) -> InvalidValueError:
    return InvalidValueError(f"A summary cannot be written as “{name}”.", f"Write to {suffixes()}.")
