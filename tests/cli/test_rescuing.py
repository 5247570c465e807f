"""`pressmark rescue`: what is intact comes back in a new file, what is not is listed."""

from pathlib import Path

import pytest

from tests.cli.conftest import Pressmark


@pytest.fixture
def cut(example: Path) -> Path:
    whole = example.read_bytes()
    example.write_bytes(whole[: len(whole) // 2])
    return example


def test_what_is_intact_is_saved_as_a_new_project(
    pressmark: Pressmark, cut: Path, tmp_path: Path
) -> None:
    before, new = cut.read_bytes(), tmp_path / "new.pressmark"
    assert "pressmark rescue" in pressmark("check", cut).err
    run = pressmark("rescue", cut, "--output", new)
    assert run.status == 0
    assert "Rescued 14 of 15 annotations in 2 articles." in run.err
    assert any("annotation" in line and "missing" in line for line in run.out.split("\n"))
    assert cut.read_bytes() == before
    assert pressmark("check", new).status == 0


def test_what_is_missing_can_be_read_by_programs(
    pressmark: Pressmark, cut: Path, tmp_path: Path
) -> None:
    told = pressmark("rescue", cut, "--output", tmp_path / "new.pressmark", "--json").json
    assert (told["kept"], told["total"]) == (14, 15)
    assert {"line", "what", "id", "article", "words", "reason"} <= told["missing"][0].keys()


def test_no_file_is_replaced(pressmark: Pressmark, cut: Path) -> None:
    before = cut.read_bytes()
    assert pressmark("rescue", cut, "--output", cut).status == 1
    assert cut.read_bytes() == before


def test_where_nothing_is_left_it_says_so(pressmark: Pressmark, cut: Path, tmp_path: Path) -> None:
    cut.write_bytes(b'{"format": "pressmark-project", "version": 1')
    run = pressmark("rescue", cut, "--output", tmp_path / "new.pressmark")
    assert run.status == 1
    assert "nothing in it is left" in run.err
    assert not (tmp_path / "new.pressmark").exists()
