"""Typst, as far as it is used here: a world where nothing else can be read, and failures as sentences."""

from __future__ import annotations

import json
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, TypeVar

from amp_desktop.domain.errors import CannotExportError
from amp_desktop.files import fullness
from amp_desktop.places import resource
from amp_desktop.sharing.renderers.base import Spot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import typst

T = TypeVar("T")

STANDARD = "ua-1"
"""PDF/UA-1 (ISO 14289-1): what a screen reader can rely on."""


class Typeset:
    """A summary that is set once, however often it is asked for."""

    def __init__(self, compiler: typst.Compiler) -> None:
        self._compiler = compiler

    def file(self) -> bytes:
        """The PDF; to the standard of accessible ones, or where a text cannot be brought to it without."""
        try:
            return b"".join(asked(lambda: self._compiled(format="pdf", pdf_standards=[STANDARD])))
        except (CannotExportError, ValueError):  # ValueError: a typst that does not know the standard
            return b"".join(asked(lambda: self._compiled(format="pdf")))

    def pages(self, dots_per_inch: float) -> list[bytes]:
        """Its pages as PNG pictures."""
        return asked(lambda: self._compiled(format="png", ppi=dots_per_inch))

    def spots(self) -> list[Spot]:
        """Where on its pages words stand that can be changed, in the order of the pages."""
        found: list[dict[str, Any]] = json.loads(asked(lambda: self._compiler.query("<spot>", field="value")))
        return [Spot(spot["key"], spot["page"] - 1, spot["top"], spot["end"]) for spot in found]

    def _compiled(self, **options: Any) -> list[bytes]:
        # No date is shown, and typst's own look at a clock before 1970 ends in a panic.
        made: Any = self._compiler.compile(timestamp=0, **options)
        return made if isinstance(made, list) else [made]


@contextmanager
def compiler_of(program: str, fonts: typst.Fonts, **inputs: str) -> Iterator[typst.Compiler]:
    """One of the programs in `resources/summary`, in a world where nothing else can be read.

    Raises:
        CannotExportError: The system's folder for temporary files takes no world.
    """
    import typst

    code = resource("summary", program).read_bytes()
    with ExitStack() as stack:
        try:
            world = stack.enter_context(TemporaryDirectory(prefix="amp-page-"))
            page = Path(world, program)
            page.write_bytes(code)
        except OSError as error:
            raise _no_world(error) from error
        yield typst.Compiler(
            page,
            root=world,
            package_path=world,
            package_cache_path=world,
            font_paths=fonts,
            sys_inputs=inputs,
        )


@cache
def known_fonts() -> typst.Fonts:
    """The fonts shipped and those of the system; looking for them takes most of the first PDF's time."""
    import typst

    return typst.Fonts(font_paths=[str(resource("fonts"))])


def asked(work: Callable[[], T]) -> T:
    """What typst answers.

    Raises:
        CannotExportError: It cannot set the text, or panics over it, which Python does not take for an error.
    """
    import typst

    try:
        return work()
    except BaseException as error:
        if not isinstance(error, typst.TypstError) and type(error).__name__ != "PanicException":
            raise
        raise _cannot() from None  # its words may hold those of the text


def _no_world(error: OSError) -> CannotExportError:
    full = fullness(error.errno)
    why = f"its disk is {full}" if full else "it cannot be written"
    return CannotExportError(
        f"The pages could not be set: they need the system's folder for temporary files, and {why}.",
        "Make room there, or share it in another format.",
    )


def _cannot() -> CannotExportError:
    return CannotExportError(
        "The pages could not be set.",
        "Share it in another format, or leave out the entry that you added last.",
    )
