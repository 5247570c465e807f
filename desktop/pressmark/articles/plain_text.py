"""Plain text: the bytes decoded, line ends made one, nothing else."""

from collections.abc import Iterator

from pressmark.articles.decoding import Decoded, decode
from pressmark.articles.extract import Extract, Found, Remark, Wishes
from pressmark.articles.languages import language_of
from pressmark.errors import ArticleFileError

_OTHER_FILES = (
    *(b"%PDF-", b"{\\rtf", b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b"),
    *(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"BZh9", b"\xfd7zXZ\0", b"7z\xbc\xaf\x27\x1c"),
)
"""How PDF, RTF, zips (and so office documents), gzip, old office files and archives begin."""


def read_text(data: bytes, wishes: Wishes) -> Iterator[Found]:
    """Take a plain text file as it is: frozen, nothing stripped.

    ArticleFileError `empty` if it is blank, and those of `decode`; what begins like a file of
    another kind is `binary`, however much of it may look like text.
    """
    if data.startswith(_OTHER_FILES):
        raise ArticleFileError("binary")
    decoded = decode(data, wishes.encoding or None)
    if not decoded.text.strip():
        raise ArticleFileError("empty")
    yield Extract(
        text=decoded.text,
        language=language_of((), decoded.text),
        kind="text",
        encoding=decoded.encoding,
        certain=decoded.certain,
        runners_up=decoded.runners_up,
        remarks=tuple(_remarks(data, decoded)),
    )


def _remarks(data: bytes, decoded: Decoded) -> Iterator[Remark]:
    if decoded.encoding == "utf_8" and (count := data.count(b"\0")):
        yield Remark(code="stray-nuls", count=count)
