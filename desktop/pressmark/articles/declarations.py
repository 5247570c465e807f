"""Whether to believe what a file says its encoding is: not where the bytes are words in another."""

import re

from pressmark.articles import east_asian_letters
from pressmark.articles.word_shapes import oddness

_SENSE, _MORE = 0.9, 1.15
"""How much sense a reading makes that is believed at sight; how many times what another makes."""
_FEWEST = 12
"""How many letters beyond ASCII must speak against what a file says."""
_GLUED = re.compile(r"(?<=[a-z])[^\x00-\xbf]")
"""A letter beyond ASCII that stands right behind a small one: Latin with its accents."""
_SAMPLE = 64 * 1024
_SAME = {
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    **dict.fromkeys(("big5hkscs", "cp950"), "big5"),
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}


def makes_sense(text: str, codec: str) -> bool:
    """Say whether a text could be what its author wrote, read with a codec."""
    text = text[:_SAMPLE]
    foreign = sum(char > "\x7f" for char in text)
    if _is_east_asian(codec) and 2 * len(_GLUED.findall(text)) > foreign:
        return False
    return foreign < _FEWEST or _sense(text, codec) >= _SENSE


def is_denied(text: str, codec: str, other: str, other_codec: str) -> bool:
    """Say whether a reading with the declared codec is none, since another one makes the words."""
    if makes_sense(text, codec):
        return False
    return _sense(other, other_codec) >= max(_SENSE, _MORE * _sense(text, codec))


def _sense(text: str, codec: str) -> float:
    if _is_east_asian(codec):
        return east_asian_letters.east_asian_likeness(text, _SAME.get(codec, codec))
    return 1 - oddness(text[:_SAMPLE])


def _is_east_asian(codec: str) -> bool:
    return _SAME.get(codec, codec) in east_asian_letters.CODECS
