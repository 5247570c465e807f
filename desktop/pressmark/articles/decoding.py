"""Bytes to text: which encoding a file is in, and how sure that is."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import regex

from pressmark.articles import east_asian_letters
from pressmark.articles.declarations import is_denied
from pressmark.articles.extract import RunnerUp
from pressmark.articles.latin_letters import is_latin, likeness
from pressmark.articles.word_shapes import oddness
from pressmark.errors import ArticleFileError

_BOMS = (  # the four bytes of UTF-32 begin with the two of UTF-16
    (codecs.BOM_UTF8, "utf_8"),
    (codecs.BOM_UTF32_LE, "utf_32_le"),
    (codecs.BOM_UTF32_BE, "utf_32_be"),
    (codecs.BOM_UTF16_LE, "utf_16_le"),
    (codecs.BOM_UTF16_BE, "utf_16_be"),
)
_SHIFTING = (("iso2022_kr", b"\x1b$)C"), ("iso2022_jp", b"\x1b$B"), ("iso2022_jp", b"\x1b$@"))
_LATIN = ("cp1252", "cp1250", "iso8859_2", "cp1254", "cp1257")
_CYRILLIC = ("cp1251", "koi8_r")
_SELDOM = ("mac_cyrillic", "ptcp154", "kz1048")
"""What is like the first of them in all but a few letters, and hardly ever met."""
_ODD = 0.3
"""Which share of odd letters makes a reading doubtful."""
_MODERN = ("cp125", "iso8859")
"""How the codecs begin that texts are in rather than in those of DOS and the old Macintosh."""
_EAST_ASIAN = 0.9
"""Which share of letters that are common in it speaks for an East Asian language."""
_LARGER = {"gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949", "shift_jis": "cp932"}
"""What texts mostly are in that declare the smaller encoding of two."""
_SEVERAL_BYTES = frozenset(
    {
        *("gb2312", "gbk", "gb18030", "hz", "big5", "big5hkscs", "cp950", "shift_jis", "cp932"),
        *("shift_jis_2004", "shift_jisx0213", "euc_jp", "euc_jis_2004", "euc_jisx0213"),
        *("euc_kr", "cp949", "johab"),
    }
)
_WIDE = ("utf_16_le", "utf_16_be", "utf_32_le", "utf_32_be")
_DECLARED = re.compile(rb"""(?:encoding|charset)\s*=\s*["']?([A-Za-z0-9._:-]{2,40})""")
_ESCAPED = re.compile("[\udc80-\udcff]")
_LINE_ENDS = re.compile(r"\r\n?")
_NOISE = regex.compile(r"[\p{Cc}\p{Cn}\p{Co}]")
_PREVIEW = 200
_SAMPLE = 64 * 1024
_SEEN = 256 * 1024
_MOST_RUNNERS_UP = 5


@dataclass(frozen=True, slots=True)
class Decoded:
    """Frozen text, the Python codec it was read with, and the codecs that came after it.

    `certain` says that the bytes leave no doubt: a byte-order mark, valid UTF-8, a choice of
    the user's.
    """

    text: str
    encoding: str
    certain: bool = True
    runners_up: tuple[RunnerUp, ...] = ()


def freeze(text: str) -> str:
    """Return text as it is stored: without one leading BOM, line ends as LF, else untouched."""
    return _LINE_ENDS.sub("\n", text.removeprefix("\ufeff"))


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Return the frozen text in `data`, read as `encoding` or as what the bytes look like.

    ArticleFileError `empty`, `binary`, `undecodable`, or `unknown-encoding`.
    """
    if not data:
        raise ArticleFileError("empty")
    if encoding is not None:
        return Decoded(_decoded(data, encoding), encoding)
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return Decoded(_decoded(data[len(mark) :], codec), codec)
    for codec, escape in _SHIFTING:
        if escape in data and (text := _tried(data, codec)) is not None:
            return Decoded(text, codec, certain=False)
    if b"\0" in data:
        return _with_stray_nuls(data) or _wide(data)
    text = _tried(data, "utf_8")
    if text is not None:
        if _is_noise(text):
            raise ArticleFileError("binary")
        return Decoded(text, "utf_8")
    return _mixed(data) or _legacy(data)


def _decoded(data: bytes, codec: str) -> str:
    try:
        text = freeze(data.decode(codec))
        text.encode()  # a few codecs let halves of surrogate pairs through
    except LookupError:
        raise ArticleFileError("unknown-encoding", encoding=codec) from None
    except UnicodeError:
        raise ArticleFileError("undecodable", encoding=codec) from None
    return text


def _tried(data: bytes, codec: str) -> str | None:
    try:
        return _decoded(data, codec)
    except ArticleFileError:
        return None


def _with_stray_nuls(data: bytes) -> Decoded | None:
    """Read UTF-8 with a NUL here and there: each becomes a mark for what cannot be read."""
    text = _tried(data, "utf_8") if 100 * data.count(b"\0") < len(data) else None
    if text is None or _is_noise(text):
        return None
    return Decoded(text.replace("\0", "\ufffd"), "utf_8", certain=False)


def _wide(data: bytes) -> Decoded:
    """Read two or four bytes a letter without a mark: the reading that makes plain letters."""
    readings = [(codec, _tried(data, codec)) for codec in _WIDE]
    likely = [(codec, text) for codec, text in readings if text and not _is_noise(text)]
    if not likely:
        raise ArticleFileError("binary")
    codec, text = min(likely, key=lambda one: len(set(map(_script, one[1][:_SAMPLE]))))
    return Decoded(text, codec, certain=False)


def _script(char: str) -> int:
    """Return the 256-letter row of a character: wrong byte order scatters over all of them."""
    return ord(char) >> 8


def _mixed(data: bytes) -> Decoded | None:
    """Read UTF-8 with some Windows-1252 in it, as pasting into old forms makes it."""
    escaped = data.decode("utf_8", "surrogateescape")
    foreign = sum(char > "\x7f" for char in escaped)
    odd = len(_ESCAPED.findall(escaped))
    if 2 * odd >= foreign:
        return None
    text = _ESCAPED.sub(
        lambda one: bytes([ord(one[0]) - 0xDC00]).decode("cp1252", "replace"), escaped
    )
    return Decoded(freeze(text), "utf_8", certain=False)


def _legacy(data: bytes) -> Decoded:
    """Take what the file declares, unless that is denied, else what is most like a language."""
    declared, guessed = list(_declared(data)), list(_guessed(data))
    sound = _sound(data, [*declared, *east_asian_letters.CODECS, *guessed])
    if not sound:
        raise ArticleFileError("binary")
    best = _ranked(data, sound, guessed)
    first = sound[0]
    is_told = first.encoding in declared and not is_denied(
        first.text, first.encoding, best[0].text, best[0].encoding
    )
    sound = sound if is_told else best
    others = [RunnerUp(one.encoding, one.text[:_PREVIEW]) for one in sound[1:]]
    return replace(sound[0], certain=False, runners_up=tuple(others[:_MOST_RUNNERS_UP]))


def _ranked(data: bytes, sound: list[Decoded], guessed: list[str]) -> list[Decoded]:
    """Return readings, those first that look most like a language that is written so."""
    likely = sorted(sound, key=lambda one: -_east_asian(one))
    if _east_asian(likely[0]) >= _EAST_ASIAN:
        return likely
    others = [one for one in sound if one.encoding not in _SEVERAL_BYTES] or _sound(data, [*_LATIN])
    if not others:
        return likely
    if is_latin(others[0].text[:_SAMPLE]):
        names = [*(name for name in guessed if name.startswith(_MODERN)), *_LATIN, *guessed]
        others = _sound(data, [name for name in names if name not in _SEVERAL_BYTES])
        others.sort(key=lambda one: -likeness(one.text[:_SAMPLE]))
    others = _less_odd(others, _sound(data, [*_CYRILLIC]))
    return [*others, *(one for one in likely if one.encoding in _SEVERAL_BYTES)]


def _less_odd(readings: list[Decoded], others: list[Decoded]) -> list[Decoded]:
    """Return readings, another one first where its words look like words and the first's do not."""
    first = readings[0]
    odd = oddness(first.text[:_SAMPLE])
    best = min(others, key=lambda one: oddness(one.text[:_SAMPLE]), default=first)
    least = oddness(best.text[:_SAMPLE])
    is_rare = first.encoding in _SELDOM
    if (odd > _ODD and 3 * least < odd) or (is_rare and least <= odd):
        return [best, *(one for one in readings if one.text != best.text)]
    return readings


def _east_asian(reading: Decoded) -> float:
    if reading.encoding not in east_asian_letters.CODECS:
        return 0.0
    return east_asian_letters.east_asian_likeness(reading.text, reading.encoding)


def _sound(data: bytes, names: list[str]) -> list[Decoded]:
    """Return the readings that are text, each text once."""
    readings: dict[str, Decoded] = {}
    for codec in names:
        text = _tried(data, codec)
        if text is not None and text not in readings and not _is_noise(text):
            readings[text] = Decoded(text, codec)
    return list(readings.values())


def _declared(data: bytes) -> Iterator[str]:
    match = _DECLARED.search(data[:2048])
    if match is None:
        return
    try:
        name = codecs.lookup(match[1].decode("ascii")).name.replace("-", "_")
    except LookupError:
        return
    yield name
    if name in _LARGER:
        yield _LARGER[name]


def _guessed(data: bytes) -> Iterator[str]:
    from charset_normalizer import from_bytes  # noqa: PLC0415 -- 2 MB that few texts need

    sample = data[:_SEEN]
    if len(data) > _SEEN:  # not to end within a letter
        sample = sample[: sample.rfind(b" ") + 1] or sample
    for one in from_bytes(sample):
        yield one.encoding
        yield from one.could_be_from_charset


def _is_noise(text: str) -> bool:
    """Say whether a text has control characters beyond those of typewriters, or unknown ones."""
    sample = text[:_SAMPLE]
    noise = len(_NOISE.findall(sample))
    plain = sum(sample.count(char) for char in "\n\t\f\x0b\x1b\x85")
    return (noise - plain) * 100 > len(sample)
