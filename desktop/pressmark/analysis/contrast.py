"""How an earlier state of a project differs from now, in numbers."""

from collections.abc import Callable
from dataclasses import dataclass

from pressmark.errors import ProjectFileError
from pressmark.model.article import Shelved
from pressmark.model.project import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """What another state of a project has that this one lacks, what it lacks, what is otherwise.

    `changed` counts articles (their text, head or annotations), annotations and relations that
    both have and that are not the same; an article counts only where none of its annotations
    does. `is_framed_otherwise` says that anything else differs: title, marking, label set, names,
    the analyst's own word, what is in doubt. Where nothing is counted, the content is the same.
    """

    more_articles: int = 0
    fewer_articles: int = 0
    more_annotations: int = 0
    fewer_annotations: int = 0
    more_relations: int = 0
    fewer_relations: int = 0
    changed: int = 0
    is_framed_otherwise: bool = False


def contrast(
    now: Project, then: Project, step: Callable[[int, int], object] = lambda _done, _total: None
) -> Contrast:
    """Return what would become of `now` if it were as `then` again.

    `step` is called for each article with how many are done, and of how many.
    """
    shared = [key for key in then.articles if key in now.articles]
    changed = _changed_relations(now, then)
    for done, key in enumerate(shared, start=1):
        changed += _changed(now.articles[key], then.articles[key])
        step(done, len(shared))
    return Contrast(
        more_articles=len(then.articles) - len(shared),
        fewer_articles=len(now.articles) - len(shared),
        more_annotations=sum(one not in now.places for one in then.places),
        fewer_annotations=sum(one not in then.places for one in now.places),
        more_relations=sum(one.id not in now.relations for one in then.relations),
        fewer_relations=sum(one.id not in then.relations for one in now.relations),
        changed=changed,
        is_framed_otherwise=_frame(now) != _frame(then),
    )


def _changed(now: Shelved, then: Shelved) -> int:
    try:
        if now is then or now == then:
            return 0
        here, there = now.open(), then.open()
    except ProjectFileError:  # one of them is damaged
        return 1
    both = (one for one in there.annotations if one.id in here.annotations)
    annotations = sum(here.annotations[one.id] != one for one in both)
    is_otherwise = here.head != there.head or here.text != there.text
    return annotations or int(is_otherwise)


def _changed_relations(now: Project, then: Project) -> int:
    return sum((now.relations.get(one.id) or one) != one for one in then.relations)


def _frame(project: Project) -> tuple[object, ...]:
    """Return all that is neither an article nor a relation, but for the project's id."""
    word = project.summary, project.judgements
    names = project.label_set, project.entities, project.annotators
    return project.title, project.handling, *names, *word, project.disputes, project.unknown
