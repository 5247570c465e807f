"""RTF as Outlook packs it into its mails: LZFu ([MS-OXRTFCP])."""

import struct
from collections.abc import Iterator

from pressmark.articles.extract import Extract, Wishes
from pressmark.articles.office.rtf import read_rtf
from pressmark.errors import ArticleFileError

LARGEST = 32 * 1024 * 1024
"""How many bytes a packed RTF may unpack to."""
_PACKED, _PLAIN = b"LZFu", b"MELA"
_WINDOW = 4096
_DICTIONARY = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern "
    rb"\fscript \fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0"
    rb"\blue0" + b"\r\n" + rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
"""What the window holds at first."""


def extracts_of(packed: bytes, wishes: Wishes) -> Iterator[Extract]:
    """Yield what a packed RTF says; ArticleFileError as `unpacked_rtf` and the reader raise it."""
    for found in read_rtf(unpacked_rtf(packed), Wishes(boilerplate=wishes.boilerplate)):
        if isinstance(found, Extract):
            yield found


def unpacked_rtf(data: bytes) -> bytes:
    """Return the RTF; what is cut off comes as far as it goes.

    ArticleFileError `damaged` where this is none, `too-much` where it unpacks to too much.
    """
    if len(data) < 16:
        raise ArticleFileError("damaged")
    size, raw_size, sign = struct.unpack("<II4s", data[:12])
    body = data[16 : size + 4]
    if sign == _PLAIN:
        return body[:raw_size]
    if sign != _PACKED:
        raise ArticleFileError("damaged")
    if raw_size > LARGEST:
        raise ArticleFileError("too-much", limit=f"{LARGEST // 2**20} MiB")
    return _unpacked(body, raw_size)


def _unpacked(body: bytes, raw_size: int) -> bytes:
    window = bytearray(_DICTIONARY.ljust(_WINDOW, b"\0"))
    place, at = len(_DICTIONARY), 0
    made = bytearray()
    while at < len(body) and len(made) < raw_size:
        control, at = body[at], at + 1
        for bit in range(8):
            if control >> bit & 1:
                token, at = body[at : at + 2], at + 2
                if len(token) < 2:
                    return bytes(made)
                reference = token[0] << 8 | token[1]
                start, length = reference >> 4, (reference & 15) + 2
                if start == place:
                    return bytes(made)
                places = range(start, start + length)
            else:
                window[place : place + 1] = body[at : at + 1] or b"\0"
                places, at = range(place, place + 1), at + 1
            for one in places:  # what is copied may begin with what was copied just now
                window[place] = window[one % _WINDOW]
                made.append(window[place])
                place = (place + 1) % _WINDOW
    return bytes(made)
