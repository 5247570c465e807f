import base64

import pytest

from pressmark.articles.extract import Extract, Wishes
from pressmark.articles.kinds import kind_of
from pressmark.articles.web.mhtml import read_mhtml
from pressmark.errors import ArticleFileError

SENTENCE = "Міністри домовилися про спільну заяву щодо постачання зброї, повідомили у вівторок."
PAGE = f"<html><title>Заява міністрів</title><body><h1>Заява міністрів</h1>{'<p>' + SENTENCE}"
PARAGRAPHS = "".join(f"<p>{SENTENCE} Це абзац {number}.</p>" for number in range(6))


def saved(page: bytes, encoding: str) -> bytes:
    return b"\r\n".join(
        [
            b"From: <Saved by Blink>",
            b"Snapshot-Content-Location: https://news.example/zayava",
            b"Subject: =?utf-8?Q?x?=",
            b"MIME-Version: 1.0",
            b'Content-Type: multipart/related; type="text/html"; boundary="----B"',
            b"",
            b"------B",
            b"Content-Type: image/png",
            b"",
            b"not the page",
            b"------B",
            f"Content-Type: text/html; charset={encoding}".encode(),
            b"Content-Transfer-Encoding: base64",
            b"Content-Location: https://news.example/zayava",
            b"",
            base64.encodebytes(page),
            b"------B--",
            b"",
        ]
    )


def test_takes_the_page_and_its_address() -> None:
    data = saved((PAGE + PARAGRAPHS).encode("koi8-u"), "koi8-u")
    assert kind_of(data, "page.mht").id == "mhtml"
    (found,) = read_mhtml(data, Wishes(name="page.mht"))
    assert isinstance(found, Extract)
    assert found.text.startswith(f"Заява міністрів\n\n{SENTENCE}\n\n{SENTENCE} Це абзац 0.")
    assert (found.kind, found.title) == ("mhtml", "Заява міністрів")
    assert (found.url, found.source) == ("https://news.example/zayava", "news.example")
    assert (found.encoding, found.language) == ("koi8_u", "uk")


def test_refuses_a_file_without_a_page() -> None:
    with pytest.raises(ArticleFileError) as raised:
        list(read_mhtml(b"Content-Type: image/png\r\n\r\nx", Wishes()))
    assert raised.value.case == "no-article"
