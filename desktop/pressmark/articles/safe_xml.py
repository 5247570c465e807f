"""XML of strangers to a tree: no DTD, so no entities and nothing fetched, and not deep."""

from itertools import chain
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from pressmark.errors import ArticleFileError

DEEPEST = 200
"""How deep elements may lie in each other: readers follow them by calling themselves."""


def parse_xml(data: bytes) -> Element:
    """Return the root of an XML file; names are `{namespace}name`.

    ArticleFileError `entities` where a DTD is declared, `damaged` where this is no XML or deeper
    than any document is.
    """
    try:
        root = fromstring(data, forbid_dtd=True)
    except DefusedXmlException:
        raise ArticleFileError("entities") from None
    except (ParseError, ValueError, LookupError):  # the last two of encodings it does not know
        raise ArticleFileError("damaged") from None
    level, depth = [root], 0
    while level:
        level, depth = list(chain.from_iterable(level)), depth + 1
        if depth > DEEPEST:
            raise ArticleFileError("damaged")
    return root
