"""A list of JSON, taken apart while it is read."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.errors import FormatError
from pressmark.formats.json_elements import elements
from tests.strategies import json_values


def _cut(data: bytes, size: int) -> Iterator[bytes]:
    return (data[at : at + size] for at in range(0, len(data), size))


@given(st.lists(json_values()), st.integers(1, 9), st.sampled_from([None, 1]))
def test_however_it_is_cut_the_elements_are_the_same(
    values: list[object], size: int, indent: int | None
) -> None:
    data = json.dumps(values, indent=indent, ensure_ascii=indent is None).encode()
    found = list(elements(_cut(data, size)))
    assert [json.loads(one.data) for one in found] == values
    lines = data.split(b"\n")
    for one in found:
        assert lines[one.line - 1][one.column - 1 :].startswith(one.data.split(b"\n")[0])


@pytest.mark.parametrize(
    ("data", "reason", "place"),
    [
        (b"[1, 2", "ends-early", (1, 6)),
        (b'[\n"a', "ends-early", (2, 3)),
        (b"[1,, 2]", "syntax", (1, 4)),
        (b"[1,]", "syntax", (1, 4)),
        (b"[,]", "syntax", (1, 2)),
        (b"[1]\n x", "syntax", (2, 2)),
        (b"x [1]", "syntax", (1, 1)),
        (b"", "ends-early", (1, 1)),
    ],
)
@pytest.mark.parametrize("size", [1, 100])
def test_what_is_no_list_is_refused(
    data: bytes, reason: str, place: tuple[int, int], size: int
) -> None:
    with pytest.raises(FormatError) as refused:
        list(elements(_cut(data, size)))
    facts = refused.value.facts
    assert (facts["reason"], facts["line"], facts["column"]) == (reason, *place)


@pytest.mark.parametrize("data", [b"[1] [2]", b"[1]]", b"[1]{}", b'[1]"a"', b"[1],", b"[1]2"])
@pytest.mark.parametrize("size", [1, 100])
def test_nothing_may_follow(data: bytes, size: int) -> None:
    with pytest.raises(FormatError, match="bad-line"):
        list(elements(_cut(data, size)))
