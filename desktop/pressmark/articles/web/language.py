"""The language of a page: what it says, unless its letters say otherwise."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from lxml.html import HtmlElement

from pressmark.articles.web.blocks import Block
from pressmark.articles.web.linked_data import Facts, names

_TAG = re.compile(r"([a-zA-Z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?:[-_].*)?")
_SEEN = 4000
_SCRIPTS = {
    "ARABIC": "ar fa ur ps ckb ug sd",
    "BENGALI": "bn as",
    "CJK": "zh ja ko yue",
    "CYRILLIC": "ru uk be bg sr mk kk ky tg mn uz tt",
    "DEVANAGARI": "hi mr ne sa",
    "GREEK": "el",
    "HANGUL": "ko",
    "HEBREW": "he yi",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "MYANMAR": "my",
    "THAI": "th",
}
"""Which languages are written in a script; where it is one alone, the script says enough."""
_NOT_LATIN = {one for known in _SCRIPTS.values() for one in known.split()} - {"sr", "uz", "kk"}


def language_of(
    root: HtmlElement, meta: Mapping[str, Sequence[str]], facts: Facts, blocks: Iterable[Block]
) -> str | None:
    """Return a BCP 47 tag; nothing where the page says none, or one its letters do not fit."""
    told = (
        *(root.get("lang"), root.get("xml:lang"), *names(facts.get("inLanguage"))),
        *(*meta.get("content-language", ()), *meta.get("og:locale", ())),
    )
    tags = [tag for one in told if one and (tag := _tag(one))]
    script = _script("".join(block.key[:200] for block in blocks)[:_SEEN])
    fitting = _SCRIPTS.get(script, "").split()
    if not fitting:
        written = {language for known in _SCRIPTS.values() for language in known.split()} - {
            "sr",
            "uz",
        }
        return next((tag for tag in tags if tag.partition("-")[0] not in written), None)
    fit = next((tag for tag in tags if tag.partition("-")[0] in fitting), None)
    return fit or (fitting[0] if len(fitting) == 1 else None)


def _tag(value: str) -> str | None:
    """Return a tag as BCP 47 writes it, whatever hyphens and capitals the page uses."""
    match = _TAG.fullmatch(value.strip().partition(",")[0])
    if match is None:
        return None
    language, script, region = match.groups()
    parts = (language.lower(), script and script.title(), region and region.upper())
    return "-".join(filter(None, parts))


def _script(text: str) -> str:
    """Return the script that most letters are in; Japanese by the letters Chinese has not."""
    count = Counter(unicodedata.name(char, "").partition(" ")[0] for char in text)
    if count["HIRAGANA"] + count["KATAKANA"] > 0.1 * count["CJK"] > 0:
        return "HIRAGANA"
    return count.most_common(1)[0][0] if count else ""
