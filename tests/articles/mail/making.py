"""Mails made for tests, and what is read out of them."""

from email.message import EmailMessage

from pressmark.articles.extract import Extract, PartRefused, Wishes
from pressmark.articles.mail.eml import read_eml


def read(data: bytes, **wishes: object) -> list[Extract | PartRefused]:
    return list(read_eml(data, Wishes(**wishes)))  # type: ignore[arg-type]


def only(data: bytes, **wishes: object) -> Extract:
    (found,) = read(data, **wishes)
    assert isinstance(found, Extract)
    return found


def mail(body: bytes, *, kind: str = "text/plain; charset=utf-8", more: str = "") -> bytes:
    head = (
        "From: =?utf-8?q?Ada_Ex=C3=A4mple?= <ada@example.org>\nTo: desk@example.org\n"
        f"Subject: Talks\nDate: Fri, 31 May 2024 14:00:00 +0200\nMIME-Version: 1.0\n{more}"
        f"Content-Type: {kind}\n\n"
    )
    return head.encode() + body


def zones(found: Extract) -> list[tuple[str, str]]:
    return [(zone.kind, found.text[zone.start : zone.end]) for zone in found.zones]


def told(found: Extract) -> dict[str, str]:
    """Return what is remarked on, and the facts."""
    return {remark.code: remark.fact for remark in found.remarks}


def alternative(plain: str, page: str) -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"] = "Talks", "ada@example.org"
    message.set_content(plain)
    message.add_alternative(page, subtype="html")
    return message.as_bytes()
