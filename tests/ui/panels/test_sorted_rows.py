import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from pressmark.ui.panels.sorted_rows import AnyIndex, Key, SortedRows
from tests.ui.panels.in_memory import hear

_IDS = "abcdef"


class Rows(SortedRows):
    """Rows with nothing in them."""

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        del index, role


@pytest.mark.usefixtures("qtbot")
@given(
    first=st.dictionaries(st.sampled_from(_IDS), st.integers(0, 5)),
    puts=st.lists(st.tuples(st.sampled_from(_IDS), st.none() | st.integers(0, 5))),
)
def test_rows_are_those_put_last_in_the_order_of_their_keys(
    first: dict[str, int], puts: list[tuple[str, int | None]]
) -> None:
    rows = Rows()
    QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Warning, rows)
    rows.fill((rank, row_id) for row_id, rank in first.items())
    expected: dict[str, Key] = {row_id: (rank, row_id) for row_id, rank in first.items()}
    for row_id, rank in puts:
        key = None if rank is None else (rank, row_id)
        rows.put(row_id, key)
        expected.pop(row_id, None)
        if key is not None:
            expected[row_id] = key
        ordered = tuple(sorted(expected, key=lambda one: expected[one]))
        assert rows.ids() == ordered
        assert tuple(rows.index_of(one).row() for one in ordered) == tuple(range(len(ordered)))


def test_a_change_of_one_row_resets_no_other(qtbot: QtBot) -> None:
    del qtbot
    rows = Rows()
    rows.fill([(1, "a"), (2, "b"), (3, "c")])
    resets, moves, changes = hear(rows.modelReset), hear(rows.rowsMoved), hear(rows.dataChanged)
    rows.put("a", (9, "a"))
    rows.put("b", (2, "b"))
    rows.put("d", (4, "d"))
    rows.put("c", None)
    assert rows.ids() == ("b", "d", "a")
    assert (len(resets), len(moves), len(changes)) == (0, 1, 2)


def test_what_is_not_there_has_no_row(qtbot: QtBot) -> None:
    del qtbot
    rows = Rows()
    rows.fill([(1, "a")])
    rows.put("b", None)
    assert not rows.index_of("b").isValid()
    assert rows.id_at(rows.index_of("b")) == ""
    assert rows.id_at(rows.index(0)) == "a"
    assert rows.rowCount(rows.index(0)) == 0
