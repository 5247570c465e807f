from dataclasses import replace
from pathlib import Path

import pytest

from pressmark.store.settings import read_settings, write_settings
from tests.cli.conftest import Pressmark

TABLE = "title;text\nA;Said.\nB;So.\n"


@pytest.fixture
def imported(tmp_path: Path, pressmark: Pressmark) -> Path:
    """A project with two articles of a table, one of a text, and one of a text in Greek letters."""
    project = tmp_path / "new.pressmark"
    pressmark("new", project)
    (tmp_path / "t.csv").write_text(TABLE, "utf-8")
    (tmp_path / "plain.txt").write_text("Plain.", "utf-8")
    (tmp_path / "greek.txt").write_bytes("Αυτό είναι ένα κείμενο.".encode("cp1253"))
    names = [tmp_path / name for name in ("t.csv", "plain.txt", "greek.txt")]
    assert pressmark("import", project, *names).status == 0
    return project


def ids(pressmark: Pressmark, project: Path) -> dict[str, str]:
    return {one["text"]: one["id"] for one in pressmark("dump", project).json["articles"]}


def test_an_original_is_written_out(pressmark: Pressmark, imported: Path, tmp_path: Path) -> None:
    key = ids(pressmark, imported)["So."]
    run = pressmark("original", imported, key)
    assert (run.status, run.out) == (0, TABLE)
    out = tmp_path / "out.csv"
    assert pressmark("original", imported, key, "-o", out).status == 0
    assert out.read_text("utf-8") == TABLE
    again = pressmark("original", imported, key, "-o", out)
    assert again.status == 1
    assert "exists" in again.err or "there already" in again.err


def test_what_may_have_been_misread_is_kept(pressmark: Pressmark, imported: Path) -> None:
    (greek,) = [key for text, key in ids(pressmark, imported).items() if len(text) == 23]
    assert pressmark("original", imported, greek).status == 0


def test_a_text_is_its_own_original(pressmark: Pressmark, imported: Path) -> None:
    run = pressmark("original", imported, ids(pressmark, imported)["Plain."])
    assert run.status == 1
    assert "not kept" in run.err


def test_an_article_that_is_not_there_is_named(pressmark: Pressmark, imported: Path) -> None:
    run = pressmark("original", imported, "none")
    assert run.status == 1
    assert "no article none" in run.err


def test_who_does_not_want_originals_has_none(
    pressmark: Pressmark, tmp_path: Path, home: Path
) -> None:
    write_settings(replace(read_settings(), keep_originals=False))
    project, table = tmp_path / "new.pressmark", tmp_path / "t.csv"
    pressmark("new", project)
    table.write_text(TABLE, "utf-8")
    pressmark("import", project, table)
    assert not list(home.rglob("original-*"))
