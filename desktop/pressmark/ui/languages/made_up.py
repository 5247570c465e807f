"""Two languages that nobody speaks, to see what is not translated, and where there is no room.

`xx-long` has every phrase in brackets, with accents, and half as long again; `xx-mirror` has it in
other brackets and turns the window round, as Arabic and Hebrew do. For tests, and for developers by
the environment variable PRESSMARK_LANGUAGE.
"""

import math
import re

_ACCENTS = str.maketrans("aceinosuyzACEINOSUYZ", "áçéíñóšúýžÁÇÉÍÑÓŠÚÝŽ")
_KEPT = re.compile(r"(\{\w*\}|&&|&\w|%\w|\n)")
"""Gaps, access keys, numbers and ends of lines stay as they are."""
_ENDING = re.compile(r"[…:.?!,;]*$")
_FILLER = "one two three four five six seven eight nine ten eleven twelve "


def longer(context: str, source: str, _count: int = -1) -> str | None:
    """Return a phrase at least 40 % longer: "⟦Šávé ás one…⟧"."""
    if not _is_phrase(context, source):
        return None
    ending = _ENDING.search(source)
    bare = source[: ending.start()] if ending else source
    parts = _KEPT.split(bare)
    told = "".join(part if _KEPT.fullmatch(part) else part.translate(_ACCENTS) for part in parts)
    filler = (_FILLER * len(source))[: math.ceil(0.4 * len(source))]
    return f"⟦{told} {filler.rstrip()}⟧{source[len(bare) :]}" if bare else None


def mirrored(context: str, source: str, _count: int = -1) -> str | None:
    """Return a phrase in other brackets, begun by a mark of what is read from the right."""
    return f"\N{RIGHT-TO-LEFT MARK}⟪{source}⟫" if _is_phrase(context, source) else None


def _is_phrase(context: str, source: str) -> bool:
    """Say whether there is anything to translate: not so names of keys, and orders to Qt."""
    is_told = context != "QShortcut" and source != "QT_LAYOUT_DIRECTION"
    return is_told and any(char.isalpha() for char in source)
