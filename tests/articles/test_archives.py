import io
import struct
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest

from pressmark.articles.archives import read_zip
from pressmark.articles.extract import Extract, Found, PartRefused, Wishes
from pressmark.articles.packed import Allowance, PackedLimits
from pressmark.errors import ArticleFileError

FEED = (
    b"<rss><channel><item><description>A</description></item><item><title/></item></channel></rss>"
)


def zipped(entries: dict[str, bytes], packing: int = ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w", packing) as packed:
        for name, held in entries.items():
            packed.writestr(name, held)
    return file.getvalue()


def found(data: bytes) -> list[Found]:
    return list(read_zip(data, Wishes(name="x.zip", kind="zip")))


def parts(data: bytes) -> dict[str, str]:
    """Return each part with its text, or with the case of its refusal."""
    return {
        one.part: one.text if isinstance(one, Extract) else f"({one.case})" for one in found(data)
    }


def test_every_entry_is_read_as_the_file_it_is() -> None:
    entries = {
        "a.txt": b"Said.",
        "b/feed.xml": FEED,
        "b/c.csv": b"title,text\nA,So.\n",
        "empty.txt": b"",
        "broken.pdf": b"%PDF-",
    }
    told = parts(zipped(entries))
    assert told.pop("broken.pdf").startswith("(")
    assert told == {
        "a.txt": "Said.",
        "b/feed.xml, item 1": "A",
        "b/feed.xml, item 2": "(empty)",
        "b/c.csv, row 2": "So.",
        "empty.txt": "(empty)",
    }


def test_zips_in_zips_are_read_to_a_depth() -> None:
    data = zipped({"a.txt": b"Said."})
    for depth in range(2):
        data = zipped({f"{depth}.zip": data, f"{depth}.txt": b"So."}, ZIP_STORED)
    assert parts(data) == {
        "1.zip/0.zip/a.txt": "Said.",
        "1.zip/0.txt": "So.",
        "1.txt": "So.",
    }
    assert parts(zipped({"2.zip": data}))["2.zip/1.zip/0.zip"] == "(too-deep)"


def test_what_is_no_article_is_told() -> None:
    entries = {
        "a.txt": b"Said.",
        "p.jpg": b"x",
        "q.css": b"x",
        "page.html": b"<html><body><p>The page says so.</p></body></html>",
        "page_files/frame.html": b"<html><body><p>An advert.</p></body></html>",
        "page_files/p.png": b"x",
        "page_other/b.txt": b"So.",
        "__MACOSX/a.txt": b"x",
        "sub/.DS_Store": b"x",
    }
    all_found = found(zipped(entries))
    assert [one.part for one in all_found] == ["a.txt", "page.html", "page_other/b.txt"]
    first = all_found[0]
    assert isinstance(first, Extract)
    assert {(one.code, one.count, one.fact) for one in first.remarks} == {
        ("left-out-files", 2, "p.jpg, q.css"),
        ("left-out-page-files", 2, "frame.html, p.png"),
    }


@pytest.mark.parametrize("folder", ["Звіт_файли", "Звіт-Dateien", "Звіт.files", "Звіт_fichiers"])
def test_pages_are_known_in_many_languages(folder: str) -> None:
    data = zipped({"Звіт.htm": b"<p>The page says so.</p>", f"{folder}/x.txt": b"x"})
    assert list(parts(data)) == ["Звіт.htm"]


@pytest.mark.parametrize(
    ("encoding", "names"),
    [
        ("cp866", ["Новости за сегодня.txt", "Обзор прессы за неделю.txt"]),
        ("cp1251", ["Новини за сьогодні.txt", "Огляд преси за тиждень.txt"]),
        ("shift_jis", ["新しいニュース記事の一覧.txt", "経済についての記事です.txt"]),
        ("utf-8", ["Новини за сьогодні.txt", "Огляд преси за тиждень.txt"]),
    ],
)
def test_names_of_old_zips_are_guessed(encoding: str, names: list[str]) -> None:
    file = io.BytesIO()
    with ZipFile(file, "w") as packed:
        for name in names:
            packed.writestr(_Legacy(name.encode(encoding)), b"Said.")
    assert list(parts(file.getvalue())) == names


class _Legacy(ZipInfo):
    """An entry as old programs write it: its name in letters of their own, and no flag."""

    def __init__(self, name: bytes) -> None:
        super().__init__(name.decode("cp437"))

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 -- of zipfile
        return self.filename.encode("cp437"), self.flag_bits & ~0x800


def test_locked_entries_are_refused_alone() -> None:
    data = bytearray(zipped({"a.txt": b"Said.", "b.txt": b"So."}, ZIP_STORED))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.index(sign) + at
        data[place] |= 1
    assert parts(bytes(data)) == {"a.txt": "(encrypted)", "b.txt": "So."}


def test_names_are_names_and_lead_nowhere() -> None:
    names = ["../../etc/x.txt", "/abs.txt", "C:\\x\\y.txt", "a\0b.txt"]
    assert set(parts(zipped(dict.fromkeys(names, b"Said."))).values()) == {"Said."}


def test_a_bomb_costs_its_entry_only() -> None:
    told = parts(zipped({"a.txt": b"Said.", "bomb.txt": b"x" * 30_000_000, "c.txt": b"So."}))
    assert told == {"a.txt": "Said.", "bomb.txt": "(too-much)", "c.txt": "So."}


def test_a_bomb_of_zips_ends_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    small = PackedLimits(total=100_000)
    monkeypatch.setattr("pressmark.articles.packed.Allowance", lambda: Allowance(small))
    inner = zipped({f"{n}.txt": b"x" * 40_000 for n in range(16)})
    data = zipped({f"{n}.zip": inner for n in range(16)})
    with pytest.raises(ArticleFileError) as refused:
        found(data)
    assert refused.value.case == "too-much"


def test_entries_that_overlap_are_refused() -> None:
    data = zipped({"a.txt": b"Said." * 100, "b.txt": b"So." * 100}, ZIP_STORED)
    at = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1)
    overlapping = data[: at + 42] + struct.pack("<L", 10) + data[at + 46 :]
    told = parts(overlapping)
    assert told["b.txt"] == "(damaged)"


def test_too_many_entries_are_refused_at_once() -> None:
    data = zipped({f"{n}.txt": b"" for n in range(20_001)}, ZIP_STORED)
    with pytest.raises(ArticleFileError) as refused:
        found(data)
    assert refused.value.case == "too-many-files"


@pytest.mark.parametrize(
    ("entries", "case"), [({}, "no-article"), ({".DS_Store": b"x"}, "no-article")]
)
def test_a_zip_of_nothing_is_refused(entries: dict[str, bytes], case: str) -> None:
    with pytest.raises(ArticleFileError) as refused:
        found(zipped(entries))
    assert refused.value.case == case


def test_a_parser_that_fails_costs_its_entry_only(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_data: bytes, _wishes: Wishes) -> list[Found]:
        raise KeyError("x")

    monkeypatch.setattr("pressmark.articles.feeds.read_feed", fails)
    told = found(zipped({"a.xml": FEED, "b.txt": b"So."}))
    assert told[0] == PartRefused(part="a.xml", case="crashed")
    assert len(told) == 2
