"""Strict JSON: what is refused, why and where; what is taken."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.errors import RecordError
from pressmark.model.json import Json
from pressmark.store.strict_json import MAX_DEPTH, json_bytes, read_json
from tests.strategies import json_values


def refusal(data: bytes) -> tuple[object, ...]:
    with pytest.raises(RecordError) as raised:
        read_json(data)
    facts = raised.value.facts
    return facts["reason"], facts.get("line"), facts.get("column")


@pytest.mark.parametrize(
    ("data", "reason", "line", "column"),
    [
        (b"", "ends-early", 1, 1),
        (b'{"a": 1', "ends-early", 1, 8),
        (b'{"a":\n"b', "ends-early", 2, 1),
        (b'["\\u12', "ends-early", 1, 4),
        (b"[tru", "ends-early", 1, 2),
        (b'["\xe2\x80', "ends-early", 1, 3),
        (b"[1] 2", "syntax", 1, 5),
        (b"[1,]", "syntax", 1, 4),
        (b"[1\xc2\xa0]", "syntax", 1, 3),
        (b'["a\nb"]', "syntax", 1, 4),
        (b"['a']", "syntax", 1, 2),
        (b"\xef\xbb\xbf\xef\xbb\xbf[]", "syntax", 1, 1),
        (b'{"a":\n"\xff"}', "encoding", 2, 2),
        (b'["\xed\xa0\x80"]', "encoding", 1, 3),
        (b'["\xc0\x80"]', "encoding", 1, 3),
        ("[1]".encode("utf-16"), "encoding", 1, 1),
        (b'{"NaN":\n NaN}', "number", 2, 2),
        (b'["-Infinity", -Infinity]', "number", 1, 15),
        (b"[1e400]", "number", 1, 2),
        (b"[-1e400]", "number", 1, 2),
        (b"[" + b"7" * 5000 + b"]", "number", 1, 2),
        (b"[1, 1e999x]", "number", 1, 5),
        (b"[1, NaNcy]", "number", 1, 5),
        (b"[-" + b"7" * 5000 + b"x]", "number", 1, 2),
        (b'{"a": 1,\n"a": 2}', "duplicate-key", 2, 1),
        (b'{"b": {"k": [], "\\u006b": 2}, "k": 1}', "duplicate-key", 1, 17),
        (b'["\\\\", "\\ud800"]', "lone-surrogate", 1, 9),
        (b'["\\udc00\\ud800"]', "lone-surrogate", 1, 3),
        (b'["\\ud83d\\ud83d\\ude00"]', "lone-surrogate", 1, 3),
    ],
)
def test_what_readers_could_take_differently_is_refused_with_its_place(
    data: bytes, reason: str, line: int, column: int
) -> None:
    assert refusal(data) == (reason, line, column)


@pytest.mark.parametrize(
    ("data", "value"),
    [
        (b"\xef\xbb\xbf \t\r\n[1]\n", [1]),
        (b'["\\ud83d\\ude00", "\\\\ud800"]', ["😀", "\\ud800"]),
        (b'{"a": {"a": [{"a": 1}]}}', {"a": {"a": [{"a": 1}]}}),
        (b"[1e308, -0.0, 1.5]", [1e308, -0.0, 1.5]),
        ('["\u2028\u0085\u00a0\u007f"]'.encode(), ["\u2028\u0085\u00a0\u007f"]),
        (b'["[[[", "]{"]', ["[[[", "]{"]),
    ],
)
def test_everything_else_is_taken(data: bytes, value: Json) -> None:
    assert read_json(data) == value


@pytest.mark.parametrize("bomb", [b"[", b'{"a":', b'[{"\\"": '])
def test_a_nesting_bomb_is_refused_before_it_is_parsed(bomb: bytes) -> None:
    reason, line, _ = refusal(bomb * 200_000)
    assert (reason, line) == ("too-deep", 1)


def test_depth_counts_brackets_outside_strings_only() -> None:
    depth = MAX_DEPTH
    assert read_json(b"[" * depth + b'"[[[\\"[["' + b"]" * depth)
    reason, _, column = refusal(b"[" * (depth + 1) + b"]" * (depth + 1))
    assert (reason, column) == ("too-deep", depth + 1)
    assert read_json(json.dumps([[[n]] for n in range(100)]).encode())


def test_size_has_a_limit() -> None:
    with pytest.raises(RecordError) as raised:
        read_json(b"[1, 2]", max_size=5)
    assert raised.value.facts["reason"] == "too-large"


@given(value=json_values())
def test_what_is_written_is_read(value: Json) -> None:
    assert read_json(json_bytes(value)) == value


@given(value=json_values(), data=st.data())
def test_what_is_cut_off_ends_early(value: Json, data: st.DataObject) -> None:
    written = json_bytes([value])
    cut = data.draw(st.integers(0, len(written) - 1))
    assert refusal(written[:cut])[0] == "ends-early"


@given(data=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(RecordError):
        read_json(data)


@pytest.mark.parametrize("value", ["\ud800", [float("nan")], {"a": float("inf")}])
def test_what_would_be_refused_is_not_written(value: Json) -> None:
    with pytest.raises(RecordError):
        json_bytes(value)
