"""Setting a report for Word: real headings, contents, marks with comments."""

import io
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import count
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_UNDERLINE
from docx.shared import Length, Mm, RGBColor
from docx.table import _Cell as Cell
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run

from pressmark.formats.marked_text import paragraphs
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
from pressmark.formats.reports.word_parts import (
    bookmarked,
    dated,
    described,
    field,
    head_repeated,
    linked,
    shaded,
    styled,
)
from pressmark.formats.review_rows import Review
from pressmark.formats.review_themes import review_themes
from pressmark.formats.selection import Selection
from pressmark.formats.xml_text import xml_text
from pressmark.model.annotation import Annotation

_UNDERLINES = {
    "solid": WD_UNDERLINE.SINGLE,
    "dots": WD_UNDERLINE.DOTTED,
    "double": WD_UNDERLINE.DOUBLE,
    "dashes": WD_UNDERLINE.DASH,
    "wave": WD_UNDERLINE.WAVY,
    "dash-dot": WD_UNDERLINE.DOT_DASH,
    "beads": WD_UNDERLINE.DOTTED_HEAVY,
    "hatch": WD_UNDERLINE.THICK,
}
_MUTED, _INK = "#5c6470", "#000000"
_WIDTH = Mm(168)
"""Of the text, on A4."""

Place = WordDocument | Cell
"""What takes paragraphs and tables."""


class WordWriter:
    """Sets blocks into a Word document, one after the other."""

    def __init__(self, selection: Selection) -> None:
        self.document = Document()
        self._review = Review(selection)
        self._theme = review_themes()["print"]
        self._marks = {one.id: one for one in self._theme.marks}
        self._chart_marks = chart_marks(selection.project.label_set, self._theme)
        self._numbers = count(1)
        self._bookmarks: dict[str, str] = {}
        self._kinds: dict[type, Callable[[Any, Place], None]] = {
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
        styled(self.document)
        self._styles = {one.name: one.style_id for one in self.document.styles}

    def write(self, made: Iterable[Block]) -> bytes:
        """Return the document with all these blocks."""
        held = list(made)
        headings = [one.words for one in held if isinstance(one, Heading) and one.level == 1]
        for block in held:
            self._set(block, self.document)
            if isinstance(block, Title):
                self._contents(headings)
        file = io.BytesIO()
        self.document.save(file)
        return file.getvalue()

    def _set(self, block: Block, place: Place) -> None:
        self._kinds[type(block)](block, place)

    # ---- words

    def _add(self, place: Place, words: Line | str, style: str = "Normal") -> WordParagraph:
        paragraph = self._begun(place, style)
        for one in (Words(words),) if isinstance(words, str) else words:
            self._run(paragraph, one)
        return paragraph

    def _begun(self, place: Place, style: str) -> WordParagraph:
        """Return a new paragraph; its library looks for the style anew each time, and is slow."""
        paragraph = place.add_paragraph()
        paragraph._p.style = self._styles[style]  # noqa: SLF001 -- see above
        return paragraph

    def _run(self, paragraph: WordParagraph, words: Words) -> Run:
        run = paragraph.add_run(xml_text(words.text))
        if words.role == "muted":
            _colour(run, _MUTED)
        if words.role in {"strong", "tag"}:
            run.bold = True
        if words.role == "tag" and words.mark:
            _colour(run, self._marks[words.mark].colour)
        if words.url or words.target:
            linked(paragraph, run, url=words.url, anchor=self._bookmark(words.target))
        return run

    def _bookmark(self, target: str) -> str:
        """Return the name of a bookmark: Word takes letters, digits and 40 of them at most."""
        if not target:
            return ""
        return self._bookmarks.setdefault(target, f"mark{len(self._bookmarks) + 1}")

    # ---- blocks

    def _title(self, block: Title, place: Place) -> None:
        self.document.core_properties.title = xml_text(block.title)[:255]
        self.document.core_properties.author = xml_text(", ".join(self._review.annotators))[:255]
        self._add(place, block.title, "Title")
        self._add(place, line(Words(block.subtitle, "muted")))
        section = self.document.sections[0]
        if block.handling:
            head = section.header.paragraphs[0]
            head.alignment = WD_ALIGN_PARAGRAPH.CENTER
            head.add_run(xml_text(block.handling)).bold = True
        foot = section.footer.paragraphs[0]
        foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        field(foot, "PAGE", "1")

    def _contents(self, headings: list[str]) -> None:
        """Add the contents: the headings at once, their pages as soon as Word is asked to."""
        if headings:
            paragraph = self._add(self.document, "")
            field(paragraph, 'TOC \\o "1-2" \\h \\z \\u', " · ".join(map(xml_text, headings)))

    def _heading(self, block: Heading, place: Place) -> None:
        self._add(place, block.words, f"Heading {block.level}")

    def _paragraph(self, block: Paragraph, place: Place) -> None:
        muted = block.role == "muted"
        paragraph = self._add(place, block.words, "Normal" if muted else "Body Text")
        for run in paragraph.runs if muted else ():
            _colour(run, _MUTED)

    def _facts(self, block: Facts, place: Place) -> None:
        self._pairs(block.rows, place)

    def _pairs(self, facts: tuple[Fact, ...], place: Place) -> None:
        """Add facts in one paragraph, the name of each before it."""
        words: list[Words] = []
        for fact in facts:
            before = "   " if words else ""
            words += (Words(f"{before}{fact.title}: ", "muted"), *fact.words)
        if words:
            self._add(place, tuple(words))

    def _judged(self, block: Judged, place: Place) -> None:
        statement = self._add(place, f"{block.number}.  {block.statement}", "Body Text")
        for run in statement.runs:
            run.bold = True
        for fact in (
            Fact("Likelihood", line(block.likelihood)),
            Fact("Confidence", line(block.confidence)),
            Fact("Relies on", block.relies_on),
        ):
            self._pairs((fact,) if fact.words else (), place)

    def _quotation(self, block: Quotation, place: Place) -> None:
        tag = replace(block.tag, target="") if block.anchor else block.tag
        words = self._add(place, (tag, Words("  "), Words(block.text)), "Quote")
        if block.anchor:
            bookmarked(words, self._bookmark(block.anchor), next(self._numbers))
        self._pairs(block.facts, place)
        if block.note:
            self._add(place, block.note)
        self._add(place, tuple(_muted(one) for one in block.source))

    def _beside(self, block: Beside, place: Place) -> None:
        table = place.add_table(2, 2)
        head_repeated(table)
        for cell, title in zip(table.rows[0].cells, block.titles, strict=True):
            cell.paragraphs[0].add_run(title).bold = True
        for cell, side in zip(table.rows[1].cells, (block.left, block.right), strict=True):
            for one in side:
                self._quotation(one, cell)
            if not side:
                self._add(cell, block.instead)

    def _table(self, block: Table, place: Place) -> None:
        if block.caption:
            self._add(place, line(Words(block.caption, "muted")))
        table = place.add_table(1, len(block.columns))
        table.style, table.autofit = "Table Grid", False
        head_repeated(table)
        heads = tuple(line(Words(column.title, "strong")) for column in block.columns)
        for number, row in enumerate((heads, *block.rows)):
            cells = table.add_row().cells if number else table.rows[0].cells
            for cell, column, words in zip(cells, block.columns, row, strict=True):
                cell.width = Length(int(_WIDTH * column.share))
                for one in words:
                    self._run(cell.paragraphs[0], one)
        self._add(place, "")

    def _chart(self, block: Chart, place: Place) -> None:
        title = self._add(place, line(Words(block.title, "strong")))
        title.paragraph_format.keep_with_next = True
        drawn = svg(block.drawing, self._chart_marks, self._theme.colours, block.title)
        picture = self._add(place, "").add_run()
        picture.add_picture(io.BytesIO(png(drawn)), width=_WIDTH)
        described(self.document, xml_text(block.description))

    def _legend(self, block: Legend, place: Place) -> None:
        for one in block.entries:
            paragraph = self._add(place, "")
            self._mark(paragraph.add_run(xml_text(one.title)), one.mark)
            self._run(paragraph, Words(f"  {one.count}", "muted"))
            for sign, words in (
                ("", one.definition),
                ("Yes: ", one.example),
                ("No: ", one.counter_example),
            ):
                if words:
                    self._add(place, line(Words(f"{sign}{words}", "muted")))

    def _marked(self, block: Marked, place: Place) -> None:
        self._add(place, block.title, "Heading 2")
        self._add(place, tuple(_muted(one) for one in block.about))
        runs: dict[str, list[Run]] = {}
        for paragraph in paragraphs(block.article):
            if not any(piece.text.strip() for piece in paragraph.pieces):
                continue
            added = self._begun(place, "Body Text")
            for piece in paragraph.pieces:
                run = added.add_run(xml_text(piece.text.rstrip("\n")))
                if piece.zone:
                    _colour(run, _MUTED)
                if piece.innermost is not None:
                    self._mark(run, self._review.mark(piece.innermost.label))
                for mark in piece.marks:
                    runs.setdefault(mark.annotation.id, []).append(run)
        for annotation in block.article.annotations:
            self._comment(annotation, runs.get(annotation.id, []))
        for record in block.records:
            self._quotation(record, place)

    def _comment(self, annotation: Annotation, runs: list[Run]) -> None:
        if runs:
            tag, label = self._review.tag(annotation.id), self._review.label_title(annotation)
            author = xml_text(self._review.annotator(annotation))
            comment = self.document.add_comment(runs, f"{tag} {xml_text(label)}", author, tag)
            dated(comment, annotation.changed or annotation.created)

    def _mark(self, run: Run, mark: str) -> None:
        style = self._marks[mark]
        run.font.underline = _UNDERLINES.get(style.pattern, WD_UNDERLINE.SINGLE)
        shaded(run, style.wash)


def _colour(run: Run, colour: str) -> None:
    run.font.color.rgb = RGBColor.from_string(colour.removeprefix("#").upper())


def _muted(words: Words) -> Words:
    return words if words.role else Words(words.text, "muted", url=words.url, target=words.target)
