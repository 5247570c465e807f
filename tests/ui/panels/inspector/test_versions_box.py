from dataclasses import replace

import pytest
from immutables import Map
from pytestqt.qtbot import QtBot

from pressmark.model.annotation import Origin
from pressmark.model.records import Annotator
from pressmark.ui.panels.inspector.versions_box import VersionsBox
from pressmark.ui.widgets.plain_label import PlainLabel
from tests.ui.panels.in_memory import annotation, article, project_of


@pytest.mark.parametrize(
    ("whose", "told"),
    [
        ("anna", ["31 May 2024 12:04", "1 June 2024 09:30"]),
        ("bo", ["Anna · 31 May 2024 12:04", "Bo · 1 June 2024 09:30"]),
    ],
)
def test_each_version_says_when_it_came_about_and_whose_it_is_where_that_differs(
    qtbot: QtBot, whose: str, told: list[str]
) -> None:
    kept = annotation("a", "claim", 0, 3, annotator="anna", changed="2024-05-31T12:04:00Z")
    copy = replace(
        kept,
        id="b",
        note="Other.",
        annotator=whose,
        changed="2024-06-01T09:30:00Z",
        origin=Origin(conflict_of="a"),
    )
    held = article("x", kept, copy)
    names = {"anna": "Anna", "bo": "Bo"}
    known = Map({key: Annotator(id=key, name=name) for key, name in names.items()})
    box = VersionsBox()
    qtbot.addWidget(box)
    box.show_versions(replace(project_of(held), annotators=known), held, kept)
    words = [one.text().replace("\u202f", " ") for one in box.findChildren(PlainLabel)]
    assert [one for one in words if "2024" in one] == told
