"""Doing again what a journal says, on the project it was done to or on one that has changed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pressmark.edits.annotations import AddAnnotation, RemoveAnnotation
from pressmark.edits.articles import AddArticle, RemoveArticle
from pressmark.edits.edit import Edit
from pressmark.edits.history import Done
from pressmark.edits.relations import AddRelation, RemoveRelation
from pressmark.edits.transaction import Transaction
from pressmark.errors import EditError, PressmarkError, RecordError
from pressmark.model.project import Project
from pressmark.store.journal_file import Entry, facts_of
from pressmark.store.records import transaction_from_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """An edit of the journal that the project refuses: of which step, and with what error."""

    seq: int
    title: str
    error: PressmarkError


@dataclass(frozen=True, slots=True)
class Replayed:
    """A project after a journal's entries; the steps done, by number; what could not be done."""

    project: Project
    changes: tuple[tuple[int, Done], ...] = ()
    conflicts: tuple[Conflict, ...] = ()


def replay(project: Project, entries: Iterable[Entry]) -> Replayed:
    """Do the transactions of `entries` again, edit by edit: one that does not fit is listed.

    An edit that is done already (what it adds is there, what it removes is gone) is no conflict.
    """
    changes: list[tuple[int, Done]] = []
    conflicts: list[Conflict] = []
    for seq, line in entries:
        try:
            transaction = _transaction(line)
        except RecordError as error:
            conflicts.append(Conflict(seq=seq, title="", error=error))
            continue
        project, done, refused = _replay(project, transaction)
        changes.append((seq, done))
        conflicts += (Conflict(seq=seq, title=transaction.title, error=one) for one in refused)
    return Replayed(project, tuple(changes), tuple(conflicts))


def _transaction(line: bytes | None) -> Transaction:
    facts = facts_of(line or b"")
    return transaction_from_json(facts["transaction"] if facts else None)


def _replay(
    project: Project, transaction: Transaction
) -> tuple[Project, Done, list[PressmarkError]]:
    done: list[Edit] = []
    inverses: list[Edit] = []
    refused: list[PressmarkError] = []
    for edit in transaction.edits:
        try:
            project, inverse = edit.apply(project, transaction.stamp)
        except PressmarkError as error:
            if not (isinstance(error, EditError) and _is_done(edit, project)):
                refused.append(error)
            continue
        done.append(edit)
        inverses.append(inverse)
    kept = Done(replace(transaction, edits=tuple(done)), tuple(reversed(inverses)))
    return project, kept, refused


def _is_done(edit: Edit, project: Project) -> bool:
    """Say whether `project` is already as `edit` would leave it."""
    match edit:
        case AddAnnotation(annotation=added):
            done = added.id in project.places and project.annotation(added.id) == added
        case AddArticle(article=article):
            held = project.articles.get(article.head.id)
            done = held is not None and held.open() == article
        case AddRelation(relation=relation):
            done = project.relations.get(relation.id) == relation
        case RemoveAnnotation():
            done = edit.annotation not in project.places
        case RemoveArticle():
            done = edit.article not in project.articles
        case RemoveRelation():
            done = edit.relation not in project.relations
        case _:
            done = False
    return done
