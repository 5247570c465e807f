"""The language of a text: what its file says, unless letters or the commonest words say otherwise.

The letters tell many languages apart, and the words that make up half of any text tell apart those
that share letters: the lists of them are those of justext.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import regex

_TAG = re.compile(r"([a-zA-Z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?:[-_].*)?")
_WORD = regex.compile(r"[\p{L}\p{M}]+")
_SEEN = 4000
"""How much of a text is looked at."""
_FEWEST, _FEWEST_OTHERS = 40, 20
"""With fewer words, a text says nothing about its language, in Latin and in other scripts."""
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
    "ETHIOPIC": "am ti",
    "GEORGIAN": "ka",
    "GREEK": "el",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "HANGUL": "ko",
    "HEBREW": "he yi",
    "HIRAGANA": "ja",
    "KANNADA": "kn",
    "KATAKANA": "ja",
    "KHMER": "km",
    "LAO": "lo",
    "MALAYALAM": "ml",
    "MYANMAR": "my",
    "ORIYA": "or",
    "SINHALA": "si",
    "TAMIL": "ta",
    "TELUGU": "te",
    "THAANA": "dv",
    "THAI": "th",
    "TIBETAN": "bo dz",
}
"""Which languages are written in a script; where it is one alone, the script says enough."""
_NOT_LATIN = {one for known in _SCRIPTS.values() for one in known.split()} - {"sr", "uz", "kk"}
_LISTED = {
    "ARABIC": "ar=Arabic fa=Persian ur=Urdu",
    "BENGALI": "bn=Bengali",
    "CYRILLIC": "be=Belarusian bg=Bulgarian kk=Kazakh ky=Kyrgyz mk=Macedonian ru=Russian sr=Serbian"
    " uk=Ukrainian",
    "HEBREW": "he=Hebrew",
    "LATIN": "ca=Catalan cs=Czech da=Danish de=German en=English es=Spanish et=Estonian fi=Finnish"
    " fr=French hr=Croatian hu=Hungarian id=Indonesian it=Italian lt=Lithuanian lv=Latvian"
    " nb=Norwegian_Bokmal nl=Dutch pl=Polish pt=Portuguese ro=Romanian sk=Slovak sl=Slovenian"
    " sv=Swedish tr=Turkish vi=Vietnamese",
}
"""The names of the lists of common words, by script and language."""
_OWN_LETTERS: Mapping[str, Mapping[str, Iterable[str]]] = {
    "ARABIC": {
        "ckb": "ێڵڕ",
        "ps": "ټډړښږځڅۍګڼ",
        "sd": "ڄڃٻڀٿڏڌڙڳڱڻ",
        "ug": "ۇۈۋڭ",
        "ur": "ٹڈڑںے",
    },
    "BENGALI": {"as": "ৰৱ"},
    "CYRILLIC": {"tg": "ӣӯҷ"},
    "HEBREW": {"yi": "װױײ"},
}
"""Letters that one language of a script has, and none of the others."""
_OWN_WORDS: Mapping[str, Mapping[str, Iterable[str]]] = {
    "DEVANAGARI": {
        "hi": ("है", "हैं", "और", "में", "नहीं", "कि"),
        "mr": ("आहे", "आहेत", "आणि", "नाही", "मध्ये", "असे"),
        "ne": ("छ", "छन्", "छैन", "पनि", "गरेको", "भएको", "लागि", "गर्न", "र"),
    },
}
"""Small words of one language of a script that the others hardly ever have."""
_OWN, _FEWEST_OWN = 0.01, 3
"""How large a share of the letters those are at least, and how many."""
_SAME = {"no": "nb", "nn": "nb", "bs": "hr", "sh": "hr", "ms": "id"}
"""Languages that a list of common words does not tell from another."""


def language_of(told: Iterable[str | None], text: str) -> str | None:
    """Return a BCP 47 tag for a text; `told` is what its file says of it, the best first.

    Nothing where the file says none, or one that the letters do not fit, and words leave a doubt.
    """
    tags = [tag for one in told if one and (tag := _tag(one))]
    script = _script(text[:_SEEN])
    known = _by_what_is_its_own(text[:_SEEN], script) or _common(text[:_SEEN], script)
    if known:
        return next((tag for tag in tags if _same(tag, script) == _same(known, script)), known)
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


def _same(tag: str, script: str) -> str:
    language = tag.partition("-")[0]
    if language == "sr" and script == "LATIN":
        return "hr"
    return _SAME.get(language, language)


def _script(text: str) -> str:
    """Return the script that most letters are in; Japanese by the letters Chinese has not."""
    count: Counter[str] = Counter()
    for char, number in Counter(filter(str.isalpha, text)).items():
        count[unicodedata.name(char, "").partition(" ")[0]] += number
    if count["HIRAGANA"] + count["KATAKANA"] > 0.1 * count["CJK"]:
        count["HIRAGANA"] += count["CJK"] + count["KATAKANA"]
    return count.most_common(1)[0][0] if count else ""


def _by_what_is_its_own(text: str, script: str) -> str | None:
    """Return the language that alone has some of the letters, or of the small words."""
    for parts, own in (
        (filter(str.isalpha, text), _OWN_LETTERS),
        (_WORD.findall(text), _OWN_WORDS),
    ):
        count = Counter(parts)
        least = max(_FEWEST_OWN, _OWN * count.total())
        enough = [
            language
            for language, known in own.get(script, {}).items()
            if sum(count[one] for one in known) >= least
        ]
        if len(enough) == 1:
            return enough[0]
    return None


def _common(text: str, script: str) -> str | None:
    """Return the language that many of the words are common in, and far fewer in any other."""
    lists = _lists(script)
    words = _WORD.findall(text.casefold())
    if not lists or len(words) < (_FEWEST if script == "LATIN" else _FEWEST_OTHERS):
        return None
    shares = sorted(
        (sum(word in common for word in words) / len(words), language)
        for language, common in lists.items()
    )
    first, language = shares[-1]
    second = shares[-2][0] if len(shares) > 1 else 0
    return language if first >= max(_COMMON, _MARGIN * second) else None


@cache
def _lists(script: str) -> Mapping[str, frozenset[str]]:
    """Return the common words of the languages of a script; justext itself is not imported."""
    spec = find_spec("justext")
    folder = Path(((spec and spec.submodule_search_locations) or [""])[0], "stoplists")
    return {
        language: frozenset((folder / f"{name}.txt").read_text("utf-8").casefold().split())
        for language, name in _pairs(_LISTED.get(script, ""))
    }


def _pairs(listed: str) -> Iterator[tuple[str, str]]:
    for pair in listed.split():
        name, _, value = pair.partition("=")
        yield name, value
