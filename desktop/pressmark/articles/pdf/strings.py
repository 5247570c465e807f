"""Strings that PDFium gives: it is asked for the length first, then for UTF-16."""

import ctypes
from collections.abc import Callable

LONGEST = 200_000
"""How many bytes of a string are taken at most."""


def told(ask: "Callable[[ctypes.Array[ctypes.c_ushort] | None, int], int]") -> str:
    """Return what a PDFium function says; empty where it says nothing or too much."""
    size = ask(None, 0)
    if not 2 < size <= LONGEST:
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    ask(buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "replace")
