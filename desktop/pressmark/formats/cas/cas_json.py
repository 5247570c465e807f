"""CAS JSON: a file an article, with its types in it.

Layout: https://github.com/apache/uima-uimaj-io-jsoncas/blob/main/SPECIFICATION.adoc
"""

import json
import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from pressmark.errors import FormatError, RecordError
from pressmark.formats.article_lines import article_lines
from pressmark.formats.bundle import Bundle
from pressmark.formats.cas.files import has_files
from pressmark.formats.cas.reading import read_cas
from pressmark.formats.cas.structures import (
    SOFA,
    VIEW,
    Cas,
    Feature,
    Reference,
    Structure,
    is_of_use,
)
from pressmark.formats.cas.writing import SOFA_NUMBER, ArticleStructures, CasOptions, types_of
from pressmark.formats.file_names import file_names
from pressmark.formats.format import EVERYTHING, Format, Piece
from pressmark.formats.selection import Selection
from pressmark.model.json import Json
from pressmark.store.strict_json import read_json

_ENDING = ".json"
_LOOKED_AT = 1 << 16
_KEYS = re.compile(rb'"%(?:TYPES|FEATURE_STRUCTURES|VIEWS)"\s*:')
_NUMBER = re.compile("[0-9]{1,18}")


def _write(selection: Selection, options: CasOptions) -> Iterator[Piece]:
    selection = selection.complete()
    names = file_names(one.head.id for one in selection.shelf())
    types = {
        one.name: {
            "%NAME": one.name,
            "%SUPER_TYPE": one.kind_of,
            **{name: {"%NAME": name, "%RANGE": kind} for name, kind in one.features.items()},
        }
        for one in types_of(options)
    }
    for _, line in article_lines(selection):
        made = ArticleStructures(line, options)
        structures = [_told(one) for one in made.all()]
        whole = {
            "%TYPES": types,
            "%FEATURE_STRUCTURES": [_sofa(made.text), *structures],
            "%VIEWS": {
                VIEW: {"%SOFA": SOFA_NUMBER, "%MEMBERS": [one["%ID"] for one in structures]}
            },
        }
        data = json.dumps(whole, ensure_ascii=True, allow_nan=False, indent=1).encode()
        yield Piece(f"{names[line['id']]}{_ENDING}", data + b"\n")


def _sofa(text: str) -> dict[str, Json]:
    return {
        "%ID": SOFA_NUMBER,
        "%TYPE": SOFA,
        "sofaNum": 1,
        "sofaID": VIEW,
        "mimeType": "text/plain",
        "sofaString": text,
    }


def _told(one: Structure) -> dict[str, Any]:
    features = {
        f"@{name}" if isinstance(value, Reference) else name: (
            value.to if isinstance(value, Reference) else value
        )
        for name, value in one.features.items()
    }
    return {"%ID": one.id, "%TYPE": one.type, **features}


# ---- reading


def claims(name: str, data: bytes) -> bool:
    """Say whether this is JSON with feature structures in it."""
    del name
    start = data[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"{") and _KEYS.search(start) is not None


def claims_bundle(bundle: Bundle) -> bool:
    """Say whether a folder or zip has CAS JSON."""
    return has_files(bundle, _ENDING, claims)


def load(data: bytes, name: str, bundle: Bundle | None = None) -> Cas:
    """Return the CAS of a file; FormatError `bad-line` names it."""
    del bundle
    try:
        return _loaded(read_json(data))
    except RecordError as error:
        where = ".".join(filter(None, (name, str(error.facts.get("where") or ""))))
        raise FormatError("bad-line", **{**error.facts, "where": where}) from error


def _loaded(whole: Json) -> Cas:
    if not isinstance(whole, dict):
        raise RecordError(reason="not-an-object")
    cas = Cas()
    for number, raw in _numbered(whole.get("%FEATURE_STRUCTURES")):
        kind = raw.get("%TYPE")
        text = raw.get("sofaString")
        if not isinstance(kind, str):
            raise RecordError(where=f"%FEATURE_STRUCTURES.{number}", reason="missing")
        if kind == SOFA:
            if isinstance(text, str):
                cas.texts[number] = (str(raw.get("sofaID")), text)
            continue
        if is_of_use(kind):
            cas.structures[number] = Structure(number, kind, _features(raw))
    views = whole.get("%VIEWS")
    for view in views.values() if isinstance(views, dict) else ():
        match view:
            case {"%SOFA": int(sofa), "%MEMBERS": [*members]}:
                cas.shown[sofa] = frozenset(one for one in members if isinstance(one, int))
    return cas


def _numbered(held: Json) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield structures with their numbers, which are keys in files of the first kind."""
    if isinstance(held, dict):
        listed: list[Json] = [
            {**one, "%ID": int(key)}
            for key, one in held.items()
            if isinstance(one, dict) and _NUMBER.fullmatch(key)
        ]
    else:
        listed = held if isinstance(held, list) else []
    for one in listed:
        match one:
            case {"%ID": int(number)} if isinstance(one, dict):
                yield number, one
            case _:
                raise RecordError(where="%FEATURE_STRUCTURES", reason="shape")


def _features(raw: Mapping[str, Any]) -> dict[str, Feature]:
    features: dict[str, Feature] = {}
    for key, value in raw.items():
        if key == "%ELEMENTS" and isinstance(value, list):
            numbers = [one for one in value if isinstance(one, int)]
            features["elements"] = tuple(map(Reference, numbers)) if numbers else value
        elif key.startswith("@") and isinstance(value, int):
            features[key[1:]] = Reference(value)
        elif not key.startswith(("%", "^", "@")):
            features[key.removeprefix("#")] = value
    return features


CAS_JSON = Format(
    id="cas-json",
    name="UIMA CAS JSON",
    about="For INCEpTION and DKPro Cassis: a file an article, with its types in it.",
    suffix=".zip",
    group="exchange",
    holds=EVERYTHING,
    options=CasOptions,
    write_files=_write,
    read=partial(read_cas, ending=_ENDING, load=load),
    claims=claims,
    claims_bundle=claims_bundle,
)
