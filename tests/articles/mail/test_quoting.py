import pytest

from tests.articles.mail.making import mail, only, zones

ANSWERED = "From: Bob <bob@example.org>\nSent: Friday, 31 May 2024 14:00\nTo: Ada\nSubject: Talks"


@pytest.mark.parametrize(
    "rule", ["-----Original Message-----\n", "_" * 32 + "\n", "", "--- Исходное сообщение ---\n\n"]
)
def test_the_mail_that_is_answered_is_a_zone(rule: str) -> None:
    quoted = f"{rule}{ANSWERED}\n\nIs it true?"
    found = only(mail(f"It is not.\n-- \nAda\n\n{quoted}".encode()))
    assert zones(found) == [("signature", "-- \nAda"), ("quoted", quoted)]


def test_a_mail_that_is_passed_on_is_none() -> None:
    head = "---------- Forwarded message ---------\n"
    assert zones(only(mail(f"See below.\n\n{head}{ANSWERED}\n\nText.".encode()))) == []
    data = mail(f"See below.\n\n{ANSWERED}\n\nText.".encode())
    assert zones(only(data.replace(b"Subject: Talks", b"Subject: WG: Talks", 1))) == []
    assert zones(only(mail(f"{ANSWERED}\n\nText.".encode()))) == []


def test_a_text_with_colons_is_no_mail_that_is_answered() -> None:
    text = "Two things.\n\nFrom: where we stand it is far.\nNobody: knows.\n\nThat is all."
    assert zones(only(mail(text.encode()))) == []


@pytest.mark.parametrize(
    "quoted",
    [
        "<blockquote type=cite><p>Is it true?</p></blockquote>",
        "<div class='gmail_quote'><div class=gmail_attr>Bob wrote:</div><p>Is it true?</p></div>",
        "<div id=divRplyFwdMsg><b>From:</b> Bob</div><div><p>Is it true?</p></div>",
        "<div style='border:none;border-top:solid red 1pt'><b>From:</b> Bob</div>Is it true?",
        "<div class=yahoo_quoted><p>Is it true?</p></div>",
    ],
)
def test_the_mail_that_is_answered_in_html_is_a_zone(quoted: str) -> None:
    found = only(mail(f"<div><p>It is not.</p>{quoted}</div>".encode(), kind="text/html"))
    (zone,) = found.zones
    assert (zone.kind, found.text[: zone.start].strip()) == ("quoted", "It is not.")
    assert found.text[zone.start : zone.end].endswith("Is it true?")
    forward = mail(quoted.encode(), kind="text/html")
    assert zones(only(forward)) == []


def test_a_mail_in_html_that_is_passed_on_is_its_text() -> None:
    quoted = (
        "<div class=gmail_quote><div>---------- Forwarded message ---------</div><p>A.</p></div>"
    )
    assert zones(only(mail(f"<p>See.</p>{quoted}".encode(), kind="text/html"))) == []


def test_the_armour_of_a_signed_text_is_a_zone() -> None:
    head = "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n"
    sign = "-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----"
    found = only(mail(f"{head}\nWords.\n{sign}\n".encode()))
    assert zones(found) == [("signature", head.strip()), ("signature", sign)]
