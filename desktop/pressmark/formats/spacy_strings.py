"""The numbers that spaCy's files have instead of strings: MurmurHash64A, or a symbol's own.

Source: spaCy 3, `strings.pyx` and `symbols.pyx` (MIT).
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

_SEED = 1
_MULTIPLIER, _SHIFT, _MASK = 0xC6A4A7935BD1E995, 47, (1 << 64) - 1

ORTH, ENT_IOB, ENT_TYPE = 65, 77, 78
"""The attributes of tokens that are written."""

_FLAGS = (
    "IS_ALPHA IS_ASCII IS_DIGIT IS_LOWER IS_PUNCT IS_SPACE IS_TITLE IS_UPPER LIKE_URL LIKE_NUM "
    "LIKE_EMAIL IS_STOP IS_OOV_DEPRECATED IS_BRACKET IS_QUOTE IS_LEFT_PUNCT IS_RIGHT_PUNCT "
    "IS_CURRENCY"
)
_ATTRIBUTES = (
    "ID ORTH LOWER NORM SHAPE PREFIX SUFFIX LENGTH CLUSTER LEMMA POS TAG DEP ENT_IOB ENT_TYPE "
    "HEAD SENT_START SPACY PROB LANG ADJ ADP ADV AUX CONJ CCONJ DET INTJ NOUN NUM PART PRON "
    "PROPN PUNCT SCONJ SYM VERB X EOL SPACE"
)
_TYPES = (
    "PERSON NORP FACILITY ORG GPE LOC PRODUCT EVENT WORK_OF_ART LANGUAGE LAW DATE TIME PERCENT "
    "MONEY QUANTITY ORDINAL CARDINAL acomp advcl advmod agent amod appos attr aux auxpass cc "
    "ccomp complm conj cop csubj csubjpass dep det dobj expl hmod hyph infmod intj iobj mark meta "
    "neg nmod nn npadvmod nsubj nsubjpass num number oprd obj obl parataxis partmod pcomp pobj "
    "poss possessive preconj prep prt punct quantmod relcl rcmod root xcomp acl ENT_KB_ID MORPH "
    "ENT_ID IDX _"
)


def _names() -> Iterator[str]:
    yield ""
    yield from _FLAGS.split()
    yield from (f"FLAG{number}" for number in range(19, 64))
    yield from _ATTRIBUTES.split()
    yield from (f"DEPRECATED{number:03}" for number in range(1, 277))
    yield from _TYPES.split()


SYMBOLS: Mapping[str, int] = MappingProxyType({name: at for at, name in enumerate(_names())})
"""Strings that have numbers of their own."""


@lru_cache(1 << 16)
def number_of(string: str) -> int:
    """Return the number that spaCy has for a string."""
    symbol = SYMBOLS.get(string)
    return murmur(string.encode()) if symbol is None else symbol


def murmur(data: bytes) -> int:
    """Return the MurmurHash64A of bytes, with spaCy's seed."""
    found = _SEED ^ (len(data) * _MULTIPLIER & _MASK)
    whole = len(data) & ~7
    for at in range(0, whole, 8):
        block = int.from_bytes(data[at : at + 8], "little") * _MULTIPLIER & _MASK
        block = (block ^ block >> _SHIFT) * _MULTIPLIER & _MASK
        found = (found ^ block) * _MULTIPLIER & _MASK
    if whole < len(data):
        found = (found ^ int.from_bytes(data[whole:], "little")) * _MULTIPLIER & _MASK
    found = (found ^ found >> _SHIFT) * _MULTIPLIER & _MASK
    return found ^ found >> _SHIFT
