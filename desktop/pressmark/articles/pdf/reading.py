"""PDF as an article: its pages put together, running heads and notes in their place, remarks."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pressmark.articles.extract import Extract, Found, Remark, Wishes
from pressmark.articles.languages import language_of
from pressmark.articles.pdf.describing import address_in, description_of, headline_of
from pressmark.articles.pdf.document import Carried, carried_by, opened, read_pages
from pressmark.articles.pdf.hyphens import Joiner
from pressmark.articles.pdf.lines import Line, without_signs
from pressmark.articles.pdf.notes import number_of, take_notes, with_calls
from pressmark.articles.pdf.page import Page
from pressmark.articles.pdf.paragraphs import Paragraph, paragraphs_of
from pressmark.articles.pdf.running import Running, take_running
from pressmark.articles.pdf.weaving import HIDDEN, Part, number_ranges, unseen, woven
from pressmark.errors import ArticleFileError
from pressmark.model.article import Zone

_FURNITURE = ("page-header", "page-footer", "margin")
"""The kinds of zone of what surrounds the text on its pages."""
_DOUBTFUL = 0.03
"""Which share of letters without a meaning makes a text doubtful."""


@dataclass(frozen=True, slots=True)
class _Content:
    """What the pages hold, sorted out; `size` is how high the letters of the text are."""

    pages: Sequence[Page]
    paragraphs: Sequence[Paragraph]
    notes: Sequence[Line]
    running: Running
    size: float


def read_pdf(data: bytes, wishes: Wishes) -> Iterator[Found]:
    """Read a PDF as one article.

    ArticleFileError `encrypted`, `damaged`, `scanned` where all of it is pictures of pages, and
    `no-article` where nothing is on its pages.
    """
    with opened(data) as document:
        carried = carried_by(document)
        pages = list(read_pages(document, carried))
        _refuse_wordless(pages, carried)
        content = _sorted_out(pages)
        headline = headline_of(content.paragraphs, content.size)
        joiner = Joiner(line.plain for one in content.paragraphs for line in one.lines)
        parts = _parts(content, joiner)
        left_out = wishes.boilerplate == "left-out"
        text, zones = woven(part for part in parts if not (left_out and part.zone in _FURNITURE))
        description = description_of(document, headline, text)
    gone = content.running.count if left_out else 0
    yield Extract(
        text=text,
        zones=zones,
        title=description.title,
        byline=description.byline,
        language=language_of((description.language,), text),
        keywords=description.keywords,
        url=address_in([*content.running.heads, *content.running.feet]),
        kind="pdf",
        remarks=tuple(_remarks(pages, carried, zones, joiner.joined, gone)),
    )


def _refuse_wordless(pages: Sequence[Page], carried: Carried) -> None:
    if any(page.lines or page.aside or page.hidden for page in pages if not page.scanned):
        return
    if any(page.scanned for page in pages):
        raise ArticleFileError("scanned")
    raise ArticleFileError("damaged" if carried.broken else "no-article")


def _sorted_out(pages: Sequence[Page]) -> _Content:
    running = take_running(pages)
    sizes = Counter[float]()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size, 1)] += len(line.text)
    size = sizes.most_common(1)[0][0] if sizes else 0.0
    notes = take_notes(pages, size)
    paragraphs = paragraphs_of([line for page in pages for line in page.lines])
    return _Content(pages, paragraphs, notes, running, size)


def _parts(content: _Content, joiner: Joiner) -> Iterator[Part]:
    numbers = {number for note in content.notes if (number := number_of(note))}
    body = [with_calls(_text(one, joiner), numbers) for one in content.paragraphs]
    body += [without_signs(_text(one, joiner)) for one in paragraphs_of(content.notes)]
    asides = [text for page in content.pages for text in page.aside]
    running = content.running
    hidden = [text for page in content.pages for text in page.hidden]
    yield from (Part(text, "page-header") for text in running.heads)
    yield from map(Part, body)
    yield from (Part(text, "margin") for text in dict.fromkeys(asides))
    yield from (Part(text, "page-footer") for text in running.feet)
    visible = [*running.heads, *body, *asides, *running.feet]
    yield from (Part(text, HIDDEN) for text in unseen(hidden, visible))


def _text(paragraph: Paragraph, joiner: Joiner) -> str:
    lines = [line.text for line in paragraph.lines]
    return "\n".join(lines) if paragraph.table else joiner.join(lines)


def _remarks(
    pages: Sequence[Page], carried: Carried, zones: Sequence[Zone], joined: int, left_out: int
) -> Iterator[Remark]:
    hidden = tuple(zone.span for zone in zones if zone.kind == HIDDEN)
    scanned = [page.number + 1 for page in pages if page.scanned]
    recognised = [page.number + 1 for page in pages if page.recognised]
    attached = [*carried.attachments, *(name for page in pages for name in page.attached)]
    letters = sum(page.letters for page in pages)
    doubtful = sum(page.doubtful for page in pages)
    if doubtful > _DOUBTFUL * letters:
        yield Remark(code="low-confidence", count=doubtful)
    told = (
        Remark(code="hidden-text", count=len(hidden), spans=hidden),
        Remark(code="scanned-pages", count=len(scanned), fact=number_ranges(scanned)),
        Remark(code="dynamic-form", count=carried.is_dynamic),
        Remark(code="recognised-pages", count=len(recognised), fact=number_ranges(recognised)),
        Remark(code="broken-pages", count=len(carried.broken), fact=number_ranges(carried.broken)),
        Remark(code="boilerplate-left-out", count=left_out),
        Remark(code="joined-words", count=joined),
        Remark(code="left-out-pictures", count=sum(page.pictures for page in pages)),
        Remark(code="left-out-comments", count=sum(page.comments for page in pages)),
        Remark(code="left-out-attachment", count=len(attached), fact=", ".join(attached)),
        Remark(code="left-out-scripts", count=carried.scripts),
    )
    yield from (remark for remark in told if remark.count)
