import os
from pathlib import Path

import pytest

from pressmark.articles.batch import gather, present_in, read_articles
from pressmark.edits.edit import Stamp
from pressmark.edits.transaction import Transaction, apply
from pressmark.errors import CancelledError
from pressmark.model.label_set import LabelSet
from pressmark.model.project import Project

NOW = "2024-05-31T12:00:00Z"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sub").mkdir()
    (tmp_path / "b.txt").write_text("Second.")
    (tmp_path / "a.txt").write_text("First.")
    (tmp_path / "sub" / "again.txt").write_text("First.")
    (tmp_path / "sub" / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    (tmp_path / ".hidden.txt").write_text("Hidden.")
    (tmp_path / "p.pressmark.journal").write_text("{}")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path, target_is_directory=True)
    return tmp_path


def test_a_folder_gives_its_files_by_name_and_each_once(folder: Path) -> None:
    names = [path.name for path in gather([folder, folder / "a.txt"])]
    assert names == ["a.txt", "b.txt", "again.txt", "picture.png"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
def test_a_pipe_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "nowhere.txt").symlink_to(tmp_path / "gone.txt")
    assert list(gather([tmp_path])) == []


def test_a_bad_file_costs_itself_only(folder: Path) -> None:
    batch = read_articles(list(gather([folder, folder / "none.txt"])), added=NOW)
    assert [path.name for path, _ in batch.read] == ["a.txt", "b.txt"]
    assert [path.name for path in batch.duplicates] == ["again.txt"]
    assert [(one.path.name, one.error.case) for one in batch.refused] == [
        ("picture.png", "binary"),
        ("none.txt", "missing"),
    ]


def test_a_batch_is_one_transaction_and_adds_nothing_the_second_time(folder: Path) -> None:
    project = Project(id="p", title="t", label_set=LabelSet(name="news"))
    batch = read_articles(list(gather([folder])), added=NOW)
    after, _ = apply(project, Transaction("Import", batch.edits(), Stamp("anna", NOW)))
    assert len(after.articles) == 2
    again = read_articles(list(gather([folder])), added=NOW, present=present_in(after))
    assert again.edits() == ()
    assert len(again.duplicates) == 3


def test_cancelling_stops_before_the_next_file(folder: Path) -> None:
    done: list[tuple[int, int]] = []
    with pytest.raises(CancelledError):
        read_articles(
            list(gather([folder])),
            added=NOW,
            cancelled=lambda: len(done) == 2,
            progressed=lambda at, total: done.append((at, total)),
        )
    assert done == [(1, 4), (2, 4)]


def test_articles_of_one_batch_stand_in_the_order_of_their_names(tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number:02}.txt").write_text(f"article {number}", encoding="utf-8")
    batch = read_articles(list(gather([tmp_path])), added=NOW)
    heads = sorted((one.article.head for _, one in batch.read), key=lambda head: head.order)
    assert [head.id for head in heads] == [one.article.head.id for _, one in batch.read]
    assert all(head.added.startswith(NOW[:-1]) for head in heads)
