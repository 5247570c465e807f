"""The checks that give advice, and what mends each finding."""

from dataclasses import replace

import pytest
from immutables import Map

from pressmark.analysis.checks import check
from pressmark.analysis.fixes import fix
from pressmark.edits.edit import Stamp
from pressmark.edits.transaction import Transaction, apply
from pressmark.model.annotation import Annotation, quoted
from pressmark.model.annotations import Annotations
from pressmark.model.article import Article, ArticleHead, Zone
from pressmark.model.attribute import Anchor, Attribute, Value
from pressmark.model.label_set import Label, LabelSet, RelationType
from pressmark.model.project import Project, assemble
from pressmark.model.records import Entity
from pressmark.model.span import Span

TEXT = 'The minister said, "It never happened at all," on Friday.\nRead also: more.'
STAMP = Stamp("anna", "2024-05-31T12:04:05Z")


def anchored(name: str) -> Attribute:
    return Attribute(id=name, title=name, kind="anchored", entity=True)


LABELS = LabelSet(
    name="news",
    labels=(
        Label(
            id="claim",
            title="Claim",
            attributes=(
                Attribute(id="summary", title="Summary", kind="text", max_length=8),
                anchored("claimant"),
            ),
        ),
        Label(id="quote", title="Quote", attributes=(anchored("speaker"),)),
        Label(id="sanction", title="Sanction", attributes=(anchored("issuer"), anchored("target"))),
        Label(id="denial", title="Denial", attributes=(anchored("denier"),)),
    ),
    relations=(RelationType(id="denies", title="denies", from_=("denial",), to=("claim",)),),
)
MINISTER = Anchor(start=0, end=12, text="The minister", entities=("m",))


def tag(name: str, label: str, words: str, **attributes: Value) -> Annotation:
    start = TEXT.index(words)
    fragments = (Span(start, start + len(words)),)
    text, prefix, suffix = quoted(TEXT, fragments)
    return Annotation(
        id=name,
        label=label,
        fragments=fragments,
        text=text,
        prefix=prefix,
        suffix=suffix,
        attributes=attributes,
    )


def project_of(*annotations: Annotation, zones: tuple[Zone, ...] = ()) -> Project:
    entity = Entity(id="m", name="The minister", type="Person")
    empty = Project(id="p", title="t", label_set=LABELS, entities=Map({"m": entity}))
    head = ArticleHead(id="a", zones=zones)
    return assemble(empty, [Article(head, TEXT, Annotations.of(annotations))])


def codes(project: Project) -> list[tuple[str, str]]:
    return [(one.annotation, one.code) for one in check(project)]


QUOTE = tag("q", "quote", '"It never happened at all,"', speaker=MINISTER)


def test_nothing_is_said_of_what_is_as_it_should_be() -> None:
    assert codes(project_of(QUOTE, tag("c", "claim", "It never happened at all"))) == []


@pytest.mark.parametrize(
    ("odd", "code"),
    [
        (tag("q", "quote", '"It never happened at all,"'), "no-actor"),
        (tag("s", "sanction", "It never happened"), "no-actor"),
        (tag("d", "denial", "It never happened", denier=MINISTER), "denies-nothing"),
        (tag("c", "claim", "It never happened", summary="far too long"), "too-long"),
        (tag("q", "quote", "t never happened at al", speaker=MINISTER), "ragged"),
        (tag("q", "quote", " It never".strip() + " ", speaker=MINISTER), "ragged"),
        (tag("q", "quote", '"It never happened at all,', speaker=MINISTER), "lonely-mark"),
        (tag("q", "quote", 'happened at all,"', speaker=MINISTER), "lonely-mark"),
    ],
)
def test_an_oddity_is_found(odd: Annotation, code: str) -> None:
    assert (odd.id, code) in codes(project_of(odd))


def test_an_actor_is_enough_for_a_sanction() -> None:
    assert codes(project_of(tag("s", "sanction", "It never happened", target=MINISTER))) == []


def test_what_lies_in_a_zone_is_found() -> None:
    zone = Zone(start=TEXT.index("Read"), end=len(TEXT), kind="teaser")
    assert codes(project_of(tag("c", "claim", "more"), zones=(zone,))) == [("c", "in-zone")]


def test_the_same_words_tagged_twice_are_found_once() -> None:
    twin = replace(QUOTE, id="r")
    assert codes(project_of(QUOTE, twin)) == [("r", "twice")]


def test_an_entity_without_a_type_is_found_where_it_is_named() -> None:
    project = project_of(QUOTE)
    project = replace(project, entities=Map({"m": Entity(id="m", name="The minister")}))
    assert codes(project) == [("q", "entity-without-type")]


CUT = tag("q", "quote", '"It never happened at all,', speaker=MINISTER)


@pytest.mark.parametrize(
    ("project", "code"),
    [
        (project_of(tag("q", "quote", '"It never happened at all,"')), "no-actor"),
        (project_of(tag("q", "quote", "t never happened at al", speaker=MINISTER)), "ragged"),
        (
            project_of(tag("q", "quote", '"It never happened at all,', speaker=MINISTER)),
            "lonely-mark",
        ),
        (project_of(tag("q", "quote", 'happened at all,"', speaker=MINISTER)), "lonely-mark"),
        (project_of(QUOTE, replace(QUOTE, id="r")), "twice"),
        (
            project_of(
                tag("c", "claim", "more"),
                zones=(Zone(start=TEXT.index("Read"), end=len(TEXT), kind="teaser"),),
            ),
            "in-zone",
        ),
    ],
)
def test_what_mends_a_finding_makes_it_vanish(project: Project, code: str) -> None:
    finding = next(one for one in check(project) if one.code == code)
    edits = fix(project, finding)
    assert edits
    after, _ = apply(project, Transaction("Mend", edits, STAMP))
    assert code not in [one.code for one in check(after)]


def test_a_finding_that_nothing_mends_has_no_fix() -> None:
    project = project_of(tag("d", "denial", "It never happened", denier=MINISTER))
    (finding,) = check(project)
    assert fix(project, finding) == ()
