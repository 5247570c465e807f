"""PDF by Typst: pages to print and send, tagged for screen readers, with text that can be copied.

What comes from a project goes to the typesetter as JSON, as strings; the only markup is the
template in the resources.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from pressmark.formats.format import EVERYTHING, Format, Piece
from pressmark.formats.marked_text import Paragraph as MarkedParagraph
from pressmark.formats.marked_text import Piece as Stretch
from pressmark.formats.marked_text import paragraphs
from pressmark.formats.plots.marks import chart_marks
from pressmark.formats.plots.svg import svg
from pressmark.formats.reports.blocks import Beside, Block, Chart, Marked, Quotation, Title
from pressmark.formats.reports.contents import ReportOptions, blocks, material_of
from pressmark.formats.reports.volumes import volumes
from pressmark.formats.review_rows import Review
from pressmark.formats.review_themes import review_themes
from pressmark.formats.selection import Selection
from pressmark.formats.typesetting import pdf_of
from pressmark.paths import resource

_MAIN, _SUFFIX = "report", ".pdf"
_UNKNOWN = "und"
_LANGUAGE = re.compile(r"([a-z]{2,3})(-.*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PdfOptions(ReportOptions):
    """Which parts a report has, and the paper it is set for."""

    paper: Literal["a4", "us-letter"] = "a4"


class _Setter:
    """Turns blocks into what the template reads."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._theme = review_themes()["print"]
        self._marks = chart_marks(review.project.label_set, self._theme)

    def report(self, held: Sequence[Block], paper: str) -> dict[str, Any]:
        """Return a whole report, or a volume of one."""
        title = next(one for one in held if isinstance(one, Title))
        return {
            "language": self._review.wording.language,
            "title": title.title,
            "handling": title.handling,
            "authors": self._review.annotators,
            "paper": paper,
            "colours": dict(self._theme.colours),
            "marks": {one.id: asdict(one) for one in self._theme.marks},
            "anchors": dict.fromkeys(_anchors(held), True),
            "blocks": [self._plain(one) for one in held],
        }

    def _plain(self, block: Block) -> dict[str, Any]:
        match block:
            case Chart():
                drawn = svg(block.drawing, self._marks, self._theme.colours, block.title)
                plain = {
                    "title": block.title,
                    "description": block.description,
                    "remark": block.remark,
                    "width": block.drawing.width,
                    "svg": drawn,
                }
            case Marked():
                plain = {
                    "title": block.title,
                    "about": [asdict(one) for one in block.about],
                    "lang": _language(block.article.head.language),
                    "paragraphs": [
                        self._paragraph(one)
                        for one in paragraphs(block.article)
                        if any(piece.text.strip() for piece in one.pieces)
                    ],
                    "records": [_quotation(one) for one in block.records],
                }
            case Beside():
                plain = asdict(block)
                plain["left"] = [_quotation(one) for one in block.left]
                plain["right"] = [_quotation(one) for one in block.right]
            case Quotation():
                plain = _quotation(block)
            case _:
                plain = asdict(block)
        return {**plain, "kind": type(block).__name__.lower()}

    def _paragraph(self, paragraph: MarkedParagraph) -> dict[str, Any]:
        deepest = max(
            (mark.lane + 1 for piece in paragraph.pieces for mark in piece.marks), default=0
        )
        return {"depth": deepest, "pieces": [self._piece(one) for one in paragraph.pieces]}

    def _piece(self, piece: Stretch) -> dict[str, Any]:
        review = self._review
        return {
            "text": piece.text.rstrip("\n"),
            "zone": piece.zone,
            "wash": review.mark(piece.innermost.label) if piece.innermost else "",
            "marks": [
                {"mark": review.mark(one.annotation.label), "lane": one.lane} for one in piece.marks
            ],
            "tags": [
                {
                    "text": f"{'' if one.first else '…'}{review.tag(one.annotation.id)}",
                    "mark": review.mark(one.annotation.label),
                    "target": f"r-{one.annotation.id}",
                    "anchor": f"a-{one.annotation.id}" if one.first else "",
                }
                for one in piece.begins
            ],
        }


def _quotation(quotation: Quotation) -> dict[str, Any]:
    return {**asdict(quotation), "lang": _language(quotation.language)}


def _language(tag: str | None) -> str:
    """Return the language of a BCP 47 tag as the typesetter takes it, "und" for none."""
    found = _LANGUAGE.fullmatch(tag or "")
    return found[1].lower() if found else _UNKNOWN


def _anchors(made: Iterable[Block]) -> Iterator[str]:
    for block in made:
        if isinstance(block, Marked):
            for one in block.records:
                yield one.anchor
                yield one.anchor.replace("r-", "a-", 1)


def _write(selection: Selection, options: PdfOptions) -> Iterator[Piece]:
    """Yield the report as one file, or in volumes where it is long."""
    material = material_of(selection, options)
    setter = _Setter(material.words)
    template = resource("templates", "report", "report.typ")
    bound = volumes(blocks(material, options), material.say)
    for number, held in enumerate(bound, start=1):
        name = f"{_MAIN}-volume-{number}" if number > 1 else _MAIN
        report = json.dumps(setter.report(held, options.paper))
        yield Piece(f"{name}{_SUFFIX}", pdf_of(template, report))
        articles = sum(isinstance(one, Marked) for one in held)
        yield from [Piece(f"{name}{_SUFFIX}", b"")] * (articles - 1)  # so many are done


PDF = Format(
    id="pdf",
    name="PDF report",
    about="Pages to print and send, in volumes where they are many: figures, quotes, marked text.",
    suffix=_SUFFIX,
    main=_MAIN,
    in_volumes=True,
    group="reading",
    holds=EVERYTHING,
    options=PdfOptions,
    write_files=_write,
)
