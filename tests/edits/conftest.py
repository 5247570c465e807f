from dataclasses import replace

import pytest

from pressmark.edits.edit import Stamp
from pressmark.model.annotation import Annotation, quoted
from pressmark.model.annotations import Annotations
from pressmark.model.article import Article, ArticleHead
from pressmark.model.judgement import Judgement
from pressmark.model.label_set import Label, LabelSet
from pressmark.model.project import Project, assemble
from pressmark.model.records import Annotator, Dispute, Entity, Relation
from pressmark.model.relations import Relations
from pressmark.model.span import Span

TEXT = "The EU 🇪🇺 said it had “imposed” sanctions; Pyongyang denied everything."

JUDGEMENT = Judgement(
    id="j", order=1, statement="The measures bite.", likelihood="likely", relies_on=("c",)
)
DISPUTE = Dispute(id="x", kind="article", record="art", name="title", value="Fresh sanctions")


def annotation(name: str, label: str, start: int, end: int) -> Annotation:
    fragments = (Span(start, end),)
    text, prefix, suffix = quoted(TEXT, fragments)
    return Annotation(
        id=name, label=label, fragments=fragments, text=text, prefix=prefix, suffix=suffix
    )


@pytest.fixture
def stamp() -> Stamp:
    return Stamp("anna", "2024-05-31T12:04:05Z")


@pytest.fixture
def project() -> Project:
    return base_project()


def base_project() -> Project:
    """Two annotations joined by a relation, an entity, a judgement, a dispute; a bare article."""
    tagged = Article(
        ArticleHead(id="art", title="Sanctions"),
        TEXT,
        Annotations.of([annotation("c", "claim", 0, 40), annotation("d", "denial", 45, 71)]),
    )
    bare = Article(ArticleHead(id="bare"), "Nothing here.")
    empty = Project(
        id="p",
        title="A project",
        label_set=LabelSet(
            name="news",
            labels=(Label(id="claim", title="Claim"), Label(id="denial", title="Denial")),
        ),
    )
    return replace(
        assemble(empty, [tagged, bare]),
        annotators=empty.annotators.set("anna", Annotator(id="anna", name="Anna")),
        disputes=empty.disputes.set("x", DISPUTE),
        judgements=empty.judgements.set("j", JUDGEMENT),
        entities=empty.entities.set("eu", Entity(id="eu", name="European Union")),
        relations=Relations.of([Relation(id="r", type="denies", from_="d", to="c")]),
    )
