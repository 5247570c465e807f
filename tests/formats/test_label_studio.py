import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from pressmark.errors import FormatError
from pressmark.formats.exporting import export
from pressmark.formats.format import NoOptions, Remark
from pressmark.formats.registry import format_of
from pressmark.formats.selection import Selection
from pressmark.model.attribute import Attribute
from pressmark.model.label_set import Label, LabelSet
from pressmark.model.project import Project
from tests.formats import nasty
from tests.formats.sets import bare, bring_back, bring_in, files_of, form, written

TEXT = "😀 Ann Lee said no."


def region(key: str, start: int, end: int, *labels: str, **more: object) -> dict[str, Any]:
    value = {"start": start, "end": end, "text": TEXT[start:end], "labels": list(labels)}
    return {
        "id": key,
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": value,
        **more,
    }


LAYER: dict[str, Any] = {
    "id": 11,
    "completed_by": {"id": 1, "email": "ann@example.org", "first_name": "Ann", "last_name": "Lee"},
    "result": [
        region("r1", 2, 9, "PER"),
        region("r2", 15, 17, "denial", meta={"text": ["Flat."]}),
        {
            "type": "relation",
            "from_id": "r2",
            "to_id": "r1",
            "direction": "right",
            "labels": ["by"],
        },
    ],
    "was_cancelled": False,
    "created_at": "2021-03-09T21:52:49.513742Z",
    "updated_at": "2021-03-10T21:52:49.513742Z",
}
TASK: dict[str, Any] = {
    "id": 5,
    "data": {"text": TEXT, "source": "The Wire", "batch": 3},
    "annotations": [LAYER],
    "predictions": [{"result": [region("p", 0, 1, "PER")], "score": 0.4}],
}


def as_file(*tasks: object) -> bytes:
    return json.dumps(tasks).encode()


def read(*tasks: object, into: Project | None = None) -> Project:
    return bring_in(as_file(*tasks), into, format_id="label-studio").project


def words(project: Project) -> list[tuple[str, str]]:
    return [
        (one.label, "|".join(one.text)) for each in project.opened() for one in each.annotations
    ]


def tasks_of(project: Project) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(files_of("label-studio", project)["tasks.json"])
    return found


def configuration(project: Project) -> ET.Element:
    written_now = files_of("label-studio", project)["label_config.xml"]
    return ET.fromstring(written_now)  # noqa: S314 -- written here, by nobody else


def test_two_files_the_tasks_and_their_configuration(example: Project) -> None:
    files = files_of("label-studio", example)
    assert set(files) == {"tasks.json", "label_config.xml"}
    assert files["tasks.json"].isascii()
    view = configuration(example)
    assert [one.get("value") for one in view.iter("Label")] == [
        one.id for one in example.label_set.labels
    ]
    names = [one.get("name") for one in view.iter() if one.get("perRegion")]
    assert (
        len(names)
        == len(set(names))
        == sum(len(one.attributes) for one in example.label_set.labels)
    )
    given = {
        result["from_name"]
        for task in json.loads(files["tasks.json"])
        for layer in task["annotations"]
        for result in layer["result"]
        if result["type"] != "relation"
    }
    assert given - {"label"} <= set(names)


def test_a_project_without_articles_is_an_empty_list() -> None:
    assert json.loads(files_of("label-studio", bare())["tasks.json"]) == []


def test_configuration_takes_any_words() -> None:
    odd = Label(id='a"<b>&\x00', title="x", attributes=(Attribute(id="y", title="<", kind="text"),))
    project = bare(LabelSet(name="odd", labels=(odd,)))
    view = configuration(project)
    (label,) = view.iter("Label")
    assert label.get("value") == 'a"<b>&\ufffd'


def test_everything_comes_home(example: Project, tmp_path: Path) -> None:
    path = tmp_path / "set.zip"
    path.write_bytes(written("label-studio", example))
    came = bring_back("label-studio", path, bare(example.label_set)).project
    assert came.articles == example.articles
    assert came.relations == example.relations
    assert came.entities == example.entities


def test_regions_hold_what_stands_there() -> None:
    for task in tasks_of(nasty.project(gaps=True)):
        for layer in task["annotations"]:
            for one in layer["result"]:
                if one["type"] == "labels":
                    value = one["value"]
                    assert task["data"]["text"][value["start"] : value["end"]] == value["text"]


def test_what_was_done_there_is_what_counts(example: Project) -> None:
    tasks = tasks_of(example)
    results = tasks[0]["annotations"][0]["result"]
    first = next(one for one in results if one["type"] == "labels")
    moved = next(one for one in results if one["type"] == "labels" and one is not first)
    first["value"]["labels"] = ["denial"]
    moved["value"]["end"] -= 1
    moved["value"]["text"] = moved["value"]["text"][:-1]
    moved["meta"] = {"text": ["Shorter."]}
    chosen = next(one for one in results if one["type"] == "choices" and one["id"] == moved["id"])
    name = chosen["from_name"].partition("-")[2]
    results.remove(chosen)
    came = bring_in(as_file(*tasks), example, format_id="label-studio")
    assert came.said.annotations == 2
    assert came.project.annotation(first["id"]).label == "denial"
    shorter, before = came.project.annotation(moved["id"]), example.annotation(moved["id"])
    assert shorter.span.end == before.span.end - 1
    assert shorter.note == "Shorter."
    assert shorter.attributes.keys() == before.attributes.keys() - {name}


def test_tasks_of_theirs() -> None:
    came = bring_in(as_file(TASK), format_id="label-studio")
    (article,) = came.project.opened()
    assert words(came.project) == [("PER", "Ann Lee"), ("denial", "no")]
    assert (article.head.id, article.head.source) == ("5", "The Wire")
    assert article.head.unknown == {"meta": {"batch": 3}}
    note = article.annotations["r2"]
    assert (note.note, note.created, note.changed) == (
        "Flat.",
        "2021-03-09T21:52:49Z",
        "2021-03-10T21:52:49Z",
    )
    assert came.project.annotators[note.annotator].name == "Ann Lee"
    (relation,) = came.project.relations
    assert (relation.type, relation.from_, relation.to) == ("by", "r2", "r1")
    assert came.said.skipped == (Remark("predictions", "1"),)
    assert bring_in(as_file(TASK), came.project, format_id="label-studio").said.annotations == 0


def test_cancelled_annotations_and_results_without_text_are_left_out() -> None:
    whole = {"id": "c", "from_name": "topic", "to_name": "text", "type": "choices"}
    layers = [
        LAYER | {"was_cancelled": True},
        {"result": [{**whole, "value": {"choices": ["war"]}}, {"id": "x", "type": "rating"}]},
    ]
    came = bring_in(as_file(TASK | {"annotations": layers}), format_id="label-studio")
    assert words(came.project) == []
    assert {Remark("ignored", "1"), Remark("not-text", "2")} <= set(came.said.skipped)


def test_old_exports_count_utf_16_and_are_one_task_a_file(tmp_path: Path) -> None:
    results = []
    for one in LAYER["result"][:2]:
        value = one["value"]
        moved = {"start": value["start"] + 1, "end": value["end"] + 1}
        results.append({**one, "value": {**value, **moved}})
    old = {"id": 0, "data": {"text": TEXT}, "completions": [{"id": 1, "result": results}]}
    for number, name in enumerate(("0.json", "1.json")):
        (tmp_path / name).write_text(json.dumps(old | {"id": number}, indent=2), encoding="utf-8")
    came = bring_back("label-studio", tmp_path)
    assert words(came.project) == [("PER", "Ann Lee"), ("denial", "no")] * 2
    assert Remark("counting", "UTF-16", "quotes") in came.said.warnings
    (one,) = bring_back("label-studio", tmp_path / "1.json").said.articles
    assert one == "1"


def test_minimal_exports_are_read_too() -> None:
    minimal = {
        "id": 5,
        "text": TEXT,
        "label": [one["value"] for one in LAYER["result"][:2]],
        "annotator": 1,
        "annotation_id": 3,
        "created_at": LAYER["created_at"],
        "lead_time": 2.5,
    }
    data = as_file(minimal)
    assert format_of("x.json", data) is form("label-studio")
    assert words(read(minimal)) == [("PER", "Ann Lee"), ("denial", "no")]


def test_several_labels_are_several_annotations() -> None:
    layer = {"result": [region("r", 2, 5, "PER", "claim")]}
    assert sorted(words(read(TASK | {"annotations": [layer]}))) == [
        ("PER", "Ann"),
        ("claim", "Ann"),
    ]


def test_several_annotators_each_have_their_own() -> None:
    other = LAYER | {"completed_by": 7}
    project = read(TASK | {"annotations": [LAYER, other]})
    names = {one.name for one in project.annotators.values()}
    assert names == {"Ann Lee", "Label Studio 7"}
    assert len(project.places) == 4


@pytest.mark.parametrize(
    ("attribute", "kind", "value", "expected"),
    [
        (Attribute(id="a", title="A", kind="choice", values=("x",)), "choices", ["x"], "x"),
        (
            Attribute(id="a", title="A", kind="choice", values=("x",), several=True),
            "choices",
            ["x"],
            ("x",),
        ),
        (Attribute(id="a", title="A", kind="flag"), "choices", ["yes"], True),
        (Attribute(id="a", title="A", kind="flag"), "choices", ["no"], False),
        (Attribute(id="a", title="A", kind="number"), "number", 5, 5),
        (Attribute(id="a", title="A", kind="text"), "textarea", ["one", "two"], "one\ntwo"),
    ],
)
def test_answers_become_attributes(
    attribute: Attribute, kind: str, value: object, expected: object
) -> None:
    labels = LabelSet(name="n", labels=(Label(id="PER", title="P", attributes=(attribute,)),))
    place = {"start": 2, "end": 5, "text": "Ann"}
    answer = {"id": "r", "from_name": "PER-a", "type": kind}
    said = {**place, {"textarea": "text"}.get(kind, kind): value}
    layer = {"result": [region("r", 2, 5, "PER"), {**answer, "value": said}]}
    project = read(TASK | {"annotations": [layer]}, into=bare(labels))
    assert project.annotation("r").attributes == {"a": expected}


@pytest.mark.parametrize(
    "wrong",
    [
        {"data": {"text": TEXT}, "annotations": [{"result": [region("r", 0, 99, "PER")]}]},
        {"data": {"text": TEXT}, "annotations": [{"result": ["no"]}]},
        {"data": {"text": TEXT}, "annotations": ["no"]},
        {"data": {"n": 5}, "annotations": []},
        {"annotations": []},
        "no",
    ],
)
def test_a_bad_task_is_refused_by_its_place(wrong: object) -> None:
    with pytest.raises(FormatError) as refused:
        read(TASK, wrong)
    assert refused.value.case == "bad-line"
    assert str(refused.value.facts["where"]).startswith("1")


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b'[\n{"data": {"text": "a"}, "annotations": []},\n{"data": }]', (3, 10)),
        (b'[{"data": {"text": "a"}, "annotations": []}', (1, 44)),
        (b'[{"data": {"text": "a"}, "annotations": []},]', (1, 45)),
        (b'[{"data": {"text": "a"}, "annotations": []}] x', (1, 46)),
    ],
)
def test_malformed_json_is_refused_by_line_and_column(data: bytes, place: tuple[int, int]) -> None:
    with pytest.raises(FormatError) as refused:
        bring_in(data, format_id="label-studio")
    facts: Mapping[str, object] = refused.value.facts
    assert (facts["line"], facts["column"]) == place


def test_a_file_has_its_configuration_beside_it(example: Project, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    export(form("label-studio"), Selection(project=example), path, NoOptions())
    names = sorted(one.name for one in tmp_path.iterdir())
    assert names == ["mine.json", "mine.label_config.xml"]
    came = bring_back("label-studio", path, bare(example.label_set)).project
    assert came.articles == example.articles
