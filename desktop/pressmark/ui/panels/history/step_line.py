"""A step as a line: when, what, where and by whom."""

from contextlib import suppress
from typing import NamedTuple

from pressmark.edits.annotations import AddAnnotation
from pressmark.edits.transaction import Transaction
from pressmark.errors import ProjectFileError
from pressmark.model.project import Project
from pressmark.store.history_file import Step
from pressmark.ui.moments import clock_words, local
from pressmark.ui.panels.annotation_line import annotation_text
from pressmark.ui.panels.words import one_line
from pressmark.ui.words import phrase as _t
from pressmark.ui.words import translated


class StepLine(NamedTuple):
    """What a row shows of a step; `is_undone` where it does not stand any more."""

    time: str
    title: str
    where: str
    by: str
    is_undone: bool


def step_line(project: Project, step: Step, *, is_undone: bool) -> StepLine:
    """Return the line of a step."""
    stamp = step.transaction.stamp
    return StepLine(
        time=clock_words(local(stamp.time).time()),
        title=step_title(step.transaction),
        where=_where(project, step),
        by=by(project, step),
        is_undone=is_undone,
    )


def step_title(step: Transaction) -> str:
    """Return what was done."""
    title = one_line(step.title)
    if step.origin == "undo":
        return translated(_t("Undo: {title}")).format(title=title)
    return title


def article_title(project: Project, step: Step) -> str:
    """Return the title of the article that a step touched first; "" where there is none."""
    for article_id in step.transaction.touches().articles:
        shelved = project.articles.get(article_id)
        if shelved is not None:
            return one_line(shelved.head.title or "")
    return ""


def _where(project: Project, step: Step) -> str:
    """Return the words of the annotation that a step touched first, and the article's title."""
    touched = next(iter(step.transaction.touches().annotations), "")
    words = ""
    if touched in project.places:
        with suppress(ProjectFileError):  # a damaged article has no words
            words = annotation_text(project.annotation(touched))
    else:
        edits = (*step.inverses, *step.transaction.edits)
        added = (edit.annotation for edit in edits if isinstance(edit, AddAnnotation))
        words = next((annotation_text(one) for one in added if one.id == touched), "")
    return " · ".join(filter(None, (words, article_title(project, step))))


def by(project: Project, step: Step) -> str:
    """Return the name of who did a step."""
    known = project.annotators.get(step.transaction.stamp.annotator)
    return one_line(known.name) if known is not None else ""
