"""Telling encodings of Chinese, Japanese and Korean apart: by how common their letters are.

Each of these encodings can read most bytes of the others, but as letters that hardly anybody
writes: the standards put the common ones first, and each language has a script or habits of its
own.
"""

import re

CODECS = ("gb18030", "big5", "cp932", "euc_jp", "cp949")
_BETWEEN = re.compile(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])")
_SAMPLE = 4096
_FEWEST = 4
"""How many letters beyond ASCII tell something."""
_SPACED = 0.05
"""How many spaces, by the letters, a language without spaces between words has at most."""
_UNLIKE = 0.85
_COMMON = {
    "gb18030": ("gb2312", 0xB0, 0xD7),
    "big5": ("big5", 0xA4, 0xC6),
    "cp932": ("euc_jp", 0xB0, 0xCF),
    "euc_jp": ("euc_jp", 0xB0, 0xCF),
}
"""In which standard, from which first byte to which, the common Han letters of a language are."""


def east_asian_likeness(text: str, codec: str) -> float:
    """Return which share of the letters beyond ASCII the language of a codec writes often.

    Kana speak for Japanese alone, and count twice.
    """
    sample = text[:_SAMPLE]
    foreign = [char for char in sample if char > "\x7f"]
    if len(foreign) < _FEWEST:
        return 0.0
    share = sum(_is_common(char, codec) for char in foreign) / len(foreign)
    spaced = len(_BETWEEN.findall(sample)) > _SPACED * len(foreign)
    if codec == "cp949":
        return share if spaced or len(foreign) < 20 else share * _UNLIKE
    if codec in ("cp932", "euc_jp"):
        kana = sum(map(_is_kana, foreign)) / len(foreign)
        share *= 1 + kana if kana else _UNLIKE
    return share * _UNLIKE if spaced else share


def _is_common(char: str, codec: str) -> bool:
    if "\u3000" <= char <= "\u301f" or "\uff01" <= char <= "\uff5e" or char in "“”‘’…—·":
        return True
    if codec == "cp949":
        return "\uac00" <= char <= "\ud7a3" and bool(_in(char, "euc_kr"))
    if _is_kana(char):
        return codec in ("cp932", "euc_jp")
    name, first, last = _COMMON[codec]
    return _is_han(char) and first <= (_in(char, name) or b"\0")[0] <= last


def _is_kana(char: str) -> bool:
    return "\u3040" <= char <= "\u30ff"


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def _in(char: str, codec: str) -> bytes:
    return char.encode(codec, "ignore")
