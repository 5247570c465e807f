"""The fields of a mail as people read them: decoded words, names, dates; malformed ones as well."""

import re
from binascii import Error as Base64Error
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr

from pressmark.articles.moments import moment
from pressmark.articles.web.page_bytes import decoded_page
from pressmark.errors import ArticleFileError

_TOUCHING_WORDS = re.compile(r"(\?=)(=\?)")
_CUT_WORD = re.compile(r"(=\?[\w*-]+\?[bBqQ]\?[^?\s]*)\?(?=\s|$)")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")
_LIST = re.compile(r"\s*\"?([^<>\"]*[^<>\"\s])\"?\s*<([^<>]+)>")


@dataclass(frozen=True, slots=True)
class Sender:
    """Who a mail is from: a name, or the address; and the host of the address."""

    name: str | None
    host: str | None


def field(message: Message, name: str) -> str:
    """Return a field as text on one line; empty where there is none."""
    return " ".join(_decoded(_raw(message, name)).split())


def sender_of(message: Message) -> Sender:
    """Return who a mail is from."""
    return sender_in(_raw(message, "From") or _raw(message, "Sender"))


def sender_in(written: str) -> Sender:
    """Return who a From field names."""
    name, address = parseaddr(" ".join(written.split()))
    host = address.rpartition("@")[2] if "@" in address else ""
    named = _decoded(name).strip(" \"'") or address
    return Sender(" ".join(named.split()) or None, host or None)


def source_of(message: Message) -> str | None:
    """Return where a mail comes from: the mailing list that sent it, else the sender's host."""
    found = _LIST.match(field(message, "List-Id"))
    return found[1] if found else sender_of(message).host


def published_in(message: Message) -> str | None:
    """Return when a mail was sent, None where nothing that can be read says it."""
    return moment(field(message, "Date"))


def language_of(message: Message) -> str | None:
    """Return the language that a mail says it is in."""
    first = field(message, "Content-Language").partition(",")[0].strip()
    return first if _LANGUAGE.match(first) else None


def name_of(part: Message) -> str:
    """Return what an attached file is called; empty where it has no name."""
    try:
        name = part.get_filename()
    except (LookupError, ValueError, TypeError):  # of a name in an unknown encoding
        name = None
    return " ".join(_decoded(name or "").split())


def _raw(message: Message, name: str) -> str:
    """Return a field with its bytes as they are: those that are no ASCII as surrogates."""
    fields = (str(value) for key, value in message.raw_items() if key.lower() == name.lower())
    return next(fields, "")


def _decoded(value: str) -> str:
    """Return a field with its encoded words decoded, and bytes that are in no encoding guessed."""
    value = _CUT_WORD.sub(r"\1?=", _TOUCHING_WORDS.sub(r"\1 \2", value))
    try:
        pieces = decode_header(value)
    except (HeaderParseError, Base64Error, ValueError):
        pieces = [(value, None)]
    joined: list[tuple[bytes, str]] = []
    for piece, charset in pieces:
        data = _bytes(piece) if charset is None else piece
        if joined and joined[-1][1] == (charset or "") != "":
            joined[-1] = (joined[-1][0] + data, joined[-1][1])  # a letter may be cut in two
        else:
            joined.append((data, charset or ""))
    return "".join(_text(data, charset) for data, charset in joined)


def _bytes(piece: str | bytes) -> bytes:
    """Return what stands between encoded words as the bytes that it was."""
    plain = piece if isinstance(piece, str) else piece.decode("raw-unicode-escape", "replace")
    return plain.encode("utf-8", "surrogateescape")


def _text(data: bytes, charset: str) -> str:
    if not data.strip():
        return data.decode("ascii", "replace")
    try:
        return decoded_page(data, "", "" if charset == "unknown-8bit" else charset).text
    except ArticleFileError:
        return data.decode("ascii", "replace")
