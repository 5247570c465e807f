"""Which letters the bytes of an RTF file are: by its code page, by the charset of each font."""

import codecs
from dataclasses import dataclass, field, replace

from pressmark.articles.office.symbols import symbol

_CHARSETS = {
    0: "cp1252",
    77: "mac_roman",
    78: "shift_jis",
    79: "euc_kr",
    80: "gb2312",
    81: "big5",
    82: "johab",
    85: "mac_greek",
    86: "mac_turkish",
    88: "mac_latin2",
    89: "mac_cyrillic",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gbk",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
_SIGNS = 2
"""The charset of fonts that draw signs in the places of letters."""
_PAGES = {
    936: "gbk",
    1361: "johab",
    10000: "mac_roman",
    10001: "shift_jis",
    10006: "mac_greek",
    10007: "mac_cyrillic",
    10029: "mac_latin2",
    10081: "mac_turkish",
    65001: "utf_8",
}
FAMILIES = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
"""The code pages that are said by a word."""


def codec_of_page(number: int) -> str:
    """Return the Python codec of a code page, that of Western Windows if there is none."""
    name = _PAGES.get(number, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"


@dataclass(slots=True)
class Font:
    """A font of the table: `codec` is empty where it is the document's."""

    name: str = ""
    codec: str = ""
    signs: bool = False


@dataclass(frozen=True, slots=True)
class Face:
    """Which fonts letters are in: one for most scripts, and an `other` for those from the right."""

    font: int | None = None
    other: int | None = None
    is_other: bool = False


@dataclass(slots=True)
class Letters:
    """The fonts and the code page of a file."""

    codec: str = "cp1252"
    fonts: dict[int, Font] = field(default_factory=dict)
    default: int | None = None
    _defined: Font = field(default_factory=Font)

    def define(self, word: str, number: int) -> None:
        """Take a word of the table of fonts."""
        if word == "f":
            self._defined = self.fonts[number] = Font()
        elif word == "fcharset":
            self._defined.codec = _CHARSETS.get(number, "")
            self._defined.signs = number == _SIGNS
        elif word == "cpg":
            self._defined.codec = codec_of_page(number)

    def name(self, text: str) -> None:
        """Take text of the table of fonts."""
        self._defined.name += text.partition(";")[0]

    def font(self, face: Face) -> Font:
        """Return the font of a face."""
        number = face.other if face.is_other else face.font
        number = self.default if number is None else number
        return self.fonts.get(-1 if number is None else number, Font())

    def read(self, data: bytes, face: Face) -> str:
        """Return the letters that bytes are."""
        font = self.font(face)
        if font.signs:
            return "".join(symbol(byte, font.name) for byte in data)
        return data.decode(font.codec or self.codec, "replace")


FACE_WORDS = frozenset({"plain", "f", "af", "rtlch", "ltrch"})
"""The words that are said of a face."""


def faced(face: Face, word: str, number: int | None) -> Face:
    """Return the face after a word that is said of letters."""
    match word:
        case "plain":
            return Face()
        case "f":
            return replace(face, font=number)
        case "af":
            return replace(face, other=number)
        case "rtlch" | "ltrch":
            return replace(face, is_other=word == "rtlch")
    return face
