import os
from pathlib import Path

import pytest

from pressmark.articles.extract import Wishes
from pressmark.articles.reading import (
    article_from_text,
    file_from_bytes,
    read_article,
)
from pressmark.errors import ArticleFileError
from pressmark.model.ids import article_id

NOW = "2024-05-31T12:00:00Z"


def test_a_file_becomes_an_article_that_knows_its_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfOne\r\nTwo\r")
    read = read_article(path, added=NOW)
    assert read.article.text == "One\nTwo\n"
    assert read.article.head.id == article_id("One\nTwo\n")
    assert read.article.head.added == NOW
    assert read.article.head.raw_sha256 is not None
    assert (read.encoding, read.certain) == ("utf_8", True)


def test_the_seeds_come_in_whole(seeds: Path) -> None:
    sizes = [
        len(read_article(path, added=NOW).article.text) for path in sorted(seeds.glob("*.txt"))
    ]
    assert sizes == [2503, 2753]


def test_what_the_eye_does_not_see_comes_with_it(seeds: Path) -> None:
    read = read_article(seeds / "000_c7f105b3da0fbea6.txt", added=NOW)
    assert [read.article.text[slice(*word)] for word in read.oddities.words] == ["2849-Х"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("none.txt", "missing"),
        (".", "is-folder"),
        ("empty.txt", "empty"),
        ("mark-only.txt", "empty"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "mark-only.txt").write_bytes(b"\xef\xbb\xbf \n")
    with pytest.raises(ArticleFileError) as caught:
        read_article(tmp_path / name, added=NOW)
    assert caught.value.case == code
    assert caught.value.facts["path"] == tmp_path / name


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(ArticleFileError) as caught:
        read_article(tmp_path / "pipe.txt", added=NOW)
    assert caught.value.case == "unreadable"


def test_a_file_too_large_is_refused_without_reading_all_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pressmark.articles.reading.LARGEST", 10)
    (tmp_path / "big.txt").write_text("x" * 11)
    with pytest.raises(ArticleFileError, match="too-large"):
        read_article(tmp_path / "big.txt", added=NOW)


@pytest.mark.skipif(os.name == "nt", reason="the modes of files are not Windows's")
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read all")
def test_a_file_one_may_not_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("secret")
    path.chmod(0)
    with pytest.raises(ArticleFileError, match="no-permission"):
        read_article(path, added=NOW)


def test_text_from_the_clipboard_is_frozen_too() -> None:
    assert article_from_text("a\r\nb", added=NOW).text == "a\nb"
    with pytest.raises(ArticleFileError, match="empty"):
        article_from_text(" \n", added=NOW)


@pytest.mark.parametrize(
    "beginning",
    [b"%PDF-1.4\n1 0 obj", b"PK\x03\x04", b"\x1f\x8b\x08", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"],
)
def test_files_of_another_kind_are_no_text_though_they_look_like_it(beginning: bytes) -> None:
    data = beginning + b" plain words" * 20
    with pytest.raises(ArticleFileError):
        file_from_bytes(data, added=NOW, wishes=Wishes(name="report.txt"))


def test_an_article_of_another_kind_is_wished_for_by_its_id() -> None:
    wishes = Wishes(name="report.txt", kind="text", encoding="cp1251")
    read = file_from_bytes("<html>Слово".encode("cp1251"), added=NOW, wishes=wishes)
    assert [one.article.text for one in read.articles] == ["<html>Слово"]
    assert read.kind == "text"
