import gzip
import io
from zipfile import ZIP_STORED, ZipFile

import pytest

from pressmark.articles.kinds import kind_of
from pressmark.errors import ArticleFileError


def zipped(**entries: bytes) -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_STORED) as packed:
        for name, held in entries.items():
            packed.writestr(name, held)
    return file.getvalue()


RELATED = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"\r\n\r\n'
DOCX = zipped(**{"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- hello --><rss version="2.0">', "x", "feed"),
        (b'<?xml version="1.0"?><atom:feed xmlns:atom="x">', "x.xml", "feed"),
        ('<?xml version="1.0"?><feed>'.encode("utf-16"), "x.xml", "feed"),
        (b'<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "x.dtd"><rss>', "x", "feed"),
        (b"<!DOCTYPE rss [<!ENTITY a 'b'>]><rss>", "x", "feed"),
        (b"<html><body><p>What is an <rss > tag?</p>", "x.html", "html"),
        (b"<?xml" + b" <!--" * 800, "x.txt", "text"),
        (gzip.compress(b"WARC/1.0\r\n" + b"x" * 9000), "x", "warc"),
        (DOCX, "x.zip", "docx"),
        (zipped(**{"in.docx": DOCX, "b.txt": b"b"}), "x.zip", "zip"),
        (zipped(**{"in.docx": DOCX}), "x", "zip"),
        (zipped(**{"part.xml": b"<w/>"}), "x.docx", "docx"),
        (b"PK\x03\x04", "x", "zip"),
        (b'<?xml version="1.0"?>\n<office:document xmlns:x="y">', "x", "odt"),
        (b'[{"text": "a"}]', "x.json", "jsonl"),
        (b"From: <Saved by Blink>\r\nSubject: A\r\n" + RELATED, "x", "mhtml"),
        (b"From: a@b.c\r\nTo: d@e.f\r\nSubject: A\r\n" + RELATED, "x.eml", "eml"),
        (b"Received: from x\nSubject: A\n" + RELATED.replace(b"\r", b""), "x", "eml"),
    ],
)
def test_a_file_is_of_the_kind_that_it_shows(data: bytes, name: str, kind: str) -> None:
    assert kind_of(data, name).id == kind


def test_office_files_with_a_password_are_told_from_old_ones() -> None:
    sign, entry = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(ArticleFileError, match="encrypted"):
        kind_of(sign + entry, "x.docx")
    with pytest.raises(ArticleFileError, match="unsupported"):
        kind_of(sign, "x.doc")
    mail = "__substg1.0_".encode("utf-16-le")
    assert kind_of(sign + entry + mail, "x").id == "msg"


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (gzip.compress(b"something"), "gzip"),
        (b"\x1f\x8b\x08\x00broken", "gzip"),
        (b"<opml version='1.0'><body/></opml>", "OPML"),
    ],
)
def test_known_kinds_that_are_not_read_are_named(data: bytes, named: str) -> None:
    with pytest.raises(ArticleFileError) as refused:
        kind_of(data, "x")
    assert refused.value.case == "unsupported"
    assert named in str(refused.value.facts["kind"])
