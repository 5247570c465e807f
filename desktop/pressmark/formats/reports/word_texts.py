"""Texts of articles in a Word document, each annotation a comment on its words."""

from collections import Counter
from collections.abc import Iterator, Mapping

from pressmark.formats.marked_text import Paragraph, Piece, paragraphs
from pressmark.formats.reports.word_xml import (
    comment,
    comment_end,
    comment_start,
    paragraph,
    run,
)
from pressmark.formats.review_rows import Review
from pressmark.formats.review_themes import MarkStyle
from pressmark.model.annotation import Annotation
from pressmark.model.article import Article

MUTED = "#5c6470"
_UNDERLINES = {
    "solid": "single",
    "dots": "dotted",
    "double": "double",
    "dashes": "dash",
    "wave": "wave",
    "dash-dot": "dotDash",
    "beads": "dottedHeavy",
    "hatch": "thick",
}


class WordTexts:
    """Sets articles in paragraphs of a style, with the comments on them.

    Its `numbers` are those of comments and bookmarks, which nothing else may have.
    """

    def __init__(
        self,
        review: Review,
        marks: Mapping[str, MarkStyle],
        numbers: Iterator[int],
        style: str,
    ) -> None:
        self._review, self._marks, self._numbers = review, marks, numbers
        self._style = style
        self._comments: list[str] = []

    def comments(self) -> list[str]:
        """Return the comments on what was set since they were asked for."""
        made, self._comments = self._comments, []
        return made

    def paragraphs(self, article: Article) -> Iterator[str]:
        """Yield the paragraphs of an article; blank lines are none."""
        made = [one for one in paragraphs(article) if any(map(_has_words, one.pieces))]
        left = Counter(
            mark.annotation.id for one in made for piece in one.pieces for mark in piece.marks
        )
        open_: dict[str, int] = {}
        for one in made:
            yield paragraph(self._style, *self._parts(one, article, left, open_))

    def _parts(
        self, made: Paragraph, article: Article, left: Counter[str], numbers: dict[str, int]
    ) -> Iterator[str]:
        """Yield a paragraph's runs; `left` counts the pieces to come of each annotation."""
        for piece in made.pieces:
            for mark in piece.marks:
                one = mark.annotation
                if one.id not in numbers:
                    numbers[one.id] = self._comment(one)
                    yield comment_start(numbers[one.id])
            yield self._run(piece, article.head.language or "")
            for mark in piece.marks:
                key = mark.annotation.id
                left[key] -= 1
                if not left[key]:
                    yield comment_end(numbers[key])

    def _run(self, piece: Piece, language: str) -> str:
        text = piece.text.rstrip("\n")
        if piece.innermost is None:
            return run(text, colour=MUTED if piece.zone else "", language=language)
        mark = self._marks[self._review.mark(piece.innermost.label)]
        return marked_run(text, mark, language)

    def _comment(self, annotation: Annotation) -> int:
        """Make the comment on an annotation; return its number."""
        number, review = next(self._numbers), self._review
        tag, label = review.tag(annotation.id), review.label_title(annotation)
        time = annotation.changed or annotation.created
        author = review.annotator(annotation)
        self._comments.append(comment(number, f"{tag} {label}", author, tag, time))
        return number


def marked_run(text: str, mark: MarkStyle, language: str = "") -> str:
    """Return a run in the mark of a label."""
    line = _UNDERLINES.get(mark.pattern, "single")
    return run(text, underline=line, shade=mark.wash, language=language)


def _has_words(piece: Piece) -> bool:
    return bool(piece.text.strip())
