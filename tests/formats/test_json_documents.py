import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.errors import FormatError, RecordError
from pressmark.formats.json_documents import (
    ascii_line,
    first_document,
    json_documents,
    read_at,
    refused,
)
from pressmark.formats.registry import format_of
from tests.strategies import json_values

DOCUMENTS = st.lists(st.dictionaries(st.text("abc", max_size=2), json_values(), max_size=3))


@given(DOCUMENTS)
def test_a_list_and_lines_hold_the_same(documents: list[object]) -> None:
    lines = b"".join(map(ascii_line, documents))
    listed = json.dumps(documents, indent=1).encode()
    assert [one for _, one in json_documents(listed)] == documents
    if documents:
        assert [one for _, one in json_documents(lines)] == documents
        assert [at for at, _ in json_documents(lines)] == list(range(1, len(documents) + 1))


def test_one_document_may_have_many_lines() -> None:
    assert list(json_documents(b'{"a":\n 1}\n')) == [("", {"a": 1})]


def test_blank_lines_and_a_bom_are_nothing() -> None:
    assert list(json_documents(b'\xef\xbb\xbf\n{"a": 1}\r\n\n{"b": 2}')) == [
        (2, {"a": 1}),
        (4, {"b": 2}),
    ]


@pytest.mark.parametrize("data", [b"", b" \n", b"\xef\xbb\xbf"])
def test_nothing_is_refused(data: bytes) -> None:
    with pytest.raises(FormatError) as error:
        list(json_documents(data))
    assert error.value.case == "empty"
    assert first_document(data) is None


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'[{"text": "x", "a":' + b"[" * 100_000,
        b'[{"text": "x", "n": ' + b"9" * 6_000 + b"}]",
        b'{"text": "\\ud800", "label": []}',
        b'{"text": NaN}',
        b'{"a": 1, "a": 2}',
        b'[{"a": 1, "a": 2}]',
        b"[1 2]",
        b'["\xff"]',
        b'{"a": 1}\n{"b"',
    ],
)
def test_what_is_no_good_json_is_refused_and_no_set(data: bytes) -> None:
    with pytest.raises(FormatError) as error:
        list(json_documents(data))
    assert error.value.case == "bad-line"
    if not data.startswith(b'{"a": 1}'):
        assert format_of("set.txt", data) is None


def test_errors_say_where() -> None:
    error = RecordError(where="label.0", reason="shape", line=1, column=5)
    assert dict(refused(error, 7).facts) == {
        "where": "label.0",
        "reason": "shape",
        "line": 7,
        "column": 5,
    }
    assert dict(refused(error, "3").facts) == {"where": "3.label.0", "reason": "shape"}
    with pytest.raises(FormatError) as no_object:
        read_at(2, dict, 5)
    assert no_object.value.facts["line"] == 2
