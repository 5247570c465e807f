"""Which parts of a mail are its text, and which came along with it."""

import re
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message

from pressmark.articles.mail.opaque import signed_content
from pressmark.errors import ArticleFileError

_SUBSTANTIAL = 0.25
"""Which share of the letters of the HTML the plain text has at least that stands for it."""
_DEEPEST = 20
_ENCRYPTED = ("multipart/encrypted", "application/pgp-encrypted")
_OPAQUE = ("application/pkcs7-mime", "application/x-pkcs7-mime")
_SIGNED = "signed-data"
_SIGNATURES = (
    *("application/pgp-signature", "application/pkcs7-signature"),
    "application/x-pkcs7-signature",
)
_MAILS = ("message/rfc822", "message/global")
_PGP = re.compile(rb"\s*-----BEGIN PGP MESSAGE-----")
_TAG = re.compile(rb"<(style|script)\b.*?</\1|<[^>]*>|&\w+;|\s+", re.DOTALL | re.IGNORECASE)
_BOUNDARY = re.compile(rb"^--(\S[^\r\n]*?)[ \t]*\r?\n(?=content-)", re.IGNORECASE | re.MULTILINE)


@dataclass(slots=True)
class Parts:
    """The parts of a mail: those that are its text, files, mails and invitations in it.

    `pictures` counts those, `twins` are the kinds in which the text is there once more, and
    `is_signed` says that somebody signed it.
    """

    text: list[Message] = field(default_factory=list)
    files: list[Message] = field(default_factory=list)
    mails: list[Message] = field(default_factory=list)
    invitations: list[Message] = field(default_factory=list)
    twins: list[str] = field(default_factory=list)
    pictures: int = 0
    is_signed: bool = False


def parts_of(message: Message) -> Parts:
    """Return what a mail consists of; ArticleFileError `encrypted` where it is locked."""
    parts = Parts()
    _sort(_mended(message), parts, 0)
    return parts


def content(part: Message) -> bytes:
    """Return the bytes of a part, decoded from base64 and the like as far as they can be."""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _sort(part: Message, parts: Parts, depth: int) -> None:
    kind = part.get_content_type()
    if kind in _OPAQUE and (signed := signed_content(content(part))) and depth < _DEEPEST:
        parts.is_signed = True
        _sort(_mended(message_from_bytes(signed)), parts, depth + 1)
    elif kind in _ENCRYPTED or (kind in _OPAQUE and part.get_param("smime-type") != _SIGNED):
        raise ArticleFileError("encrypted")
    elif kind in _MAILS:
        parts.mails += _children(part)[:1]
    elif kind.startswith("multipart/") and part.is_multipart() and depth < _DEEPEST:
        _sort_all(part, kind, parts, depth + 1)
    elif kind in ("text/plain", "text/html") and part.get_content_disposition() != "attachment":
        if kind == "text/plain" and _PGP.match(content(part)):
            raise ArticleFileError("encrypted")
        parts.text.append(part)
    elif kind == "text/calendar":
        parts.invitations.append(part)
    elif kind.startswith("image/"):
        parts.pictures += 1
    elif kind in _SIGNATURES:
        parts.is_signed = True
    else:
        parts.files.append(part)


def _sort_all(part: Message, kind: str, parts: Parts, depth: int) -> None:
    children = _children(part)
    if kind != "multipart/alternative":
        for child in children:
            _sort(child, parts, depth)
        return
    found = [Parts() for _ in children]
    for child, one in zip(children, found, strict=True):
        _sort(child, one, depth)
    chosen = _best([one for one in found if one.text])
    for one in found:
        others = [file for file in one.files if file.get_content_maintype() == "text"]
        parts.twins += [other.get_content_type() for other in others]
        if one is chosen:
            parts.text += one.text
        else:
            parts.twins += [twin.get_content_type() for twin in one.text if _letters(twin)]
        parts.files += [file for file in one.files if file not in others]
        parts.mails += one.mails
        parts.invitations += one.invitations
        parts.twins += one.twins
        parts.pictures += one.pictures
        parts.is_signed = parts.is_signed or one.is_signed


def _best(readings: list[Parts]) -> Parts | None:
    """Return the plain reading where it says as much as the others, else the richest."""
    if not readings:
        return None
    counts = [sum(map(_letters, one.text)) for one in readings]
    for one, count in zip(readings, counts, strict=True):
        is_plain = all(part.get_content_type() == "text/plain" for part in one.text)
        if is_plain and count and count >= _SUBSTANTIAL * max(counts):
            return one
    return readings[counts.index(max(counts))]


def _letters(part: Message) -> int:
    data = content(part)
    if part.get_content_type() == "text/html":
        data = _TAG.sub(b"", data)
    return len(data) - sum(map(data.count, (b" ", b"\n", b"\r", b"\t")))


def _children(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [one for one in payload if isinstance(one, Message)] if isinstance(payload, list) else []


def _mended(message: Message) -> Message:
    """Return a mail with the parts that it has, where it names their boundary wrongly."""
    if message.get_content_maintype() != "multipart" or message.is_multipart():
        return message
    payload = message.get_payload()
    data = payload.encode("utf-8", "surrogateescape") if isinstance(payload, str) else b""
    found = _BOUNDARY.search(data)
    if found is None:
        return message
    kind = message.get_content_type().encode()
    head = b'Content-Type: %s; boundary="%s"\n\n' % (kind, found[1].replace(b'"', b""))
    return message_from_bytes(head + data)
