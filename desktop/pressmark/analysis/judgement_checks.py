"""Checks of the judgements: what they rest on, and how they are put."""

from collections.abc import Iterator

from pressmark.analysis.estimates import mixed_sentences
from pressmark.analysis.finding import Finding
from pressmark.edits.edit import Edit
from pressmark.edits.judgements import changed_judgement
from pressmark.model.judgement import Judgement
from pressmark.model.project import Project

LOST_GROUND = "lost-ground"


def check_judgements(project: Project) -> Iterator[Finding]:
    """Yield judgements that rest on nothing, or on what is gone, or that mix two estimates.

    The `record` of a finding is the judgement's id, the `fact` its place, from 1.
    """
    for place, judgement in enumerate(project.ranked(), start=1):
        for code in _codes(project, judgement):
            yield Finding(code, "", "", str(place), judgement.id)


def grounded(project: Project, judgement_id: str) -> tuple[Edit, ...]:
    """Return the edit that lets a judgement rest on what is there alone."""
    held = project.judgements[judgement_id].relies_on
    there = tuple(one for one in held if one in project.places)
    return changed_judgement(project, judgement_id, relies_on=there)


def _codes(project: Project, judgement: Judgement) -> Iterator[str]:
    if not judgement.relies_on:
        yield "groundless"
    if any(one not in project.places for one in judgement.relies_on):
        yield LOST_GROUND
    is_estimated = judgement.likelihood is not None
    if next(mixed_sentences(judgement.statement, is_estimated=is_estimated), None):
        yield "two-estimates"
