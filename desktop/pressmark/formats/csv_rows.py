"""CSV: one row an annotation, for spreadsheets and for scripts. Offsets: code points."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from pressmark.formats.csv_reading import BETWEEN, claims, disarmed, read_csv
from pressmark.formats.format import Format
from pressmark.formats.selection import Selection
from pressmark.model.annotation import Annotation
from pressmark.model.article import Article
from pressmark.model.attribute import Anchor, Value
from pressmark.model.records import Entity
from pressmark.store.records import to_json

_BOM = b"\xef\xbb\xbf"
_CONTEXT = 60
_COLUMNS = (
    "doc_id", "title", "source", "published", "url", "annotation", "label", "start", "end",
    "fragments", "text", "context", "attributes", "note", "confidence", "flag", "annotator",
    "created", "changed",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CsvOptions:
    """What the table is for: in a `spreadsheet` no cell may become a formula."""

    flavour: Literal["spreadsheet", "raw"] = field(
        default="spreadsheet",
        metadata={"about": "made for"},
    )


def _write(selection: Selection, options: CsvOptions) -> Iterator[bytes]:
    spreadsheet = options.flavour == "spreadsheet"
    names = _attribute_names(selection)
    columns = [f"attribute {name}" if name in _COLUMNS else name for name in names]
    yield (_BOM if spreadsheet else b"") + _rows([[*_COLUMNS, *columns]], harmless=spreadsheet)
    annotators = {key: one.name for key, one in selection.annotators_by_id().items()}
    entities = dict(selection.project.entities)
    for article in selection.opened():
        rows = (
            [
                *_cells(article, annotation, annotators),
                *(_attribute(annotation, name, entities) for name in names),
            ]
            for annotation in article.annotations
        )
        yield _rows(rows, harmless=spreadsheet)


def _attribute_names(selection: Selection) -> list[str]:
    """Return the label set's attributes, each once, then those that only annotations have."""
    declared = [
        attribute.id
        for label in selection.project.label_set.labels
        for attribute in label.attributes
    ]
    used = {
        name
        for article in selection.opened()
        for annotation in article.annotations
        for name in annotation.attributes
    }
    return list(dict.fromkeys([*declared, *sorted(used)]))


def _cells(article: Article, annotation: Annotation, annotators: dict[str, str]) -> list[str]:
    head, span = article.head, annotation.span
    before = article.text[max(0, span.start - _CONTEXT) : span.start]
    after = article.text[span.end : span.end + _CONTEXT]
    text = BETWEEN.join(annotation.text)
    return [
        head.id,
        head.title or "",
        head.source or "",
        head.published or "",
        head.url or "",
        annotation.id,
        annotation.label,
        str(span.start),
        str(span.end),
        json.dumps([list(one) for one in annotation.fragments]),
        text,
        f"{before}[{text}]{after}",
        json.dumps(to_json(annotation.attributes), ensure_ascii=False),
        annotation.note or "",
        annotation.confidence or "",
        "yes" if annotation.flag else "",
        annotators.get(annotation.annotator, annotation.annotator),
        annotation.created,
        annotation.changed,
    ]


def _attribute(annotation: Annotation, name: str, entities: Mapping[str, Entity]) -> str:
    if name not in annotation.attributes:
        return ""
    return shown(annotation.attributes[name], entities)


def shown(value: Value, entities: Mapping[str, Entity]) -> str:
    """Return an attribute's value as people read it; anchors name their entities in brackets."""
    if isinstance(value, tuple):
        return "; ".join(shown(one, entities) for one in value)
    if isinstance(value, Anchor):
        named = ", ".join(entities[key].name if key in entities else key for key in value.entities)
        return f"{value.text} [{named}]" if value.text and named else value.text or f"[{named}]"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _rows(rows: Iterable[list[str]], *, harmless: bool) -> bytes:
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\r\n")
    for row in rows:
        writer.writerow([disarmed(cell) for cell in row] if harmless else row)
    return lines.getvalue().encode()


CSV = Format(
    id="csv",
    name="CSV table",
    about="One row an annotation, with its words and context. Opens in any spreadsheet.",
    suffix=".csv",
    group="reading",
    holds=frozenset({"overlap", "fragments", "attributes", "entities", "notes"}),
    options=CsvOptions,
    write=_write,
    read=read_csv,
    claims=claims,
)
