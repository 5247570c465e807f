from dataclasses import replace

from pressmark.analysis.loose_ends import LooseEnd, is_led_to_by_none, leads_nowhere, loose_ends
from pressmark.model.annotation import Annotation
from pressmark.model.annotations import Annotations
from pressmark.model.article import Article, ArticleHead
from pressmark.model.label_set import LabelSet, RelationType
from pressmark.model.project import Project, assemble
from pressmark.model.records import Relation
from pressmark.model.relations import Relations
from pressmark.model.span import Span


def tag(name: str, label: str) -> Annotation:
    return Annotation(id=name, label=label, fragments=(Span(0, 1),), text=("x",))


DENIES = RelationType(id="denies", title="denies", from_=("denial",), to=("claim",))
TAGS = (
    tag("d1", "denial"),
    tag("d2", "denial"),
    tag("c1", "claim"),
    tag("c2", "claim"),
    tag("q", "quote"),
)
EMPTY = Project(id="p", title="t", label_set=LabelSet(name="news", relations=(DENIES,)))
PROJECT = replace(
    assemble(EMPTY, [Article(ArticleHead(id="a"), "xyz", Annotations.of(TAGS))]),
    relations=Relations.of([Relation(id="r", type="denies", from_="d1", to="c1")]),
)


def test_denials_of_nothing_and_claims_undenied_are_told() -> None:
    assert [one.id for one in TAGS if leads_nowhere(PROJECT, one, "denies")] == ["d2"]
    assert [one.id for one in TAGS if is_led_to_by_none(PROJECT, one, "denies")] == ["c2"]


def test_a_type_that_the_label_set_lacks_asks_for_nothing() -> None:
    assert not any(leads_nowhere(PROJECT, one, "supports") for one in TAGS)
    assert not any(is_led_to_by_none(PROJECT, one, "supports") for one in TAGS)


def test_each_type_that_joins_certain_labels_says_what_may_lack_it() -> None:
    same = RelationType(id="same", title="same", same_label=True)
    said = RelationType(id="said", title="said by", from_=("claim",), to=("quote",), entity=True)
    labels = replace(PROJECT.label_set, relations=(DENIES, same, said))
    nothing, undenied = loose_ends(labels)
    assert nothing == LooseEnd("denies", "denial", starts=True)
    assert undenied == LooseEnd("denies", "claim", starts=False)
    assert [one.id for one in TAGS if nothing.is_of(PROJECT, one)] == ["d2"]
    assert [one.id for one in TAGS if undenied.is_of(PROJECT, one)] == ["c2"]
