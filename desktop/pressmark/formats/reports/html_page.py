"""The page of the HTML report, block by block: set by templates that escape all words."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import count

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from pressmark.formats.marked_text import DEEPEST, paragraphs
from pressmark.formats.plots.marks import chart_marks
from pressmark.formats.plots.svg import svg
from pressmark.formats.reports.blocks import Block, Chart, Marked, Table
from pressmark.formats.review_rows import Review
from pressmark.formats.review_themes import LINES, MarkStyle, review_themes
from pressmark.paths import resource

_BUFFERED = 1_000
"""How many pieces of a table are handed on at once: it may have a row for each annotation."""
_COLOURS = {name: f"var(--{name})" for name in ("paper", "ink", "muted", "hairline")}


class HtmlPage:
    """Sets blocks as HTML, one by one."""

    def __init__(self, review: Review) -> None:
        self._title = review.project.title
        self._review = review
        marks = chart_marks(review.project.label_set, review_themes()["light"])
        self._marks = {key: _of_the_page(mark) for key, mark in marks.items()}
        self._numbers = count(1)
        self._article = _template("article")
        self._macros = _template("blocks").module

    def head(self) -> str:
        """Return what stands before the first block."""
        head = _template("head")
        lanes = range(DEEPEST + 1)
        return head.render(
            language=self._review.wording.language,
            title=self._title,
            themes=review_themes(),
            lines=LINES,
            lanes=lanes,
        )

    def foot(self) -> str:
        """Return what stands after the last."""
        return _template("foot").render()

    def block(self, block: Block) -> Iterator[str]:
        """Yield a block, most of them in one piece."""
        if isinstance(block, Table):
            table = _template("table").stream(block=block)
            table.enable_buffering(_BUFFERED)
            yield from table
        elif isinstance(block, Marked):
            article = block.article
            yield self._article.render(
                review=self._review,
                block=block,
                article=article,
                paragraphs=paragraphs(article),
            )
        else:
            macro = getattr(self._macros, type(block).__name__.lower())
            drawn = (self._drawn(block),) if isinstance(block, Chart) else ()
            yield str(macro(block, *drawn))

    def _drawn(self, chart: Chart) -> Markup:
        prefix = f"c{next(self._numbers)}-"
        drawn = svg(chart.drawing, self._marks, _COLOURS, chart.title, prefix)
        return Markup(drawn)  # noqa: S704 -- svg() escapes every word in it


@cache
def _template(name: str) -> Template:
    templates = Environment(
        loader=FileSystemLoader(resource("templates", "report")),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    return templates.get_template(f"{name}.html")


def _of_the_page(mark: MarkStyle) -> MarkStyle:
    """Return a mark in the colours that the page has by day, by night and on paper."""
    return replace(mark, colour=f"var(--{mark.id})", wash=f"var(--{mark.id}-wash)")
