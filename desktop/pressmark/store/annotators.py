"""Whose work edits without a window are."""

from pressmark.edits.frame import PutAnnotator
from pressmark.model.ids import new_id
from pressmark.model.project import Project
from pressmark.model.records import Annotator
from pressmark.store.settings import read_settings


def annotator_for(project: Project, name: str | None) -> Annotator:
    """Return the project's annotator of that name (this user where None), or a new one.

    This user's own id comes from the settings, so that headless work and work in the window
    are the same annotator's.
    """
    settings = read_settings()
    wanted = name or settings.annotator_name
    own = wanted == settings.annotator_name
    if own and settings.annotator_id in project.annotators:
        return project.annotators[settings.annotator_id]
    for annotator in sorted(project.annotators.values(), key=lambda one: one.id):
        if annotator.name == wanted:
            return annotator
    return Annotator(id=settings.annotator_id if own else new_id(), name=wanted)


def introduction(annotator: Annotator, project: Project) -> tuple[PutAnnotator, ...]:
    """Return the edit that adds an annotator whom the project does not have yet, or none.

    It goes into the first step of that annotator's, and is undone with it.
    """
    return () if annotator.id in project.annotators else (PutAnnotator(annotator),)
