"""The layout of a project file, by example: changing it changes every file of everybody."""

from dataclasses import replace
from types import MappingProxyType

import pytest
from immutables import Map

from pressmark import __version__
from pressmark.errors import ProjectFileError, RecordError
from pressmark.model.annotation import Annotation, Origin
from pressmark.model.annotations import Annotations
from pressmark.model.article import Article, ArticleHead, Zone
from pressmark.model.attribute import Anchor
from pressmark.model.json import Json
from pressmark.model.judgement import Judgement
from pressmark.model.label_set import Label, LabelSet
from pressmark.model.project import Project, assemble
from pressmark.model.records import Annotator, Entity, Relation
from pressmark.model.relations import Relations
from pressmark.model.span import Span
from pressmark.store import layout
from pressmark.store.layout import laid_out, project_bytes
from pressmark.store.project_file import parse_project

TEXT = "“Nein” 🇪🇺,\nsaid\u2028 no \\ one."

FILE = f"""\
{{"format": "pressmark-project", "version": 1, "id": "p", "title": "É", "handling": null, \
"generator": "Pressmark {__version__}",
"label_set": {{"name": "mine", "version": 1, "labels": [{{"id": "quote", "title": "Quote", \
"keys": ["2"], "attributes": []}}], "relations": [], "zone_kinds": []}},
"annotators": [{{"id": "anna", "name": "Anna"}}],
"entities": [
{{"id": "eu", "name": "EU", "type": null, "aliases": [], "country": null}}
],
"articles": [
{{"id": "bare", "title": null, "source": null, "published": null, "url": null, "language": null, \
"keywords": [], "grade": null, "links": [], "zones": [], "states": {{}}, "added": "", \
"raw_sha256": null, "text": "", "annotations": [
]}},
{{"id": "art", "title": "T", "source": null, "published": null, "url": null, "language": null, \
"keywords": [], "grade": null, "links": [], "zones": [{{"start": 9, "end": 14, "kind": "byline"}}]\
, "states": {{"anna": "done"}}, "added": "2024", "raw_sha256": null, "x": 1, \
"text": "“Nein” 🇪🇺,\\nsaid\u2028 no \\\\ one.", "annotations": [
{{"id": "a", "label": "quote", "fragments": [[0, 6], [15, 18]], "text": ["“Nein”", " no"], \
"prefix": "", "suffix": " \\\\ one.", "attributes": {{"cue": {{"start": 10, "end": 14, \
"text": "said"}}, "form": "mixed", "speaker": {{"entities": ["eu"], "implicit": true}}}}, \
"note": null, "confidence": "low", "flag": false, "annotator": "anna", "created": "2024", \
"changed": "2024", "origin": {{"by": "import", "source": "b.csv"}}, "y": [2]}}
]}}
],
"relations": [
{{"id": "r", "type": "attributed-to", "from": "a", "entity": "eu", "inferred": false, \
"note": null, "annotator": "", "created": ""}}
],
"z": {{"deep": [1.5, true]}}}}
"""


@pytest.fixture
def project() -> Project:
    tagged = Annotation(
        id="a",
        label="quote",
        fragments=(Span(0, 6), Span(15, 18)),
        text=("“Nein”", " no"),
        suffix=" \\ one.",
        attributes={
            "speaker": Anchor(entities=("eu",), implicit=True),
            "form": "mixed",
            "cue": Anchor(start=10, end=14, text="said"),
        },
        confidence="low",
        annotator="anna",
        created="2024",
        changed="2024",
        origin=Origin(by="import", source="b.csv"),
        unknown=MappingProxyType({"y": [2]}),
    )
    head = ArticleHead(
        id="art",
        title="T",
        zones=(Zone(start=9, end=14, kind="byline"),),
        states={"anna": "done"},
        added="2024",
        unknown=MappingProxyType({"x": 1}),
    )
    bare = Project(
        id="p",
        title="É",
        label_set=LabelSet(name="mine", labels=(Label(id="quote", title="Quote", keys=("2",)),)),
        annotators=Map({"anna": Annotator(id="anna", name="Anna")}),
        entities=Map({"eu": Entity(id="eu", name="EU")}),
        relations=Relations.of([Relation(id="r", type="attributed-to", from_="a", entity="eu")]),
        unknown=MappingProxyType({"z": {"deep": [1.5, True]}}),
    )
    articles = [Article(head, TEXT, Annotations.of([tagged])), Article(ArticleHead(id="bare"), "")]
    return assemble(bare, articles)


def test_a_project_is_written_so(project: Project) -> None:
    assert project_bytes(project).decode() == FILE


def test_summary_and_judgements_stand_after_the_relations_where_there_are_some(
    project: Project,
) -> None:
    one = Judgement(id="k", order=2, statement="Two.", likelihood="likely", relies_on=("a",))
    other = Judgement(id="j", order=1, statement="One.", unknown=MappingProxyType({"w": 1}))
    judged = replace(project, summary="So.", judgements=Map({"k": one, "j": other}))
    assert project_bytes(judged).decode() == FILE.replace(
        '"z": {',
        """\
"judgements": [
{"id": "j", "order": 1, "statement": "One.", "likelihood": null, "confidence": null, \
"relies_on": [], "annotator": "", "created": "", "changed": "", "w": 1},
{"id": "k", "order": 2, "statement": "Two.", "likelihood": "likely", "confidence": null, \
"relies_on": ["a"], "annotator": "", "created": "", "changed": ""}
],
"summary": "So.",
"z": {""",
    )
    read = parse_project(project_bytes(judged)).project
    assert (read.summary, read.judgements) == (judged.summary, judged.judgements)


def test_any_json_is_laid_out_with_its_values_as_they_are() -> None:
    document: dict[str, Json] = {"b": 1, "version": "x", "a": None}
    article: dict[str, Json] = {
        "text": 5,
        "more": {"a": 1},
        "annotations": [{"z": 1, "id": []}],
    }
    assert laid_out(document, [article]).decode() == (
        '{"version": "x",\n"entities": [\n],\n"articles": [\n'
        '{"more": {"a": 1}, "text": 5, "annotations": [\n{"z": 1, "id": []}\n]}\n'
        '],\n"relations": [\n],\n"a": null,\n"b": 1}\n'
    )


@pytest.mark.parametrize(
    ("document", "article", "where"),
    [
        ({}, {"annotations": 1}, "articles.0.annotations"),
        ({}, {"annotations": [[]]}, "articles.0.annotations"),
        ({"entities": ["eu"]}, {}, "entities"),
        ({"relations": None}, {}, "relations"),
    ],
)
def test_what_does_not_list_its_records_cannot_be_laid_out(
    document: dict[str, Json], article: dict[str, Json], where: str
) -> None:
    with pytest.raises(RecordError) as raised:
        laid_out(document, [article])
    assert raised.value.facts["where"] == where


def test_nothing_is_written_that_could_not_be_opened_again(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = len(project_bytes(project))
    monkeypatch.setattr(layout, "MAX_SIZE", size)
    assert len(project_bytes(project)) == size
    monkeypatch.setattr(layout, "MAX_SIZE", size - 1)
    with pytest.raises(ProjectFileError, match="too-full"):
        project_bytes(project)
