"""The whole worked example is made from the two texts without a mouse."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from immutables import Map
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from pressmark.model.relations import Relations
from pressmark.model.span import Span
from pressmark.store.open_project import read_project, write_copy
from tests.journeys.conftest import Start
from tests.typist import CTRL, Typist


@pytest.fixture
def empty(project: Path) -> Path:
    """Return a project with the default label set and nothing else."""
    held = read_project(project).project
    path = project.with_name("Empty.pressmark")
    nothing: dict[str, Any] = {"articles": Map(), "places": Map(), "entities": Map()}
    write_copy(replace(held, **nothing, relations=Relations()), path)
    return path


def test_every_span_label_and_note(
    start: Start, empty: Path, seeds: Path, gold: dict[str, Any]
) -> None:
    with start(empty) as desk:
        typist = Typist(desk)
        made: dict[str, str] = {}
        for article in gold["articles"]:
            paste(typist, (seeds / article["file"]).read_text(encoding="utf-8"))
            for named in gold["annotations"]:
                if named["article"] == article["id"]:
                    made[named["id"]] = tag(typist, named)
        for named in gold["annotations"]:
            one = desk.session.project.annotation(made[named["id"]])
            assert one.label == named["label"]
            assert [list(part) for part in one.fragments] == named["fragments"]
            assert list(one.text) == named["text"]
            assert one.note == named["note"]


def paste(typist: Typist, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    typist.press(Qt.Key.Key_V, CTRL)
    assert typist.desk.view.text == text


def tag(typist: Typist, named: dict[str, Any]) -> str:
    """Tag what the worked annotation tags, write its note, and return the id that it got."""
    session = typist.desk.session
    label = session.project.label_set.label(named["label"])
    assert label is not None
    typist.tag(label.keys[0], tuple(Span(*part) for part in named["fragments"]))
    if named["note"]:
        typist.press("M")
        typist.write(named["note"])
        typist.read()
    assert session.annotation is not None
    return session.annotation.id
