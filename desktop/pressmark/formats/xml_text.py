"""What of a text XML can hold."""

import re

_UNFIT = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """Return a text with U+FFFD for what no XML may hold, not even escaped; as long as before."""
    return _UNFIT.sub("\ufffd", text)
