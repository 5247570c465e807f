"""The language of a text: what its file says, unless letters or the commonest words say otherwise.

The letters tell many languages apart, and the words that make up half of any text tell apart those
that share letters: the lists of them are those of justext.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module

_TAG = re.compile(r"([a-zA-Z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?:[-_].*)?")
_WORD = re.compile(r"[^\W\d_]+")
_SEEN = 4000
"""How much of a text is looked at."""
_FEWEST = 40
"""With fewer words, a text says nothing about its language."""
_COMMON, _MARGIN = 0.3, 1.2
"""How large a share of the words is common in a language, and how many times that in any other."""
_NO_KANA = 100
"""So many letters without kana are Chinese, not Japanese."""
_SCRIPTS = {
    "ARABIC": "ar fa ur ps ckb ug sd",
    "ARMENIAN": "hy",
    "BENGALI": "bn as",
    "CJK": "zh ja ko yue",
    "CYRILLIC": "ru uk be bg sr mk kk ky tg mn uz tt",
    "DEVANAGARI": "hi mr ne sa",
    "GEORGIAN": "ka",
    "GREEK": "el",
    "HANGUL": "ko",
    "HEBREW": "he yi",
    "HIRAGANA": "ja",
    "MYANMAR": "my",
    "THAI": "th",
}
"""Which languages are written in a script; where it is one alone, the script says enough."""
_NOT_LATIN = {one for known in _SCRIPTS.values() for one in known.split()} - {"sr", "uz", "kk"}
_NAMES = (
    "be=Belarusian bg=Bulgarian ca=Catalan cs=Czech da=Danish de=German en=English es=Spanish"
    " et=Estonian fi=Finnish fr=French hr=Croatian hu=Hungarian id=Indonesian it=Italian"
    " lt=Lithuanian lv=Latvian nb=Norwegian_Bokmal nl=Dutch pl=Polish pt=Portuguese ro=Romanian"
    " ru=Russian sk=Slovak sl=Slovenian sv=Swedish tr=Turkish uk=Ukrainian vi=Vietnamese"
)
"""The names of the lists of common words, by language."""
_SAME = {"no": "nb", "nn": "nb", "bs": "hr", "sr": "hr", "sh": "hr", "ms": "id"}
"""Languages that a list of common words does not tell from another."""


def language_of(told: Iterable[str | None], text: str) -> str | None:
    """Return a BCP 47 tag for a text; `told` is what its file says of it, the best first.

    Nothing where the file says none, or one that the letters do not fit, and words leave a doubt.
    """
    tags = [tag for one in told if one and (tag := _tag(one))]
    script = _script(text[:_SEEN])
    known = _common(text[:_SEEN]) if script in ("LATIN", "CYRILLIC") else None
    if known:
        return next((tag for tag in tags if _same(tag) == _same(known)), known)
    fitting = _SCRIPTS.get(script, "").split()
    if not fitting:
        return next((tag for tag in tags if tag.partition("-")[0] not in _NOT_LATIN), None)
    fit = next((tag for tag in tags if tag.partition("-")[0] in fitting), None)
    is_clear = len(fitting) == 1 or (script == "CJK" and len(text) >= _NO_KANA)
    return fit or (fitting[0] if is_clear else None)


def _tag(value: str) -> str | None:
    """Return a tag as BCP 47 writes it, whatever hyphens and capitals the file uses."""
    match = _TAG.fullmatch(value.strip().partition(",")[0])
    if match is None:
        return None
    language, script, region = match.groups()
    parts = (language.lower(), script and script.title(), region and region.upper())
    return "-".join(filter(None, parts))


def _same(tag: str) -> str:
    language = tag.partition("-")[0]
    return _SAME.get(language, language)


def _script(text: str) -> str:
    """Return the script that most letters are in; Japanese by the letters Chinese has not."""
    letters = filter(str.isalpha, text)
    count = Counter(unicodedata.name(char, "").partition(" ")[0] for char in letters)
    if count["HIRAGANA"] + count["KATAKANA"] > 0.1 * count["CJK"]:
        count["HIRAGANA"] += count["CJK"] + count["KATAKANA"]
    return count.most_common(1)[0][0] if count else ""


def _common(text: str) -> str | None:
    """Return the language that many of the words are common in, and far fewer in any other."""
    words = _WORD.findall(text.casefold())
    if len(words) < _FEWEST:
        return None
    shares = sorted(
        (sum(word in common for word in words) / len(words), language)
        for language, common in _lists().items()
    )
    (second, _), (first, language) = shares[-2:]
    return language if first >= max(_COMMON, _MARGIN * second) else None


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    read = import_module("justext.utils").get_stoplist  # only who meets a text needs it
    names = (pair.split("=") for pair in _NAMES.split())
    return {language: frozenset(read(name)) for language, name in names}
