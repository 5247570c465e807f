"""Undo and redo, project-wide and without limit, whoever drives it: a window or a script."""

from dataclasses import dataclass, replace

from pressmark.edits.edit import Edit, Stamp, Touched
from pressmark.edits.transaction import Transaction, apply
from pressmark.errors import EditError
from pressmark.model.project import Project


@dataclass(frozen=True, slots=True)
class Change:
    """One step of a history: the projects before and after, and the transaction between them.

    `inverses` are the edits that take it back. `touched` is what the step concerns; the articles
    that a touched one was or is linked to as well. A change by undo or redo carries a transaction
    like any other (origin "undo" or "redo"), so that a journal needs to know nothing of undo.
    """

    before: Project
    after: Project
    transaction: Transaction
    inverses: tuple[Edit, ...]
    touched: Touched

    @property
    def done(self) -> "Done":
        """The step without the projects around it, which would not share enough to be kept."""
        return Done(self.transaction, self.inverses)


@dataclass(frozen=True, slots=True)
class Done:
    """What is kept of a step: its transaction, and the edits that take it back."""

    transaction: Transaction
    inverses: tuple[Edit, ...]


class History:
    """The one writer of a project: commits transactions, takes them back, does them again."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._done: list[Done] = []
        self._undone: list[Done] = []

    @property
    def project(self) -> Project:
        """The project as it is now."""
        return self._project

    @property
    def undo_title(self) -> str | None:
        """The title of the step that undo would take back, or None."""
        return self._done[-1].transaction.title if self._done else None

    @property
    def last(self) -> Done | None:
        """The step that undo would take back, or None."""
        return self._done[-1] if self._done else None

    @property
    def redo_title(self) -> str | None:
        """The title of the step that redo would do again, or None."""
        return self._undone[-1].transaction.title if self._undone else None

    def commit(self, transaction: Transaction) -> Change:
        """Apply a transaction; EditError leaves project and history untouched."""
        return self.take(self.foresee(transaction))

    def foresee(self, transaction: Transaction) -> Change:
        """Return what a transaction would change, and change nothing (EditError of any edit)."""
        after, inverses = apply(self._project, transaction)
        touched = _touched(self._project, after, transaction)
        return Change(self._project, after, transaction, inverses, touched)

    def take(self, change: Change) -> Change:
        """Do a step that was foreseen; it is worked out anew where the project is another now."""
        if change.before is not self._project:
            change = self.foresee(change.transaction)
        self._project = change.after
        self._done.append(change.done)
        self._undone.clear()
        return change

    def undo(self, stamp: Stamp) -> Change:
        """Take back the last step (EditError `nothing-to-undo` where there is none)."""
        if not self._done:
            raise EditError("nothing-to-undo")
        done = self._done[-1]
        change = self._step(
            replace(done.transaction, edits=done.inverses, stamp=stamp, origin="undo")
        )
        self._undone.append(self._done.pop())
        return change

    def redo(self) -> Change:
        """Do the last undone step again (EditError `nothing-to-redo` where there is none).

        Its edits run under their first stamp, so that redo brings back identical bytes.
        """
        if not self._undone:
            raise EditError("nothing-to-redo")
        again = self._undone[-1].transaction
        change = self._step(replace(again, origin="redo"))
        self._undone.pop()
        self._done.append(Done(again, change.inverses))
        return change

    def join(self) -> None:
        """Make one undo step of the last two, under the title and the stamp of the later one."""
        *self._done, earlier, later = self._done
        edits = (*earlier.transaction.edits, *later.transaction.edits)
        inverses = (*later.inverses, *earlier.inverses)
        self._done.append(Done(replace(later.transaction, edits=edits), inverses))

    def replaced(self, project: Project) -> None:
        """Start over from another project, e.g. one that was read anew; nothing to undo."""
        self._project = project
        self._done.clear()
        self._undone.clear()

    def _step(self, transaction: Transaction) -> Change:
        change = self.foresee(transaction)
        self._project = change.after
        return change


def _touched(before: Project, after: Project, transaction: Transaction) -> Touched:
    touched = transaction.touches()
    linked = [
        link.to
        for one in touched.articles
        for project in (before, after)
        if one in project.articles
        for link in project.articles[one].head.links
    ]
    return replace(touched, articles=tuple(dict.fromkeys((*touched.articles, *linked))))
