import pytest

from pressmark.model.label_set import Label, LabelSet, RelationType
from pressmark.model.records import Relation

DENIES = RelationType(id="denies", title="denies", from_=("denial",), to=("claim", "quote"))
SAME = RelationType(id="same", title="same statement as", same_label=True, symmetric=True)
SAID = RelationType(id="said", title="attributed to", from_=("claim",), to=("quote",), entity=True)
SET = LabelSet(
    name="news",
    labels=(Label(id="claim", title="Claim"), Label(id="denial", title="Denial")),
    relations=(DENIES, SAME, SAID),
)


@pytest.mark.parametrize(
    ("start", "end", "types"),
    [
        ("denial", "claim", (DENIES,)),
        ("claim", "quote", (SAID,)),
        ("claim", "claim", (SAME,)),
        ("claim", "denial", ()),
    ],
)
def test_only_types_that_fit_both_ends_are_offered(
    start: str, end: str, types: tuple[RelationType, ...]
) -> None:
    assert SET.types_for(start, end) == types


def test_an_entity_may_end_only_a_relation_that_says_so() -> None:
    said = Relation(id="r", type="said", from_="a", entity="eu")
    denies = Relation(id="r", type="denies", from_="a", entity="eu")
    assert SET.allows(said, "claim", None)
    assert not SET.allows(said, "denial", None)
    assert not SET.allows(denies, "denial", None)


def test_labels_and_types_that_nobody_knows_are_none() -> None:
    assert SET.label("rumour") is None
    assert SET.relation_type("hints") is None
    assert not SET.allows(Relation(id="r", type="hints", from_="a", to="b"), "claim", "claim")
