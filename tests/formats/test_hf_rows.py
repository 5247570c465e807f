import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.errors import RecordError
from pressmark.formats.article_lines import article_lines
from pressmark.formats.hf_rows import SHAPE, Shape, line_of, row_of
from pressmark.formats.selection import Selection
from pressmark.model.project import Project
from tests.formats.sets import bare, bring_in

KINDS: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "int64": (int,),
    "float64": (float,),
    "bool": (bool,),
}


def check(value: object, shape: object) -> None:
    """Fail where a value is not what the column says."""
    if isinstance(shape, list):
        assert isinstance(value, list)
        for one in value:
            check(one, shape[0])
    elif isinstance(shape, str):
        assert value is None or isinstance(value, KINDS[shape])
    else:
        assert isinstance(value, dict)
        assert isinstance(shape, Mapping)
        assert value.keys() == shape.keys()
        for name, one in value.items():
            check(one, shape[name])


def rows(project: Project) -> list[dict[str, Any]]:
    selection = Selection(project=project).complete()
    return [row_of(line) for _, line in article_lines(selection)]


def test_rows_have_the_columns_they_promise(example: Project) -> None:
    made = rows(example)
    for row in made:
        check(row, SHAPE)
    spans = [span for row in made for span in row["spans"]]
    assert len(spans) == 38
    assert all(
        row["text"][span["start"] : span["end"]] == span["text"]
        for row in made
        for span in row["spans"]
    )
    kinds = {one["kind"] for span in spans for one in span["attributes"]}
    assert {"anchored", "text", "flag"} <= kinds


def test_rows_bring_everything_home(example: Project) -> None:
    lines = b"\n".join(json.dumps(line_of(row)).encode() for row in rows(example))
    came = bring_in(lines, bare(example.label_set)).project
    assert came.articles == example.articles
    assert came.relations == example.relations
    assert came.entities == example.entities
    assert came.annotators == example.annotators


plain = st.text(max_size=5) | st.booleans() | st.integers() | st.floats(allow_nan=False)
anchor = st.fixed_dictionaries(
    {"start": st.just(0), "end": st.just(3), "text": st.just("One")},
    optional={
        "entities": st.lists(st.text(max_size=3), min_size=1),
        "implicit": st.sampled_from([True]),
    },
)
values = (
    plain
    | anchor
    | st.lists(plain | anchor)
    | st.dictionaries(st.text(max_size=3), plain)
    | st.none()
)


@given(st.dictionaries(st.text(max_size=4), values, max_size=4))
def test_any_attribute_comes_home(attributes: dict[str, Any]) -> None:
    line = {
        "id": "a",
        "text": "One two",
        "states": {},
        "zones": [],
        "relations": [],
        "entities": [],
        "annotators": [],
        "odd": {"kept": [1]},
        "annotations": [
            {"id": "x", "label": "claim", "fragments": [[0, 3], [4, 7]], "attributes": attributes}
        ],
    }
    row = row_of(line)
    check(row, SHAPE)
    (span,) = row["spans"]
    assert (span["start"], span["end"], span["text"]) == (0, 7, "One two")
    back = line_of(row)
    assert back["odd"] == {"kept": [1]}
    assert back["annotations"][0]["fragments"] == [[0, 3], [4, 7]]
    returned = back["annotations"][0]["attributes"]
    assert {key: _bare(held) for key, held in returned.items()} == {
        key: _bare(held) for key, held in attributes.items()
    }


def _bare(value: object) -> object:
    """Return a value with an anchor at nothing as it always looks."""
    if isinstance(value, list):
        return [_bare(one) for one in value]
    return {"entities": []} if value == {} else value


def test_a_foreign_row_is_a_line_as_far_as_it_goes() -> None:
    foreign = {"id": 7, "text": "One two", "spans": [{"start": 0, "end": 3, "label": "claim"}]}
    (annotation,) = line_of(foreign)["annotations"]
    assert annotation == {"start": 0, "end": 3, "label": "claim"}
    assert line_of({"text": "One"})["annotations"] == []


@pytest.mark.parametrize(
    "row",
    [
        {"text": "x", "spans": [{"attributes": [{"kind": "text"}]}]},
        {"text": "x", "spans": [{"fragments": [7]}]},
        {"text": "x", "more": "{"},
        {"text": "x", "states": [7]},
    ],
)
def test_a_row_that_is_none_is_refused(row: dict[str, Any]) -> None:
    with pytest.raises(RecordError):
        line_of(row)


@pytest.mark.parametrize("shape", [SHAPE, SHAPE["spans"][0], SHAPE["relations"][0]])
def test_every_record_has_room_for_more(shape: Shape) -> None:
    assert shape["more"] == "string"
