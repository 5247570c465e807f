"""Files of many articles, read as people's are: by a child, in which no other file opens."""

import gzip
import io
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from pressmark.articles.extract import Wishes
from pressmark.articles.reading import file_from_bytes

ADDED = "2024-06-01T00:00:00Z"
PAGE = (
    b"<html><body><article><p>" + b"The minister denied it again. " * 20 + b"</p></article></html>"
)


def workbook() -> bytes:
    book = Workbook()
    book.worksheets[0].append(("Title", "Text"))
    book.worksheets[0].append(("A", "Said."))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def zipped() -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w") as packed:
        packed.writestr("a.txt", "Said.")
        packed.writestr("b.xlsx", workbook())
    return file.getvalue()


def archive() -> bytes:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/1\r\n"
        f"WARC-Record-ID: <urn:uuid:1>\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + body + b"\r\n\r\n")


@pytest.mark.parametrize(
    ("name", "data", "kind", "count"),
    [
        ("x.xlsx", workbook(), "xlsx", 1),
        ("x.csv", b"title,text\nA,Said.\nB,So.\n", "csv", 2),
        ("x.jsonl", b'{"title": "A", "text": "Said."}\n', "jsonl", 1),
        (
            "x.xml",
            b"<rss><channel><item><description>A</description></item></channel></rss>",
            "feed",
            1,
        ),
        ("x.zip", zipped(), "zip", 2),
        ("x.warc.gz", archive(), "warc", 1),
    ],
)
def test_a_child_reads_them(name: str, data: bytes, kind: str, count: int) -> None:
    read = file_from_bytes(data, added=ADDED, wishes=Wishes(name=name))
    assert (read.kind, len(read.articles), read.refused) == (kind, count, ())
