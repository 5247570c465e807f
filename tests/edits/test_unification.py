from dataclasses import replace

import pytest

from pressmark.edits.edit import Stamp
from pressmark.edits.transaction import Transaction, apply
from pressmark.edits.unification import unification
from pressmark.errors import EditError
from pressmark.model.annotation import Annotation
from pressmark.model.project import Project
from pressmark.model.records import Relation
from pressmark.model.span import Span


@pytest.fixture
def twins(project: Project) -> Project:
    """Return a project with a second claim "e" that nearly is "c"."""
    claim = project.annotation("c")
    other = Annotation(
        id="e",
        label="claim",
        fragments=(Span(0, 36),),
        text=(claim.text[0][:36],),
        attributes={"kind": "event", "summary": "theirs"},
        note="a second look",
        confidence="low",
        flag=True,
    )
    project = project.with_annotation("art", other)
    mine = replace(claim, attributes={"summary": "mine"}, note="a first look")
    project = project.with_annotation("art", mine)
    relations = project.relations.with_(Relation(id="s", type="denies", from_="d", to="e"))
    supports = Relation(id="t", type="supports", from_="e", to="d")
    return replace(project, relations=relations.with_(supports))


def united(project: Project, stamp: Stamp) -> Project:
    edits = unification(project, "c", "e", (Span(0, 40),))
    return apply(project, Transaction("Merge", edits, stamp))[0]


def test_what_either_says_is_kept(twins: Project, stamp: Stamp) -> None:
    one = united(twins, stamp).annotation("c")
    assert dict(one.attributes) == {"kind": "event", "summary": "mine"}
    assert one.note == "a first look\na second look"
    assert (one.confidence, one.flag, one.fragments) == ("low", True, (Span(0, 40),))


def test_relations_move_along_once_each(twins: Project, stamp: Stamp) -> None:
    after = united(twins, stamp)
    assert "e" not in after.places
    found = [(one.type, one.from_, one.to) for one in after.relations]
    assert found == [("denies", "d", "c"), ("supports", "c", "d")]


def test_it_is_one_step_that_can_be_taken_back(twins: Project, stamp: Stamp) -> None:
    edits = unification(twins, "c", "e", (Span(0, 40),))
    after, inverses = apply(twins, Transaction("Merge", edits, stamp))
    assert apply(after, Transaction("Undo", inverses, stamp))[0] == twins


@pytest.mark.parametrize(("kept", "gone"), [("c", "c"), ("c", "nobody"), ("nobody", "c")])
def test_what_is_not_two_annotations_of_an_article_is_refused(
    twins: Project, kept: str, gone: str
) -> None:
    with pytest.raises(EditError, match="no-annotation"):
        unification(twins, kept, gone, (Span(0, 40),))
