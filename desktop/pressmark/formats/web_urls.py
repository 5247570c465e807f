"""Addresses that may stand where a program, or a person, follows them: those of the web."""

import re

_WEB = re.compile(r"https?://[^\s<>\"\x00-\x20\x7f-\x9f]+", re.IGNORECASE)


def web_url(url: str | None) -> str | None:
    """Return an address of the web as it stands, None for any other: it might run something."""
    return url if url is not None and _WEB.fullmatch(url) else None
