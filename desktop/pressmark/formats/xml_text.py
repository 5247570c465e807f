"""What of a text XML can hold, and how it is written.

The functions of `xml.sax.saxutils` would do, but that brings in all there is for the web.
"""

import re

_UNFIT = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """Return a text with U+FFFD for what no XML may hold, not even escaped; as long as before."""
    return _UNFIT.sub("\ufffd", text)


def escaped(text: str) -> str:
    """Return a text as it stands between tags; a carriage return stays one."""
    fit = xml_text(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return fit.replace("\r", "&#13;")


def quoted(text: str) -> str:
    """Return a text as the value of an attribute, within quotation marks."""
    value = escaped(text).replace("\n", "&#10;").replace("\t", "&#9;")
    if '"' not in value:
        return f'"{value}"'
    return f"'{value}'" if "'" not in value else '"{}"'.format(value.replace('"', "&quot;"))
