"""Label Studio: tasks, and the labelling configuration that they fit. Offsets: code points.

A task's annotations are one for each annotator. What the configuration has no control for goes
along in the task's data, which Label Studio gives back as it was.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import attrgetter

from pressmark.formats.along import KEY, SHOWN, find_cut, objects, of_annotation, of_article
from pressmark.formats.article_lines import article_lines
from pressmark.formats.format import EVERYTHING, Format, NoOptions, Piece
from pressmark.formats.json_documents import ascii_line
from pressmark.formats.label_studio_controls import LABELS, TEXT, answers, configuration
from pressmark.formats.label_studio_reading import claims, claims_bundle, read_label_studio
from pressmark.formats.label_studio_regions import piece_id
from pressmark.formats.selection import Selection
from pressmark.model.annotation import Annotation
from pressmark.model.article import Article
from pressmark.model.json import Json
from pressmark.model.label_set import LabelSet
from pressmark.model.records import Entity

TASKS = "tasks.json"
CONFIGURATION = "label_config.xml"


def _write(selection: Selection, options: NoOptions) -> Iterator[Piece]:
    del options
    label_set = selection.project.label_set
    names = {key: one.name for key, one in selection.annotators_by_id().items()}
    writer = _Writer(label_set, dict(selection.project.entities), names)
    before = b"[\n"
    articles = zip(selection.opened(), article_lines(selection), strict=True)
    for number, (article, (_, line)) in enumerate(articles, start=1):
        yield Piece(TASKS, before + ascii_line({"id": number, **writer.task(article, line)}))
        before = b","
    yield Piece(TASKS, b"]\n" if before == b"," else b"[]\n")
    yield Piece(CONFIGURATION, configuration(label_set).encode())


class _Writer:
    """Makes tasks of articles."""

    def __init__(
        self, label_set: LabelSet, entities: Mapping[str, Entity], names: Mapping[str, str]
    ) -> None:
        self._label_set = label_set
        self._entities = entities
        self._names = names

    def task(self, article: Article, line: Mapping[str, Json]) -> dict[str, Json]:
        """Return the task of an article; `line` is the article as Pressmark JSONL has it."""
        by_annotator = sorted(article.annotations, key=lambda one: (one.annotator, one.order))
        layers = [(who, list(own)) for who, own in groupby(by_annotator, attrgetter("annotator"))]
        said = {str(one["id"]): of_annotation(one) for one in objects(line["annotations"])}
        for one in article.annotations:
            said[one.id]["controls"] = [name for name, _, _ in self._answers(one)]
        along: dict[str, Json] = {
            **of_article(line),
            "annotations": [*said.values()],
            "relations": line["relations"],
        }
        return {
            "data": {
                TEXT: article.text,
                "doc_id": article.head.id,
                **{key: line[key] for key in SHOWN if line.get(key)},
                KEY: along,
            },
            "annotations": [
                self._layer(who, own, objects(line["relations"])) for who, own in layers
            ],
        }

    def _layer(
        self, annotator: str, annotations: list[Annotation], relations: list[dict[str, Json]]
    ) -> Json:
        ids = {one.id for one in annotations}
        result = [region for one in annotations for region in self._regions(one)]
        result += [
            {
                "type": "relation",
                "from_id": one["from"],
                "to_id": one["to"],
                "direction": "right",
                "labels": [one["type"]],
            }
            for one in relations
            if one["from"] in ids and one.get("to") in ids
        ]
        return {
            "annotator": self._names.get(annotator, annotator),
            "created_at": min(one.created for one in annotations),
            "updated_at": max(one.changed for one in annotations),
            "was_cancelled": False,
            "ground_truth": False,
            "result": [*result],
        }

    def _regions(self, annotation: Annotation) -> Iterator[dict[str, Json]]:
        """Yield a region for each fragment, then the answers, which belong to the first."""
        to: dict[str, Json] = {"to_name": TEXT, "origin": "manual"}
        places: list[dict[str, Json]] = [
            {"start": span.start, "end": span.end, "text": text}
            for span, text in zip(annotation.fragments, annotation.text, strict=True)
        ]
        for number, place in enumerate(places):
            region: dict[str, Json] = {
                "id": piece_id(annotation.id, number),
                "from_name": LABELS,
                "type": "labels",
                "value": {**place, "labels": [annotation.label]},
                **to,
            }
            noted = annotation.note is not None and number == 0
            yield {**region, "meta": {"text": [annotation.note]}} if noted else region
        for name, kind, value in self._answers(annotation):
            answer = {"id": annotation.id, "from_name": name, "type": kind, **to}
            yield {**answer, "value": {**places[0], **value}}

    def _answers(self, annotation: Annotation) -> list[tuple[str, str, dict[str, Json]]]:
        return list(answers(annotation, self._label_set, self._entities))


LABEL_STUDIO = Format(
    id="label-studio",
    name="Label Studio",
    about="Tasks, and the configuration that they need. Import both into a new project there.",
    suffix=".json",
    main="tasks",
    beside=(CONFIGURATION,),
    group="training",
    holds=EVERYTHING - {"fragments"},
    options=NoOptions,
    find_lost=find_cut,
    write_files=_write,
    read=read_label_studio,
    claims=claims,
    claims_bundle=claims_bundle,
)
