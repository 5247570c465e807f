"""Importing files of articles, as somebody who scripts Pressmark does it."""

import io
import json
import os
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.cli.conftest import Pressmark

TABLE = "Headline;Body;Datum;Words\nA;Said.;27.05.2024;1\nB;;28.05.2024;2\nC;So.;5/6/2024;3\n"
PAGE = "<html><head><title>A</title></head><body><article><p>{}</p></article></body></html>"


@pytest.fixture
def empty(tmp_path: Path, pressmark: Pressmark) -> Path:
    path = tmp_path / "empty.pressmark"
    assert pressmark("new", path).status == 0
    return path


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "table.csv"
    path.write_text(TABLE, "utf-8")
    return path


def test_each_row_of_a_table_is_an_article(pressmark: Pressmark, empty: Path, table: Path) -> None:
    run = pressmark("import", empty, table, "--json")
    assert run.status == 0
    (source,) = run.json["sources"]
    assert (source["format"], len(source["articles"])) == ("csv", 2)
    (empty_row,) = source["skipped"]
    assert (empty_row["what"], "empty" in empty_row["why"]) == ("row 3", True)
    assert any("Text = Body, Title = Headline" in one for one in source["warnings"])
    assert any(one.startswith("row 4: ") and "5/6/2024" in one for one in source["warnings"])
    assert any("Words" in one for one in source["warnings"])
    articles = pressmark("dump", empty).json["articles"]
    assert {(one["title"], one["text"], one["published"]) for one in articles} == {
        ("A", "Said.", "2024-05-27"),
        ("C", "So.", None),
    }


def test_columns_may_be_said(pressmark: Pressmark, empty: Path, table: Path) -> None:
    arguments = ("--column", "text=Headline", "--column", "title=Words", "--json")
    (source,) = pressmark("import", empty, table, *arguments).json["sources"]
    assert [(one["title"], one["words"]) for one in source["taken"]] == [
        ("1", 1),
        ("2", 1),
        ("3", 1),
    ]
    run = pressmark("import", empty, table, "--column", "text=Text")
    assert run.status == 1
    assert "has no column Text; it has: Headline, Body, Datum, Words" in run.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_named_and_not_waited_for(pressmark: Pressmark, empty: Path) -> None:
    pipe = empty.with_name("pipe.pdf")
    os.mkfifo(pipe)
    run = pressmark("import", empty, pipe)
    assert (run.status, "a pipe or a device" in run.err) == (1, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--column", "txt=Body"),
        ("--column", "Body"),
        ("--boilerplate", "gone"),
        ("--format", "doc"),
        ("--encoding", "none"),
    ],
)
def test_wrong_words_are_wrong_usage(
    pressmark: Pressmark, empty: Path, table: Path, arguments: tuple[str, str]
) -> None:
    assert pressmark("import", empty, table, *arguments).status == 2


def test_a_kind_may_be_said(pressmark: Pressmark, empty: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE.format("The minister denied it. " * 9), "utf-8")
    for kind in ("html", "text", "articles"):
        run = pressmark("import", empty, page, "--format", kind, "--dry-run", "--json")
        (source,) = run.json["sources"]
        assert source["format"] == ("html" if kind == "articles" else kind)


def test_boilerplate_may_be_left_out(pressmark: Pressmark, empty: Path, tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    text = "Said twice. &lt;p style='display:none'&gt;unseen&lt;/p&gt;"
    feed.write_text(f"<rss><channel><item><description>{text}</description></item></channel></rss>")
    for arguments, words in (((), 3), (("--boilerplate", "left-out"), 2)):
        run = pressmark("import", empty, feed, "--dry-run", "--json", *arguments)
        (taken,) = run.json["sources"][0]["taken"]
        assert taken["words"] == words


def test_a_dry_run_describes_what_would_come_in(
    pressmark: Pressmark, empty: Path, table: Path
) -> None:
    before = empty.read_bytes()
    run = pressmark("import", empty, table, "--dry-run")
    assert "  row 2 · A · 2024-05-27 · 1 word\n" in run.err
    assert "table.csv: 2 articles, 0 annotations (csv)." in run.err
    assert empty.read_bytes() == before


def test_a_batch_is_one_step(
    pressmark: Pressmark, empty: Path, table: Path, tmp_path: Path
) -> None:
    packed = tmp_path / "packed.zip"
    with ZipFile(packed, "w") as file:
        file.writestr("b.txt", "In a zip.")
        file.writestr("c.txt", "Said.")
    run = pressmark("import", empty, table, packed, tmp_path / "none.txt", "--json")
    assert run.status == 1
    counts = [len(one["articles"]) for one in run.json["sources"]]
    assert counts == [2, 2, 0]
    assert pressmark("stats", empty, "--json").json["articles"] == 3
    assert len(pressmark("history", empty, "--json").json) == 1
    again = pressmark("import", empty, table, packed)
    assert again.status == 0
    assert "2 sources: 0 new articles, 4 there already." in again.err


def test_reprints_are_linked(pressmark: Pressmark, empty: Path, tmp_path: Path) -> None:
    words = [f"word{number % 97}{number % 89}" for number in range(400)]
    for name, text in (("a", words), ("b", [*words[:390], "another", "end"])):
        (tmp_path / f"{name}.txt").write_text(" ".join(text), "utf-8")
    names = (tmp_path / "a.txt", tmp_path / "b.txt")
    run = pressmark("import", empty, *names, "--no-reprints")
    assert "nearly the same" not in run.err
    other = tmp_path / "other.pressmark"
    pressmark("new", other)
    run = pressmark("import", other, *names)
    assert run.status == 0
    first, second = pressmark("dump", other).json["articles"]
    assert second["links"] == [{"type": "reprint-of", "to": first["id"]}]
    assert f"nearly the same as article {first['id']}" in run.err


def test_an_address_is_no_source(pressmark: Pressmark, empty: Path) -> None:
    run = pressmark("import", empty, "https://x.example/article")
    assert run.status == 1
    assert "save the page in the browser" in run.err


def test_a_file_that_is_no_article_is_named(
    pressmark: Pressmark, empty: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04")
    run = pressmark("import", empty, broken)
    assert run.status == 1
    assert "broken.xlsx is damaged" in run.err


def test_a_table_may_come_through_a_pipe(
    pressmark: Pressmark, empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    piped = io.TextIOWrapper(io.BytesIO(TABLE.encode()))
    monkeypatch.setattr("sys.stdin", piped)
    run = pressmark("import", empty, "-", "--format", "articles", "--column", "text=Body")
    assert run.status == 0 or "text" in run.err


def test_articles_come_before_the_sets_that_are_of_them(
    pressmark: Pressmark, example: Path, empty: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    pressmark("export", example, "--format", "csv", "--output", folder / "a.csv")
    for one in pressmark("dump", example).json["articles"]:
        (folder / f"z-{one['id']}.txt").write_text(one["text"], "utf-8", newline="\n")
    run = pressmark("import", empty, folder, "--json")
    assert run.status == 0
    by_name = {Path(one["source"]).name: one for one in run.json["sources"]}
    assert by_name["a.csv"]["annotations"] == 38


def test_tables_of_articles_are_no_annotation_sets(
    pressmark: Pressmark, example: Path, empty: Path, tmp_path: Path
) -> None:
    rows = [
        {"id": 1, "title": "A", "text": "Said.", "date": "27.05.2024", "author": "Ana"},
        {"id": 2, "title": "B", "text": "So.", "date": "28.05.2024", "author": "Bo"},
    ]
    lines, listed = tmp_path / "rows.jsonl", tmp_path / "rows.json"
    lines.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    listed.write_text(json.dumps(rows), "utf-8")
    for path in (lines, listed):
        (source,) = pressmark("import", empty, path, "--dry-run", "--json").json["sources"]
        assert source["format"] == "jsonl"
        assert [one["byline"] for one in source["taken"]] == ["Ana", "Bo"]
    for form in ("csv", "pressmark-jsonl", "doccano", "prodigy", "label-studio", "hf-jsonl", "w3c"):
        path = tmp_path / f"{form}.out"
        pressmark("export", example, "--format", form, "--output", path, "--allow-loss")
        if path.exists():
            (source,) = pressmark("import", example, path, "--dry-run", "--json").json["sources"]
            assert source["format"] == form


def test_what_is_alike_is_said_once_with_its_sum(
    pressmark: Pressmark, empty: Path, tmp_path: Path
) -> None:
    table = tmp_path / "table.csv"
    table.write_text("title,text\nA,Said.,x,y\nB,So.,z\nC,No.\n", "utf-8")
    (source,) = pressmark("import", empty, table, "--dry-run", "--json").json["sources"]
    assert any(one.startswith("row 2 and 1 more: 3 cells of its row") for one in source["warnings"])
