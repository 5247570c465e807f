"""What encodings are called, and which are offered."""

from collections.abc import Iterator, Sequence

from pressmark.ui.words import phrase as _t
from pressmark.ui.words import translated

_COMMON = {
    "utf_8": ("UTF-8", ""),
    "utf_16": ("UTF-16", ""),
    "cp1252": ("Windows-1252", _t("Western")),
    "cp1250": ("Windows-1250", _t("Central European")),
    "cp1251": ("Windows-1251", _t("Cyrillic")),
    "koi8_r": ("KOI8-R", _t("Cyrillic")),
    "cp1253": ("Windows-1253", _t("Greek")),
    "cp1254": ("Windows-1254", _t("Turkish")),
    "cp1255": ("Windows-1255", _t("Hebrew")),
    "cp1256": ("Windows-1256", _t("Arabic")),
    "iso8859_2": ("ISO 8859-2", _t("Central European")),
    "iso8859_15": ("ISO 8859-15", _t("Western")),
    "gb18030": ("GB 18030", _t("Chinese")),
    "big5": ("Big5", _t("Chinese")),
    "shift_jis": ("Shift JIS", _t("Japanese")),
    "euc_jp": ("EUC-JP", _t("Japanese")),
    "cp949": ("CP949", _t("Korean")),
}
"""Encodings of news files by Python's name, offered after those that a file looks like."""


def encoding_name(codec: str) -> str:
    """Return an encoding by its common name, and what is written in it."""
    name, script = _COMMON.get(codec, (codec, ""))
    return f"{name}, {translated(script)}" if script else name


def offered(likely: Sequence[str]) -> Iterator[str]:
    """Yield the encodings to choose from, each once: those that are likely, then common ones."""
    yield from dict.fromkeys((*filter(None, likely), *_COMMON))
