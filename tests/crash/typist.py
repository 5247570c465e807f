"""Somebody at the keys of the real window, who tags and undoes as fast as it goes.

Says on stdout what was done ("ADD id", "REMOVE id") and how many steps are kept ("KEPT 3").
"""

import random
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pressmark.ui import start
from pressmark.ui.desk import Desk
from pressmark.ui.main_window import MainWindow

STEPS = 12
KEY = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def seat() -> None:
    """Have a typist begin as soon as the window is furnished."""
    begin = start.begin

    def begin_typing(window: MainWindow, asked: Path | None) -> Desk:
        desk = begin(window, asked)
        Typist(desk)
        return desk

    start.begin = begin_typing


class Typist(QObject):
    """Does a step whenever the window has nothing else to do; goes elsewhere at times; quits."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        assert desk.session.file is not None
        self._desk, self._file = desk, desk.session.file
        self._dice = random.Random()  # noqa: S311 -- words, not secrets
        self._first = self._said = self._file.seq
        desk.session.keeping_changed.connect(self._say_kept)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._type)
        self._timer.start(1)
        print("READY", flush=True)

    def _type(self) -> None:
        done = self._file.seq - self._first
        if done >= STEPS:
            self._timer.stop()
            self._desk.window.close()
            QApplication.quit()
        elif done and self._dice.random() < 0.25:
            self._undo()
        else:
            self._tag()
        if self._dice.random() < 0.2:
            self._desk.autosave.save()  # as when somebody goes to another window

    def _tag(self) -> None:
        before = set(self._desk.session.project.places)
        view = self._desk.view
        view.set_caret(self._dice.randrange(len(view.text) - 40))
        for _ in range(3):
            QTest.keyClick(view, KEY.Key_Right, CTRL | SHIFT)
        QTest.keyClick(view, KEY.Key_3)
        for made in set(self._desk.session.project.places) - before:
            print("ADD", made, flush=True)

    def _undo(self) -> None:
        before = set(self._desk.session.project.places)
        QTest.keyClick(self._desk.window, KEY.Key_Z, CTRL)
        for gone in before - set(self._desk.session.project.places):
            print("REMOVE", gone, flush=True)

    def _say_kept(self) -> None:
        kept = self._file.kept_seq
        if kept > self._said:
            self._said = kept
            print("KEPT", kept - self._first, flush=True)
