import struct

import pytest
from hypothesis import given, settings

from pressmark.articles.extract import Extract, PartRefused, Wishes
from pressmark.articles.mail.msg import read_msg
from pressmark.articles.mail.packed_rtf import unpacked_rtf
from pressmark.errors import ArticleFileError
from tests.articles.mail.made_msg import Tree, compound_file, properties
from tests.spoilt import broken

HEADERS = (
    'From: "Ada Example" <ada@example.org>\r\nDate: Fri, 31 May 2024 14:00:00 +0200\r\n'
    "Content-Language: uk\r\n\r\n"
)


def read(tree: Tree) -> list[Extract | PartRefused]:
    return list(read_msg(compound_file(tree), Wishes()))


def only(tree: Tree) -> Extract:
    (found,) = read(tree)
    assert isinstance(found, Extract)
    return found


def test_a_message_is_its_text_and_what_its_header_says() -> None:
    found = only(properties(32, t0037="Заява", t1000="Перший.\r\n\r\nДругий.\r\n", t007d=HEADERS))
    assert found.text == "Перший.\n\nДругий."
    assert (found.title, found.published, found.language) == (
        "Заява",
        "2024-05-31T12:00:00Z",
        "uk",
    )
    assert found.source is None or found.source == "example.org"


def test_a_message_without_a_header_has_properties() -> None:
    found = only(
        properties(
            32,
            t1000="Hello.",
            t0c1a="Ada Example",
            t5d01="ada@example.org",
            numbers={0x0039: 133_616_304_000_000_000},
        )
    )
    assert (found.byline, found.source) == ("Ada Example", "example.org")
    assert found.published == "2024-05-31T12:00:00Z"


@pytest.mark.parametrize(("page", "codec"), [(1251, "cp1251"), (20866, "koi8_r"), (949, "cp949")])
def test_old_messages_are_read_in_their_code_page(page: int, codec: str) -> None:
    text = "대통령은 회담을 연기했다고 밝혔다." if page == 949 else "Министр отложил переговоры."
    found = only(properties(32, n1000=text.encode(codec), numbers={0x3FDE: page}))
    assert found.text == text


def test_html_is_read_where_there_is_no_plain_text() -> None:
    found = only(properties(32, b1013=b"<html><body><p>One.</p><p>Two.</p></body></html>"))
    assert found.text == "One.\n\nTwo."


def test_packed_rtf_is_read_where_there_is_nothing_else() -> None:
    rtf = rb"{\rtf1\ansi The talks failed.\par Nobody signed.\par}"
    packed = struct.pack("<II4sI", len(rtf) + 12, len(rtf), b"MELA", 0) + rtf
    assert only(properties(32, b1009=packed)).text.split() == [
        "The",
        "talks",
        "failed.",
        "Nobody",
        "signed.",
    ]


def test_rtf_is_unpacked_as_its_specification_shows() -> None:
    simple = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af3"
        "2068656c090020627705b06c647d0a800fa0"
    )
    repeated = bytes.fromhex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")
    assert unpacked_rtf(simple) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    assert unpacked_rtf(repeated) == b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"


def test_attached_articles_come_in_and_other_files_are_named() -> None:
    note = properties(8, t3707="note.txt", b3701=b"Plain text of a note.")
    sound = properties(8, t3707="song.mp3", b3701=b"\x00\x01")
    inner: Tree = {"__substg1.0_3701000D": properties(24, t0037="Re: talks", t1000="Inner words.")}
    found = read(
        {
            **properties(32, t1000="See below."),
            "__attach_version1.0_#00000000": note,
            "__attach_version1.0_#00000001": sound,
            "__attach_version1.0_#00000002": {**properties(8), **inner},
        }
    )
    assert [(one.part, getattr(one, "text", "")) for one in found] == [
        ("", "See below."),
        ("note.txt", "Plain text of a note."),
        ("Re: talks", "Inner words."),
    ]
    assert isinstance(found[0], Extract)
    assert [(one.code, one.fact) for one in found[0].remarks] == [
        ("left-out-attachment", "song.mp3")
    ]


def test_what_is_signed_comes_in_and_what_is_locked_does_not() -> None:
    inner = (
        b'Content-Type: multipart/signed; boundary="x"\r\n\r\n--x\r\n'
        b"Content-Type: text/plain\r\n\r\nWords that were signed.\r\n--x\r\n"
        b"Content-Type: application/pkcs7-signature\r\n\r\nMAA=\r\n--x--\r\n"
    )
    head = properties(32, t001A="IPM.Note.SMIME.MultipartSigned", t0037="Talks")
    found = only({**head, "__attach_version1.0_#00000000": properties(8, b3701=inner)})
    assert (found.text, found.title, found.kind) == ("Words that were signed.", "Talks", "msg")
    assert [one.code for one in found.remarks] == ["unchecked-signature"]
    with pytest.raises(ArticleFileError) as caught:
        only({**head, "__attach_version1.0_#00000000": properties(8, b3701=b"0\x80\x06")})
    assert caught.value.case == "encrypted"


@settings(max_examples=40)
@given(broken(compound_file(properties(32, t1000="Words " * 900, t0037="Title")), within=2000))
def test_broken_messages_cost_nothing_but_themselves(data: bytes) -> None:
    try:
        list(read_msg(data, Wishes()))
    except ArticleFileError as error:
        assert error.case in {"damaged", "empty", "binary"}  # noqa: PT017 -- only some are refused
