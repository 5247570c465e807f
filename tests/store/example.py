"""The example project, made from the worked annotation of the two seeds by the code's own edits.

    python -m tests.store.example      writes seeds/example.pressmark

Ids, times and annotator are fixed, so that it is the same to the byte wherever it is made.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pressmark.edits.additions import addition
from pressmark.edits.articles import AddArticle, SetState, SetZones
from pressmark.edits.edit import Edit, Stamp
from pressmark.edits.frame import PutAnnotator, PutEntity
from pressmark.edits.history import History
from pressmark.edits.relations import AddRelation
from pressmark.edits.transaction import Transaction
from pressmark.model.annotation import Annotation
from pressmark.model.article import Article, ArticleHead, Zone
from pressmark.model.ids import article_id
from pressmark.model.project import Project
from pressmark.model.records import Annotator, Entity, Relation
from pressmark.store.label_sets import default_label_set
from pressmark.store.project_file import project_bytes
from pressmark.store.records import from_json

ROOT = Path(__file__).resolve().parents[2]
ANALYST = Annotator(id="5d0c8a4e-3b1f-4f7a-9c62-1e8d27b0a493", name="Example analyst")


def example_project(gold: dict[str, Any], seeds: Path) -> Project:
    """Return the two seeds with everything that the worked annotation says of them."""
    project = Project(
        id="e2b7c1f09d3a4856a4c5d8e7f6012b39",
        title="DPRK–Russia arms statements",
        label_set=default_label_set(),
    )
    history = History(project)
    articles = {
        named["id"]: _article(at, named, seeds) for at, named in enumerate(gold["articles"])
    }
    ids = {name: article.head.id for name, article in articles.items()}

    def commit(minute: int, title: str, edits: Iterator[Edit]) -> None:
        stamp = _stamp(minute)
        history.commit(Transaction(title, tuple(edits), stamp))

    commit(0, "Add annotator", iter([PutAnnotator(ANALYST)]))
    commit(1, "Import 2 articles", (AddArticle(one) for one in articles.values()))
    commit(2, "Add entities", (PutEntity(from_json(Entity, one)) for one in gold["entities"]))
    commit(3, "Set zones", _zones(gold, ids))
    commit(4, "Tag both articles", _annotations(history.project, gold, ids))
    commit(5, "Relate", _relations(gold))
    commit(6, "Articles done", (SetState(one, ANALYST.id, "done") for one in ids.values()))
    return history.project


def _stamp(minute: int) -> Stamp:
    return Stamp(ANALYST.id, f"2024-06-03T09:{minute:02}:00Z")


def _article(at: int, named: dict[str, Any], seeds: Path) -> Article:
    raw = (seeds / named["file"]).read_bytes()
    text = raw.decode()
    head = ArticleHead(
        id=article_id(text),
        title=named["title"],
        source=named["source"],
        published=named["published"],
        url=named["url"],
        language=named["language"],
        added=f"2024-06-03T09:01:{at:02}Z",
        raw_sha256=hashlib.sha256(raw).hexdigest(),
    )
    return Article(head, text)


def _zones(gold: dict[str, Any], ids: dict[str, str]) -> Iterator[Edit]:
    for named in gold["articles"]:
        yield SetZones(ids[named["id"]], tuple(from_json(Zone, zone) for zone in named["zones"]))


def _annotations(project: Project, gold: dict[str, Any], ids: dict[str, str]) -> Iterator[Edit]:
    for named in gold["annotations"]:
        record = from_json(
            Annotation, {key: held for key, held in named.items() if key != "article"}
        )
        yield addition(
            project,
            ids[named["article"]],
            record.label,
            record.fragments,
            _stamp(4),
            annotation_id=record.id,
            attributes=record.attributes,
            note=record.note,
        )


def _relations(gold: dict[str, Any]) -> Iterator[Edit]:
    stamp = _stamp(5)
    for named in gold["relations"]:
        made = {"annotator": stamp.annotator, "created": stamp.time}
        yield AddRelation(from_json(Relation, {**named, **made}))


def main() -> None:
    """Write the example project where it ships."""
    gold = json.loads((ROOT / "tests" / "golden" / "seed_gold.json").read_text(encoding="utf-8"))
    seeds = ROOT / "seeds"
    (seeds / "example.pressmark").write_bytes(project_bytes(example_project(gold, seeds)))


if __name__ == "__main__":
    main()
