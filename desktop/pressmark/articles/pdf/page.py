"""One page of a PDF, read: its lines in order, what stands aside, what it hides."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pressmark.articles.pdf.columns import Layout
from pressmark.articles.pdf.directions import (
    are_swapped,
    has_letters_from_right,
    paired,
    swapped,
)
from pressmark.articles.pdf.engine import PdfPage
from pressmark.articles.pdf.forms import Annotations
from pressmark.articles.pdf.glyphs import LYING, Glyph, PageLetters, main_turn, once
from pressmark.articles.pdf.lines import Line
from pressmark.articles.pdf.pieces import Piece, pieces_of, reads_from_right
from pressmark.articles.pdf.surfaces import Surfaces
from pressmark.articles.pdf.upright import stood_up

_WORDLESS = 10
"""How many letters a page has at most that is a picture with a stamp on it."""


@dataclass(slots=True)
class Page:
    """What one page holds; `aside` runs another way than its text, as in margins and stamps.

    `scanned` says that it is a picture, without a text layer. `doubtful` counts letters that the
    file does not say the meaning of, `comments` notes that readers left on the page, `attached`
    are the names of files pinned to it. `recognised` says that a machine read its text from a scan.
    """

    number: int
    lines: list[Line] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    letters: int = 0
    doubtful: int = 0
    pictures: int = 0
    comments: int = 0
    attached: list[str] = field(default_factory=list)
    recognised: bool = False
    scanned: bool = False


def read_page(page: PdfPage, number: int, form: object | None) -> Page:
    """Read a page, counted from 0; PdfiumError where it cannot be."""
    surfaces = Surfaces(page.raw, page.get_bbox())
    text_page = page.get_textpage()
    glyphs = list(once(PageLetters(text_page.raw, surfaces)))
    text_page.close()
    is_vertical = stood_up(glyphs)
    annotations = Annotations(page.raw, form)
    drawn = [glyph for glyph in glyphs if not glyph.made and not glyph.char.isspace()]
    turn = main_turn(glyphs)
    pieces = list(pieces_of(_kept(glyphs, turn)))
    pieces += annotations.pieces if turn == 0 else []
    left, _, right, _ = page.get_bbox()
    edges = (left, right) if turn == 0 else None
    others = sorted({glyph.turn for glyph in drawn} - {turn})
    layout = Layout(number, edges)
    lines = layout.lines(_mirrored(pieces))
    if is_vertical and turn == LYING and 0 in others:
        others.remove(0)
        lines = _around(lines, layout.lines(list(pieces_of(_kept(glyphs, 0)))))
    _mend_brackets(lines)
    return Page(
        number=number,
        lines=lines,
        aside=[
            *(line.plain for line in layout.notes),
            *(text for other in others for text in _texts(_kept(glyphs, other), number)),
        ],
        hidden=_texts(_hidden(glyphs), number),
        letters=len(drawn),
        doubtful=sum(glyph.doubtful for glyph in glyphs),
        pictures=0 if surfaces.is_picture else surfaces.pictures,
        comments=annotations.comments,
        attached=annotations.attached,
        recognised=sum(glyph.recognised for glyph in drawn) > _WORDLESS,
        scanned=surfaces.is_picture and len(drawn) + len(annotations.pieces) <= _WORDLESS,
    )


def _around(columns: list[Line], lines: list[Line]) -> list[Line]:
    """Put the lines of a page of vertical writing before and behind it: headlines, captions."""
    top = min((column.left for column in columns), default=0.0)
    above = [line for line in lines if line.baseline < top]
    return above + columns + [line for line in lines if line.baseline >= top]


def _mend_brackets(lines: list[Line]) -> None:
    """Turn round the brackets of lines from the right where they stand the wrong way on a page."""
    from_right = [line for line in lines if line.from_right]
    if are_swapped([line.text for line in from_right]):
        for line in from_right:
            line.text = swapped(line.text)
    for line in lines:
        if not line.from_right and has_letters_from_right(line.text):
            line.text = paired(line.text)


def _kept(glyphs: list[Glyph], turn: int) -> list[Glyph]:
    return [one for one in glyphs if not one.hidden and (one.made or one.turn == turn)]


def _hidden(glyphs: list[Glyph]) -> list[Glyph]:
    return [one for one in glyphs if one.hidden or one.made]


def _texts(glyphs: list[Glyph], number: int) -> list[str]:
    return [line.plain for line in Layout(number).lines(_mirrored(list(pieces_of(glyphs))))]


def _mirrored(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Return pieces as in a mirror where the page reads from the right."""
    from_right = reads_from_right("".join(piece.text for piece in pieces))
    return [piece.mirrored() for piece in pieces] if from_right else pieces
