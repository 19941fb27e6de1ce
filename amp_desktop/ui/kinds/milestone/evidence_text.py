"""What was typed or pasted as evidence, read as an address and its words. No Qt."""

import re

from amp_desktop.domain.kinds.milestone import Evidence
from amp_desktop.domain.text.addresses import host_and_path
from amp_desktop.domain.text.one_line import one_line

_MARKDOWN = re.compile(
    r"\[(?P<words>[^\[\]]*+(?:\[[^\[\]]*+\][^\[\]]*+)*+)\]"
    r"\((?P<url>[^\s()]++(?:\([^\s()]*+\)[^\s()]*+)*+)\)"
)
_ADDRESS = re.compile(r"<?(?P<url>(?:https?://|www\.)[^\s<>]+)>?")
_TRAILING = ".,;:!?"
_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_SHORT = 44
"""Characters of an address that a line shows."""


def read_evidence(text: str) -> Evidence:
    """What somebody typed or pasted: a Markdown link, an address, or words with an address among them.

    What has no address is kept as it is: an earlier version took anything for evidence.
    """
    line = one_line(text).strip()
    link = _MARKDOWN.search(line)
    if link is not None:
        around = f"{line[: link.start()]} {line[link.end() :]}"
        return Evidence(link["url"], _joined(link["words"], around))
    address = _ADDRESS.search(line)
    if address is None:
        return Evidence(line)
    url = address["url"].rstrip(_TRAILING)
    return Evidence(url, _joined("", f"{line[: address.start()]} {line[address.end() :]}"))


def read_all(text: str) -> tuple[Evidence, ...]:
    """Each line of what was pasted, without the marks of a list; empty ones are left out."""
    lines = (re.sub(r"^\s*(?:[-*+]|\d+[.)])\s+", "", line) for line in text.splitlines())
    return tuple(read_evidence(line) for line in lines if line.strip())


def short_address(url: str) -> str:
    """An address as one reads it: without its scheme, and not longer than a line's end can be."""
    host, path = host_and_path(url)
    if not host:
        return url if len(url) <= _SHORT else f"{url[: _SHORT - 1]}…"
    whole = f"{host}{path}"
    if len(whole) <= _SHORT:
        return whole
    last = path.rpartition("/")[2]
    room = _SHORT - len(host) - 3
    return f"{host}/…/{last}" if 0 < len(last) <= room else f"{whole[: _SHORT - 1]}…"


def web_address(url: str) -> str:
    """The address that a browser can open, or an empty string: a file or a program never is one."""
    address = f"https://{url}" if url.startswith("www.") else url
    return address if _WEB.match(address) and " " not in address else ""


def _joined(words: str, around: str) -> str:
    said = (words.strip(), around.strip(" -–—:·,;()"))
    return " ".join(" ".join(part.split()) for part in said if part)
