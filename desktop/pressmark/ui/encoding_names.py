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
_SELDOM = {
    "cp866": ("CP866", _t("Cyrillic")),
    "iso8859_5": ("ISO 8859-5", _t("Cyrillic")),
    "koi8_u": ("KOI8-U", _t("Cyrillic")),
    "mac_cyrillic": ("Mac Cyrillic", ""),
    "iso8859_1": ("ISO 8859-1", _t("Western")),
    "mac_roman": ("Mac Roman", ""),
    "cp852": ("CP852", _t("Central European")),
    "iso8859_6": ("ISO 8859-6", _t("Arabic")),
    "iso8859_7": ("ISO 8859-7", _t("Greek")),
    "iso8859_8": ("ISO 8859-8", _t("Hebrew")),
    "iso8859_9": ("ISO 8859-9", _t("Turkish")),
    "cp1257": ("Windows-1257", _t("Baltic")),
    "iso8859_13": ("ISO 8859-13", _t("Baltic")),
    "iso8859_4": ("ISO 8859-4", _t("Baltic")),
    "cp874": ("Windows-874", _t("Thai")),
    "tis_620": ("TIS-620", _t("Thai")),
    "cp932": ("CP932", _t("Japanese")),
    "iso2022_jp": ("ISO 2022-JP", _t("Japanese")),
    "iso2022_kr": ("ISO 2022-KR", _t("Korean")),
    "euc_kr": ("EUC-KR", _t("Korean")),
    "gb2312": ("GB 2312", _t("Chinese")),
    "gbk": ("GBK", _t("Chinese")),
}
"""Others by Python's name, that are named but not offered."""


def encoding_name(codec: str) -> str:
    """Return an encoding by its common name, and what is written in it."""
    name, script = _COMMON.get(codec) or _SELDOM.get(codec) or (_spelt(codec), "")
    return f"{name}, {translated(script)}" if script else name


def _spelt(codec: str) -> str:
    return codec.upper().replace("_", "-")


def offered(likely: Sequence[str]) -> Iterator[str]:
    """Yield the encodings to choose from, each once: those that are likely, then common ones."""
    yield from dict.fromkeys((*filter(None, likely), *_COMMON))
