"""The one QObject that owns the open project and says what changed."""

from bisect import bisect_left
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from pressmark.edits.edit import Edit, Stamp, Touched
from pressmark.edits.frame import PutAnnotator
from pressmark.edits.history import Change, Done
from pressmark.edits.transaction import Transaction
from pressmark.errors import EditError, PressmarkError
from pressmark.model.annotation import Annotation
from pressmark.model.article import Article
from pressmark.model.project import Project
from pressmark.model.records import Annotator
from pressmark.store.clock import now
from pressmark.store.opened_project import Foreseen, OpenProject


class Session(QObject):
    """Owns what is open: the project and its history and file, the article, the annotation.

    Widgets read `project`, `article` and `annotation`, ask for changes through `commit`, and
    repaint on the signals. Nothing else writes the model.
    """

    project_replaced = Signal()
    """Another project is open, or the same one was read anew: everything is new."""
    frame_changed = Signal()
    """Title, label set, annotators or entities changed."""
    articles_changed = Signal(tuple)
    """Ids of the articles that came, went, or whose head changed."""
    annotations_changed = Signal(str, tuple)
    """An article's id and the ids of its annotations that came, went or changed."""
    relations_changed = Signal(tuple)
    """Ids of the relations that came, went or changed."""
    article_opened = Signal(str)
    """The id of the article now in the reading view, or ""."""
    annotation_activated = Signal(str)
    """The id of the active annotation, or ""."""
    shown = Signal(str, str)
    """Undo or redo asks to scroll to an article's annotation (ids; annotation may be "")."""
    history_changed = Signal()
    """The titles of undo and redo may have changed."""
    stepped = Signal(object)
    """A Change: one more step was done; undo and redo are steps too."""
    keeping_changed = Signal()
    """Whether the last edit is kept, or saved, may have changed."""
    refused = Signal(object)
    """A PressmarkError: what was asked could not be done; nothing changed."""

    _kept_elsewhere = Signal(int)
    _failed_elsewhere = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file: OpenProject | None = None
        self._article_id = ""
        self._annotation_id = ""
        self._annotator = Annotator(id="", name="")
        self._visit: tuple[object, Done | None] = (None, None)
        self._kept_elsewhere.connect(lambda _seq: self.keeping_changed.emit())
        self._failed_elsewhere.connect(self.refused)

    # ---- what is open

    @property
    def file(self) -> OpenProject | None:
        """The open project with its file, or None while there is none."""
        return self._file

    @property
    def project(self) -> Project:
        """The project as it is now; only to be asked while one is open."""
        if self._file is None:
            raise EditError("nothing-open")
        return self._file.project

    @property
    def writable(self) -> bool:
        """Whether a project is open and may be changed."""
        return self._file is not None and self._file.read_only is None

    @property
    def undo_title(self) -> str | None:
        """The title of the step that undo would take back, or None."""
        return self._file.history.undo_title if self._file else None

    @property
    def redo_title(self) -> str | None:
        """The title of the step that redo would do again, or None."""
        return self._file.history.redo_title if self._file else None

    @property
    def article(self) -> Article | None:
        """The article in the reading view."""
        if self._file is None or self._article_id not in self.project.articles:
            return None
        return self.project.article(self._article_id)

    @property
    def article_id(self) -> str:
        """The id of the article in the reading view, or ""."""
        return self._article_id

    @property
    def annotation(self) -> Annotation | None:
        """The active annotation."""
        article = self.article
        return article.annotations.get(self._annotation_id) if article else None

    @property
    def annotator(self) -> Annotator:
        """Whose work is being done, as the project names them if it does."""
        if self._file is None:
            return self._annotator
        return self.project.annotators.get(self._annotator.id, self._annotator)

    @property
    def annotator_id(self) -> str:
        """The id of the annotator whose work is being done."""
        return self._annotator.id

    def stamp(self) -> Stamp:
        """Return who changes the project now."""
        return Stamp(self._annotator.id, now())

    def use(self, file: OpenProject, annotator: Annotator) -> None:
        """Show another project; the one before must have been closed by its owner.

        The project learns of the annotator with the first step they commit.
        """
        self._annotator = annotator
        file.on_kept = self._kept_elsewhere.emit
        file.on_failed = self._failed_elsewhere.emit
        self._show(file)

    def leave(self) -> None:
        """Show no project; the one before must have been closed by its owner."""
        self._show(None)

    def _show(self, file: OpenProject | None) -> None:
        self._file = file
        self._article_id = self._annotation_id = ""
        self.project_replaced.emit()
        self.history_changed.emit()
        self.keeping_changed.emit()

    def become(self, annotator: Annotator) -> None:
        """Do the work of another annotator from now on."""
        self._annotator = annotator
        self.frame_changed.emit()

    # ---- moving about

    def open_article(self, article_id: str) -> None:
        """Bring an article into the reading view ("" for none); `refused` where it is damaged."""
        if article_id == self._article_id:
            return
        try:
            if article_id:
                self.project.article(article_id)
        except PressmarkError as error:
            self.refused.emit(error)
            return
        self._article_id = article_id
        self._annotation_id = ""
        self.article_opened.emit(article_id)
        self.annotation_activated.emit("")

    def activate(self, annotation_id: str) -> None:
        """Make an annotation of the article the active one ("" for none)."""
        if annotation_id != self._annotation_id:
            self._annotation_id = annotation_id
            self.annotation_activated.emit(annotation_id)

    def show(self, annotation_id: str) -> None:
        """Open the article of an annotation, activate it, and ask for it to be scrolled to."""
        place = self.project.places.get(annotation_id)
        if place is not None:
            self.open_article(place)
            self.activate(annotation_id)
            self.shown.emit(place, annotation_id)

    # ---- changing

    def commit(
        self, title: str, *edits: Edit, origin: str = "user", visit: object = None
    ) -> Change | None:
        """Make one undo step of `edits`; None where it was refused (and `refused` says why).

        Steps of the same `visit` to a field, one right after another, are undone as one.
        """
        transaction = self.step(title, edits, origin)
        return self.change(lambda file: self._do(file, transaction, visit))

    def step(self, title: str, edits: Iterable[Edit], origin: str) -> Transaction:
        """Return the undo step that `commit` would make of `edits`, for a file to foresee."""
        return Transaction(title, (*self._introduction(), *edits), self.stamp(), origin)

    def take(self, foreseen: Foreseen) -> Change | None:
        """Do a step that the file foresaw; None where it was refused (and `refused` says why)."""
        return self.change(lambda file: file.take(foreseen))

    def _do(self, file: OpenProject, transaction: Transaction, visit: object) -> Change:
        history = file.history
        goes_on = visit is not None and self._visit == (visit, history.last)
        change = file.commit(transaction)
        if goes_on:
            history.join()
        self._visit = visit, history.last
        return change

    def _introduction(self) -> tuple[Edit, ...]:
        """Return the edit that makes the annotator known to the project, where they are not."""
        unknown = self._annotator.id and self._annotator.id not in self.project.annotators
        return (PutAnnotator(self._annotator),) if unknown else ()

    def undo(self) -> None:
        """Take the last step back and show where."""
        self._reveal(self.change(lambda file: file.undo(self.stamp())))

    def redo(self) -> None:
        """Do the last undone step again and show where."""
        self._reveal(self.change(lambda file: file.redo()))

    def change(self, step: Callable[[OpenProject], Change]) -> Change | None:
        """Have the file do a step of its own; None where it was refused (`refused` says why)."""
        if self._file is None:
            return None
        try:
            if self._file.read_only is not None:
                raise EditError("read-only", reason=self._file.read_only)
            change = step(self._file)
        except PressmarkError as error:
            self.refused.emit(error)
            return None
        self._tell(change)
        return change

    def _tell(self, change: Change) -> None:
        touched = change.touched
        if self._article_id and self._article_id not in change.after.articles:
            self.open_article(_nearest(change, self._article_id))
        if self._annotation_id and self._annotation_id not in change.after.places:
            self.activate("")
        if touched.frame:
            self.frame_changed.emit()
        if touched.articles:
            self.articles_changed.emit(touched.articles)
        for article_id, annotation_ids in _by_article(change, touched).items():
            self.annotations_changed.emit(article_id, tuple(annotation_ids))
        if touched.relations:
            self.relations_changed.emit(touched.relations)
        self.stepped.emit(change)
        self.history_changed.emit()
        self.keeping_changed.emit()

    def _reveal(self, change: Change | None) -> None:
        """Go to the first thing that an undone or redone step touched."""
        article_id, annotation_id = _first_touched(change) if change else ("", "")
        if annotation_id:
            self.show(annotation_id)
        elif article_id:
            self.open_article(article_id)
            self.shown.emit(article_id, "")


def _first_touched(change: Change) -> tuple[str, str]:
    """Return the first article and annotation that a step touched and left; "" for none."""
    for edit in change.transaction.edits:
        touched = edit.touches()
        for annotation_id in touched.annotations:
            if place := change.after.places.get(annotation_id):
                return place, annotation_id
        for article_id in touched.articles:
            if article_id in change.after.articles:
                return article_id, ""
    return "", ""


def _nearest(change: Change, gone: str) -> str:
    """Return the article that stood before one that went, or else the first; "" for none."""
    order = change.before.articles[gone].head.order
    orders = [one.head.order for one in change.after.current()]
    at = bisect_left(orders, order)
    return orders[max(at - 1, 0)][1] if orders else ""


def _by_article(change: Change, touched: Touched) -> dict[str, list[str]]:
    """Return the touched annotations by article, wherever they are now or were before."""
    places: dict[str, list[str]] = {}
    for annotation_id in touched.annotations:
        place = change.after.places.get(annotation_id) or change.before.places.get(annotation_id)
        if place is not None:
            places.setdefault(place, []).append(annotation_id)
    return places
