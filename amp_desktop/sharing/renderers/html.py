"""A summary as one HTML file: nothing to fetch, nothing to run, good on paper too.

The page is written in `resources/summary/page.html.jinja`, where every word is escaped; its policy forbids
the browser whatever the page does not bring along.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from typing import TYPE_CHECKING

from amp_desktop.places import resource
from amp_desktop.sharing.renderers.formatting import APPENDIX

if TYPE_CHECKING:
    from jinja2 import Template

    from amp_desktop.domain.summary import Summary


def render(summary: Summary) -> bytes:
    """The summary as an HTML page in UTF-8."""
    return _page().render(summary=summary, appendix=APPENDIX).encode()


@cache
def _page() -> Template:
    """The page, compiled once; jinja2 is imported late, for starting the program must not wait for it."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(resource("summary")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["base64"] = lambda data: b64encode(data).decode()
    environment.tests["a"] = lambda value, name: type(value).__name__ == name
    return environment.get_template("page.html.jinja")
