"""Any text with any spans, out and home again through every format: nothing is lost unsaid."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import regex
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pressmark.formats.format import Format
from pressmark.formats.selection import Selection
from pressmark.model.annotation import Annotation, quoted
from pressmark.model.annotations import Annotations
from pressmark.model.article import Article, ArticleHead
from pressmark.model.ids import article_id
from pressmark.model.project import Project, assemble
from pressmark.model.span import Span
from tests.formats import nasty
from tests.formats.sets import bare
from tests.formats.test_coming_home import THERE_AND_BACK, home
from tests.formats.test_losses import marks

_PIECES = (
    *("word", "Said", "a", " ", "  ", "\n", "\n\n", "\t", ".", "...", "“", "”", "«", "»", "'", '"'),
    *(
        "😀",
        "🇺🇦",
        "👩‍👩‍👧",
        "e\u0301",
        "\u0301",
        "𝔸",
        "שלום",
        "قال",
        "\u200f",
        "\u2067",
        "한국",
        "각",
        "。",
    ),
    *("\u00a0", "\u2028", "\u2029", "\u0085", "\u200b", "\u200d", "\ufeff", "\ufffd", "\u00ad"),
    *("\0", "\x01", "\x07", "\x0b", "\x0c", "\x1b[31m", "\x1c", "\x7f", "\ufffe", "\uffff"),
    *(
        "=1+1",
        "+2",
        "-3",
        "@x",
        "<b>",
        "&amp;",
        "]]>",
        "<!--",
        "\\",
        "\\n",
        "{}",
        "[[1]]",
        "\\u0041",
    ),
    *(
        "B-PER",
        "-DOCSTART-",
        "# x",
        "T1\t",
        "O",
        ",",
        ";",
        "|",
        "_",
        "%",
        "%00",
        "’" * 9,
        "x" * 300,
    ),
)
_WORDS = regex.compile(r"(?:(?=\w)\X)+|\X")
"""What is marked begins and ends so: where no words are said, offsets are told by that."""
_TELLING = "Talks 😀 resumed today."
"""With a word tagged after the emoji, what offsets count is never in doubt."""
TEXTS = st.lists(st.sampled_from(_PIECES) | st.text(max_size=3), min_size=1, max_size=14)


@st.composite
def projects(draw: st.DrawFn) -> Project:
    """Return a project of some articles, with spans that end where words or signs do."""
    told = _annotation("telling.0", _TELLING, Span(8, 15), "quote")
    head = ArticleHead(id=article_id(_TELLING), added=nasty.TIME)
    articles = {head.id: Article(head, _TELLING, Annotations.of([told]))}
    for _ in range(2):
        text = "".join(draw(TEXTS)).replace("\r", "") or "x"
        name = article_id(text)
        edges = st.sampled_from([0, *(one.end() for one in _WORDS.finditer(text))])
        pairs = draw(st.lists(st.tuples(edges, edges), max_size=5))
        spans = [Span(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]]
        labels = [draw(st.sampled_from(nasty.LABELS)) for _ in spans]
        held = zip(spans, labels, strict=True)
        notes = [_annotation(f"{name}.{at}", text, *one) for at, one in enumerate(held)]
        head = ArticleHead(id=name, title=draw(st.sampled_from(_PIECES)), added=nasty.TIME)
        articles[name] = Article(head, text, Annotations.of(notes))
    whole = Project(id="any", title="Any", label_set=nasty.label_set())
    return assemble(whole, articles.values())


def _annotation(name: str, text: str, span: Span, label: str) -> Annotation:
    pieces, prefix, suffix = quoted(text, (span,))
    return Annotation(
        id=name,
        label=label,
        fragments=(span,),
        text=pieces,
        prefix=prefix,
        suffix=suffix,
        annotator="reader",
        created=nasty.TIME,
        changed=nasty.TIME,
    )


@pytest.mark.parametrize("form", THERE_AND_BACK, ids=lambda one: one.id)
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=25)
@given(project=projects())
def test_whatever_a_text_holds_comes_home(form: Format[Any], project: Project) -> None:
    losses = form.losses(Selection(project=project))
    with TemporaryDirectory() as folder:
        came = home(form, project, Path(folder), bare(project.label_set))
    announced = {one.annotation for one in losses.annotations}
    missing = marks(project) - marks(came)
    assert missing >= marks(project, losses.gone)
    assert not missing - marks(project, announced)
    for article in came.opened():
        assert article.text == project.article(article.head.id).text
