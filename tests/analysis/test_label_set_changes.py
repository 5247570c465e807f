from dataclasses import replace

from pressmark.analysis.label_set_changes import label_set_changes
from pressmark.edits.label_sets import arranged, put, without, without_label
from pressmark.model.label_set import Label, LabelSet
from pressmark.store.label_sets import default_label_set

NEWS = default_label_set()


def told(after: LabelSet) -> list[tuple[str, str, str]]:
    return [(one.way, one.what, one.title) for one in label_set_changes(NEWS, after)]


def test_nothing_differs() -> None:
    assert told(NEWS) == []


def test_labels_come_go_and_change() -> None:
    claim = replace(NEWS.labels[0], title="Thesis")
    labels = put(put(NEWS.labels, claim), Label(id="threat", title="Threat"))
    assert told(replace(NEWS, labels=labels)) == [
        ("changed", "label", "Thesis"),
        ("added", "label", "Threat"),
    ]
    assert ("removed", "label", "Denial") in told(without_label(NEWS, "denial"))


def test_attributes_are_named_with_their_label() -> None:
    claim = NEWS.labels[0]
    shorter = replace(claim, attributes=without(claim.attributes, "hedge"))
    assert told(replace(NEWS, labels=put(NEWS.labels, shorter))) == [
        ("removed", "attribute", "Claim: Hedge")
    ]


def test_relations_order_and_the_rest() -> None:
    ids = [one.id for one in reversed(NEWS.labels)]
    after = replace(
        NEWS,
        labels=arranged(NEWS.labels, ids),
        relations=without(NEWS.relations, "targets"),
        guidelines="Tag what is said.",
    )
    assert told(after) == [
        ("removed", "relation", "targets"),
        ("changed", "order", "news"),
        ("changed", "set", "news"),
    ]
