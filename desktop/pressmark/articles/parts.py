"""Files in files: what one of them holds, or why it does not come in; it costs itself only."""

import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace

from pressmark.articles.contents import found_in
from pressmark.articles.extract import Found, PartRefused, Wishes
from pressmark.errors import ArticleFileError

_FAULTS = (
    *(ArithmeticError, AssertionError, AttributeError, LookupError, OSError, SyntaxError),
    *(TypeError, ValueError),
)
"""What a parser that a file makes fail may raise; anything else ends the child, as it should."""


def found_in_part(data: bytes, wishes: Wishes, part: str) -> Iterator[Found]:
    """Yield what a part of a file holds; `part` says which one it is."""
    for found in guarded(lambda: found_in(data, wishes), ""):
        yield replace(found, part=f"{part}, {found.part}" if found.part else part)


def guarded(read: Callable[[], Iterator[Found]], part: str) -> Iterator[Found]:
    """Yield what is read of a part; what keeps the rest of it from coming in refuses this part."""
    try:
        yield from read()
    except ArticleFileError as error:
        facts = {name: str(fact) for name, fact in error.facts.items()}
        yield PartRefused(part=part, case=error.case, facts=facts)
    except RecursionError:
        yield PartRefused(part=part, case="too-deep")
    except (EOFError, zlib.error):
        yield PartRefused(part=part, case="damaged")
    except _FAULTS:
        yield PartRefused(part=part, case="crashed")
