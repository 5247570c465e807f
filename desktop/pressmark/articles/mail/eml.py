"""Mail as it is sent and saved (RFC 5322 and MIME), read for what is in it, however malformed."""

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import Message
from functools import partial

from pressmark.articles.extract import Found, Remark, Wishes
from pressmark.articles.mail.bodies import Parts, content, parts_of
from pressmark.articles.mail.headers import (
    field,
    language_of,
    name_of,
    published_in,
    sender_of,
    source_of,
)
from pressmark.articles.mail.invitations import invitation_told
from pressmark.articles.mail.letter import Attached, Letter, found_in_letter
from pressmark.articles.mail.packed_rtf import extracts_of
from pressmark.articles.mail.quoting import is_forward, unflowed, zones_of
from pressmark.articles.mail.winmail import is_winmail, unpacked_winmail
from pressmark.articles.parts import guarded
from pressmark.articles.web.clipboard import laid_of
from pressmark.articles.web.page_bytes import decoded_page

_DEEPEST = 5
"""How deep mails are read that are attached to mails."""


def read_eml(data: bytes, wishes: Wishes) -> Iterator[Found]:
    """Yield a mail, then what is attached to it.

    ArticleFileError `encrypted`, or `empty` where it has no text and no file that is read.
    """
    yield from _found(message_from_bytes(data), wishes, 1)


def _found(message: Message, wishes: Wishes, depth: int) -> Iterator[Found]:
    parts = parts_of(message)
    sender = sender_of(message)
    letter = Letter(
        kind="eml",
        title=field(message, "Subject") or None,
        byline=sender.name,
        source=source_of(message),
        published=published_in(message),
        language=language_of(message),
        pictures=parts.pictures,
        remarks=list(_told(parts)),
    )
    for part in parts.text:
        _add(letter, part, wishes)
    for part in parts.files:
        _attach(letter, part, wishes)
    inner = parts.mails if depth < _DEEPEST else []
    letter.left_out += [field(one, "Subject") or "?" for one in parts.mails if one not in inner]
    yield from found_in_letter(letter, wishes, is_alone=not inner)
    for mail in inner:
        name = field(mail, "Subject") or "?"
        for found in guarded(partial(_found, mail, wishes, depth + 1), ""):
            yield replace(found, part=f"{name}, {found.part}" if found.part else name)


def _told(parts: Parts) -> Iterator[Remark]:
    """Yield what is to be said of a mail besides its text and what is attached to it."""
    if any(kind != "text/plain" for kind in parts.twins):
        yield Remark(code="left-out-html")
    if "text/plain" in parts.twins:
        yield Remark(code="left-out-plain")
    facts = [invitation_told(decoded_page(content(one), "").text) for one in parts.invitations]
    if facts:
        yield Remark(code="left-out-invitations", count=len(facts), fact="; ".join(facts))
    if parts.is_signed:
        yield Remark(code="unchecked-signature")


def _add(letter: Letter, part: Message, wishes: Wishes) -> None:
    data = content(part)
    if not data.strip():
        return
    decoded = decoded_page(data, wishes.encoding, part.get_content_charset() or "")
    if not letter.encoding:
        letter.encoding, letter.certain = decoded.encoding, decoded.certain
        letter.runners_up = decoded.runners_up
    if part.get_content_type() == "text/html":
        letter.add_laid(laid_of(decoded.text, is_mail=True))
        return
    text = decoded.text
    if str(part.get_param("format") or "").lower() == "flowed":
        text = unflowed(text, without_space=str(part.get_param("delsp")).lower() == "yes")
    letter.add(text, zones_of(text, is_forward=is_forward(letter.title)))


def _attach(letter: Letter, part: Message, wishes: Wishes) -> None:
    """Add an attached file; of a winmail.dat what is in it, its text if there is no other."""
    file = Attached(name_of(part), content(part), part.get_content_type())
    packed = unpacked_winmail(file.data) if is_winmail(file.data) else None
    if packed is None:
        letter.files.append(file)
        return
    letter.files += packed.files
    if letter.text:
        return
    if packed.html:
        letter.add_laid(laid_of(decoded_page(packed.html, wishes.encoding).text, is_mail=True))
    elif packed.rtf:
        for found in extracts_of(packed.rtf, wishes):
            letter.add(found.text, found.zones)
    elif packed.plain:
        letter.add(decoded_page(packed.plain, wishes.encoding).text)
