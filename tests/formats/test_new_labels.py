from pressmark.formats.new_labels import NewLabels, title_of
from pressmark.model.label_set import Label, LabelSet

OWN = LabelSet(name="own", labels=(Label(id="quote", title="Quote", mark="quote"),))


def test_nothing_new_leaves_the_label_set_be() -> None:
    labels = NewLabels(OWN)
    assert not labels.meet("quote")
    assert labels.united() is None


def test_each_new_label_is_met_once_and_gets_a_mark_that_is_free() -> None:
    labels = NewLabels(OWN)
    assert [labels.meet(name) for name in ("per", "per", "loc")] == [True, False, True]
    united = labels.united()
    assert united is not None
    assert [(one.id, one.title, one.mark) for one in united.labels] == [
        ("quote", "Quote", "quote"),
        ("per", "Per", "claim"),
        ("loc", "Loc", "sanction"),
    ]


def test_titles_are_for_people() -> None:
    ids = ("bias_lexical", "asset-freeze", "Name_Calling,Labeling", "_")
    titles = ["Bias lexical", "Asset freeze", "Name_Calling,Labeling", "_"]
    assert [title_of(one) for one in ids] == titles


def test_when_the_marks_are_used_up_labels_come_without() -> None:
    labels = NewLabels(OWN)
    for number in range(9):
        labels.meet(f"l{number}")
    united = labels.united()
    assert united is not None
    assert [one.mark for one in united.labels].count(None) == 2
