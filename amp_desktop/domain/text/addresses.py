"""Addresses of the web, as people read them."""

from urllib.parse import unquote, urlsplit


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
