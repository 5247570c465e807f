from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from pressmark.articles.batch import ImportBatch, read_articles
from pressmark.ui.dialogs.encodings import EncodingChoice
from pressmark.ui.widgets.plain_label import PlainLabel

TEXT = "Министерство заявило, что склад пуст. Это опровергли в понедельник вечером."


@pytest.fixture
def batch(tmp_path: Path) -> ImportBatch:
    (tmp_path / "plain.txt").write_text("Plain and certain.", encoding="utf-8")
    (tmp_path / "old.txt").write_bytes(TEXT.encode("cp1251"))
    paths = [tmp_path / "plain.txt", tmp_path / "old.txt"]
    return read_articles(paths, added="2024-05-27T00:00:00Z")


def test_only_uncertain_files_are_shown_with_how_they_read(
    batch: ImportBatch, qtbot: QtBot
) -> None:
    dialog = EncodingChoice(batch)
    qtbot.addWidget(dialog)
    preview = dialog.findChild(QPlainTextEdit)
    assert preview is not None
    assert preview.toPlainText() == TEXT


def test_another_encoding_is_read_at_once_and_kept(batch: ImportBatch, qtbot: QtBot) -> None:
    dialog = EncodingChoice(batch)
    qtbot.addWidget(dialog)
    encodings, preview = dialog.findChild(QComboBox), dialog.findChild(QPlainTextEdit)
    assert encodings is not None
    assert preview is not None
    encodings.setCurrentIndex(encodings.findData("koi8_r"))
    encodings.activated.emit(encodings.currentIndex())
    other = TEXT.encode("cp1251").decode("koi8_r")
    assert preview.toPlainText() == other
    dialog.settle()
    assert [one.article.text for _, one in batch.read] == ["Plain and certain.", other]


def test_an_encoding_that_does_not_fit_is_refused_and_the_choice_goes_back(
    batch: ImportBatch, qtbot: QtBot
) -> None:
    dialog = EncodingChoice(batch)
    qtbot.addWidget(dialog)
    encodings = dialog.findChild(QComboBox)
    assert encodings is not None
    before = encodings.currentData()
    encodings.setCurrentIndex(encodings.findData("utf_8"))
    encodings.activated.emit(encodings.currentIndex())
    assert encodings.currentData() == before
    trouble = [one.text() for one in dialog.findChildren(PlainLabel) if "old.txt" in one.text()]
    assert trouble
    dialog.settle()
    assert batch.read[1][1].article.text == TEXT
