"""JSON that came in UTF-16, as some programs of Windows write it: brought to UTF-8."""

_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_BEGINNINGS = (
    *((one + b"\0", "utf-16-le") for one in (b"{", b"[")),
    *((b"\0" + one, "utf-16-be") for one in (b"{", b"[")),
)


def in_utf_8(data: bytes) -> bytes:
    """Return JSON in UTF-8 if it is in UTF-16; anything else, and what is malformed, as it is."""
    coding = next((name for begun, name in (*_MARKS, *_BEGINNINGS) if data.startswith(begun)), None)
    if coding is None:
        return data
    try:
        text = data.decode(coding)
    except UnicodeDecodeError:
        return data
    return text.encode() if text.lstrip()[:1] in ("{", "[") else data
