"""Articles of one's own come in."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from pytestqt.qtbot import QtBot

from pressmark.ui import article_imports, imports
from pressmark.ui.desk import Desk
from pressmark.ui.dialogs.first_article import Place


def test_only_the_first_article_asks_whether_it_belongs_to_the_example(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def ask(parent: object) -> Place:
        asked.append(parent)
        return Place.EXAMPLE

    monkeypatch.setattr(imports, "ask_for_place", ask)
    before = len(desk.session.project.articles)
    for text in ("The first of one's own.", "And one more."):
        pasted = QMimeData()
        pasted.setText(text)
        desk.imports.take_offered(pasted)
    assert len(desk.session.project.articles) == before + 2
    assert len(asked) == 1


def test_many_articles_come_in_beside_the_window_and_as_one_step(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(article_imports, "_AT_ONCE", 1)
    monkeypatch.setattr(imports, "ask_for_place", lambda _parent: Place.EXAMPLE)
    before = desk.session.project
    for name in ("one", "two", "three"):
        (tmp_path / f"{name}.txt").write_text(f"The {name} of them was shut, the mayor said.")
    desk.imports.take([tmp_path])
    qtbot.waitUntil(lambda: "3 articles imported" in desk.notices.text)
    assert len(desk.session.project.articles) == len(before.articles) + 3
    desk.session.undo()
    assert desk.session.project.articles == before.articles


def test_what_is_neither_words_nor_files_is_said(desk: Desk) -> None:
    before = desk.session.project
    offered = QMimeData()
    offered.setData("image/png", b"\x89PNG")
    desk.imports.take_offered(offered)
    assert "neither words nor files" in desk.notices.text
    assert desk.session.project is before
