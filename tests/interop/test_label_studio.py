"""Label Studio's own package takes the configuration and the tasks, and converts them."""

import json
from pathlib import Path
from typing import Any

import pytest
from label_studio_sdk.converter import Converter
from label_studio_sdk.label_interface import LabelInterface

from pressmark.model.project import Project
from tests.formats import nasty
from tests.formats.sets import bare, bring_in
from tests.interop.conftest import Exported, Writer

TASKS, CONFIGURATION = "tasks.json", "label_config.xml"


@pytest.fixture(params=["nasty", "gaps", "example"])
def exported(request: pytest.FixtureRequest, write: Writer, example: Project) -> Exported:
    projects = {
        "nasty": nasty.project(),
        "gaps": nasty.project(gaps=True),
        "example": example,
    }
    return write("label-studio", "set", projects[request.param])


def tasks_of(exported: Exported) -> list[dict[str, Any]]:
    tasks: list[dict[str, Any]] = json.loads((exported.path / TASKS).read_bytes())
    return tasks


def test_every_task_fits_the_configuration(exported: Exported) -> None:
    interface = LabelInterface((exported.path / CONFIGURATION).read_text(encoding="utf-8"))
    interface.validate()
    for task in tasks_of(exported):
        name = task["data"]["doc_id"]
        assert interface.validate_task({"data": task["data"]}), name
        for layer in task["annotations"]:
            assert interface._validate_object(layer, return_errors=True) == [], name


def test_its_converter_finds_every_span(exported: Exported, tmp_path: Path) -> None:
    converter = Converter(
        config=str(exported.path / CONFIGURATION), project_dir=None, download_resources=False
    )
    converter.convert_to_json_min(str(exported.path / TASKS), str(tmp_path), is_dir=False)
    converted = json.loads((tmp_path / "result.json").read_bytes())
    project = exported.project
    names = {number: one.head.id for number, one in enumerate(project.shelf(), start=1)}
    found: dict[str, set[tuple[int, int, str]]] = {}
    for task in converted:
        name = names[task["id"]]
        assert task["text"] == project.article(name).text
        for one in task.get("label", []):
            for label in one["labels"]:
                found.setdefault(name, set()).add((one["start"], one["end"], label))
    expected = {
        one.head.id: {(*span, each.label) for each in one.annotations for span in each.fragments}
        for one in project.opened()
    }
    assert found == {name: spans for name, spans in expected.items() if spans}


def test_its_minimal_json_is_read_back(exported: Exported, tmp_path: Path) -> None:
    converter = Converter(
        config=str(exported.path / CONFIGURATION), project_dir=None, download_resources=False
    )
    converter.convert_to_json_min(str(exported.path / TASKS), str(tmp_path), is_dir=False)
    data = (tmp_path / "result.json").read_bytes()
    came = bring_in(data, bare(exported.project.label_set), format_id="label-studio").project
    for article in exported.project.opened():
        if len(article.annotations):
            expected = sorted(
                (span, one.label) for one in article.annotations for span in one.fragments
            )
            found = came.article(article.head.id)
            assert found.text == article.text
            assert sorted((one.span, one.label) for one in found.annotations) == expected
