"""PySide6 6.12.0 loses a reference to None in every void call on CPython 3.11, until it aborts."""

import sys

from PySide6.QtCore import QObject, QTimer


def test_void_calls_keep_their_references_to_none() -> None:
    thing, timer = QObject(), QTimer()
    before = sys.getrefcount(None)
    for number in range(500):
        thing.setObjectName("name")
        timer.setInterval(number)
    assert abs(sys.getrefcount(None) - before) < 100
