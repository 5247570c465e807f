"""Letters of fonts that draw signs in the places of letters: what the signs are in Unicode."""

import re

_GREEK_AND_SIGNS = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
    "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"
    "⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\uf8ff〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
)
_MARKS = "J☺L☹l●n■o□q❑u◆v❖\x9f•\xa7▪\xa8◻\xb7•\xd8➢\xdf←\xe0→\xe8➔\xf0⇨\xfb✗\xfc✓\xfd☒\xfe☑"
"""Codes of Wingdings and what is drawn for each, in turn: what lists and forms are made with."""
_TABLES = {
    "symbol": dict(zip([*range(0x20, 0x7F), *range(0xA0, 0xFF)], _GREEK_AND_SIGNS, strict=True)),
    "wingdings": dict(zip(map(ord, _MARKS[::2]), _MARKS[1::2], strict=True)),
}
_PRIVATE = 0xF000
_CODES = re.compile("[\uf020-\uf0ff]")


def symbol(code: int, font: str) -> str:
    """Return the sign that a font draws for a code; the code's own character if it is unknown.

    Word writes codes of such fonts from U+F000 on.
    """
    table = _TABLES.get(font.strip().lower(), {})
    place = code - _PRIVATE if _PRIVATE <= code < _PRIVATE + 0x100 else code
    sign = table.get(place)
    return sign or (chr(code) if 0 <= code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd")


def with_signs(text: str, font: str) -> str:
    """Return text with the signs that a font draws for codes in it, where it is such a font."""
    if not _CODES.search(text):
        return text
    return _CODES.sub(lambda code: symbol(ord(code[0]), font), text)
