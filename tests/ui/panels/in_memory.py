"""Projects that live in memory alone, as a session uses them; and what tests do with panels."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from pressmark.edits.edit import Stamp
from pressmark.edits.history import Change, History
from pressmark.edits.transaction import Transaction
from pressmark.model.annotation import Annotation, quoted
from pressmark.model.annotations import Annotations
from pressmark.model.article import Article, ArticleHead
from pressmark.model.project import Project, assemble
from pressmark.model.records import Annotator
from pressmark.model.span import Span
from pressmark.store.label_sets import default_label_set
from pressmark.store.lock import Holder
from pressmark.store.open_project import OpenProject
from pressmark.ui.panels.inspector.editors.editor import Surroundings
from pressmark.ui.panels.inspector.proposing import Proposing
from pressmark.ui.session import Session

UKRINFORM, ANADOLU = "2e5030386b8fc2d9", "ab3206fa741f06b4"
"""The ids of the two articles of the example."""

ME = Annotator(id="me", name="Me")


class InMemory:
    """What panels use of an open project, without a file: nothing is kept until a test says so."""

    def __init__(self, project: Project) -> None:
        self.path = Path("nowhere.pressmark")
        self.history = History(project)
        self.read_only: str | None = None
        self.holder: Holder | None = None
        self.on_kept = self.on_failed = None
        self.seq = self.kept_seq = 0
        self.saved = True

    @property
    def project(self) -> Project:
        return self.history.project

    def commit(self, transaction: Transaction) -> Change:
        change = self.history.commit(transaction)
        self._count()
        return change

    def undo(self, stamp: Stamp) -> Change:
        change = self.history.undo(stamp)
        self._count()
        return change

    def redo(self) -> Change:
        change = self.history.redo()
        self._count()
        return change

    def _count(self) -> None:
        self.seq += 1
        self.saved = False


def session_on(project: Project, annotator: Annotator = ME) -> Session:
    """Return a session on a project, with no article open; the annotator is known already."""
    known = replace(project, annotators=project.annotators.set(annotator.id, annotator))
    session = Session()
    session.use(cast("OpenProject", InMemory(known)), annotator)
    return session


def file_of(session: Session) -> InMemory:
    """Return the project in memory that a session is on."""
    return cast("InMemory", session.file)


def project_of(*articles: Article) -> Project:
    """Return a project of these articles with the default label set."""
    empty = Project(id="p", title="Test", label_set=default_label_set())
    return assemble(empty, articles)


def article(
    article_id: str, *annotations: Annotation, text: str = "", **head: str | None
) -> Article:
    """Return an article; what is known of it by name."""
    return Article(
        ArticleHead(id=article_id, **cast("Any", {"added": article_id, **head})),
        text or "One two three four five.",
        Annotations.of(annotations),
    )


def annotation(
    annotation_id: str,
    label: str,
    start: int,
    end: int,
    text: str = "One two three four five.",
    **facts: object,
) -> Annotation:
    """Return an annotation of one fragment of `text`."""
    spans = (Span(start, end),)
    pieces, prefix, suffix = quoted(text, spans)
    known: Mapping[str, Any] = {"annotator": ME.id, **facts}
    return Annotation(
        id=annotation_id,
        label=label,
        fragments=spans,
        text=pieces,
        prefix=prefix,
        suffix=suffix,
        **known,
    )


def hear(signal: object) -> list[tuple[object, ...]]:
    """Return a list to which everything is added that a signal says from now on."""
    calls: list[tuple[object, ...]] = []
    connect = getattr(signal, "connect")  # noqa: B009 -- signals are typed by class only
    connect(lambda *arguments: calls.append(arguments))
    return calls


def surroundings(session: Session) -> Surroundings:
    """Return what an editor can reach, with nothing selected in the article beside it."""
    return Surroundings(
        session, lambda: None, lambda _span: None, lambda _id: None, Proposing(session, session)
    )
