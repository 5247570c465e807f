from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.formats.msgpack import MsgpackError, Packable, packed, unpacked

plain = (
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False)
    | st.text()
    | st.binary()
)
values = st.recursive(
    plain, lambda one: st.lists(one, max_size=4) | st.dictionaries(st.text() | st.binary(), one)
)


@given(values)
def test_any_value_comes_home(value: Packable) -> None:
    assert unpacked(packed(value)) == value


@pytest.mark.parametrize("size", [0, 15, 16, 31, 32, 255, 256, 65_535, 65_536])
def test_sizes_of_every_length_come_home(size: int) -> None:
    for value in ("x" * size, b"x" * size, [None] * size, dict.fromkeys(range(size))):
        assert unpacked(packed(value)) == value


@pytest.mark.parametrize(
    ("value", "data"),
    [
        ({"a": [1, -1, 200, 70_000]}, b"\x81\xa1a\x94\x01\xff\xcc\xc8\xce\x00\x01\x11\x70"),
        ((True, None, b"x"), b"\x93\xc3\xc0\xc4\x01x"),
        (-(2**40), b"\xd3\xff\xff\xff\x00\x00\x00\x00\x00"),
    ],
)
def test_the_bytes_are_those_of_the_specification(value: Packable, data: bytes) -> None:
    assert packed(value) == data


def test_numbers_of_other_writers_are_read() -> None:
    assert unpacked(b"\xd1\xff\x00") == -256
    assert unpacked(b"\xca\x3f\x80\x00\x00") == 1.0


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xc1",
        b"\xa2a",
        b"\xa1\xff",
        b"\x01\x01",
        b"\xdd\xff\xff\xff\xff",
        b"\x81\x90\x01",
        b"\xc7\x00\x00",
        b"\x91" * 100 + b"\x01",
    ],
)
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(MsgpackError):
        unpacked(data)


@given(st.binary(max_size=40))
def test_no_bytes_do_harm(data: bytes) -> None:
    with suppress(MsgpackError):
        unpacked(data)
