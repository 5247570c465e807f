import base64
from collections.abc import Callable
from email.message import EmailMessage

import pytest

from tests.articles.mail.making import alternative, mail, only, told, zones


def test_the_other_reading_of_a_mail_is_said_to_be_left_out() -> None:
    page = "<p>The talks failed on Tuesday, and nobody signed the papers.</p>"
    both = alternative("The talks failed on Tuesday, nobody signed.", page)
    assert told(only(both)) == {"left-out-html": ""}
    assert told(only(alternative("Open this.", page * 5))) == {"left-out-plain": ""}
    message = EmailMessage()
    message.set_content("The talks failed.")
    message.add_alternative("<p>The talks failed.</p>", subtype="x-amp-html")
    assert told(only(message.as_bytes())) == {"left-out-html": ""}


def test_what_html_has_besides_words_is_told() -> None:
    page = (
        "<p>Dear reader, <a href='https://news.example.com/a'>here it is</a>,"
        " <a href='https://b.example.net/'>https://bank.example.org</a>,"
        " <a href='https://example.org/x'>www.example.org</a>.</p>"
        "<img src='https://track.example.net/p.gif' width=1 height=1>"
        "<img src='cid:1' alt='A tanker at the quay'><img src='data:image/png;base64,AA'>"
        "<select><option>Yes</option><option>No</option></select>"
    )
    assert told(only(mail(page.encode(), kind="text/html"))) == {
        "left-out-described": "A tanker at the quay",
        "remote-pictures": "track.example.net",
        "left-out-choices": "Yes, No",
        "left-out-links": "news.example.com",
        "disguised-links": "https://bank.example.org → b.example.net",
    }


def test_what_style_sheets_of_a_mail_hide_is_flagged() -> None:
    page = "<style>.pre{display:none!important}</style><p class=pre>Trap</p><p>Words.</p>"
    assert zones(only(mail(page.encode(), kind="text/html"))) == [("hidden", "Trap")]


def signed(kind: str) -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"] = "Talks", "ada@example.org"
    message.set_content("Words that were signed.")
    message.make_mixed()
    message.add_attachment(b"0", maintype="application", subtype=kind, filename="smime.p7s")
    return message.as_bytes()


@pytest.mark.parametrize("kind", ["pkcs7-signature", "pgp-signature"])
def test_a_signature_beside_the_text_is_said_not_to_be_checked(kind: str) -> None:
    assert told(only(signed(kind))) == {"unchecked-signature": ""}


def der(tag: int, *parts: bytes) -> bytes:
    content = b"".join(parts)
    size = len(content)
    long = size.to_bytes(2, "big")
    return bytes([tag]) + (bytes([size]) if size < 128 else b"\x82" + long) + content


def ber(tag: int, *parts: bytes) -> bytes:
    return bytes([tag, 0x80]) + b"".join(parts) + b"\0\0"


@pytest.mark.parametrize("wrap", [der, ber])
@pytest.mark.parametrize("more", ["; smime-type=signed-data", ""])
def test_what_was_signed_as_a_whole_is_taken_out(wrap: Callable[..., bytes], more: str) -> None:
    inner = b"Content-Type: text/plain; charset=utf-8\r\n\r\nWords that were signed. " * 1
    pieces = wrap(0x24, der(0x04, inner[:30]), der(0x04, inner[30:]))
    within = wrap(0x30, der(0x06, bytes.fromhex("2a864886f70d010701")), wrap(0xA0, pieces))
    signed = wrap(0x30, der(0x02, b"\1"), der(0x31), within)
    whole = wrap(0x30, der(0x06, bytes.fromhex("2a864886f70d010702")), wrap(0xA0, signed))
    data = mail(
        base64.encodebytes(whole),
        kind=f"application/pkcs7-mime{more}",
        more="Content-Transfer-Encoding: base64\n",
    )
    found = only(data)
    assert found.text.strip() == "Words that were signed."
    assert "unchecked-signature" in told(found)


def test_an_invitation_is_told_in_a_few_words() -> None:
    calendar = (
        "BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nDTSTART:19701025T030000\r\nEND:VTIMEZONE\r\n"
        "BEGIN:VEVENT\r\nSUMMARY;LANGUAGE=en:Talks\\, part\r\n  two\r\n"
        "DTSTART;TZID=Europe/Berlin:20240531T140000\r\nLOCATION:Vienna\r\nEND:VEVENT\r\n"
    )
    message = EmailMessage()
    message.set_content("Please come.")
    message.add_alternative("<p>Please come.</p>", subtype="html")
    message.add_alternative(calendar, subtype="calendar")
    found = told(only(message.as_bytes()))
    assert found["left-out-invitations"] == "Talks, part two, 2024-05-31 14:00, Vienna"
    message = EmailMessage()
    message.set_content("Please come.")
    message.add_alternative("BEGIN:VEVENT", subtype="calendar")
    assert told(only(message.as_bytes()))["left-out-invitations"] == "?"


def test_a_part_without_a_name_is_called_what_it_is() -> None:
    report = (
        b"--x\nContent-Type: text/plain\n\nIt could not be delivered.\n"
        b"--x\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; a.b\n\nStatus: 5.0.0\n"
        b"--x--\n"
    )
    found = only(mail(report, kind='multipart/report; boundary="x"'))
    assert found.text == "It could not be delivered."
    assert told(found) == {"left-out-attachment": "message/delivery-status"}
