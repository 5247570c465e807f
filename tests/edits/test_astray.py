"""Annotations whose words stand elsewhere, as files may hold them: every step leads back."""

from dataclasses import replace

import pytest

from pressmark.edits.annotations import (
    MoveAnnotation,
    RelabelAnnotation,
    RemoveAnnotation,
    SetAttributes,
    SetFlag,
    SetNote,
)
from pressmark.edits.difference import difference
from pressmark.edits.edit import Edit, Stamp
from pressmark.edits.history import History
from pressmark.edits.relations import RemoveRelation
from pressmark.edits.transaction import Transaction
from pressmark.model.attribute import Anchor
from pressmark.model.project import Project
from pressmark.model.span import Span
from tests.edits.conftest import annotation

STAMP = Stamp("anna", "2024-06-01T10:00:00Z")


@pytest.fixture
def astray(project: Project) -> Project:
    """Return a project with an annotation, and an attribute of it, that do not fit the text."""
    cue = Anchor(start=4, end=6, text="XX")
    there = replace(annotation("c", "claim", 3, 9), text=("Elsewhere",), attributes={"cue": cue})
    return project.with_annotation("art", there)


@pytest.mark.parametrize(
    "edits",
    [
        (MoveAnnotation("art", "c", (Span(4, 6),)),),
        (RelabelAnnotation("art", "c", "denial"),),
        (SetAttributes("art", "c", {"factuality": "certain"}),),
        (SetNote("art", "c", "Where is it?"),),
        (SetFlag("art", "c", flag=True),),
        (RemoveRelation("r"), RemoveAnnotation("art", "c")),
    ],
    ids=lambda edits: type(edits[-1]).__name__,
)
def test_every_step_with_it_can_be_taken_back(astray: Project, edits: tuple[Edit, ...]) -> None:
    history = History(astray)
    history.commit(Transaction("Try", edits, STAMP))
    assert history.project != astray
    history.undo(STAMP)
    assert history.project == astray


def test_a_merge_takes_it_over(project: Project, astray: Project) -> None:
    reached = project
    for edit in difference(project, astray):
        reached, _ = edit.apply(reached, STAMP)
    assert reached == astray
