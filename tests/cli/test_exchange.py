"""Import and export, as somebody who scripts Pressmark uses them."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from pressmark.store.export_choice import ExportChoice
from pressmark.store.export_presets import write_presets
from tests.cli.conftest import Pressmark

_OF_THE_FRAME = ("title", "id", "generator", "label_set", "handling")


@pytest.fixture
def empty(tmp_path: Path, pressmark: Pressmark) -> Path:
    path = tmp_path / "empty.pressmark"
    assert pressmark("new", path).status == 0
    return path


def content(pressmark: Pressmark, path: Path) -> dict[str, object]:
    dumped: dict[str, object] = pressmark("dump", path).json
    return {key: value for key, value in dumped.items() if key not in _OF_THE_FRAME}


def test_everything_comes_home_through_jsonl(
    pressmark: Pressmark, example: Path, empty: Path, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.jsonl", tmp_path / "second.jsonl"
    assert (
        pressmark("export", example, "--format", "pressmark-jsonl", "--output", first).status == 0
    )
    run = pressmark("import", empty, first, "--json")
    assert run.status == 0
    (source,) = run.json["sources"]
    assert (source["format"], len(source["articles"]), source["annotations"]) == (
        "pressmark-jsonl",
        2,
        38,
    )
    assert content(pressmark, empty) == content(pressmark, example)
    pressmark("export", empty, "--format", "pressmark-jsonl", "--output", second)
    assert first.read_bytes() == second.read_bytes()


def test_the_same_set_twice_adds_nothing(
    pressmark: Pressmark, example: Path, tmp_path: Path
) -> None:
    out = tmp_path / "set.jsonl"
    pressmark("export", example, "--format", "pressmark-jsonl", "--output", out)
    before = pressmark("dump", example).out
    run = pressmark("import", example, out, "--json")
    assert run.status == 0
    assert run.json["sources"][0]["annotations"] == 0
    assert pressmark("dump", example).out == before


def test_a_bad_line_refuses_the_set_and_is_named(
    pressmark: Pressmark, empty: Path, tmp_path: Path
) -> None:
    good = {"id": "a", "text": "Good."}
    bad = {"id": "b", "text": "Bad.", "annotations": [{"label": "claim", "fragments": [[0, 99]]}]}
    source = tmp_path / "set.jsonl"
    source.write_text(f"{json.dumps(good)}\n{json.dumps(bad)}\n", "utf-8")
    before = pressmark("dump", empty).out
    run = pressmark("import", empty, source)
    assert run.status == 1
    assert "line 2" in run.err
    assert pressmark("dump", empty).out == before


def test_a_bad_source_costs_itself_only(
    pressmark: Pressmark, empty: Path, seeds: Path, tmp_path: Path
) -> None:
    (tmp_path / "noise.bin").write_bytes(bytes(range(256)))
    run = pressmark(
        "import",
        empty,
        tmp_path / "noise.bin",
        tmp_path / "none.txt",
        *sorted(seeds.glob("*.txt")),
        "--json",
    )
    assert run.status == 1
    bad, missing, *good = run.json["sources"]
    assert "not text" in bad["skipped"][0]["why"]
    assert "not there" in missing["skipped"][0]["why"]
    assert [len(one["articles"]) for one in good] == [1, 1]
    assert pressmark("stats", empty, "--json").json["articles"] == 2


def test_a_folder_gives_a_source_for_each_file_and_nothing_twice(
    pressmark: Pressmark, empty: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in ("b", "a"):
        (folder / f"{name}.txt").write_text(f"Article {name}.", "utf-8")
    run = pressmark("import", empty, folder, "--json")
    assert [Path(one["source"]).name for one in run.json["sources"]] == ["a.txt", "b.txt"]
    again = pressmark("import", empty, folder, "--json")
    assert again.status == 0
    assert pressmark("stats", empty, "--json").json["articles"] == 2


def test_a_dry_run_changes_nothing(pressmark: Pressmark, empty: Path, seeds: Path) -> None:
    before = empty.read_bytes()
    run = pressmark("import", empty, seeds, "--dry-run", "--json")
    assert sum(len(one["articles"]) for one in run.json["sources"]) == 2
    assert empty.read_bytes() == before


def test_labels_are_mapped_or_added(pressmark: Pressmark, empty: Path, tmp_path: Path) -> None:
    line = {
        "title": "T",
        "text": "One two.",
        "annotations": [
            {"label": "statement", "fragments": [[0, 3]], "text": "One"},
            {"label": "rumour", "start": 4, "end": 7},
        ],
    }
    source = tmp_path / "set.jsonl"
    source.write_text(json.dumps(line), "utf-8")
    run = pressmark("import", empty, source, "--map", "statement=claim")
    assert run.status == 0
    assert "rumour" in run.err
    counts = pressmark("stats", empty, "--json").json["by_label"]
    assert (counts["claim"], counts["rumour"]) == (1, 1)


def test_an_article_may_come_from_stdin_in_a_named_encoding(empty: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pressmark", "import", str(empty), "-", "--encoding", "cp1251"],
        input="Заява".encode("cp1251"),
        capture_output=True,
        check=True,
    )
    assert b"1 article" in done.stderr
    assert "Заява" in empty.read_text("utf-8")


def test_csv_has_a_row_for_each_annotation(
    pressmark: Pressmark, example: Path, tmp_path: Path
) -> None:
    out = tmp_path / "rows.csv"
    assert pressmark("export", example, "--format", "csv", "--output", out).status == 0
    rows = list(csv.DictReader(io.StringIO(out.read_bytes().decode("utf-8-sig"), newline="")))
    assert len(rows) == 38
    assert {"doc_id", "title", "label", "start", "end", "text"} <= set(rows[0])


def test_an_export_may_be_narrowed(pressmark: Pressmark, example: Path, tmp_path: Path) -> None:
    out = tmp_path / "some.jsonl"
    pressmark(
        "export", example, "--format", "pressmark-jsonl", "--output", out, "--label", "denial"
    )
    lines = [json.loads(line) for line in out.read_text("utf-8").split("\n") if line]
    assert [len(line["annotations"]) for line in lines] == [0, 3]


def counts(path: Path) -> list[int]:
    lines = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]
    return [len(line["annotations"]) for line in lines]


def test_an_export_may_follow_a_preset_and_what_is_said_besides(
    pressmark: Pressmark, example: Path, tmp_path: Path
) -> None:
    denials = ExportChoice(format="pressmark-jsonl", labels=("denial",), notes=False)
    write_presets({"Denials only": denials})
    out = tmp_path / "some.jsonl"
    asked = ("export", example, "--output", out, "--preset", "Denials only")
    assert pressmark(*asked).status == 0
    assert counts(out) == [0, 3]
    assert pressmark(*asked, "--label", "quote").status == 0
    assert sum(counts(out)) == 14
    run = pressmark(*asked, "--preset", "Nobody's")
    assert run.status == 1
    assert "Denials only" in run.err


def test_an_export_may_be_of_what_is_flagged_or_new(
    pressmark: Pressmark, example: Path, tmp_path: Path
) -> None:
    out = tmp_path / "some.jsonl"
    asked = ("export", example, "--format", "pressmark-jsonl", "--output", out)
    assert pressmark(*asked, "--flagged").status == 0
    assert counts(out) == []
    assert pressmark(*asked, "--new-since", "2020").status == 0
    assert counts(out) == [12, 26]
    assert pressmark(*asked, "--since", "2024-05").status == 0
    assert counts(out) == []


def test_a_report_is_in_the_language_that_was_asked_for(
    pressmark: Pressmark, example: Path, tmp_path: Path
) -> None:
    report = tmp_path / "report.html"
    asked = ("export", example, "--format", "html", "--output", report, "--language")
    assert pressmark(*asked, "uk").status == 0
    page = report.read_text(encoding="utf-8")
    assert '<html lang="uk">' in page
    assert '<h2 dir="auto" id="figures">Головні показники</h2>' in page
    run = pressmark(*asked, "tlh")
    assert run.status == 1
    assert "en, uk" in run.err


def test_what_is_new_since_the_last_report_is_remembered(
    pressmark: Pressmark, example: Path, tmp_path: Path
) -> None:
    out = tmp_path / "some.jsonl"
    asked = ("export", example, "--format", "pressmark-jsonl", "--output", out)
    run = pressmark(*asked, "--new-since", "report")
    assert "everything is new" in run.err
    assert sum(counts(out)) == 38
    pressmark("export", example, "--format", "html", "--output", tmp_path / "report.html")
    run = pressmark(*asked, "--new-since", "report")
    assert "everything" not in run.err
    assert counts(out) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["--format", "csv", "--since", "yesterday"],
        ["--format", "csv", "--until", "2024-13"],
        ["--format", "csv", "--new-since", "lately"],
        ["--format", "csv", "--state", "late"],
        ["--format", "nothing"],
        [],
    ],
)
def test_what_nobody_can_mean_is_wrong_usage(
    pressmark: Pressmark, example: Path, tmp_path: Path, arguments: list[str]
) -> None:
    run = pressmark("export", example, "--output", tmp_path / "x", *arguments)
    assert run.status == 2
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--label", "rumour"], "rumour"),
        (["--article", "nowhere"], "nowhere"),
        (["--annotator", "Nobody"], "Nobody"),
        (["--option", "colour=red"], "colour"),
    ],
)
def test_what_the_project_does_not_have_is_refused(
    pressmark: Pressmark, example: Path, tmp_path: Path, arguments: list[str], words: str
) -> None:
    out = tmp_path / "x.csv"
    run = pressmark("export", example, "--format", "csv", "--output", out, *arguments)
    assert run.status == 1
    assert words in run.err
    assert not out.exists()


def test_an_export_to_a_folder_that_is_not_there_is_refused(
    pressmark: Pressmark, example: Path, tmp_path: Path
) -> None:
    out = tmp_path / "nowhere" / "x.csv"
    run = pressmark("export", example, "--format", "csv", "--output", out)
    assert run.status == 1
    assert "nowhere" in run.err
    assert not out.parent.exists()


def test_the_formats_say_what_they_hold(pressmark: Pressmark) -> None:
    listed = {one["id"]: one for one in pressmark("formats", "--json").json}
    assert listed["pressmark-jsonl"]["direction"] == ["read", "write"]
    assert listed["pressmark-jsonl"]["lossless"]
    assert listed["csv"]["direction"] == ["read", "write"]
    assert "html" in pressmark("formats").out


def test_one_format_says_its_options(pressmark: Pressmark) -> None:
    told = pressmark("formats", "conll").out
    assert "--option scheme=   scheme of the tags: bio, iobes, bilou; usually bio" in told
    described = pressmark("formats", "conll", "--json").json
    assert {one["name"]: one["usually"] for one in described["options"]}["copies"] is True
    run = pressmark("formats", "floppy")
    assert run.status == 2
    assert "floppy is none of" in run.err


def test_the_output_has_a_short_name(pressmark: Pressmark, example: Path, tmp_path: Path) -> None:
    run = pressmark("export", example, "--format", "csv", "-o", tmp_path / "set.csv")
    assert run.status == 0
    assert (tmp_path / "set.csv").exists()


def test_no_export_replaces_a_project(
    pressmark: Pressmark, example: Path, empty: Path, tmp_path: Path
) -> None:
    damaged = tmp_path / "damaged.pressmark"
    damaged.write_bytes(example.read_bytes()[:5000])
    for project in (example, empty, damaged):
        before = project.read_bytes()
        run = pressmark("export", example, "--format", "csv", "--output", project)
        assert run.status == 1
        assert "no export replaces" in run.err
        assert project.read_bytes() == before


def test_a_project_is_no_article(pressmark: Pressmark, example: Path, empty: Path) -> None:
    run = pressmark("import", empty, example)
    assert run.status == 1
    assert "pressmark merge" in run.err
    assert pressmark("stats", empty, "--json").json["articles"] == 0


def test_offsets_that_may_count_two_things_are_shown_and_asked_for(
    pressmark: Pressmark, empty: Path, tmp_path: Path
) -> None:
    line = {"text": "\U0001f600 abcdef ghi", "label": [[4, 6, "claim"]]}
    path = tmp_path / "set.jsonl"
    path.write_text(json.dumps(line), "utf-8")
    shown = pressmark("import", empty, path, "--dry-run").err
    assert "code-points: “cd”" in shown
    assert "utf-16: “bc”" in shown
    assert pressmark("import", empty, path, "--offsets", "utf-16").status == 0
    (article,) = pressmark("dump", empty).json["articles"]
    assert [one["text"] for one in article["annotations"]] == [["bc"]]
    assert pressmark("import", empty, path, "--offsets", "words").status == 2
