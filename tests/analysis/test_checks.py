from dataclasses import replace

import pytest

from pressmark.analysis.checks import check
from pressmark.model.annotation import Annotation, quoted
from pressmark.model.annotations import Annotations
from pressmark.model.article import Article, ArticleHead, Zone
from pressmark.model.attribute import Anchor, Attribute
from pressmark.model.label_set import Label, LabelSet, RelationType
from pressmark.model.project import Project, assemble
from pressmark.model.records import Relation
from pressmark.model.relations import Relations
from pressmark.model.span import Span

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


def project_of(
    *annotations: Annotation, zone: int = 5, relations: Relations | None = None
) -> Project:
    head = ArticleHead(id="a", zones=(Zone(start=0, end=zone, kind="other"),))
    empty = Project(id="p", title="t", label_set=LABELS, relations=relations or Relations())
    return assemble(empty, [Article(head, TEXT, Annotations.of(annotations))])


def codes(project: Project) -> list[tuple[str, bool]]:
    return [(finding.code, finding.advice) for finding in check(project)]


def test_a_sound_project_has_no_findings() -> None:
    denies = Relations.of([Relation(id="r", type="denies", from_="d", to="c")])
    assert codes(project_of(*GOOD, relations=denies)) == []


@pytest.mark.parametrize(
    ("spoilt", "code", "advice"),
    [
        (replace(GOOD[0], fragments=(Span(24, 39),)), "text-differs", False),
        (replace(GOOD[0], fragments=(Span(24, 400),)), "span-outside", False),
        (replace(GOOD[0], text=("a", "b")), "text-differs", False),
        (replace(GOOD[0], label="rumour"), "unknown-label", True),
        (
            replace(GOOD[1], attributes={"cue": Anchor(start=0, end=5, text="South")}),
            "anchor-differs",
            False,
        ),
        (
            replace(GOOD[1], attributes={"kind": Anchor(entities=("moon",))}),
            "unknown-entity",
            False,
        ),
        (replace(GOOD[1], attributes={"kind": "sideways"}), "odd-attribute", True),
        (replace(GOOD[1], attributes={"mood": "bad"}), "odd-attribute", True),
    ],
)
def test_what_is_wrong_with_an_annotation_is_found(
    spoilt: Annotation, code: str, *, advice: bool
) -> None:
    assert (code, advice) in codes(project_of(spoilt))


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        (Relation(id="r", type="denies", from_="d", to="gone"), ("relation-end-missing", False)),
        (Relation(id="r", type="denies", from_="c", to="d"), ("odd-relation", True)),
        (Relation(id="r", type="hints", from_="d", to="c"), ("odd-relation", True)),
    ],
)
def test_what_is_wrong_with_a_relation_is_found(
    relation: Relation, expected: tuple[str, bool]
) -> None:
    assert codes(project_of(*GOOD, relations=Relations.of([relation]))) == [expected]


def test_a_zone_outside_the_text_is_found() -> None:
    assert codes(project_of(zone=1000)) == [("zone-outside", False)]
