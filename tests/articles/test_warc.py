import gzip
from contextlib import suppress
from pathlib import Path

import pytest

from pressmark.articles.extract import Extract, Found, PartRefused, Wishes
from pressmark.articles.warc import read_warc
from pressmark.errors import ArticleFileError

WORDS = "The minister denied it again on Monday, and nobody believed him. " * 8
PAGE = (
    f"<html><head><title>A</title></head><body><article><h1>A</h1><p>{WORDS}</p></article></html>"
)


def record(
    address: str,
    body: bytes = PAGE.encode(),
    *,
    kind: str = "response",
    mime: str = "text/html; charset=utf-8",
    http: str = "HTTP/1.1 200 OK",
    more: str = "",
) -> bytes:
    if kind in ("response", "request", "revisit"):
        body = f"{http}\r\nContent-Type: {mime}\r\n{more}\r\n".encode() + body
        mime = f"application/http; msgtype={kind}"
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\n"
        "WARC-Date: 2024-06-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"Content-Type: {mime}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def found(data: bytes) -> list[Found]:
    return list(read_warc(data, Wishes()))


def only(data: bytes) -> Extract:
    (one,) = found(data)
    assert isinstance(one, Extract)
    return one


def codes(extract: Extract) -> dict[str, str]:
    return {remark.code: remark.fact for remark in extract.remarks}


def test_a_page_has_its_address_and_when_it_was_saved() -> None:
    one = only(record("https://x.example/1"))
    assert (one.part, one.url, one.title) == ("https://x.example/1", "https://x.example/1", "A")
    assert WORDS.strip() in one.text
    assert one.published is None
    assert codes(one)["saved-on"] == "2024-06-01T00:00:00Z"


def test_what_is_no_page_is_passed_over_and_told() -> None:
    pages = [
        record("https://x.example/0", kind="request", http="GET / HTTP/1.1"),
        record("https://x.example/r", http="HTTP/1.1 301 Moved"),
        record("https://x.example/n", http="HTTP/1.1 404 Not Found"),
        record("https://x.example/p.png", b"x", mime="image/png"),
        record("https://x.example/robots.txt", b"User-agent: *", mime="text/plain"),
        record("https://x.example/1"),
        record("https://x.example/1", kind="revisit"),
        record("urn:x", b"software: x", kind="warcinfo", mime="application/warc-fields"),
    ]
    one = only(b"".join(pages))
    (remark,) = [remark for remark in one.remarks if remark.code == "left-out-records"]
    assert remark.count == 7


@pytest.mark.parametrize("packing", ["plain", "gzip", "chunked", "one piece", "many pieces"])
def test_packed_pages_are_unpacked(packing: str) -> None:
    body = PAGE.encode()
    if packing == "gzip":
        data = record("https://x.example/1", gzip.compress(body), more="Content-Encoding: gzip\r\n")
    elif packing == "chunked":
        chunks = f"{len(body):x}\r\n".encode() + body + b"\r\n0\r\n\r\n"
        data = record("https://x.example/1", chunks, more="Transfer-Encoding: chunked\r\n")
    else:
        data = record("https://x.example/1")
    two = [data, data.replace(b"example/1", b"example/2")]
    packed = {
        "one piece": gzip.compress(b"".join(two)),
        "many pieces": b"".join(map(gzip.compress, two)),
    }.get(packing, b"".join(two))
    texts = [one.text for one in found(packed) if isinstance(one, Extract)]
    assert len(texts) == 2
    assert all(WORDS.strip() in text for text in texts)


def test_other_kinds_of_files_are_read_too() -> None:
    text = record("https://x.example/a.txt", b"Said.", mime="text/plain")
    extracted = record("https://x.example/b", b"So.", kind="conversion", mime="text/plain")
    assert [
        (one.part, one.text) for one in found(text + extracted) if isinstance(one, Extract)
    ] == [
        ("https://x.example/a.txt", "Said."),
        ("https://x.example/b", "So."),
    ]


def test_a_bad_page_costs_itself_only() -> None:
    first, second, third, fourth = found(
        record("https://x.example/1", b"")
        + record("https://x.example/2", b"%PDF-", mime="application/pdf")
        + record("https://x.example/3", b"x", more="Content-Encoding: br\r\n")
        + record("https://x.example/4")
    )
    assert first == PartRefused(part="https://x.example/1", case="empty")
    assert isinstance(second, PartRefused)
    assert isinstance(third, PartRefused)
    assert third.case == "unsupported"
    assert isinstance(fourth, Extract)


def test_a_bomb_costs_its_page_only() -> None:
    bomb = gzip.compress(b"x" * 70_000_000)
    first, second = found(
        record("https://x.example/1", bomb, more="Content-Encoding: gzip\r\n")
        + record("https://x.example/2")
    )
    assert first == PartRefused(
        part="https://x.example/1", case="too-much", facts={"limit": "64 MiB"}
    )
    assert isinstance(second, Extract)


def test_a_file_that_ends_early_keeps_what_came_before() -> None:
    data = record("https://x.example/1") + record("https://x.example/2")[:-200]
    first, second = found(data)
    assert isinstance(first, Extract)
    assert second == PartRefused(part="https://x.example/2", case="damaged")


@pytest.mark.parametrize(
    "data",
    [
        b"WARC/1.0\r\n",
        b"WARC/1.0\r\nContent-Length: x\r\n\r\n",
        gzip.compress(b"WARC/1.0\r\nWARC-Type: response\r\n")[:-9],
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\nHTTP/1.1\r\n\r\n",
    ],
)
def test_damage_ends_without_a_page(data: bytes) -> None:
    found_before: list[Found] = []
    with suppress(ArticleFileError):
        found_before.extend(read_warc(data, Wishes()))
    assert not any(isinstance(one, Extract) for one in found_before)


@pytest.mark.parametrize("name", ["made-pages.warc", "made-pages.warc.gz"])
def test_real_pages_come_in_their_order(corpora: Path, name: str) -> None:
    folder = corpora / "inputs"
    pages = (folder / "gold" / f"{name}.txt").read_text(encoding="utf-8").split()
    parts = [one.part for one in found((folder / name).read_bytes())]
    assert parts == [f"http://archive.example/{page}" for page in pages]
