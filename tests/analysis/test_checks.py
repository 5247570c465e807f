from dataclasses import replace

import pytest

from pressmark.analysis.checks import check
from pressmark.analysis.finding import Finding
from pressmark.analysis.fixes import fix
from pressmark.edits.edit import Stamp
from pressmark.edits.relations import RemoveRelation
from pressmark.model.annotation import Annotation, quoted
from pressmark.model.annotations import Annotations
from pressmark.model.article import Article, ArticleHead
from pressmark.model.attribute import Attribute
from pressmark.model.label_set import Label, LabelSet, RelationType
from pressmark.model.project import Project, assemble
from pressmark.model.records import Relation
from pressmark.model.relations import Relations
from pressmark.model.span import Span
from tests.amended import corrected

TEXT = "North Korea has denied the allegations."
LABELS = LabelSet(
    name="news",
    labels=(
        Label(id="claim", title="Claim"),
        Label(
            id="denial",
            title="Denial",
            attributes=(Attribute(id="kind", title="Kind", kind="choice", values=("flat",)),),
        ),
    ),
    relations=(RelationType(id="denies", title="denies", from_=("denial",), to=("claim",)),),
)


def tag(name: str, label: str, start: int, end: int) -> Annotation:
    fragments = (Span(start, end),)
    text, prefix, suffix = quoted(TEXT, fragments)
    return Annotation(
        id=name, label=label, fragments=fragments, text=text, prefix=prefix, suffix=suffix
    )


GOOD = (tag("c", "claim", 23, 38), tag("d", "denial", 0, 39))


def project_of(*annotations: Annotation, relations: Relations | None = None) -> Project:
    empty = Project(id="p", title="t", label_set=LABELS, relations=relations or Relations())
    return assemble(empty, [Article(ArticleHead(id="a"), TEXT, Annotations.of(annotations))])


def findings(project: Project) -> list[Finding]:
    """Return what the checks of the label set find; `test_advice.py` is about the others."""
    return [one for one in check(project) if one.code != "denies-nothing"]


def test_a_sound_project_has_no_findings() -> None:
    denies = Relations.of([Relation(id="r", type="denies", from_="d", to="c")])
    assert findings(project_of(*GOOD, relations=denies)) == []


@pytest.mark.parametrize(
    ("odd", "finding"),
    [
        (replace(GOOD[0], label="rumour"), Finding("unknown-label", "a", "c", "rumour")),
        (
            replace(GOOD[1], attributes={"kind": "sideways"}),
            Finding("odd-attribute", "a", "d", "Kind", "kind"),
        ),
        (
            replace(GOOD[1], attributes={"mood": "x"}),
            Finding("odd-attribute", "a", "d", "mood", "mood"),
        ),
    ],
)
def test_an_odd_annotation_is_found(odd: Annotation, finding: Finding) -> None:
    assert findings(project_of(odd)) == [finding]


@pytest.mark.parametrize(
    "relation",
    [
        Relation(id="r", type="denies", from_="c", to="d"),
        Relation(id="r", type="hints", from_="c", to="d"),
        Relation(id="r", type="denies", from_="c", entity="moon"),
    ],
)
def test_a_relation_that_does_not_fit_its_ends_is_found(relation: Relation) -> None:
    found = findings(project_of(*GOOD, relations=Relations.of([relation])))
    assert found == [Finding("odd-relation", "a", "c", relation.type, "r")]


def test_a_relation_that_leads_too_far_is_found_and_can_be_removed() -> None:
    relation = Relation(id="r", type="denies", from_="d", to="c")
    articles = [
        Article(ArticleHead(id=name), TEXT, Annotations.of([one]))
        for name, one in zip("ab", GOOD, strict=True)
    ]
    far = assemble(replace(project_of(), relations=Relations.of([relation])), articles)
    assert findings(far) == []
    kind = replace(LABELS.relations[0], across_articles=False)
    kept_within = replace(far, label_set=replace(LABELS, relations=(kind,)))
    finding = Finding("far-relation", "b", "d", "denies", "r")
    assert findings(kept_within) == [finding]
    assert fix(kept_within, finding, Stamp("me", "2026-01-01T00:00:00Z")) == (RemoveRelation("r"),)


def test_a_relation_whose_end_is_missing_is_left_to_the_reading_of_the_file() -> None:
    lost = Relation(id="r", type="denies", from_="d", to="gone")
    assert findings(project_of(*GOOD, relations=Relations.of([lost]))) == []


def test_what_stayed_with_an_earlier_text_is_found() -> None:
    project = corrected(project_of(*GOOD), "a", "North Korea has denied it.")
    assert findings(project) == [Finding("earlier-text", "a", "c")]
