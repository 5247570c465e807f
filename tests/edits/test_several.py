from pathlib import Path

import pytest

from pressmark.edits.edit import Edit, Stamp
from pressmark.edits.several import descriptions, keyword_changes, removals, states
from pressmark.edits.transaction import Transaction, apply
from pressmark.model.project import Project
from pressmark.store.project_file import parse_project


@pytest.fixture
def project(seeds: Path) -> Project:
    return parse_project((seeds / "example.pressmark").read_bytes()).project


def after(project: Project, edits: tuple[Edit, ...]) -> Project:
    step = Transaction("Several", edits, Stamp("me", "2024-06-03T09:00:00Z"))
    return apply(project, step)[0]


def test_only_articles_that_change_are_changed(project: Project) -> None:
    first, second = (one.head.id for one in project.shelf())
    source = project.articles[first].head.source
    edits = descriptions(project, (first, second), "source", source)
    assert [edit.article for edit in edits] == [second]
    changed = after(project, edits)
    assert {one.head.source for one in changed.articles.values()} == {source}
    assert descriptions(changed, (first, second), "source", source) == ()


def test_keywords_come_behind_and_go_without_the_others(project: Project) -> None:
    ids = tuple(one.head.id for one in project.shelf())
    changed = after(project, keyword_changes(project, ids[:1], added=("b", "a", "b")))
    first = changed.articles[ids[0]].head.keywords
    assert first == (*project.articles[ids[0]].head.keywords, "b", "a")
    changed = after(changed, keyword_changes(changed, ids, added=("a",)))
    assert changed.articles[ids[0]].head.keywords == first
    changed = after(changed, keyword_changes(changed, ids, removed=("a",)))
    assert not any("a" in one.head.keywords for one in changed.articles.values())
    assert "b" in changed.articles[ids[0]].head.keywords


def test_states_are_those_of_one_annotator(project: Project) -> None:
    ids = tuple(one.head.id for one in project.shelf())
    changed = after(project, states(project, ids, "me", "done"))
    assert {one.head.states["me"] for one in changed.articles.values()} == {"done"}
    assert states(changed, ids, "me", "done") == ()
    assert len(states(changed, ids, "another", "done")) == 2
    assert states(changed, ids, "another", "new") == ()


def test_articles_go_together_with_the_relations_between_them(project: Project) -> None:
    ids = tuple(one.head.id for one in project.shelf())
    assert len(project.relations) > 0
    gone = after(project, removals(project, ids))
    assert len(gone.articles) == len(gone.relations) == len(gone.places) == 0
