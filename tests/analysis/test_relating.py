from pressmark.analysis.relating import Fit, are_related, fits, keyed, likeness, sole_fit
from pressmark.model.annotation import Annotation
from pressmark.model.label_set import LabelSet, RelationType
from pressmark.model.project import Project
from pressmark.model.records import Relation
from pressmark.model.relations import Relations
from pressmark.store.label_sets import default_label_set

LABELS = default_label_set()


def named(found: tuple[Fit, ...]) -> list[str]:
    return [("back " if fit.is_back else "") + fit.kind.id for fit in found]


def test_types_that_fit_forth_come_first_and_others_only_back() -> None:
    assert named(fits(LABELS, "denial", "quote")) == ["denies", "attributed-to"]
    assert named(fits(LABELS, "quote", "denial")) == ["back denies", "back attributed-to"]
    assert named(fits(LABELS, "claim", "claim")) == ["supports", "same-statement-as"]
    assert named(fits(LABELS, "claim", "quote")) == ["attributed-to", "back supports"]
    assert named(fits(LABELS, "sanction", "denial")) == ["back denies"]


def test_only_what_needs_no_choice_is_taken_unasked() -> None:
    def sole(start: str, end: str) -> str | None:
        fit = sole_fit(fits(LABELS, start, end))
        return fit.kind.id if fit else None

    assert sole("denial", "claim") == "denies"
    assert sole("claim", "quote") == "attributed-to"  # forth goes before back
    assert sole("claim", "denial") == "denies"  # the only one at all, though back
    assert sole("denial", "quote") is None
    assert sole("rumour", "denial") is None


def test_every_type_has_a_key_of_its_own() -> None:
    kinds = [
        RelationType(id=one, title=one, key=key) for one, key in zip("abcd", "DdN", strict=False)
    ]
    kinds.append(RelationType(id="e", title="e"))
    found = fits(LabelSet(name="", relations=tuple(kinds)), "claim", "claim")
    assert [(key, fit.kind.id) for key, fit in keyed(found, "NPO").items()] == [
        ("D", "a"),
        ("2", "b"),
        ("3", "c"),
        ("4", "e"),
    ]


def test_a_symmetric_relation_is_there_from_either_end() -> None:
    project = Project(
        id="p",
        title="",
        label_set=LABELS,
        relations=Relations.of(
            [
                Relation(id="1", type="same-statement-as", from_="x", to="y"),
                Relation(id="2", type="supports", from_="x", to="y"),
                Relation(id="3", type="targets", from_="x", entity="y"),
            ]
        ),
    )
    same, supports = (LABELS.relation_type(one) for one in ("same-statement-as", "supports"))
    assert same is not None
    assert supports is not None
    assert are_related(project, same, "x", "y")
    assert are_related(project, same, "y", "x")
    assert are_related(project, supports, "x", "y")
    assert not are_related(project, supports, "y", "x")
    assert not are_related(project, supports, "x", "z")


def test_the_same_words_are_verbatim_whatever_their_marks() -> None:
    def one(*text: str) -> Annotation:
        return Annotation(id="x", label="claim", fragments=(), text=text)

    same = LABELS.relation_type("same-statement-as")
    assert same is not None
    assert likeness(same, one("Ukraine’s  arms"), one("ukraine's", "arms")) == "verbatim"
    assert likeness(same, one("Ukraine’s arms"), one("Russia’s arms")) is None
