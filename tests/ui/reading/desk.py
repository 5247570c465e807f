"""A session on a project that lives in memory alone: all that a view needs to be tested."""

from typing import cast

from pressmark.edits.edit import Stamp
from pressmark.edits.history import Change, History
from pressmark.edits.transaction import Transaction
from pressmark.model.annotation import Annotation, quoted
from pressmark.model.annotations import Annotations
from pressmark.model.article import Article, ArticleHead, Zone
from pressmark.model.label_set import LabelSet
from pressmark.model.project import Project, assemble
from pressmark.model.records import Annotator
from pressmark.model.span import Span
from pressmark.store.label_sets import default_label_set
from pressmark.store.open_project import OpenProject
from pressmark.ui.session import Session

ME = Annotator(id="me", name="Me")


class InMemory:
    """What a session uses of an open project, without a file."""

    def __init__(self, project: Project) -> None:
        self.history = History(project)
        self.read_only: str | None = None
        self.on_kept = self.on_failed = None

    @property
    def project(self) -> Project:
        return self.history.project

    def commit(self, transaction: Transaction) -> Change:
        return self.history.commit(transaction)

    def undo(self, stamp: Stamp) -> Change:
        return self.history.undo(stamp)

    def redo(self) -> Change:
        return self.history.redo()


def session_on(*articles: Article, labels: LabelSet | None = None) -> Session:
    """Return a session on a project of these articles, with none of them opened."""
    empty = Project(id="p", title="Test", label_set=labels or default_label_set())
    session = Session()
    session.use(cast("OpenProject", InMemory(assemble(empty, articles))), ME)
    return session


def article(
    text: str,
    *tagged: tuple[str, int, int],
    article_id: str = "a",
    title: str | None = None,
    zones: tuple[Zone, ...] = (),
) -> Article:
    """Return an article with annotations of one fragment: (label, start, end), ids 0, 1, ..."""
    annotations = (
        annotation(text, label, (start, end), annotation_id=str(at))
        for at, (label, start, end) in enumerate(tagged)
    )
    return Article(
        ArticleHead(id=article_id, title=title, zones=zones), text, Annotations.of(annotations)
    )


def annotation(
    text: str, label: str, *fragments: tuple[int, int], annotation_id: str = "x"
) -> Annotation:
    """Return an annotation of `text` by me."""
    spans = tuple(Span(*fragment) for fragment in fragments)
    pieces, prefix, suffix = quoted(text, spans)
    return Annotation(
        id=annotation_id,
        label=label,
        fragments=spans,
        text=pieces,
        prefix=prefix,
        suffix=suffix,
        annotator=ME.id,
    )
