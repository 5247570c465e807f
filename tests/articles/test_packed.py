import struct
import zlib
from contextlib import suppress
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest
from hypothesis import given

from pressmark.articles.packed import LIMITS, Allowance, Packed, PackedLimits
from pressmark.errors import ArticleFileError
from tests.spoilt import spoilt

MIB = 2**20


def zipped(entries: dict[str, bytes], compression: int = ZIP_DEFLATED) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", compression) as packed:
        for name, data in entries.items():
            packed.writestr(name, data)
    return file.getvalue()


SOUND = zipped({"a/б.txt": b"x" * 300, "c.txt": b"y"})


def case_of(data: bytes, **limits: int) -> str:
    """Return the case a zip is refused for when all of it is read."""
    with pytest.raises(ArticleFileError) as refused:
        read_all(data, PackedLimits(**limits))
    return refused.value.case


def read_all(data: bytes, limits: PackedLimits = LIMITS) -> None:
    packed = Packed(data, Allowance(limits))
    for entry in packed.entries:
        packed.read(entry)


def test_entries_are_found_by_name_in_any_case_and_with_any_slash() -> None:
    packed = Packed(zipped({"Word/Document.xml": b"text", "empty/": b""}))
    assert [entry.name for entry in packed.entries] == ["Word/Document.xml"]
    assert packed.read_named("/word\\document.XML") == b"text"
    assert packed.read_named("styles.xml") is None


def test_names_that_climb_out_are_names_all_the_same() -> None:
    packed = Packed(zipped({"../../etc/passwd": b"x", "/root": b"y", "C:\\a.txt": b"z"}))
    assert [entry.name for entry in packed.entries] == ["../../etc/passwd", "root", "C:/a.txt"]
    assert b"".join(map(packed.read, packed.entries)) == b"xyz"


def test_names_in_no_known_encoding_say_so() -> None:
    data = zipped({"aaaaaa.txt": b""}).replace(b"aaaaaa", "звезда".encode("cp866"))
    assert [entry.legacy for entry in Packed(data).entries] == [True]
    assert [entry.legacy for entry in Packed(zipped({"звезда": b""})).entries] == [False]


@pytest.mark.parametrize(
    ("data", "limits"),
    [
        (zipped({"zeros": bytes(5 * MIB)}), {}),
        (zipped({"a": b"x" * 101}), {"entry": 100}),
        (zipped({"a": b"x" * 60, "b": b"x" * 60}), {"total": 100}),
    ],
    ids=["ratio", "one entry", "all of them"],
)
def test_bombs_are_too_much(data: bytes, limits: dict[str, int]) -> None:
    assert case_of(data, **limits) == "too-much"


def test_too_many_entries_are_refused() -> None:
    data = zipped({str(name): b"" for name in range(11)})
    assert case_of(data, entries=10) == "too-many-files"


def test_an_entry_that_lies_about_its_size_is_not_unpacked_further() -> None:
    data = zipped({"a": b"x" * 1000})
    assert case_of(data.replace(struct.pack("<I", 1000), struct.pack("<I", 10))) == "damaged"


def test_zips_in_zips_count_together_and_end_somewhere() -> None:
    packed = Packed(zipped({"inner.zip": b"any bytes"}))
    for _ in range(LIMITS.depth - 1):
        packed = packed.inner(zipped({"a": b"x" * 60, "b": b"x" * 60}))
    with pytest.raises(ArticleFileError, match="too-deep"):
        packed.inner(zipped({"a": b"x"}))

    data = zipped({"a": b"x" * 900})
    narrow = Packed(zipped({"inner.zip": data}), Allowance(PackedLimits(total=1000)))
    inner = narrow.inner(narrow.read(narrow.entries[0]))
    with pytest.raises(ArticleFileError, match="too-much"):
        inner.read(inner.entries[0])
    with pytest.raises(ArticleFileError, match="too-much"):
        narrow.stop_a_bomb()


def test_a_password_is_a_reason_of_its_own() -> None:
    data = bytearray(zipped({"a": b"text"}))
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(header) + flags] |= 1
    assert case_of(bytes(data)) == "encrypted"


def test_rare_ways_to_pack_are_not_read() -> None:
    assert case_of(zipped({"a": b"text"}, ZIP_LZMA)) == "unsupported"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"text" * 99, zipped({"a": b"b"})[:-5]])
def test_what_is_no_zip_is_damaged(data: bytes) -> None:
    assert case_of(data) == "damaged"


def test_wrong_sums_are_damage() -> None:
    data = zipped({"a": b"text"})
    wrong = data.replace(struct.pack("<I", zlib.crc32(b"text")), b"\0\0\0\0")
    assert case_of(wrong) == "damaged"


@given(spoilt(SOUND, most=4))
def test_whatever_bytes_are_wrong_it_is_an_error_with_a_name(data: bytes) -> None:
    with suppress(ArticleFileError):
        read_all(data)
