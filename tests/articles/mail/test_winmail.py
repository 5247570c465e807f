import struct
from email.message import EmailMessage

from hypothesis import given, settings

from pressmark.articles.extract import Extract
from pressmark.articles.mail.winmail import is_winmail, unpacked_winmail
from tests.articles.mail.making import read, told
from tests.spoilt import broken

HTML = b"<p>The talks failed.</p><p>Nobody signed.</p>"


def attribute(number: int, value: bytes, level: int = 1) -> bytes:
    return struct.pack("<BII", level, number, len(value)) + value + b"\0\0"


def prop(kind: int, name: int, value: bytes) -> bytes:
    padded = value + b"\0" * (-len(value) % 4)
    if kind in (0x1E, 0x1F, 0x102):
        return struct.pack("<HHII", kind, name, 1, len(value)) + padded
    return struct.pack("<HH", kind, name) + value


def properties(*props: bytes) -> bytes:
    return struct.pack("<I", len(props)) + b"".join(props)


def winmail(*, html: bytes = HTML) -> bytes:
    named = struct.pack("<HH", 0x1E, 0x8001) + bytes(16) + struct.pack("<II", 1, 6)
    named += "abc".encode("utf-16-le") + b"\0\0" + struct.pack("<II", 1, 2) + b"x\0\0\0"
    own = properties(
        prop(0x03, 0x0E07, b"\1\0\0\0"),
        prop(0x40, 0x0039, bytes(8)),
        struct.pack("<HHI", 0x1003, 0x0001, 2) + bytes(8),
        named,
        prop(0x102, 0x1013, html),
    )
    long = prop(0x1F, 0x3707, "Записка.txt\0".encode("utf-16-le"))
    return struct.pack("<IH", 0x223E9F78, 1) + b"".join(
        (
            attribute(0x00069007, struct.pack("<II", 1251, 0)),
            attribute(0x00069003, own),
            attribute(0x00069002, bytes(14), 2),
            attribute(0x00018010, b"ZAPISK~1.TXT\0", 2),
            attribute(0x0006800F, b"Words of a note.", 2),
            attribute(0x00069005, properties(long), 2),
            attribute(0x00069002, bytes(14), 2),
            attribute(0x00018010, b"song.mp3\0", 2),
            attribute(0x0006800F, b"\0\1", 2),
        )
    )


def packed(data: bytes, text: str = "") -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"] = "Talks", "ada@example.org"
    if text:
        message.set_content(text)
    message.add_attachment(data, maintype="application", subtype="ms-tnef", filename="winmail.dat")
    return message.as_bytes()


def test_what_outlook_packs_comes_in_as_if_it_were_not_packed() -> None:
    own, note = read(packed(winmail()))
    assert isinstance(own, Extract)
    assert isinstance(note, Extract)
    assert own.text == "The talks failed.\n\nNobody signed."
    assert told(own) == {"left-out-attachment": "song.mp3"}
    assert (note.part, note.text) == ("Записка.txt", "Words of a note.")


def test_the_text_beside_it_stands() -> None:
    own, note = read(packed(winmail(), "See the note."))
    assert [getattr(one, "text", "") for one in (own, note)] == [
        "See the note.",
        "Words of a note.",
    ]


def test_what_is_none_is_named() -> None:
    (own,) = read(packed(b"\0\1\2", "See below."))
    assert isinstance(own, Extract)
    assert told(own) == {"left-out-attachment": "winmail.dat"}


@settings(max_examples=60)
@given(broken(winmail()))
def test_a_broken_one_costs_what_is_broken(data: bytes) -> None:
    if is_winmail(data):
        unpacked_winmail(data)
