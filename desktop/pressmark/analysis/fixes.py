"""What would mend a finding, as edits: done, the finding is gone. Many have none."""

from collections.abc import Callable, Mapping

from pressmark.analysis.attribute_fixes import form, name_actor, put_day, put_right, swap_dates
from pressmark.analysis.checks import check_annotation
from pressmark.analysis.edges import balanced, whole
from pressmark.analysis.entity_checks import SAME_NAME, namesake
from pressmark.analysis.entity_names import EntityNames
from pressmark.analysis.finding import Case, Finding
from pressmark.analysis.fragments import joined
from pressmark.analysis.judgement_checks import LOST_GROUND, grounded
from pressmark.analysis.relation_fixes import drop, relate_denied, turn_or_drop
from pressmark.edits.annotations import MoveAnnotation, RelabelAnnotation
from pressmark.edits.articles import SetZones
from pressmark.edits.edit import Edit, Stamp
from pressmark.edits.entities import entity_merge
from pressmark.edits.removals import removal
from pressmark.edits.transaction import Transaction, apply
from pressmark.edits.unification import unification
from pressmark.edits.zones import content
from pressmark.errors import EditError
from pressmark.model.project import Project
from pressmark.model.span import Span

Fix = Callable[[Case], tuple[Edit, ...]]


class Mending:
    """Knows what would mend the findings in a project, and who would do it when."""

    def __init__(self, project: Project, stamp: Stamp) -> None:
        self._project = project
        self._stamp = stamp
        self._names = EntityNames(project.entities.values())

    def edits(self, finding: Finding) -> tuple[Edit, ...]:
        """Return the edits that mend a finding; none where there is no telling what would.

        KeyError where what was found is not there any more.
        """
        if finding.code == LOST_GROUND:
            return grounded(self._project, finding.record)
        mend = _FIXES.get(finding.code)
        if mend is None:
            return ()
        article = self._project.article(finding.article)
        annotation = article.annotations[finding.annotation]
        case = Case(self._project, article, annotation, finding, self._stamp, self._names)
        edits = mend(case)
        step = Transaction("", edits, self._stamp)
        return edits if edits and _mends(self._project, finding, step) else ()


def fix(project: Project, finding: Finding, stamp: Stamp) -> tuple[Edit, ...]:
    """Return what mends one finding: see `Mending.edits`."""
    return Mending(project, stamp).edits(finding)


def _mends(project: Project, finding: Finding, step: Transaction) -> bool:
    """Say whether a finding is gone after a step."""
    try:
        after, _ = apply(project, step)
    except EditError:
        return False
    if finding.code == SAME_NAME:
        return finding.record not in after.entities
    article = after.article(finding.article)
    annotation = article.annotations.get(finding.annotation)
    return annotation is None or finding not in check_annotation(after, article, annotation)


def _moved(move: Callable[[str, Span], Span]) -> Fix:
    """Return the fix that moves each fragment."""

    def move_all(case: Case) -> tuple[Edit, ...]:
        text = case.article.text
        spans = joined(text, [move(text, one) for one in case.annotation.fragments])
        return (MoveAnnotation(case.article.head.id, case.annotation.id, spans),)

    return move_all


def _content(case: Case) -> tuple[Edit, ...]:
    """Take what is tagged out of the zones it is in: somebody found it worth tagging."""
    head = case.article.head
    return (SetZones(head.id, content(head.zones, case.annotation.span)),)


def _unite(case: Case) -> tuple[Edit, ...]:
    return unification(
        case.project, case.finding.record, case.annotation.id, case.annotation.fragments
    )


def _relabel(case: Case) -> tuple[Edit, ...]:
    """Take the label that is called so but for letter case and space."""
    told = _folded(case.annotation.label)
    labels = case.project.label_set.labels
    found = [one.id for one in labels if told in (_folded(one.id), _folded(one.title))]
    article, annotation = case.article.head.id, case.annotation.id
    return (RelabelAnnotation(article, annotation, found[0]),) if len(found) == 1 else ()


def _folded(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))


def _remove(case: Case) -> tuple[Edit, ...]:
    return removal(case.project, case.annotation.id)


def _merge_entities(case: Case) -> tuple[Edit, ...]:
    kept = namesake(case.project, case.finding.record)
    return entity_merge(case.project, kept, case.finding.record) if kept else ()


_FIXES: Mapping[str, Fix] = {
    "denies-nothing": relate_denied,
    "ends-early": swap_dates,
    "far-relation": drop,
    "form-differs": form,
    "in-zone": _content,
    "into-zone": _content,
    "lonely-mark": _moved(balanced),
    "nearly-twice": _unite,
    "no-actor": name_actor,
    "no-gap": _moved(lambda _, span: span),
    "no-such-day": put_day,
    "no-words": _remove,
    "odd-attribute": put_right,
    "odd-relation": turn_or_drop,
    "ragged": _moved(whole),
    "relation-stated": drop,
    "relation-twice": drop,
    SAME_NAME: _merge_entities,
    "stray-cue": put_right,
    "twice": _unite,
    "unknown-label": _relabel,
}
