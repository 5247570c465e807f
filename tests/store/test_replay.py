from dataclasses import replace

import pytest

from pressmark.edits.annotations import (
    AddAnnotation,
    MoveAnnotation,
    RelabelAnnotation,
    RemoveAnnotation,
    SetNote,
)
from pressmark.edits.articles import AddArticle, RemoveArticle
from pressmark.edits.edit import Edit
from pressmark.edits.frame import RenameProject
from pressmark.edits.history import History
from pressmark.edits.relations import AddRelation, RemoveRelation
from pressmark.model.annotation import Annotation, quoted
from pressmark.model.project import Project, assemble
from pressmark.model.records import Relation
from pressmark.model.span import Span
from pressmark.store.journal_file import Entry, entry, summed
from pressmark.store.project_file import project_bytes
from pressmark.store.replay import replay
from tests.store.projects import ARTICLE, LABELS, STAMP, TEXT, article, step, tags


def annotation(name: str, start: int = 0) -> Annotation:
    spans = (Span(start, start + 10),)
    text, prefix, suffix = quoted(TEXT, spans)
    return Annotation(
        id=name, label="claim", fragments=spans, text=text, prefix=prefix, suffix=suffix
    )


RELATION = Relation(id="r", type="denies", from_="a", to="b")


@pytest.fixture
def project() -> Project:
    return assemble(Project(id="p", title="One", label_set=LABELS), [article()])


def entries(*steps: tuple[Edit, ...]) -> list[Entry]:
    return [entry(seq, step(*edits)) for seq, edits in enumerate(steps, start=1)]


WORK: list[tuple[Edit, ...]] = [
    (AddAnnotation(ARTICLE, annotation("a")),),
    (AddAnnotation(ARTICLE, annotation("b", 20)), AddRelation(RELATION)),
    (MoveAnnotation(ARTICLE, "a", (Span(2, 8), Span(10, 12))), SetNote(ARTICLE, "a", "why?")),
    (RelabelAnnotation(ARTICLE, "b", "quote"),),
    (RemoveRelation("r"), RemoveAnnotation(ARTICLE, "b")),
    (AddArticle(article("other", "Another text.")),),
    (RemoveArticle("other"),),
    (RenameProject("Two"),),
]


def test_a_replay_gives_the_same_project_to_the_byte(project: Project) -> None:
    history = History(project)
    for edits in WORK:
        history.commit(step(*edits))
    done = replay(project, entries(*WORK))
    assert project_bytes(done.project) == project_bytes(history.project)
    assert done.conflicts == ()
    assert [seq for seq, _ in done.changes] == list(range(1, len(WORK) + 1))


def test_the_steps_of_a_replay_can_be_taken_back(project: Project) -> None:
    done = replay(project, entries(*WORK))
    again = done.project
    for _, change in reversed(done.changes):
        for edit in change.inverses:
            again = edit.apply(again, STAMP).project
    assert project_bytes(again) == project_bytes(project)


def test_what_is_done_already_is_no_conflict(project: Project) -> None:
    added = WORK[0], WORK[1], WORK[5]
    once = replay(project, entries(*added)).project
    twice = replay(once, entries(*added))
    assert twice.project == once
    assert twice.conflicts == ()
    removed = WORK[4], WORK[6]
    gone = replay(once, entries(*removed)).project
    assert replay(gone, entries(*removed)).conflicts == ()


def test_what_does_not_fit_is_listed_and_the_rest_done(project: Project) -> None:
    edits = (SetNote(ARTICLE, "nobody", "x"), AddAnnotation(ARTICLE, annotation("a")))
    done = replay(project, entries(edits, (RenameProject("Two"),)))
    assert [(one.seq, one.error.case, one.error.facts["id"]) for one in done.conflicts] == [
        (1, "no-annotation", "nobody")
    ]
    assert tags(done.project) == {"a"}
    assert done.project.title == "Two"
    assert done.changes[0][1].transaction.edits == edits[1:]


def test_another_annotation_under_the_same_id_is_a_conflict(project: Project) -> None:
    theirs = replay(project, entries((AddAnnotation(ARTICLE, annotation("a", 30)),))).project
    done = replay(theirs, entries((AddAnnotation(ARTICLE, annotation("a")),)))
    assert [one.error.case for one in done.conflicts] == ["id-taken"]
    assert done.project == theirs


def test_a_text_that_is_another_by_now_is_a_conflict(project: Project) -> None:
    other = replace(article(), text=TEXT.upper())
    done = replay(assemble(project, [other]), entries(WORK[0]))
    assert [one.error.case for one in done.conflicts] == ["text-differs"]


def test_a_line_of_an_unknown_kind_is_a_conflict(project: Project) -> None:
    line = summed({"seq": 1, "transaction": {"title": "T", "edits": [{"edit": "Fly"}]}})
    assert [one.error.case for one in replay(project, [Entry(1, line)]).conflicts] == ["record"]
