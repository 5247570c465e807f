"""Reading XMI, with the file of types beside it where there is one."""

import posixpath
from collections.abc import Mapping
from functools import lru_cache
from typing import TypeAlias

from pressmark.errors import FormatError
from pressmark.formats.bundle import Bundle
from pressmark.formats.cas.files import has_files
from pressmark.formats.cas.structures import Cas, Feature, Reference, Structure, is_of_use
from pressmark.formats.xml_reading import Element, elements

ENDING = ".xmi"
TYPES_FILE = "TypeSystem.xml"
_XMI_ID = "http://www.omg.org/XMI id"
_CAS = "http:///uima/cas.ecore"
_PACKAGE, _END = "http:///", ".ecore"
_NO_PACKAGE = "uima.noNamespace"
_LOOKED_AT = 1 << 16
_MOST = 500_000
"""Structures of an article, by which one would fill a GiB of memory."""
_NUMBERS = frozenset(f"uima.cas.{one}" for one in ("Byte", "Short", "Integer", "Long"))
_WORDS = frozenset(f"uima.cas.{one}" for one in ("String", "Float", "Double"))
_POINTERS = frozenset({"sofa", "Governor", "Dependent", "target"})

Ranges: TypeAlias = dict[str, tuple[str, dict[str, str]]]
"""For each type the one it is a kind of, and the types of its own features."""


def claims(name: str, data: bytes) -> bool:
    """Say whether this is XML that names the spaces of XMI and of the CAS."""
    del name
    start = data[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"<") and b"omg.org/XMI" in start and _CAS.encode() in start


def claims_bundle(bundle: Bundle) -> bool:
    """Say whether a folder or zip has XMI."""
    return has_files(bundle, ENDING, claims)


def load(data: bytes, name: str, bundle: Bundle | None = None) -> Cas:
    """Return the CAS of a file; FormatError `bad-line` names it and the line."""
    ranges = _ranges(name, bundle)
    cas = Cas()
    raw: dict[int, Element] = {}
    for one in elements(data, name):
        try:
            _take(one, cas, raw)
        except ValueError as error:
            raise FormatError("bad-line", where=name, line=one.line, reason="shape") from error
        if len(raw) > _MOST:
            raise FormatError("bad-line", where=name, line=one.line, reason="too-large")
    known: dict[str, _Features] = {}
    for number, one in raw.items():
        kind = _type_name(one)
        if kind not in known:
            known[kind] = _Features(_all_ranges(kind, ranges), raw)
        try:
            cas.structures[number] = Structure(number, kind, known[kind].of(one))
        except ValueError as error:
            raise FormatError("bad-line", where=name, line=one.line, reason="shape") from error
    return cas


def _take(one: Element, cas: Cas, raw: dict[int, Element]) -> None:
    """Put an element to what it belongs to (ValueError: it lacks a number)."""
    is_of_cas = one.namespace == _CAS
    if is_of_cas and one.name == "View":
        cas.shown[int(one.get("sofa"))] = frozenset(map(int, one.get("members").split()))
    elif is_of_cas and one.name == "Sofa":
        if "sofaString" in one.attributes:
            cas.texts[int(one.get(_XMI_ID))] = (one.get("sofaID"), one.get("sofaString"))
    elif is_of_use(_type_name(one)):
        raw[int(one.get(_XMI_ID))] = one


def _type_name(one: Element) -> str:
    package = one.namespace.removeprefix(_PACKAGE).removesuffix(_END).replace("/", ".")
    return one.name if package in {"", _NO_PACKAGE} else f"{package}.{one.name}"


class _Features:
    """Makes features of attributes, as the types say, or else what they look like."""

    def __init__(self, ranges: Mapping[str, str], raw: Mapping[int, Element]) -> None:
        self._ranges = ranges
        self._raw = raw

    def of(self, one: Element) -> dict[str, Feature]:
        """Return the features of an element (ValueError: one is no number)."""
        features: dict[str, Feature] = {
            name: self._feature(name, value)
            for name, value in one.attributes.items()
            if " " not in name
        }
        for child in one.children:
            before = features.get(child.name)
            listed = before if isinstance(before, list) else []
            features[child.name] = [*listed, child.text]
        return features

    def _feature(self, name: str, value: str) -> Feature:
        kind = self._ranges.get(name)
        if name in {"begin", "end"} or kind in _NUMBERS:
            return int(value)
        if kind == "uima.cas.Boolean":
            return value == "true"
        words = value.split()
        if kind in _WORDS or not words or not all(one.isdecimal() for one in words):
            return value
        numbers = [int(one) for one in words]
        if name in _POINTERS:
            return Reference(numbers[0])
        if kind is not None or self._are_links(numbers):
            return tuple(map(Reference, numbers))
        return value

    def _are_links(self, numbers: list[int]) -> bool:
        """Say whether these are links, or an array: nothing else has a target, or elements."""
        held = (self._raw.get(one) for one in numbers)
        return all(one is not None and {"target", "elements"} & {*one.attributes} for one in held)


def _ranges(name: str, bundle: Bundle | None) -> Ranges:
    """Return what the file of types says, which stands beside another or above all; or nothing."""
    for folder in (posixpath.dirname(name), ""):
        try:
            path = posixpath.join(folder, TYPES_FILE)
            data = bundle.read(path) if bundle is not None else b""
        except KeyError:
            continue
        if data:
            return _described_in(data, path)
    return {}


@lru_cache(maxsize=2)
def _described_in(data: bytes, path: str) -> Ranges:
    return dict(map(_described, elements(data, path, {"typeDescription"})))


def _described(one: Element) -> tuple[str, tuple[str, dict[str, str]]]:
    described = [
        feature
        for features in one.all("features")
        for feature in features.all("featureDescription")
    ]
    own = {
        feature.text_of("name").strip(): feature.text_of("rangeTypeName").strip()
        for feature in described
    }
    return one.text_of("name").strip(), (one.text_of("supertypeName").strip(), own)


def _all_ranges(kind: str, ranges: Ranges) -> dict[str, str]:
    """Return the types of all features of a type, with those of what it is a kind of."""
    found: dict[str, str] = {}
    seen: set[str] = set()
    while kind in ranges and kind not in seen:
        seen.add(kind)
        kind, own = ranges[kind]
        found = own | found
    return found
