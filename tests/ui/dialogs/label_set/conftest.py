from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pressmark.edits.label_set_use import use_of
from pressmark.model.project import Project
from pressmark.store.project_file import parse_project
from pressmark.ui.dialogs.label_set.label_set_dialog import LabelSetDialog


@pytest.fixture
def project(seeds: Path) -> Project:
    return parse_project((seeds / "example.pressmark").read_bytes()).project


@pytest.fixture
def dialog(qtbot: QtBot, project: Project, tmp_path: Path) -> Iterator[LabelSetDialog]:
    """Return the editor of the example's label set."""
    taken = {"N": "Next annotation"}
    made = LabelSetDialog(project.label_set, use_of(project), taken, tmp_path)
    made.resize(1000, 700)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.done(0)  # closing it would ask
    made.deleteLater()
