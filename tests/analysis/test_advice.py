"""The checks that give advice, and what mends each finding."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
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
from pressmark.model.records import Entity, Relation
from pressmark.model.relations import Relations
from pressmark.model.span import Span
from pressmark.paths import seed
from pressmark.store.open_project import read_project

TEXT = 'The minister said: "It never happened at all," on Friday.\nRead also: more. "open'
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
        Label(
            id="quote",
            title="Quote",
            attributes=(
                anchored("speaker"),
                anchored("cue"),
                Attribute(
                    id="form", title="Form", kind="choice", values=("direct", "indirect", "mixed")
                ),
                Attribute(id="date", title="Date", kind="date"),
            ),
        ),
        Label(
            id="sanction",
            title="Sanction",
            attributes=(
                anchored("issuer"),
                anchored("target"),
                Attribute(id="effective_date", title="Effective date", kind="date"),
                Attribute(id="end_date", title="End date", kind="date"),
            ),
        ),
        Label(id="denial", title="Denial", attributes=(anchored("denier"),)),
    ),
    relations=(
        RelationType(id="denies", title="denies", from_=("denial",), to=("claim",)),
        RelationType(id="attributed-to", title="attributed to", to=("quote",), entity=True),
    ),
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


def joinable(text: str, *words: str) -> tuple[Span, ...]:
    return tuple(Span(text.index(one), text.index(one) + len(one)) for one in words)


def project_of(
    *annotations: Annotation, zones: tuple[Zone, ...] = (), relations: tuple[Relation, ...] = ()
) -> Project:
    entity = Entity(id="m", name="The minister", type="Person")
    empty = Project(
        id="p",
        title="t",
        label_set=LABELS,
        entities=Map({"m": entity}),
        relations=Relations.of(relations),
    )
    head = ArticleHead(id="a", zones=zones, published="2024-05-31T12:00:00Z")
    return assemble(empty, [Article(head, TEXT, Annotations.of(annotations))])


def codes(project: Project) -> list[tuple[str, str]]:
    return [(one.annotation, one.code) for one in check(project)]


def moved(annotation: Annotation, *fragments: Span) -> Annotation:
    text, prefix, suffix = quoted(TEXT, fragments)
    return replace(annotation, fragments=fragments, text=text, prefix=prefix, suffix=suffix)


def with_entities(project: Project, *entities: Entity) -> Project:
    return replace(project, entities=Map({one.id: one for one in entities}))


QUOTE = tag("q", "quote", '"It never happened at all,"', speaker=MINISTER)
CLAIM = tag("c", "claim", "It never happened at all")
DENIAL = tag("d", "denial", '"It never happened at all,"', denier=MINISTER)
SANCTION = tag("s", "sanction", "It never happened at all", issuer=MINISTER, target=MINISTER)
TEASER = Zone(start=TEXT.index("Read"), end=len(TEXT), kind="teaser")
MORE = Anchor(start=TEXT.index("more"), end=TEXT.index("more") + 4, text="more")


def with_values(annotation: Annotation, **values: Value) -> Annotation:
    return replace(annotation, attributes={**annotation.attributes, **values})


def test_nothing_is_said_of_what_is_as_it_should_be() -> None:
    denies = Relation(id="r", type="denies", from_="d", to="c")
    dated = with_values(QUOTE, date="2024-05", form="direct")
    assert codes(project_of(dated, CLAIM, DENIAL, SANCTION, relations=(denies,))) == []


def test_nothing_is_said_of_the_example() -> None:
    assert [*check(read_project(seed("example.pressmark")).project)] == []


MENDED = {
    "a quote without a speaker": (project_of(tag("q", "quote", QUOTE.text[0])), "no-actor"),
    "a cut word": (
        project_of(tag("q", "quote", "t never happened at al", speaker=MINISTER)),
        "ragged",
    ),
    "a blank at the edge": (project_of(tag("q", "quote", "It never ", speaker=MINISTER)), "ragged"),
    "a mark without its second": (
        project_of(tag("q", "quote", '"It never happened at all,', speaker=MINISTER)),
        "lonely-mark",
    ),
    "a mark without its first": (
        project_of(tag("q", "quote", 'happened at all,"', speaker=MINISTER)),
        "lonely-mark",
    ),
    "the same twice": (project_of(QUOTE, replace(QUOTE, id="r")), "twice"),
    "nearly the same twice": (
        project_of(CLAIM, replace(tag("c2", "claim", "It never happened at all,"), created="2")),
        "nearly-twice",
    ),
    "in a zone": (project_of(tag("c", "claim", "more"), zones=(TEASER,)), "in-zone"),
    "into a zone": (
        project_of(tag("c", "claim", "Friday.\nRead also"), zones=(TEASER,)),
        "into-zone",
    ),
    "no words": (project_of(tag("c", "claim", ":")), "no-words"),
    "fragments that meet": (
        project_of(moved(CLAIM, *joinable(TEXT, "It never", "happened at all"))),
        "no-gap",
    ),
    "a denial of nothing": (project_of(DENIAL, CLAIM), "denies-nothing"),
    "a direct quote without marks": (
        project_of(tag("q", "quote", "on Friday", speaker=MINISTER, form="direct")),
        "form-differs",
    ),
    "a direct quote beside its marks": (
        project_of(tag("q", "quote", "It never happened at all,", speaker=MINISTER, form="direct")),
        "form-differs",
    ),
    "an indirect quote in marks": (project_of(with_values(QUOTE, form="indirect")), "form-differs"),
    "a value that is no choice": (project_of(with_values(QUOTE, form="Direct")), "odd-attribute"),
    "an attribute of no label": (project_of(with_values(QUOTE, mood="calm")), "odd-attribute"),
    "a date as people write it": (
        project_of(with_values(QUOTE, date="30 May 2024")),
        "odd-attribute",
    ),
    "no such day": (project_of(with_values(QUOTE, date="2023-02-29")), "no-such-day"),
    "an end before the beginning": (
        project_of(with_values(SANCTION, effective_date="2024-05-31", end_date="2024-04")),
        "ends-early",
    ),
    "a label in other letters": (project_of(replace(CLAIM, label="CLAIM")), "unknown-label"),
    "a cue elsewhere": (project_of(with_values(QUOTE, cue=MORE)), "stray-cue"),
    "a relation the wrong way round": (
        project_of(
            DENIAL,
            CLAIM,
            relations=(
                Relation(id="r", type="denies", from_="c", to="d"),
                Relation(id="s", type="denies", from_="d", to="c", annotator="x"),
            ),
        ),
        "odd-relation",
    ),
    "a relation across a wrong pair": (
        project_of(QUOTE, CLAIM, relations=(Relation(id="r", type="denies", from_="q", to="c"),)),
        "odd-relation",
    ),
    "a relation twice": (
        project_of(
            DENIAL,
            CLAIM,
            relations=(
                Relation(id="r", type="denies", from_="d", to="c"),
                Relation(id="s", type="denies", from_="d", to="c"),
            ),
        ),
        "relation-twice",
    ),
    "a relation that an attribute says": (
        project_of(
            QUOTE, relations=(Relation(id="r", type="attributed-to", from_="q", entity="m"),)
        ),
        "relation-stated",
    ),
    "two entities of one name": (
        with_entities(
            project_of(QUOTE),
            Entity(id="m", name="The minister", type="Person"),
            Entity(id="n", name="the  Minister", type="Person"),
        ),
        "same-name",
    ),
}


@pytest.mark.parametrize(("project", "code"), MENDED.values(), ids=MENDED.keys())
def test_what_mends_a_finding_makes_it_vanish_and_no_other_come(
    project: Project, code: str
) -> None:
    (finding,) = check(project)
    assert finding.code == code
    edits = fix(project, finding, STAMP)
    assert edits
    after, inverses = apply(project, Transaction("Mend", edits, STAMP))
    assert [*check(after)] == []
    before, _ = apply(after, Transaction("Undo", inverses, STAMP))
    assert before == project


@pytest.mark.parametrize(
    ("project", "code"),
    [
        (project_of(tag("s", "sanction", "never", issuer=MINISTER)), "no-actor"),
        (project_of(tag("s", "sanction", "never", target=MINISTER)), "no-actor"),
        (project_of(DENIAL), "denies-nothing"),
        (project_of(tag("c", "claim", "It never happened", summary="far too long")), "too-long"),
        (project_of(with_values(QUOTE, date="2024-06-01")), "after-publication"),
        (project_of(tag("c", "claim", '"open')), "open-mark"),
        (
            with_entities(project_of(QUOTE), Entity(id="m", name="The minister")),
            "entity-without-type",
        ),
    ],
)
def test_what_nobody_can_guess_has_no_fix(project: Project, code: str) -> None:
    (finding,) = check(project)
    assert finding.code == code
    assert fix(project, finding, STAMP) == ()


def test_an_entity_without_a_type_is_told_once() -> None:
    other = replace(tag("q2", "quote", "on Friday", speaker=MINISTER), created="2")
    project = with_entities(project_of(QUOTE, other), Entity(id="m", name="The minister"))
    assert codes(project) == [("q", "entity-without-type")]


def test_who_declines_to_comment_denies_nothing() -> None:
    silent = with_values(DENIAL, kind="declines-to-comment")
    assert "denies-nothing" not in [code for _, code in codes(project_of(silent))]


def test_what_two_annotators_tagged_alike_is_no_double() -> None:
    assert codes(project_of(QUOTE, replace(QUOTE, id="r", annotator="ben"))) == []


def test_what_somebody_lets_be_is_not_told() -> None:
    (finding,) = check(project_of(tag("s", "sanction", "never", issuer=MINISTER)))
    assert finding.name == "no-actor target"
    waived = replace(tag("s", "sanction", "never", issuer=MINISTER), waived=(finding.name,))
    assert codes(project_of(waived)) == []


@given(st.data())
def test_whatever_is_mended_is_gone_and_comes_back_when_undone(data: st.DataObject) -> None:
    spans = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 40)).map(
        lambda pair: Span(pair[0], min(len(TEXT), sum(pair)))
    )
    drawn = data.draw(st.lists(st.tuples(st.sampled_from("cqsd"), spans), min_size=1, max_size=4))
    kinds = {one.id[0]: one for one in (CLAIM, QUOTE, SANCTION, DENIAL)}
    tagged = [
        replace(moved(kinds[kind], span), id=f"{kind}{at}") for at, (kind, span) in enumerate(drawn)
    ]
    values = st.sampled_from([{}, {"form": "direct"}, {"cue": MORE}, {"date": "2023-02-29"}])
    tagged = [with_values(one, **data.draw(values)) for one in tagged]
    project = project_of(*tagged, zones=data.draw(st.sampled_from([(), (TEASER,)])))
    for finding in check(project):
        edits = fix(project, finding, STAMP)
        after, inverses = apply(project, Transaction("Mend", edits, STAMP))
        assert not edits or finding not in check(after)
        assert apply(after, Transaction("Undo", inverses, STAMP))[0] == project
