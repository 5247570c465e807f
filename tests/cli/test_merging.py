import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pressmark.edits.annotations import SetNote
from pressmark.edits.articles import DescribeArticle
from pressmark.edits.edit import Edit, Stamp
from pressmark.edits.frame import RenameProject, SetLabelSet
from pressmark.edits.removals import removal
from pressmark.edits.transaction import Transaction
from pressmark.store.open_project import open_project
from tests.cli.conftest import Pressmark

STAMP = Stamp("bo", "2024-05-31T12:00:00Z")
Copy = Callable[..., Path]


def change(path: Path, *edits: Edit) -> None:
    with open_project(path) as file:
        file.commit(Transaction("Change", edits, STAMP))


def note_on(path: Path, annotation: str, words: str) -> None:
    with open_project(path) as file:
        place = file.project.places[annotation]
    change(path, SetNote(place, annotation, words))


@pytest.fixture
def copy(example: Path, tmp_path: Path) -> Copy:
    def make(name: str) -> Path:
        path = tmp_path / f"{name}.pressmark"
        path.write_bytes(example.read_bytes())
        return path

    return make


def annotations(pressmark: Pressmark, path: Path) -> dict[str, dict[str, object]]:
    dumped = pressmark("dump", path).json
    return {one["id"]: one for each in dumped["articles"] for one in each["annotations"]}


def test_two_analysts_files_become_one(
    pressmark: Pressmark, example: Path, copy: Copy, tmp_path: Path
) -> None:
    ours, theirs, out = copy("ours"), copy("theirs"), tmp_path / "out.pressmark"
    note_on(ours, "A01", "From ours.")
    note_on(theirs, "B26", "From theirs.")
    with open_project(theirs) as file:
        file.commit(Transaction("Delete", removal(file.project, "B05"), STAMP))
    run = pressmark("merge", ours, theirs, "--base", example, "--output", out)
    assert run.status == 0
    assert "1 deleted" in run.err
    united = annotations(pressmark, out)
    assert united["A01"]["note"] == "From ours."
    assert united["B26"]["note"] == "From theirs."
    assert "B05" not in united
    assert pressmark("check", out).status == 0


def test_the_base_is_found_where_there_is_one(
    pressmark: Pressmark, copy: Copy, tmp_path: Path
) -> None:
    ours, theirs, out = copy("ours"), copy("theirs"), tmp_path / "out.pressmark"
    note_on(ours, "A01", "From ours.")
    with open_project(theirs) as file:
        file.commit(Transaction("Delete", removal(file.project, "B05"), STAMP))
    run = pressmark("merge", ours, theirs, "--output", out)
    assert "Compared with what both had until 2024-05-31" in run.err
    assert "B05" not in annotations(pressmark, out)
    again = pressmark("merge", out, theirs, "--output", tmp_path / "again.pressmark")
    assert "grown from the other" in again.err
    back = pressmark("merge", theirs, ours, "--output", tmp_path / "back.pressmark")
    assert back.status == 0
    assert (tmp_path / "back.pressmark").read_bytes() == out.read_bytes()


def test_without_a_base_everything_is_kept(
    pressmark: Pressmark, copy: Copy, tmp_path: Path, home: Path
) -> None:
    ours, theirs, out = copy("ours"), copy("theirs"), tmp_path / "out.pressmark"
    note_on(ours, "A01", "From ours.")
    with open_project(theirs) as file:
        file.commit(Transaction("Delete", removal(file.project, "B05"), STAMP))
    for path in (*tmp_path.glob("*.history"), *home.rglob("*.gz")):
        path.unlink()
    run = pressmark("merge", ours, theirs, "--output", out)
    assert "No common version is known" in run.err
    assert "B05" in annotations(pressmark, out)


def test_a_conflict_is_kept_twice_and_named(
    pressmark: Pressmark, example: Path, copy: Copy, tmp_path: Path
) -> None:
    ours, theirs, out = copy("ours"), copy("theirs"), tmp_path / "out.pressmark"
    note_on(ours, "A01", "One.")
    note_on(theirs, "A01", "Other.")
    run = pressmark("merge", ours, theirs, "--base", example, "--output", out)
    assert run.status == 0
    assert "Both sides changed annotation A01" in run.err
    notes = {one["note"] for one in annotations(pressmark, out).values()}
    assert {"One.", "Other."} <= notes
    checked = pressmark("check", out)
    assert checked.status == 0
    assert "A01" in checked.out
    assert "is kept in two versions since a merge, which differ in note" in checked.out


def test_what_both_changed_of_a_label_is_said(
    pressmark: Pressmark, example: Path, copy: Copy, tmp_path: Path
) -> None:
    ours, theirs, out = copy("ours"), copy("theirs"), tmp_path / "out.pressmark"
    for path, title in ((ours, "Statement"), (theirs, "Assertion")):
        with open_project(path) as file:
            held = file.project.label_set
            changed = (replace(held.labels[0], title=title), *held.labels[1:])
        change(path, SetLabelSet(replace(held, labels=changed)))
    run = pressmark("merge", ours, theirs, "--base", example, "--output", out)
    (told,) = (line for line in run.err.split("\n") if "changed title of label" in line)
    label = pressmark("dump", out).json["label_set"]["labels"][0]["title"]
    assert f'took "{label}"' in told
    assert ("ours is taken" in told) == (label == "Statement")


def test_another_file_is_not_overwritten(pressmark: Pressmark, copy: Copy, tmp_path: Path) -> None:
    out = tmp_path / "precious.pressmark"
    out.write_text("precious")
    run = pressmark("merge", copy("ours"), copy("theirs"), "--output", out)
    assert run.status == 1
    assert "exists already" in run.err
    assert out.read_text() == "precious"


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@b", "-C", str(folder), *arguments],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed here")
def test_git_merges_two_branches(pressmark: Pressmark, example: Path, tmp_path: Path) -> None:
    work = tmp_path / "checkout"
    work.mkdir()
    git(work, "init", "-q", "-b", "main")
    project = work / "p.pressmark"
    project.write_bytes(example.read_bytes())
    assert pressmark("git-setup", work).status == 0
    assert pressmark("git-setup", work).status == 0
    assert (work / ".gitignore").read_text().count("*.pressmark.lock") == 1
    git(work, "add", ".")
    git(work, "commit", "-qm", "base")
    git(work, "checkout", "-qb", "bo")
    note_on(project, "B26", "Bo's.")
    git(work, "commit", "-qam", "bo")
    git(work, "checkout", "-q", "main")
    note_on(project, "A01", "Anna's.")
    git(work, "commit", "-qam", "anna")
    git(work, "merge", "-q", "-m", "both", "bo")
    assert git(work, "status", "--porcelain") == ""
    united = annotations(pressmark, project)
    assert (united["A01"]["note"], united["B26"]["note"]) == ("Anna's.", "Bo's.")


def test_outside_a_checkout_git_setup_says_so(pressmark: Pressmark, tmp_path: Path) -> None:
    run = pressmark("git-setup", tmp_path)
    assert run.status == 1
    assert len(run.err.strip().splitlines()) == 1


def test_both_versions_of_an_article_and_of_the_project_are_listed(
    pressmark: Pressmark, copy: Copy, tmp_path: Path
) -> None:
    ours, theirs, out = copy("ours"), copy("theirs"), tmp_path / "out.pressmark"
    with open_project(ours) as file:
        article = file.project.places["A01"]
    change(ours, DescribeArticle(article, {"source": "Mine"}), RenameProject("Mine"))
    change(theirs, DescribeArticle(article, {"source": "Yours"}), RenameProject("Yours"))
    run = pressmark("merge", ours, theirs, "--output", out)
    assert f"Both sides changed article {article}; the file keeps both versions" in run.err
    checked = pressmark("check", out)
    assert checked.status == 0
    assert "which differ in source" in checked.out
    assert "which differ in the title of the project" in checked.out
    dumped = pressmark("dump", out).json
    values = {one["value"] for one in dumped["disputes"]} | {dumped["title"]}
    assert {"Mine", "Yours"} == values
