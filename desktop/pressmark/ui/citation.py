"""Words of an article as one cites them: the text, then outlet, title, date and address."""

from collections.abc import Sequence

from pressmark.model.article import ArticleHead
from pressmark.ui.words import in_marks

_OPENING_MARKS = "\"'“”„‟«»‘‚‹「『《"


def citation(pieces: Sequence[str], head: ArticleHead) -> str:
    """Return `pieces` of an article's text in quotation marks, followed by where they stand.

    What is not known of the article is left out; words that already stand in quotation marks
    get no others.
    """
    words = " […] ".join(" ".join(piece.split()) for piece in pieces)
    if words and words[0] not in _OPENING_MARKS:
        words = in_marks(words)
    title = in_marks(head.title) if head.title else None
    source = ", ".join(filter(None, (head.source, title, head.published, head.url)))
    return f"{words} ({source})" if source else words
