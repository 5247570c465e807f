"""Where words stand that are not where they are said to be."""

import re
from itertools import islice

from pressmark.model.span import Span

_MOST_PLACES = 1_000


def found_by_words(text: str, quote: str, near: int) -> Span | None:
    """Return the only place of `quote` in `text`, or the one that is nearest to `near`.

    White space counts as alike. None where the quote stands nowhere, or two are as near.
    """
    words = [re.escape(word) for word in quote.split()]
    if not words:
        return None
    pattern = r"\s+".join(words)
    found = re.finditer(rf"(?=({pattern}))", text)  # places may overlap
    places = [Span(*one.span(1)) for one in islice(found, _MOST_PLACES)]
    by_distance = sorted(places, key=lambda one: abs(one.start - near))
    match by_distance:
        case [only]:
            return only
        case [first, second, *_] if abs(first.start - near) < abs(second.start - near):
            return first
    return None
