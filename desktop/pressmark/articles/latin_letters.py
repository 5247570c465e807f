"""Telling one-byte encodings of the Latin script apart: by the letters that a language has.

French in Latin-1 and read as Windows-1250 is letters all the same, but of no one language.
"""

import re
import unicodedata
from collections import Counter

_ALPHABETS = tuple(
    frozenset(letters)
    for letters in (
        "àâçèéêëîïôœùûü",  # French
        "äöüßé",  # German
        "áéíñóúü",  # Spanish
        "àáâãçéêíóôõú",  # Portuguese
        "àèéìòù",  # Italian
        "àçèéíïòóúü",  # Catalan
        "áéèëïóöü",  # Dutch
        "åäöéæø",  # the Nordic languages
        "áæéíóúýþöð",  # Icelandic
        "äöõüšž",  # Estonian
        "āčēģīķļņšūž",  # Latvian
        "ąčęėįšųūž",  # Lithuanian
        "ąćęłńóśźż",  # Polish
        "áčďéěíňóřšťúůýž",  # Czech
        "áäčďéíľňóôšťúýž",  # Slovak
        "čćđšž",  # Croatian, Serbian, Slovene
        "áéíóöőúüű",  # Hungarian
        "ăâîșşțţ",  # Romanian
        "âçğıîöşü",  # Turkish
        "çë",  # Albanian
    )
)
_WITHIN_WORDS = re.compile(r"(?<=[^\W\d_])[ªº¡¿£§©®°±¹²³¼½¾¶µ×÷](?=[^\W\d_])")
"""What stands beside words, if at all: between letters it is a letter read wrongly."""
_PUNCTUATION = frozenset("\u00a0«»“”„‘’‚–—…•·€£§°©®™¿¡ªº")


def is_latin(text: str) -> bool:
    """Say whether most letters of a text beyond ASCII are Latin ones; also if it has none."""
    foreign = [char for char in text if char > "\x7f" and char.isalpha()]
    latin = sum(unicodedata.name(char, "").startswith("LATIN") for char in foreign)
    return 2 * latin >= len(foreign)


def likeness(text: str) -> float:
    """Return which share of what a text has beyond ASCII some one language would write."""
    foreign = Counter(char for char in text.lower() if char > "\x7f" and char not in _PUNCTUATION)
    wrong = len(_WITHIN_WORDS.findall(text))
    if not foreign:
        return 0.0 if wrong else 1.0
    most = max(sum(foreign[letter] for letter in alphabet) for alphabet in _ALPHABETS)
    return most / (foreign.total() + wrong)
