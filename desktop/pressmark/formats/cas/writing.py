"""An article as feature structures: an annotation is one for each fragment, all with its id.

The first of them has what else there is to say. Offsets: UTF-16, end-exclusive.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from pressmark.formats.cas.structures import (
    ALONG,
    ANNOTATION,
    DEPENDENT,
    GOVERNOR,
    META,
    TEXT,
    Feature,
    Reference,
    Structure,
    Type,
)
from pressmark.model.json import Json
from pressmark.model.offset_map import OffsetMap

LAYER = "webanno.custom.Pressmark"
SOFA_NUMBER = 1
_NO_TEXT = re.compile("[\x7f-\x9f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class CasOptions:
    """The layer that annotations are put on: the full name of a type, as INCEpTION has it."""

    layer: str = field(
        default=LAYER,
        metadata={
            "about": "layer of the annotations",
            "form": r"(?!uima\.)(?:[A-Za-z][A-Za-z0-9_]{0,63}\.){1,8}[A-Za-z][A-Za-z0-9_]{0,63}",
            "examples": (LAYER, "custom.Statement"),
        },
    )


def types_of(options: CasOptions) -> tuple[Type, ...]:
    """Return the types of the structures."""
    layer = options.layer
    spans = ("label", "id", "attributes", "note", "annotator", ALONG)
    ends = {GOVERNOR: layer, DEPENDENT: layer}
    told = dict.fromkeys(("documentTitle", "documentId"), TEXT)
    return (
        Type(META, "uima.tcas.DocumentAnnotation", told),
        Type(f"{layer}Article", "uima.cas.AnnotationBase", {ALONG: TEXT}),
        Type(layer, ANNOTATION, dict.fromkeys(spans, TEXT)),
        Type(f"{layer}Relation", ANNOTATION, ends | dict.fromkeys(("label", "id", ALONG), TEXT)),
    )


class ArticleStructures:
    """The structures of an article (a line of Pressmark JSONL), all about the text SOFA_NUMBER.

    `fit` makes of a text what the file can hold, of the same length; what it changes in the
    article is sent along.
    """

    def __init__(
        self, line: Mapping[str, Any], options: CasOptions, fit: Callable[[str], str] = str
    ) -> None:
        self.text = fit(line["text"])
        self._line = line
        self._layer = options.layer
        self._offsets = OffsetMap(line["text"])
        self._numbers = count(SOFA_NUMBER + 1)
        self._firsts: dict[str, Structure] = {}
        self._people = {one["id"]: one["name"] for one in line["annotators"]}
        self._ids = frozenset(one["id"] for one in line["annotations"])

    def all(self) -> Iterator[Structure]:
        """Yield what is said of the article, its annotations, and the relations between them."""
        line = self._line
        told = {"documentTitle": line["title"] or None, "documentId": line["id"]}
        yield self._made(META, **self._place([0, len(line["text"])]), **told)
        yield self._made(f"{self._layer}Article", **{ALONG: json_text(self._head())})
        for one in line["annotations"]:
            yield from self._annotation(one)
        for one in line["relations"]:
            if self._is_inner(one):
                yield self._relation(one)

    def _head(self) -> dict[str, Json]:
        line = self._line
        left = {"text", "annotations", "relations"}
        both = zip(line["text"], self.text, strict=True) if line["text"] != self.text else ()
        changed: list[Json] = [[at, had] for at, (had, has) in enumerate(both) if had != has]
        others: list[Json] = [one for one in line["relations"] if not self._is_inner(one)]
        head = {key: held for key, held in line.items() if key not in left}
        return {**head, "characters": changed, "others": others}

    def _is_inner(self, relation: Mapping[str, Any]) -> bool:
        return {relation["from"], relation.get("to")} <= self._ids

    def _annotation(self, one: Mapping[str, Any]) -> Iterator[Structure]:
        left = {"text", "prefix", "suffix", "fragments", "attributes"}
        along: dict[str, Json] = {key: held for key, held in one.items() if key not in left}
        said: dict[str, Feature] = {
            "attributes": json_text(one["attributes"]) if one.get("attributes") else None,
            "note": one.get("note"),
            "annotator": self._people.get(one.get("annotator")),
        }
        for number, pair in enumerate(one["fragments"], start=1):
            first = number == 1
            features: dict[str, Feature] = {
                **self._place(pair),
                "label": one["label"],
                "id": one["id"],
                **(said if first else {}),
                ALONG: json_text(along if first else {"fragment": number}),
            }
            made = self._made(self._layer, **features)
            self._firsts.setdefault(one["id"], made)
            yield made

    def _relation(self, one: Mapping[str, Any]) -> Structure:
        source, target = self._firsts[one["from"]], self._firsts[one["to"]]
        return self._made(
            f"{self._layer}Relation",
            begin=target.features["begin"],
            end=target.features["end"],
            Governor=Reference(source.id),
            Dependent=Reference(target.id),
            label=one["type"],
            id=one["id"],
            **{ALONG: json_text(one)},
        )

    def _place(self, pair: list[int]) -> dict[str, Feature]:
        begin, end = map(self._offsets.outside, pair)
        return {"begin": begin, "end": end}

    def _made(self, name: str, **features: Feature) -> Structure:
        said = {key: held for key, held in features.items() if held is not None}
        return Structure(next(self._numbers), name, {"sofa": Reference(SOFA_NUMBER), **said})


def json_text(value: Mapping[str, Any]) -> str:
    """Return JSON that people can read and any XML can hold."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return _NO_TEXT.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
