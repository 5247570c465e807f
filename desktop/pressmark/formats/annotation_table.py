"""Annotations as rows of a table, for every format that is one: cells are plain words."""

import json
from collections.abc import Iterator, Mapping

from pressmark.formats.selection import Selection
from pressmark.model.annotation import Annotation
from pressmark.model.article import Article
from pressmark.model.attribute import Anchor, Value
from pressmark.model.records import Entity
from pressmark.store.records import to_json

BETWEEN = " … "
"""What stands between the fragments of an annotation."""
COLUMNS = (
    "doc_id", "title", "byline", "source", "published", "url", "annotation", "label", "start",
    "end", "fragments", "text", "context", "attributes", "note", "confidence", "flag", "annotator",
    "created", "changed",
)  # fmt: skip
"""What every annotation has; the attributes follow, a column each."""
_CONTEXT = 60


class AnnotationTable:
    """The annotations of a selection, a row each."""

    def __init__(self, selection: Selection) -> None:
        self._selection = selection
        self._names = _attribute_names(selection)
        self._annotators = {key: one.name for key, one in selection.annotators_by_id().items()}
        self._entities = selection.project.entities

    @property
    def head(self) -> list[str]:
        """The names of the columns."""
        own = [f"attribute {name}" if name in COLUMNS else name for name in self._names]
        return [*COLUMNS, *own]

    def rows(self) -> Iterator[list[list[str]]]:
        """Yield the rows, those of an article at a time."""
        for article in self._selection.opened():
            yield [self._row(article, annotation) for annotation in article.annotations]

    def _row(self, article: Article, annotation: Annotation) -> list[str]:
        attributes = annotation.attributes
        return [
            *_cells(article, annotation, self._annotators),
            *(
                shown(attributes[name], self._entities) if name in attributes else ""
                for name in self._names
            ),
        ]


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
        head.byline or "",
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
