import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.articles.decoding import decode, freeze
from pressmark.articles.extract import Extract, Wishes
from pressmark.articles.plain_text import read_text
from pressmark.errors import ArticleFileError
from tests.articles.languages import TEXTS

UKRAINIAN = (
    "Україна закликала союзників посилити санкції проти тих, хто постачає зброю. "
    "Міністр заявив, що переговори тривають, і спростував повідомлення про домовленість."
)


@given(st.text())
def test_frozen_text_has_lf_only_and_is_otherwise_untouched(text: str) -> None:
    frozen = freeze(text)
    assert "\r" not in frozen
    assert freeze(frozen.replace("\n", "\r\n")) == frozen
    expected = text.replace("\r\n", "\n").replace("\r", "\n")
    assert frozen == (expected.removeprefix("\ufeff"))


@pytest.mark.parametrize("kept", ["\u00a0", "\u2028", "\u2029", "\u0085", "e\u0301", "  x  "])
def test_what_is_not_a_line_end_stays(kept: str) -> None:
    assert freeze(f"a{kept}b") == f"a{kept}b"


@pytest.mark.parametrize(
    "codec",
    ["utf_8", "utf_8_sig", "utf_16", "utf_16_le", "utf_16_be", "utf_32", "cp1251", "koi8_u"],
)
def test_ukrainian_is_read_in_every_encoding_it_comes_in(codec: str) -> None:
    data = UKRAINIAN.replace(" ", "\r\n", 1).encode(codec)
    assert decode(data).text == UKRAINIAN.replace(" ", "\n", 1)


@pytest.mark.parametrize(
    ("codec", "certain"), [("utf_8", True), ("utf_16", True), ("cp1251", False)]
)
def test_a_guess_is_said_to_be_one(codec: str, *, certain: bool) -> None:
    decoded = decode(UKRAINIAN.encode(codec))
    assert decoded.certain is certain
    assert all(other.preview != decoded.text[:200] for other in decoded.runners_up)


def test_utf_8_with_windows_quotation_marks_pasted_in_is_mended() -> None:
    decoded = decode("Кажуть: “так”, “ні”.".encode() + b" \x93Yes,\x94 he said\x85")
    assert decoded.text == "Кажуть: “так”, “ні”. “Yes,” he said…"
    assert not decoded.certain


def test_a_long_file_is_known_by_its_beginning() -> None:
    text = UKRAINIAN * 2000
    decoded = decode(text.encode("cp1251"))
    assert (decoded.text, decoded.encoding) == (text, "cp1251")


def test_the_encoding_may_be_chosen() -> None:
    assert decode("Ärger".encode("latin_1"), "latin_1").text == "Ärger"


@pytest.mark.parametrize(
    ("data", "encoding", "code"),
    [
        (b"", None, "empty"),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x03\x00>\x00\x01", None, "binary"),
        (bytes(range(256)) * 4, None, "binary"),
        (b"\x00" * 100, None, "binary"),
        (b"\x01\x02\x03\x04 abc", None, "binary"),
        (b"caf\xe9", "utf_8", "undecodable"),
        (b"abc", "klingon", "unknown-encoding"),
        (b"abc", "rot13", "unknown-encoding"),
        (b"\\ud800", "unicode_escape", "undecodable"),
        (b"+2AA-", "utf_7", "undecodable"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, encoding: str | None, code: str) -> None:
    with pytest.raises(ArticleFileError) as caught:
        decode(data, encoding)
    assert caught.value.case == code


def sample(text: str, codec: str, size: int) -> bytes:
    """Return about so many bytes of a text in an encoding, whole letters of it."""
    data, taken = b"", ""
    for char in (text + " ") * (size // len(text) + 1):
        if len(data) >= size:
            break
        taken += char
        data = taken.encode(codec, "replace")
    return data


@pytest.mark.parametrize(("size", "floor"), [(50, 0.8), (150, 0.95), (500, 0.98), (2000, 0.98)])
def test_languages_are_read_in_their_encodings(size: int, floor: float) -> None:
    wrong, count = [], 0
    for language, (text, codecs) in TEXTS.items():
        for codec in codecs:
            count += 1
            data = sample(text, codec, size)
            decoded, right = decode(data), data.decode(codec)
            if decoded.text != right:
                wrong.append((language, codec, decoded.encoding))
                assert right[:200] in [one.preview for one in decoded.runners_up], wrong[-1]
    assert count - len(wrong) >= floor * count, wrong


def test_a_zero_byte_in_a_text_is_marked_and_remarked() -> None:
    (found,) = read_text(b"The talks\0 failed." + b" Nobody signed." * 20, Wishes())
    assert isinstance(found, Extract)
    assert found.text.startswith("The talks\ufffd failed.")
    assert [(one.code, one.count) for one in found.remarks] == [("stray-nuls", 1)]


def test_real_files_are_read_as_their_publishers_wrote_them(corpora: Path) -> None:
    folder = corpora / "inputs"
    files = [
        (folder / entry["file"], folder / entry["gold"])
        for entry in json.loads((folder / "manifest.json").read_text("utf-8"))
        if entry.get("gold") and (entry["file"].startswith("enc-") or entry["type"] == "txt")
    ]
    files = [(path, gold) for path, gold in files if path.stat().st_size]
    right = [
        path.name
        for path, gold in files
        if decode(path.read_bytes()).text == freeze(gold.read_bytes().decode("utf-8"))
    ]
    assert len(files) > 30
    assert len(right) >= 0.95 * len(files), sorted({path.name for path, _ in files} - set(right))
