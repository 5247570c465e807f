"""Setting a report for Word: real headings, contents, marks with comments.

Paragraphs go to the disk as they are made: a report of thousands of annotations has as many
comments, and objects for all of them would take minutes.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import count
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from pressmark.formats.plots.marks import chart_marks
from pressmark.formats.plots.png import png
from pressmark.formats.plots.svg import svg
from pressmark.formats.reports.blocks import (
    Beside,
    Block,
    Chart,
    Fact,
    Facts,
    Heading,
    Judged,
    Legend,
    Line,
    Marked,
    Paragraph,
    Quotation,
    Table,
    Title,
    Words,
    line,
)
from pressmark.formats.reports.word_frame import WIDTH, WordFrame
from pressmark.formats.reports.word_texts import MUTED, WordTexts, marked_run
from pressmark.formats.reports.word_xml import (
    bookmark,
    field_end,
    field_start,
    link,
    paragraph,
    row,
    run,
    table,
)
from pressmark.formats.review_rows import Review
from pressmark.formats.review_themes import review_themes

_HELD = 8 * 2**20
"""How many bytes of paragraphs are held before they go to the disk."""
_CHUNK = 2**18


class WordWriter:
    """Sets blocks into a Word document, one after the other."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._frame = WordFrame(review.wording.language)
        self._theme = review_themes()["print"]
        self._marks = {one.id: one for one in self._theme.marks}
        self._chart_marks = chart_marks(review.project.label_set, self._theme)
        self._numbers = count(1)
        self._bookmarks: dict[str, str] = {}
        self._sections: list[tuple[str, str]] = []
        style = self._frame.styles["Body Text"]
        self._texts = WordTexts(review, self._marks, self._numbers, style)
        self._kinds: dict[type, Callable[[Any], Iterator[str]]] = {
            Title: self._title,
            Heading: self._heading,
            Paragraph: self._paragraph,
            Facts: self._facts,
            Judged: self._judged,
            Quotation: self._quotation,
            Beside: self._beside,
            Table: self._table,
            Chart: self._chart,
            Legend: self._legend,
            Marked: self._marked,
        }

    def write(self, made: Iterable[Block]) -> Iterator[bytes]:
        """Yield the document with all these blocks, the title first."""
        first: list[str] = []
        with SpooledTemporaryFile(_HELD) as body, SpooledTemporaryFile(_HELD) as comments:
            for block in made:
                said = self._kinds[type(block)](block)
                if isinstance(block, Title):
                    first += said
                else:
                    body.writelines(one.encode() for one in said)
                comments.writelines(one.encode() for one in self._texts.comments())
                if isinstance(block, Marked):
                    yield b""  # an article is done
            before = "".join((*first, *self._contents())).encode()
            yield from self._frame.around(_chunks(before, body), _chunks(b"", comments))

    # ---- words

    def _line(self, style: str, words: Line | str, *, kept: bool = False) -> str:
        said = (Words(words),) if isinstance(words, str) else words
        return paragraph(self._frame.styles[style], *map(self._run, said), kept=kept)

    def _run(self, words: Words) -> str:
        is_tag = words.role == "tag"
        colour = self._marks[words.mark].colour if is_tag and words.mark else ""
        colour = MUTED if words.role == "muted" else colour
        made = run(words.text, bold=is_tag or words.role == "strong", colour=colour)
        if words.url:
            return link(made, key=self._frame.key(words.url))
        return link(made, anchor=self._bookmark(words.target)) if words.target else made

    def _bookmark(self, target: str) -> str:
        """Return the name of a bookmark: Word takes letters, digits and 40 of them at most."""
        return self._bookmarks.setdefault(target, f"mark{len(self._bookmarks) + 1}")

    # ---- blocks

    def _title(self, block: Title) -> Iterator[str]:
        self._frame.entitle(block.title, self._review.annotators, block.handling)
        yield self._line("Title", block.title)
        yield self._line("Subtitle", line(Words(block.subtitle, "muted")))

    def _contents(self) -> Iterator[str]:
        """Yield the contents: the sections at once, their pages as soon as Word is asked to."""
        style = self._frame.styles["Normal"]
        for number, (words, name) in enumerate(self._sections, start=1):
            begun = field_start('TOC \\o "1-2" \\h \\z \\u') if number == 1 else ""
            ended = field_end() if number == len(self._sections) else ""
            yield paragraph(style, begun, link(run(words), anchor=name), ended)

    def _heading(self, block: Heading) -> Iterator[str]:
        style, made = self._frame.styles[f"Heading {block.level}"], run(block.words)
        if block.level == 1:
            number = next(self._numbers)
            name = f"section{number}"
            self._sections.append((block.words, name))
            made = bookmark(name, number, made)
        yield paragraph(style, made)

    def _paragraph(self, block: Paragraph) -> Iterator[str]:
        if block.role == "muted":
            yield self._line("Normal", tuple(map(_muted, block.words)))
        else:
            yield self._line("Body Text", block.words)

    def _facts(self, block: Facts) -> Iterator[str]:
        yield from self._pairs(block.rows)

    def _pairs(self, facts: tuple[Fact, ...], *, kept: bool = False) -> Iterator[str]:
        """Yield facts in one paragraph, the name of each before it."""
        words: list[Words] = []
        for fact in facts:
            before = "   " if words else ""
            words += (Words(f"{before}{fact.title}: ", "muted"), *fact.words)
        if words:
            yield self._line("Normal", tuple(words), kept=kept)

    def _judged(self, block: Judged) -> Iterator[str]:
        said = run(f"{block.number}.  {block.statement}", bold=True)
        yield paragraph(self._frame.styles["Body Text"], said, kept=bool(block.facts))
        for fact in block.facts:
            yield from self._pairs((fact,))

    def _quotation(self, block: Quotation) -> Iterator[str]:
        tag = self._run(replace(block.tag, target="") if block.anchor else block.tag)
        said = run(f"  {block.text}", language=block.language)
        if block.anchor:
            tag = bookmark(self._bookmark(block.anchor), next(self._numbers), tag)
        yield paragraph(self._frame.styles["Quote"], tag, said)
        yield from self._pairs(block.facts, kept=True)
        if block.note:
            yield self._line("Normal", block.note, kept=True)
        yield self._line("Normal", tuple(map(_muted, block.source)))

    def _beside(self, block: Beside) -> Iterator[str]:
        widths = (WIDTH / 2, WIDTH / 2)
        titles = [self._line("Normal", line(Words(one, "muted"))) for one in block.titles]
        sides = []
        for quotations in (block.left, block.right):
            said = [part for one in quotations for part in self._quotation(one)]
            sides.append("".join(said) or self._line("Normal", block.instead))
        yield table(widths, [row(widths, titles, head=True), row(widths, sides)])
        yield self._line("Normal", "")

    def _table(self, block: Table) -> Iterator[str]:
        if block.caption:
            yield self._line("Normal", line(Words(block.caption, "muted")))
        widths = [WIDTH * one.share for one in block.columns]
        heads = [line(Words(column.title, "muted")) for column in block.columns]
        cells = ((self._line("Normal", one) for one in cells) for cells in (heads, *block.rows))
        rows = [row(widths, [*made], head=not at) for at, made in enumerate(cells)]
        yield table(widths, rows)
        yield self._line("Normal", "")

    def _chart(self, block: Chart) -> Iterator[str]:
        style = self._frame.styles["Normal"]
        yield paragraph(self._frame.styles["Caption"], run(block.title, bold=True))
        drawn = svg(block.drawing, self._chart_marks, self._theme.colours, block.title)
        yield paragraph(style, self._frame.picture(png(drawn), block.description))
        if block.remark:
            yield self._line("Normal", line(Words(block.remark, "muted")))

    def _legend(self, block: Legend) -> Iterator[str]:
        for one in block.entries:
            name = marked_run(one.title, self._marks[one.mark])
            amount = self._run(Words(f"  {one.count}", "muted"))
            yield paragraph(self._frame.styles["Normal"], name, amount, kept=bool(one.definition))
            if one.definition:
                yield self._line("Normal", line(Words(one.definition, "muted")))
            for fact in one.examples:
                words = (Words(f"{fact.title}: ", "muted"), *map(_muted, fact.words))
                yield self._line("Normal", words)

    def _marked(self, block: Marked) -> Iterator[str]:
        yield self._line("Heading 2", block.title)
        yield self._line("Normal", tuple(map(_muted, block.about)))
        yield from self._texts.paragraphs(block.article)
        for record in block.records:
            yield from self._quotation(record)


def _muted(words: Words) -> Words:
    return words if words.role else Words(words.text, "muted", url=words.url, target=words.target)


def _chunks(before: bytes, file: IO[bytes]) -> Iterator[bytes]:
    yield before
    file.seek(0)
    while chunk := file.read(_CHUNK):
        yield chunk
