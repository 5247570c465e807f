from dataclasses import replace

import pytest

from pressmark.analysis.checks import check
from pressmark.analysis.fixes import fix
from pressmark.analysis.judgement_checks import check_judgements
from pressmark.edits.edit import Stamp
from pressmark.edits.removals import removal
from pressmark.edits.transaction import Transaction, apply
from pressmark.model.judgement import Judgement
from pressmark.model.project import Project
from tests.edits.conftest import base_project

STAMP = Stamp("anna", "2024-05-31T12:04:05Z")


def judged(*judgements: Judgement) -> Project:
    """Return a project with these judgements, and the annotations "c" and "d"."""
    project = base_project()
    return replace(project, judgements=type(project.judgements)((j.id, j) for j in judgements))


def codes(project: Project) -> list[tuple[str, str]]:
    return [(one.code, one.fact) for one in check_judgements(project)]


def test_a_sound_judgement_is_not_worth_a_look() -> None:
    one = Judgement(id="j", statement="It goes on.", likelihood="likely", relies_on=("c",))
    assert codes(judged(one)) == []


@pytest.mark.parametrize(
    ("judgement", "code"),
    [
        (Judgement(id="k", order=2, statement="So."), "groundless"),
        (Judgement(id="k", order=2, relies_on=("c", "gone")), "lost-ground"),
        (
            Judgement(id="k", order=2, relies_on=("c",), statement="Likely (low confidence)."),
            "two-estimates",
        ),
        (
            Judgement(
                id="k",
                order=2,
                relies_on=("c",),
                statement="We are confident of it.",
                likelihood="likely",
            ),
            "two-estimates",
        ),
    ],
)
def test_what_is_odd_is_told_with_the_place_of_the_judgement(
    judgement: Judgement, code: str
) -> None:
    project = judged(Judgement(id="j", order=1, relies_on=("d",)), judgement)
    assert codes(project) == [(code, "2")]


def test_a_judgement_that_lost_a_ground_is_mended_by_resting_on_the_rest() -> None:
    project = judged(Judgement(id="j", relies_on=("c", "d")))
    project, _ = apply(project, Transaction("Delete", removal(project, "d"), STAMP))
    (found,) = (one for one in check(project) if one.code == "lost-ground")
    mended, _ = apply(project, Transaction("Mend", fix(project, found, STAMP), STAMP))
    assert mended.judgements["j"].relies_on == ("c",)
    assert codes(mended) == []
