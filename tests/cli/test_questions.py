import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Pressmark


def test_a_sound_project_passes_the_check(pressmark: Pressmark, example: Path) -> None:
    run = pressmark("check", example)
    assert run.status == 0
    assert "38 annotations in 2 articles" in run.err


def test_the_ids_of_all_annotations_are_printed(pressmark: Pressmark, example: Path) -> None:
    lines = pressmark("check", example, "--ids").out.splitlines()
    assert len(lines) == 38
    assert "HAVE B26" in lines


def test_a_span_that_lost_its_text_is_named_and_the_file_stays_as_it_is(
    pressmark: Pressmark, example: Path
) -> None:
    spoilt = example.read_text("utf-8").replace("[[213, 273]]", "[[214, 273]]", 1)
    example.write_text(spoilt, "utf-8")
    run = pressmark("check", example)
    assert run.status == 1
    assert "A0" in run.out + run.err
    assert example.read_text("utf-8") == spoilt


def test_the_dump_does_not_depend_on_layout_key_order_or_file_name(
    pressmark: Pressmark, example: Path, tmp_path: Path
) -> None:
    other = tmp_path / "another name.json"
    document = json.loads(example.read_text("utf-8"))
    shuffled = dict(reversed(list(document.items())))
    other.write_text(json.dumps(shuffled, indent=4), "utf-8")
    assert pressmark("dump", example).json == pressmark("dump", other).json == document


def test_stats_count_the_example(pressmark: Pressmark, example: Path) -> None:
    counts = pressmark("stats", example, "--json").json
    assert counts["by_label"] == {"claim": 18, "quote": 14, "sanction": 3, "denial": 3}
    assert (counts["articles"], counts["relations"], counts["entities"]) == (2, 43, 13)
    assert "Sanction" in pressmark("stats", example).out


def test_find_prints_each_place_with_its_words(pressmark: Pressmark, example: Path) -> None:
    hits = pressmark("find", example, "flagrant violation", "--json").json
    assert [hit["text"] for hit in hits] == ["flagrant violation"] * 2
    lines = pressmark("find", example, "FLAGRANT violation").out.splitlines()
    assert len(lines) == 2
    assert "[flagrant violation]" in lines[0]
    assert not pressmark("find", example, "FLAGRANT", "--case").out


def test_find_may_pass_over_parts_of_words(pressmark: Pressmark, example: Path) -> None:
    parts = pressmark("find", example, "Korea", "--json").json
    whole = pressmark("find", example, "Korea", "--words", "--json").json
    assert 0 < len(whole) < len(parts)
    assert not any(hit["after"].startswith("n") for hit in whole)


def test_find_may_keep_to_a_label(pressmark: Pressmark, example: Path) -> None:
    everywhere = pressmark("find", example, "sanctions", "--json").json
    tagged = pressmark("find", example, "sanctions", "--label", "sanction", "--json").json
    assert 0 < len(tagged) <= len(everywhere)
    assert all(hit["annotations"] for hit in tagged)
    with_zones = pressmark("find", example, "sanctions", "--zones", "--json").json
    assert len(with_zones) > len(everywhere)


@pytest.mark.parametrize("verb", ["check", "dump", "stats"])
@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"\x00\x01\x02\xff\xfe", "not a Pressmark project"),
        (b'{"format": "something-else"}', "not a Pressmark project"),
        (b'{"format": "pressmark-project", "version": 99}', "newer"),
        (b'{"format": "pressmark-project", "version": 1, "id": "x', "ends in the middle"),
    ],
)
def test_a_bad_file_gets_one_sentence(
    pressmark: Pressmark, tmp_path: Path, verb: str, content: bytes, words: str
) -> None:
    path = tmp_path / "bad.pressmark"
    path.write_bytes(content)
    run = pressmark(verb, path)
    assert (run.status, run.out) == (1, "")
    assert words in run.err
    assert len(run.err.strip().splitlines()) == 1
    assert path.read_bytes() == content


def test_a_missing_file_and_a_folder_get_one_sentence(pressmark: Pressmark, tmp_path: Path) -> None:
    assert "is not there" in pressmark("check", tmp_path / "none.pressmark").err
    assert "is a folder" in pressmark("check", tmp_path).err


def test_control_and_bidi_characters_of_articles_do_not_reach_the_terminal(
    pressmark: Pressmark, example: Path
) -> None:
    text = example.read_text("utf-8").replace("Ukrinform reports", "Ukrinfo\\u001b\\u202e reports")
    example.write_text(text, "utf-8")
    run = pressmark("find", example, "reports")
    assert "\x1b" not in run.out
    assert "\u202e" not in run.out
    assert "\\x1b\\u202e" in run.out


def test_the_ids_stand_in_the_json_where_that_is_asked_for(
    pressmark: Pressmark, example: Path
) -> None:
    found = pressmark("check", example, "--ids", "--json").json
    assert (len(found["ids"]), found["findings"], found["opening"]) == (38, [], [])


@pytest.fixture
def half_damaged(example: Path) -> Path:
    """The example, with an annotation of its first article that cannot be read."""
    spoilt = example.read_text("utf-8").replace("[[213, 273]]", '[["213", 273]]', 1)
    example.write_text(spoilt, "utf-8")
    return example


DAMAGED = (
    r"Article \w+ is damaged \(a whole number is wanted at annotations.0.fragments.0.0, "
    r"line 21\); `pressmark check` names all that is, the rest is fine.\n"
)


@pytest.mark.parametrize(("verb", "status"), [("dump", 1), ("stats", 0), ("find", 0)])
def test_an_article_that_is_damaged_is_left_out_and_named(
    pressmark: Pressmark, half_damaged: Path, verb: str, status: int
) -> None:
    run = pressmark(verb, half_damaged, *(["EU"] if verb == "find" else []))
    assert run.status == status
    assert re.fullmatch("Left out: " + DAMAGED, run.err)
    assert run.out
    if verb == "dump":
        assert [len(one["annotations"]) for one in run.json["articles"]] == [26]


def test_an_export_without_a_damaged_article_is_a_loss(
    pressmark: Pressmark, half_damaged: Path, tmp_path: Path
) -> None:
    out = tmp_path / "set.jsonl"
    asked = ["export", half_damaged, "--format", "pressmark-jsonl", "--output", out]
    run = pressmark(*asked)
    assert run.status == 1
    assert "1 damaged articles with 12 annotations" in run.err
    assert not out.exists()
    assert pressmark(*asked, "--allow-loss").status == 0
    assert len(out.read_text("utf-8").split("\n")) == 2


def test_no_damaged_article_is_merged(
    pressmark: Pressmark, half_damaged: Path, seeds: Path
) -> None:
    run = pressmark("merge", half_damaged, seeds / "example.pressmark", "--output", "x")
    assert run.status == 1
    assert re.fullmatch(DAMAGED, run.err)


def test_what_cannot_be_written_is_not_done(example: Path) -> None:
    shell = f'"{sys.executable}" -m pressmark dump "{example}" >&-'
    run = subprocess.run(["sh", "-c", shell], capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert re.fullmatch(r"The output cannot be [^\n]+\n", run.stderr)


def test_the_damaged_annotation_is_named_with_the_others_present(
    pressmark: Pressmark, half_damaged: Path
) -> None:
    run = pressmark("check", half_damaged, "--ids")
    assert run.status == 1
    lines = run.out.split("\n")
    assert "A01  cannot be read" in lines[0]
    assert "HAVE B26" in lines


def test_stats_tell_who_says_it_and_who_denies_whom(pressmark: Pressmark, example: Path) -> None:
    counts = pressmark("stats", example, "--json").json
    drawn = counts["figures"]
    speakers = {row["key"]: row["counts"] for row in drawn["quote.speaker"]}
    assert speakers["kim-yo-jong"] == {"quote": 1}
    (first, *_) = drawn["denials"]
    assert (first["key"], first["whom"]["key"], first["total"]) == (
        "kim-yo-jong",
        "western-countries",
        2,
    )
    for of, sums in (("labels", "by_label"), ("articles", "by_article")):
        assert {row["key"]: row["total"] for row in drawn[of]} == counts[sums]
    assert "Kim Yo-jong -> U.S. intelligence" in pressmark("stats", example).out
