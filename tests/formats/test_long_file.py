"""Files that are gone through and not held."""

import io
from pathlib import Path

import pytest

from pressmark.errors import FormatError
from pressmark.formats import long_file
from pressmark.formats.long_file import LongFile

DATA = b"one\ntwo\r\nthree" * 3


@pytest.fixture(params=["held", "file", "stream"])
def file(request: pytest.FixtureRequest, tmp_path: Path) -> LongFile:
    if request.param == "held":
        return LongFile.of(DATA)
    if request.param == "stream":
        return LongFile.copied(DATA[:5], io.BytesIO(DATA[5:]))
    path = tmp_path / "set.jsonl"
    path.write_bytes(DATA)
    return LongFile.at(path)


def test_it_is_gone_through_as_often_as_asked(file: LongFile) -> None:
    assert file.size == len(DATA)
    for _ in range(2):
        assert list(file.lines()) == DATA.splitlines(keepends=True)
        assert b"".join(file.chunks()) == file.whole() == DATA
    assert file.beginning == DATA


def test_who_watches_is_told_of_all_passes_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_file, "_SLICE", 10)
    told: list[tuple[int, int]] = []
    watched = LongFile.of(DATA).watched(lambda *one: told.append(one), passes=2)
    for _ in range(3):  # one more than was thought
        list(watched.chunks())
    done = [one for one, _ in told]
    assert done[0] == 0
    assert done[done.index(len(DATA) // 2)] <= max(done) == len(DATA)
    assert {size for _, size in told} == {len(DATA)}


def test_only_so_much_is_read_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_file, "LARGEST_WHOLE", len(DATA) - 1)
    with pytest.raises(FormatError, match="too-large"):
        LongFile.of(DATA).whole()


def test_of_a_line_without_an_end_only_the_start_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_file, "_LONGEST_LINE", 4)
    assert next(LongFile.of(b"a" * 100).lines()) == b"aaaa"


def test_what_goes_away_is_said(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    with pytest.raises(FormatError, match="unreadable"):
        LongFile.at(path)
    path.write_bytes(DATA)
    file = LongFile.at(path)
    path.unlink()
    with pytest.raises(FormatError, match="unreadable"):
        list(file.lines())
