"""XML of strangers that is seldom quite XML: feeds. Read as far as it goes, nothing fetched.

The text is decoded before, as every file's is: declarations in feeds are often wrong.
"""

import re
from html.entities import html5

from lxml import etree

from pressmark.errors import ArticleFileError

_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*(\[)?[^>]*>", re.IGNORECASE)
_ROOT = re.compile(r"<[A-Za-z_]")
_AMPERSAND = re.compile(r"&(?!#)([A-Za-z][A-Za-z0-9]{1,31};)?")
_MARKUP = frozenset(["", *"<>&\"'"])
_NEVER = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def parse_mended(text: str) -> tuple[etree._Element, bool]:
    """Return the root of XML that may have faults, and whether it had some.

    A document type without declarations of its own, as old feeds have, is passed over.
    ArticleFileError `entities` where one declares something, `damaged` where nothing can be read.
    """
    text = _DECLARATION.sub("", text, count=1)
    root = _ROOT.search(text)
    doctype = _DOCTYPE.search(text, 0, root.start() if root else len(text))
    if doctype:
        if doctype[1]:
            raise ArticleFileError("entities")
        text = text[: doctype.start()] + text[doctype.end() :]
    text = _NEVER.sub("", _AMPERSAND.sub(_meant, text))
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        found = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError:
        found = None
    if found is None:
        raise ArticleFileError("damaged")
    return found, any(fault.level == etree.ErrorLevels.FATAL for fault in parser.error_log)


def _meant(ampersand: re.Match[str]) -> str:
    """Return the letter that HTML has by a name, which feeds use and declare nowhere.

    An ampersand that stands for itself is written as XML has it.
    """
    name = ampersand[1] or ""
    letter = html5.get(name, "")
    if letter in _MARKUP:  # or there is none
        return ampersand[0] if letter else f"&amp;{name}"
    return letter
