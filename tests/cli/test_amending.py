"""`pressmark amend` on the example: said first, done in one step, nothing lost."""

from pathlib import Path

import pytest

from tests.cli.conftest import Pressmark


@pytest.fixture
def article(pressmark: Pressmark, example: Path) -> tuple[str, str]:
    """Return the id and the text of the Ukrinform article."""
    held = pressmark("dump", example).json["articles"]
    found = next(one for one in held if "Ukrinform" in (one["source"] or ""))
    return found["id"], found["text"]


@pytest.fixture
def write(tmp_path: Path) -> Path:
    return tmp_path / "other.txt"


def test_a_dry_run_only_says(
    pressmark: Pressmark, example: Path, article: tuple[str, str], write: Path
) -> None:
    name, text = article
    write.write_text(text.replace("North Korea", "the DPRK", 1), encoding="utf-8")
    before = example.read_bytes()
    run = pressmark("amend", example, name, write, "--dry-run")
    assert run.status == 0
    assert "0 stay with the earlier text" in run.err
    assert example.read_bytes() == before


def test_a_correction_takes_all_along_and_check_lists_what_stays(
    pressmark: Pressmark, example: Path, article: tuple[str, str], write: Path
) -> None:
    name, text = article
    write.write_text(text[: len(text) // 2], encoding="utf-8")
    said = pressmark("amend", example, name, write, "--json").json
    lost = [one["id"] for one in said["annotations"] if one["fate"] == "lost"]
    assert len(lost) == said["counts"]["lost"] > 0
    run = pressmark("check", example)
    assert run.status == 0
    assert [line.split()[1] for line in run.out.splitlines()] == sorted(lost)
    assert "stays with an earlier text" in run.out
    assert "38 annotations in 3 articles" in run.err
    counts = pressmark("stats", example, "--json").json
    assert (counts["articles"], counts["annotations"]) == (2, 38 - len(lost))
    assert pressmark("amend", example, said["article"], write).status == 1
    assert pressmark("amend", example, "gone", write).status == 1


def test_a_version_stands_beside(
    pressmark: Pressmark, example: Path, article: tuple[str, str], write: Path
) -> None:
    name, text = article
    write.write_text("Update. " + text, encoding="utf-8")
    said = pressmark("amend", example, name, write, "--as", "version", "--annotator", "Bo")
    assert "12 annotations are as they were" in said.err
    counts = pressmark("stats", example, "--json").json
    assert (counts["articles"], counts["annotations"]) == (3, 38 + 12)
