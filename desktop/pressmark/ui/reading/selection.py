"""What a drag over the text takes: snapped to words or sentences, trimmed, characters whole."""

from enum import Enum

from pressmark.analysis.sentences import sentence_at
from pressmark.analysis.words import border_after, border_before, trimmed, words_of
from pressmark.model.span import Span, hull


class Reach(Enum):
    """What a selection snaps to."""

    CHARACTERS = "characters"
    WORDS = "words"
    SENTENCES = "sentences"


def taken(text: str, anchor: Span, focus: int, reach: Reach) -> Span | None:
    """Return what is selected from `anchor` (where it began) to `focus`; None for nothing.

    The result has characters whole and no white space at its edges.
    """
    span = hull((anchor, Span(focus, focus)))
    if span.length == 0:
        return None
    if reach is Reach.WORDS:
        span = words_of(text, span)
    elif reach is Reach.SENTENCES:
        span = hull((span, sentence_at(text, span.start), sentence_at(text, span.end - 1)))
    return trimmed(text, span)


def whole(text: str, span: Span) -> Span:
    """Return `span` grown to the characters that it cuts; blanks at its edges stay."""
    return Span(border_before(text, span.start), border_after(text, span.end))
