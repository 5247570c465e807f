"""Many mails in one file, as Unix programs keep them: each begins with a line "From "."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from pressmark.articles.extract import Found, Wishes
from pressmark.articles.mail.eml import read_eml
from pressmark.articles.parts import guarded

_MAIL = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From (?=[^\n]*\d\d:\d\d[^\n]*\n[!-9;-~]+:)")
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)


def read_mbox(data: bytes, wishes: Wishes) -> Iterator[Found]:
    """Yield the mails of a mailbox with what is attached to them, each told by its number."""
    starts = [found.start() for found in _MAIL.finditer(data)] or [0]
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(data)], strict=True), 1):
        mail = _ESCAPED.sub(rb"\1", data[start:end])
        for found in guarded(partial(read_eml, mail, wishes), ""):
            yield replace(found, part=f"{number}, {found.part}" if found.part else str(number))
