import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.edits.edit import Stamp
from pressmark.edits.frame import RenameProject
from pressmark.edits.transaction import Transaction
from pressmark.errors import RecordError
from pressmark.store.journal_file import (
    LIMIT,
    Entry,
    Saved,
    entry,
    facts_of,
    head_line,
    read_journal,
    saved_line,
    summed,
)

BASE, NEXT, OTHER = "a" * 64, "b" * 64, "c" * 64


def rename(title: str) -> Transaction:
    return Transaction("Rename", (RenameProject(title),), Stamp("me", "2024-05-01T10:00:00Z"))


def line(seq: int) -> bytes:
    written = entry(seq, rename(f"title {seq}")).line
    assert written is not None
    return written


def journal(*lines: bytes) -> bytes:
    return head_line("project-1", BASE) + b"".join(lines)


def seqs(entries: tuple[Entry, ...] | None) -> list[int] | None:
    return None if entries is None else [one.seq for one in entries]


def test_what_is_written_is_read() -> None:
    read = read_journal(journal(line(7), line(8), saved_line(Saved(NEXT, 8)), line(9)))
    assert (read.project, read.base, read.damaged, read.last) == ("project-1", BASE, None, 9)
    assert read.entries == (Entry(7, line(7)), Entry(8, line(8)), Entry(9, line(9)))
    assert read.saved == (Saved(NEXT, 8),)


def test_every_line_is_one_line_of_json_with_its_sum() -> None:
    written = entry(1, rename('a "line"\nend \u2028 é')).line
    assert written is not None
    assert written.count(b"\n") == 1
    assert "\u2028 é".encode() in written
    facts = facts_of(written)
    assert facts is not None
    assert facts["seq"] == 1


def test_a_changed_byte_is_seen_wherever_it_is() -> None:
    whole = line(1)
    for at in range(len(whole)):
        changed = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
        assert facts_of(changed) is None


def test_a_line_that_no_journal_wrote_is_damaged() -> None:
    for data in (b"", b"\n", b"{}\n", b"null\n", b'{"seq": 1, "sum": ""}\n'):
        assert facts_of(data) is None


@pytest.mark.parametrize("cut", [1, 10, 50])
def test_half_a_last_line_was_never_kept(cut: int) -> None:
    read = read_journal(journal(line(1), line(2))[:-cut])
    assert (seqs(read.entries), read.damaged) == ([1], None)


def test_every_truncation_keeps_what_is_whole() -> None:
    whole = journal(line(1), line(2), line(3))
    ends = [len(journal(*map(line, range(1, n + 1)))) for n in range(4)]
    for size in range(len(whole) + 1):
        read = read_journal(whole[:size])
        assert read.damaged is None
        assert len(read.entries) == max(sum(end <= size for end in ends) - 1, 0)


def test_what_stands_before_a_damaged_line_is_kept_and_the_line_named() -> None:
    read = read_journal(journal(line(1), line(2)[:-9] + b"\n", line(3)))
    assert (seqs(read.entries), read.damaged) == ([1], 3)


def test_a_missing_line_counts_as_damage() -> None:
    read = read_journal(journal(line(1), line(3)))
    assert (seqs(read.entries), read.damaged) == ([1], 3)


def test_a_line_that_stands_twice_counts_as_damage() -> None:
    read = read_journal(journal(line(1), line(1)))
    assert (seqs(read.entries), read.damaged) == ([1], 3)


def test_a_step_that_only_a_save_kept_is_not_missing() -> None:
    read = read_journal(journal(line(1), saved_line(Saved(NEXT, 3)), line(4)))
    assert (seqs(read.entries), read.damaged) == ([1, 4], None)


def test_a_damaged_first_line_leaves_the_steps_for_any_file() -> None:
    read = read_journal(b"{}" + journal(line(1), line(2)))
    assert (read.project, read.base, read.damaged) == ("", "", 1)
    assert seqs(read.entries) == [1, 2]
    assert read.missing_from(BASE) is None


def test_a_file_lacks_what_came_after_it() -> None:
    read = read_journal(
        journal(line(1), line(2), saved_line(Saved(NEXT, 1)), saved_line(Saved(OTHER, 2)), line(3))
    )
    assert seqs(read.missing_from(BASE)) == [1, 2, 3]
    assert seqs(read.missing_from(NEXT)) == [2, 3]
    assert seqs(read.missing_from(OTHER)) == [3]
    assert read.missing_from("d" * 64) is None


def test_a_file_that_came_back_to_an_earlier_state_lacks_what_came_last() -> None:
    read = read_journal(journal(line(1), line(2), saved_line(Saved(BASE, 2)), line(3)))
    assert seqs(read.missing_from(BASE)) == [3]


def test_a_step_of_more_than_a_megabyte_has_no_line() -> None:
    assert entry(1, rename("x" * LIMIT)) == Entry(1, None)
    assert entry(1, rename("x" * (LIMIT - 1000))).line is not None


def test_what_no_file_can_hold_is_refused() -> None:
    with pytest.raises(RecordError):
        entry(1, rename("half a pair: \ud83d"))


@given(st.lists(st.tuples(st.integers(0), st.sampled_from(b'\n\0"{}19\xff')), max_size=9))
def test_any_bytes_can_be_read(changes: list[tuple[int, int]]) -> None:
    data = bytearray(journal(line(1), saved_line(Saved(NEXT, 1)), line(2), summed({"seq": "1"})))
    for at, byte in changes:
        data[at % len(data)] = byte
    assert seqs(read_journal(bytes(data)).entries) in ([], [1], [2], [1, 2])
