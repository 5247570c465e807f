"""HTML: one page to send to a colleague, marked as on screen; it loads and runs nothing."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pydantic_core import from_json as parse

from pressmark.formats.csv_rows import shown
from pressmark.formats.format import Format, NoOptions
from pressmark.formats.marked_text import DEEPEST, Piece, paragraphs
from pressmark.formats.selection import Selection
from pressmark.model.annotation import Annotation
from pressmark.model.article import Article
from pressmark.model.label_set import Label
from pressmark.model.project import Project
from pressmark.model.relations import Relations
from pressmark.paths import resource

_LINES = {"solid": "solid", "dots": "dotted", "double": "double", "dashes": "dashed"}
_OTHER_LINES = {"wave": "groove", "dash-dot": "dashed", "beads": "dotted", "hatch": "ridge"}
_NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class _Row:
    """An annotation as the table shows it: its tag, and what it says in words."""

    tag: str
    annotation: Annotation
    label: str
    mark: str
    attributes: list[tuple[str, str]]
    relations: list[tuple[str, str, str]]
    annotator: str


@dataclass(frozen=True, slots=True)
class _Section:
    """An article as the page shows it."""

    article: Article
    title: str
    paragraphs: Iterable[list[Piece]]
    rows: list[_Row]


class _Page:
    """What the template asks for, worked out article by article."""

    def __init__(self, selection: Selection) -> None:
        self._selection = selection
        self._project: Project = selection.project
        self._labels = {label.id: label for label in self._project.label_set.labels}
        self._relations: Relations = selection.relations()
        self._annotators = {key: one.name for key, one in selection.annotators_by_id().items()}
        self.tags = self._tags()

    @property
    def legend(self) -> list[tuple[Label, int]]:
        """The labels with how many annotations each has."""
        counts = Counter(
            one.label for article in self._selection.opened() for one in article.annotations
        )
        known = [(label, counts.pop(label.id, 0)) for label in self._labels.values()]
        return known + [(Label(id=key, title=key), count) for key, count in counts.items()]

    def sections(self) -> Iterator[_Section]:
        """Yield the articles, opened one by one."""
        for article in self._selection.opened():
            rows = [self._row(one) for one in article.annotations]
            yield _Section(article, _title(article), paragraphs(article), rows)

    def mark(self, label_id: str) -> str:
        """Return the name of the mark that a label is drawn with."""
        label = self._labels.get(label_id)
        return (label.mark if label else None) or _NEUTRAL

    def _tags(self) -> dict[str, str]:
        """Return each annotation's tag: its label's first letter and a number of the page's."""
        tags: dict[str, str] = {}
        for article in self._selection.opened():
            for one in article.annotations:
                label = self._labels.get(one.label)
                letter = (label.title if label else one.label)[:1].upper() or "?"
                tags[one.id] = f"{letter}{len(tags) + 1}"
        return tags

    def _row(self, annotation: Annotation) -> _Row:
        label = self._labels.get(annotation.label)
        entities = dict(self._project.entities)
        attributes = [
            (_attribute_title(label, name), shown(value, entities))
            for name, value in annotation.attributes.items()
        ]
        return _Row(
            self.tags[annotation.id],
            annotation,
            label.title if label else annotation.label,
            self.mark(annotation.label),
            attributes,
            list(self._related(annotation.id)),
            self._annotators.get(annotation.annotator, ""),
        )

    def _related(self, annotation_id: str) -> Iterator[tuple[str, str, str]]:
        """Yield what an annotation relates to: the words, the other's id or "", its tag or name."""
        for relation in self._relations.touching(annotation_id):
            kind = self._project.label_set.relation_type(relation.type)
            words = kind.title if kind else relation.type
            words += " (inferred)" if relation.inferred else ""
            if relation.entity is not None:
                entity = self._project.entities.get(relation.entity)
                yield words, "", entity.name if entity else relation.entity
            elif relation.from_ == annotation_id and relation.to is not None:
                yield words, relation.to, self.tags[relation.to]
            else:
                yield f"← {words}", relation.from_, self.tags[relation.from_]


def _write(selection: Selection, options: NoOptions) -> Iterator[bytes]:
    del options
    page = _Page(selection)
    stream = (
        _environment()
        .get_template("review.html")
        .stream(
            project=selection.project,
            page=page,
            themes=[_theme("light"), _theme("dark")],
            lines=_LINES | _OTHER_LINES,
            lanes=range(DEEPEST + 1),
        )
    )
    stream.enable_buffering(200)
    return (str(part).encode() for part in stream)


def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(resource("templates")),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


@cache
def _theme(name: str) -> Mapping[str, Any]:
    theme: Mapping[str, Any] = parse(resource("themes", f"{name}.json").read_bytes())
    return theme


def _title(article: Article) -> str:
    return article.head.title or article.text.lstrip().split("\n", 1)[0][:120] or article.head.id


def _attribute_title(label: Label | None, name: str) -> str:
    declared = label.attribute(name) if label else None
    return declared.title if declared else name


HTML = Format(
    id="html",
    name="HTML report",
    about="One page with the marked text and a table. Opens in any browser, prints well.",
    suffix=".html",
    group="reading",
    holds=frozenset(
        {"text", "overlap", "fragments", "attributes", "relations", "entities", "notes", "zones"}
    ),
    options=NoOptions,
    write=_write,
)
