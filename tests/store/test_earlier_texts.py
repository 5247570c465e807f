"""A corrected article and its earlier text in a file: both are there, known for what they are."""

from pathlib import Path

from pressmark.edits.amending import amending, amendment
from pressmark.edits.transaction import Transaction
from pressmark.store.open_project import open_project, project_bytes, read_project
from pressmark.store.project_file import parse_project
from tests.amended import STAMP, corrected, read


def test_both_texts_come_back_from_a_file(seeds: Path) -> None:
    example = parse_project((seeds / "example.pressmark").read_bytes()).project
    first = example.shelf()[0].head.id
    project = corrected(example, first, example.article(first).text[:1000])
    loaded = parse_project(project_bytes(project)).project
    assert loaded.links == project.links
    assert loaded.links.is_superseded(first)
    assert loaded.places == project.places
    assert project_bytes(loaded) == project_bytes(project)


def test_a_correction_comes_back_from_the_journal(seeds: Path, tmp_path: Path) -> None:
    path = tmp_path / "own.pressmark"
    path.write_bytes((seeds / "example.pressmark").read_bytes())
    with open_project(path) as file:
        first = file.project.shelf()[0].head.id
        text = file.project.article(first).text.replace("Korea", "Korrea", 1)
        planned = amendment(file.project, first, read(text), "correction")
        file.commit(Transaction("Correct", amending(file.project, planned, STAMP), STAMP))
        file.wait_kept()
        seen = read_project(path).project
        assert seen.links.is_superseded(first)
        assert project_bytes(seen) == project_bytes(file.project)
