"""brat standoff: for each article a .txt and an .ann, with configuration and a file of the rest.

Offsets: code points, end-exclusive. What brat has no place for (ids, annotators, anchored
attributes, relations to entities or other articles) goes into a file that brat passes over, so
that everything comes back.
"""

import re
from collections.abc import Iterator
from typing import Any

from pressmark.formats.article_lines import article_lines
from pressmark.formats.brat_config import annotation_conf, visual_conf
from pressmark.formats.brat_lines import BREAKS, BesideBrat, brat_name, coded, cut
from pressmark.formats.brat_reading import claims, claims_bundle, read_brat
from pressmark.formats.file_names import file_names
from pressmark.formats.format import EVERYTHING, Format, Lost, NoOptions, Piece
from pressmark.formats.selection import Selection
from pressmark.model.article import Article
from pressmark.store.strict_json import json_bytes

_UNWRITABLE = re.compile(r"[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_EDGE = "".join(BREAKS)


def _write(selection: Selection, options: NoOptions) -> Iterator[Piece]:
    del options
    names = file_names((one.head.id for one in selection.shelf()), taken=("annotation", "visual"))
    yield Piece("annotation.conf", annotation_conf(selection).encode())
    yield Piece("visual.conf", visual_conf(selection).encode())
    for _, line in article_lines(selection):
        name = names[line["id"]]
        yield Piece(f"{name}.txt", line["text"].encode())
        yield Piece(f"{name}.ann", "".join(_Numbered(line).lines()).encode())
    for _, line in article_lines(selection):
        beside = _Numbered(line).beside(names[line["id"]])
        yield Piece(BesideBrat.FILE, json_bytes(beside) + b"\n")


class _Numbered:
    """The annotations and relations of one article under the numbers that brat knows them by."""

    def __init__(self, line: dict[str, Any]) -> None:
        self._line = line
        text: str = line["text"]
        kept = ((one, cut(text, one["fragments"])) for one in line["annotations"])
        self._pieces = [(one, pieces) for one, pieces in kept if pieces]
        self._keys = {one["id"]: f"T{at}" for at, (one, _) in enumerate(self._pieces, start=1)}
        inner = [
            one for one in line["relations"] if {one["from"], one.get("to")} <= self._keys.keys()
        ]
        self._relations = {f"R{at}": one for at, one in enumerate(inner, start=1)}

    def lines(self) -> Iterator[str]:
        """Yield the lines of the .ann file."""
        text: str = self._line["text"]
        for one, pieces in self._pieces:
            offsets = ";".join(f"{start} {end}" for start, end in pieces)
            words = " ".join(text[start:end] for start, end in pieces)
            yield f"{self._keys[one['id']]}\t{brat_name(one['label'])} {offsets}\t{words}\n"
        for key, one in self._relations.items():
            ends = f"Arg1:{self._keys[one['from']]} Arg2:{self._keys[one['to']]}"
            yield f"{key}\t{brat_name(one['type'])} {ends}\n"
        number = 0
        for one, _ in self._pieces:
            for name, value in one.get("attributes", {}).items():
                for word in coded(value):
                    number += 1
                    said = " ".join(filter(None, (brat_name(name), self._keys[one["id"]], word)))
                    yield f"A{number}\t{said}\n"
        noted = [one for one, _ in self._pieces if one.get("note")]
        for at, one in enumerate(noted, start=1):
            note = _UNWRITABLE.sub(" ", one["note"])
            yield f"#{at}\tAnnotatorNotes {self._keys[one['id']]}\t{note}\n"

    def beside(self, name: str) -> dict[str, Any]:
        """Return the line of the file that brat passes over."""
        shown = {id(one) for one in self._relations.values()}
        left = {"text", "annotations", "relations"}
        return {
            "file": name,
            "article": {key: held for key, held in self._line.items() if key not in left},
            "annotations": {
                self._keys[one["id"]]: _unquoted(one, pieces) for one, pieces in self._pieces
            },
            "relations": self._relations,
            "others": [one for one in self._line["relations"] if id(one) not in shown],
        }


def _unquoted(annotation: dict[str, Any], pieces: list[tuple[int, int]]) -> dict[str, Any]:
    left = {"text", "prefix", "suffix"}
    kept = {key: held for key, held in annotation.items() if key not in left}
    return {**kept, "pieces": [list(one) for one in pieces]}


def _find_lost(selection: Selection, options: NoOptions) -> tuple[Lost, ...]:
    del options
    return tuple(lost for article in selection.opened() for lost in _lost_of(article))


def _lost_of(article: Article) -> Iterator[Lost]:
    for one in article.annotations:
        stripped = [text.strip(_EDGE) for text in one.text]
        if not any(stripped):
            yield Lost(article.head.id, one.id, "blank")
        elif tuple(stripped) != one.text:
            yield Lost(article.head.id, one.id, "edges")


BRAT = Format(
    id="brat",
    name="brat standoff",
    about="A text and a file of annotations for each article, and the configuration for brat.",
    suffix=".zip",
    group="training",
    holds=EVERYTHING - {"entities"},
    options=NoOptions,
    write_files=_write,
    read=read_brat,
    claims=claims,
    claims_bundle=claims_bundle,
    find_lost=_find_lost,
)
