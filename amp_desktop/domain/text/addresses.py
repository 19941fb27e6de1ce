"""Addresses of the web, as people read them."""

import re
from urllib.parse import unquote, urlsplit

_WORK = re.compile(
    r"https?://[^\s<>()\[\]\"'`]+/(?:pull|pulls|issues|discussions|merge_requests|commit)/[0-9a-f]+\b",
    re.IGNORECASE,
)

MOST_WORK = 5
"""Addresses that show one thing, at most."""


def host_and_path(address: str) -> tuple[str, str]:
    """Where an address leads: without scheme, sign-in details and "www.", the path as it reads.

    Both are empty for what is no address of a host, or only begins like one.
    """
    try:
        parts = urlsplit(address)
    except ValueError:  # such as half of an IPv6 address
        return "", ""
    host = parts.netloc.rpartition("@")[2].removeprefix("www.")
    return (host, unquote(parts.path).rstrip("/")) if host else ("", "")


def work_addresses(text: str) -> tuple[str, ...]:
    """The addresses of issues, pull requests, discussions and commits in a text, each once, the first few."""
    if "://" not in text:
        return ()
    return tuple(dict.fromkeys(found[0] for found in _WORK.finditer(text)))[:MOST_WORK]
