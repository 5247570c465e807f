"""Mail as Outlook saves it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from email.parser import HeaderParser
from functools import partial

from pressmark.articles.decoding import freeze
from pressmark.articles.extract import Found, PartRefused, Remark, Wishes
from pressmark.articles.mail.eml import read_eml
from pressmark.articles.mail.headers import language_of, published_in, sender_in, source_of
from pressmark.articles.mail.letter import Attached, Letter, found_in_letter
from pressmark.articles.mail.opaque import signed_content
from pressmark.articles.mail.outlook import Storage, opened
from pressmark.articles.mail.packed_rtf import extracts_of
from pressmark.articles.mail.quoting import is_forward, zones_of
from pressmark.articles.parts import guarded
from pressmark.articles.web.clipboard import laid_of
from pressmark.articles.web.page_bytes import decoded_page
from pressmark.errors import ArticleFileError

_DEEPEST = 5
"""How deep mails are read that are attached to mails."""
_SUBSTANTIAL = 0.25
"""Which share of the letters of the HTML the plain text has at least that stands for it."""
_MULTIPART_SIGNED = re.compile(
    rb"^content-type:\s*multipart/signed\b", re.IGNORECASE | re.MULTILINE
)
_SEEN = 4096
_CLASS, _SUBJECT, _HEADERS, _SUBMITTED, _DELIVERED = 0x001A, 0x0037, 0x007D, 0x0039, 0x0E06
_SENDER, _ADDRESS, _SMTP, _BEHALF = 0x0C1A, 0x0C1F, 0x5D01, 0x0042
_BODY, _HTML, _RTF = 0x1000, 0x1013, 0x1009
_FILE, _NAME, _LONG_NAME, _SHOWN_NAME, _MIME = 0x3701, 0x3704, 0x3707, 0x3001, 0x370E


def read_msg(data: bytes, wishes: Wishes) -> Iterator[Found]:
    """Yield a mail, then what is attached to it.

    ArticleFileError `damaged`, `encrypted`, or `empty` where it has no text and no file that is
    read.
    """
    with opened(data) as message:
        found = list(_found(message, wishes, 1))
    yield from found


def _found(message: Storage, wishes: Wishes, depth: int) -> Iterator[Found]:
    letter = _described(message)
    _add_text(letter, message, wishes)
    if not letter.text and "SMIME" in message.text(_CLASS).upper():
        yield from _signed(letter, message, wishes)
        return
    inner: list[tuple[str, Storage]] = []
    for attached in message.attachments:
        _attach(letter, attached, inner, depth)
    yield from found_in_letter(letter, wishes, is_alone=not inner)
    for name, mail in inner:
        for found in guarded(partial(_found, mail, wishes, depth + 1), ""):
            yield replace(found, part=f"{name}, {found.part}" if found.part else name)


def _signed(letter: Letter, message: Storage, wishes: Wishes) -> Iterator[Found]:
    """Yield what S/MIME signed, which is attached as a whole; ArticleFileError `encrypted`."""
    data = next((one.content(_FILE) for one in message.attachments), b"")
    inner = signed_content(data) or (data if _MULTIPART_SIGNED.search(data[:_SEEN]) else None)
    if inner is None:
        raise ArticleFileError("encrypted")
    for found in read_eml(inner, wishes):
        if isinstance(found, PartRefused) or found.part:
            yield found
        else:
            told = (*found.remarks, Remark(code="unchecked-signature"))
            yield replace(
                found,
                title=letter.title,
                byline=letter.byline,
                source=letter.source,
                published=letter.published,
                kind=letter.kind,
                remarks=tuple(dict.fromkeys(told)),
            )


def _described(message: Storage) -> Letter:
    headers: Message = HeaderParser().parsestr(message.text(_HEADERS).lstrip())
    name = message.text(_SENDER) or message.text(_BEHALF)
    address = message.text(_SMTP) or message.text(_ADDRESS)
    sender = sender_in(f'"{name}" <{address if "@" in address else ""}>')
    return Letter(
        kind="msg",
        title=" ".join(message.text(_SUBJECT).split()) or None,
        byline=sender.name,
        source=source_of(headers) or sender.host,
        published=published_in(headers) or message.time(_SUBMITTED) or message.time(_DELIVERED),
        language=language_of(headers),
    )


def _add_text(letter: Letter, message: Storage, wishes: Wishes) -> None:
    """Take the plain text where it says as much as the others, else HTML, else RTF."""
    plain = freeze(message.text(_BODY))
    laid = laid_of(_markup(message, wishes), is_mail=True)
    if _letters(plain) and _letters(plain) >= _SUBSTANTIAL * _letters(laid.text):
        plain = plain.rstrip()
        letter.add(plain, zones_of(plain, is_forward=is_forward(letter.title)))
        letter.remarks += [Remark(code="left-out-html")] if laid.text else []
    elif laid.text:
        letter.add_laid(laid)
    elif packed := message.content(_RTF):
        for found in extracts_of(packed, wishes):
            letter.add(found.text, found.zones)


def _markup(message: Storage, wishes: Wishes) -> str:
    data = message.content(_HTML)
    if not data.strip():
        return message.text(_HTML)
    return decoded_page(data, wishes.encoding, message.codec).text


def _attach(
    letter: Letter, attached: Storage, inner: list[tuple[str, Storage]], depth: int
) -> None:
    name = attached.text(_LONG_NAME) or attached.text(_NAME) or attached.text(_SHOWN_NAME)
    mail, data = attached.message, attached.content(_FILE)
    if mail is not None and depth < _DEEPEST:
        inner.append((mail.text(_SUBJECT) or name or "?", mail))
    elif mail is not None or not data:
        letter.left_out.append(name or "?")
    elif attached.text(_MIME).startswith("image/"):
        letter.pictures += 1
    else:
        letter.files.append(Attached(name, data))


def _letters(text: str) -> int:
    return sum(not char.isspace() for char in text)
