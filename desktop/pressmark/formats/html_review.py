"""HTML: one page to send to a colleague, marked as on screen; it loads and runs nothing."""

from collections.abc import Iterator

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pressmark.formats.format import EVERYTHING, Format, NoOptions
from pressmark.formats.marked_text import DEEPEST, paragraphs
from pressmark.formats.review_rows import Review
from pressmark.formats.review_themes import LINES, review_themes
from pressmark.formats.selection import Selection
from pressmark.paths import resource


def _write(selection: Selection, options: NoOptions) -> Iterator[bytes]:
    """Yield the head of the page, then each article with its table, then the end."""
    del options
    templates = Environment(
        loader=FileSystemLoader(resource("templates", "review")),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    review = Review(selection)
    head = templates.get_template("head.html")
    yield head.render(
        review=review, themes=review_themes(), lines=LINES, lanes=range(DEEPEST + 1)
    ).encode()
    body = templates.get_template("article.html")
    for article in selection.opened():
        # HTML has no NUL; the mark for what could not be shown has its length.
        page = body.render(review=review, article=article, paragraphs=paragraphs(article))
        yield page.replace("\0", "\ufffd").encode()
    yield templates.get_template("foot.html").render().encode()


HTML = Format(
    id="html",
    name="HTML report",
    about="One page with the marked text and a table. Opens in any browser, prints well.",
    suffix=".html",
    group="reading",
    holds=EVERYTHING,
    options=NoOptions,
    write=_write,
)
