import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from pressmark.articles.batch import ImportBatch, gather, present_in, read_articles
from pressmark.articles.extract import Wishes
from pressmark.articles.pool import Pool
from pressmark.edits.articles import AddArticle
from pressmark.edits.edit import Stamp
from pressmark.edits.transaction import Transaction, apply
from pressmark.errors import CancelledError
from pressmark.model.label_set import LabelSet
from pressmark.model.project import Project

WICKED = Path(__file__).parent.parent / "hostile" / "wicked.py"
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


def known(batch: ImportBatch) -> list[str]:
    """Return the names of the files that bring nothing new."""
    return [file.path.name for file in batch.files if file.known and not file.new]


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
    assert known(batch) == ["again.txt"]
    assert [(one.path.name, one.error.case) for one in batch.refused] == [
        ("picture.png", "binary"),
        ("none.txt", "missing"),
    ]


def test_a_file_that_finds_no_memory_costs_itself_only(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_memory(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("pressmark.articles.reading_ahead.taken", without_memory)
    batch = read_articles([*gather([folder])], added=NOW)
    assert batch.refused
    assert {one.error.case for one in batch.refused} >= {"out-of-memory"}


def test_a_batch_is_one_transaction_and_adds_nothing_the_second_time(folder: Path) -> None:
    project = Project(id="p", title="t", label_set=LabelSet(name="news"))
    batch = read_articles(list(gather([folder])), added=NOW)
    after, _ = apply(project, Transaction("Import", batch.edits(), Stamp("anna", NOW)))
    assert len(after.articles) == 2
    again = read_articles(list(gather([folder])), added=NOW, present=present_in(after))
    assert again.edits() == ()
    assert len(known(again)) == 3


def feed(*texts: str) -> str:
    items = "".join(f"<item><description>{text}</description></item>" for text in texts)
    return f"<rss version='2.0'><channel><title>News</title>{items}</channel></rss>"


def test_a_file_may_bring_many_articles_and_each_counts_once(tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_text(feed("One of them.", "Another one.", "One of them.", " "))
    (tmp_path / "b.rss").write_text(feed("Another one.", "A third one."))
    (tmp_path / "c.txt").write_text("A third one.")
    batch = read_articles(list(gather([tmp_path])), added=NOW)
    texts = [one.article.text for _, one in batch.read]
    assert texts == ["One of them.", "Another one.", "A third one."]
    assert [(file.kind, len(file.new), len(file.known)) for file in batch.files] == [
        ("feed", 2, 1),
        ("feed", 1, 1),
        ("text", 0, 1),
    ]
    assert [one.case for one in batch.files[0].refused] == ["empty"]
    assert known(batch) == ["c.txt"]
    assert len({one.article.head.added for _, one in batch.read}) == 3


def project_with(edits: tuple[AddArticle, ...]) -> Project:
    empty = Project(id="p", title="t", label_set=LabelSet(name="news"))
    return apply(empty, Transaction("Import", edits, Stamp("anna", NOW)))[0]


def test_a_file_that_is_there_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.html").write_text("<html><body><p>A page with some words.</p></body></html>")
    paths = [tmp_path / "a.html"]
    batch = read_articles(paths, added=NOW)
    here = present_in(project_with(batch.edits()))
    monkeypatch.setattr("pressmark.articles.reading_ahead.taken", None)
    again = read_articles(paths, added=NOW, present=here).files[0]
    assert again.is_known
    assert again.known == tuple(one.article.head.id for _, one in batch.read)


def test_a_file_that_is_there_is_read_again_where_somebody_wishes_it_otherwise(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.txt").write_bytes("Слово".encode("cp1251"))
    paths = [tmp_path / "a.txt"]
    here = present_in(project_with(read_articles(paths, added=NOW).edits()))
    wishes = Wishes(encoding="cp1252")
    for batch in (
        read_articles(paths, added=NOW, present=here, wishes=wishes),
        read_articles(paths, added=NOW, present=here, special={paths[0]: wishes}),
    ):
        assert [one.article.text for _, one in batch.read] == ["Ñëîâî"]


def test_a_feed_that_grew_brings_what_is_new(tmp_path: Path) -> None:
    path = tmp_path / "a.rss"
    path.write_text(feed("One of them."))
    here = present_in(project_with(read_articles([path], added=NOW).edits()))
    path.write_text(feed("Another one.", "One of them."))
    batch = read_articles([path], added=NOW, present=here)
    assert [one.article.text for _, one in batch.read] == ["Another one."]
    assert batch.files[0].known == tuple(here.ids)


def test_an_article_that_somebody_read_otherwise_takes_the_place(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"Words of {name}.")
    batch = read_articles(list(gather([tmp_path])), added=NOW)
    _, old = batch.read[1]
    new = replace(old, article=replace(old.article, text="Other words."))
    batch.exchange(old, new)
    assert [one.article.open().text for one in batch.edits()] == ["Words of a.txt.", "Other words."]


def test_cancelling_ends_what_is_being_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pool = Pool(lambda: [sys.executable, str(WICKED)])
    monkeypatch.setattr("pressmark.articles.reading.POOL", pool)
    for number in range(5):
        (tmp_path / f"{number}.html").write_text("hang")
    with pytest.raises(CancelledError):
        read_articles(list(gather([tmp_path])), added=NOW, cancelled=Patience(3).is_over)
    pool.end()


class Patience:
    """Is over after being asked a few times."""

    def __init__(self, times: int) -> None:
        self._times = times

    def is_over(self) -> bool:
        self._times -= 1
        return self._times < 0


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
