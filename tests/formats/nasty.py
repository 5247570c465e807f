"""Documents that have made trouble in some format somewhere, with spans at every awkward place.

`DOCS` are as foreign files may hold them, with CR line ends and BOMs; `project()` is what they
become here. Offsets are code points, end-exclusive, and never cut a grapheme cluster.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import regex
from immutables import Map

from pressmark.formats.folding import Folded
from pressmark.model.annotation import Annotation, quoted
from pressmark.model.annotations import Annotations
from pressmark.model.article import Article, ArticleHead
from pressmark.model.label_set import Label, LabelSet, RelationType
from pressmark.model.project import Project, assemble
from pressmark.model.records import Annotator, Relation
from pressmark.model.relations import Relations
from pressmark.model.span import Span

LABELS = ("claim", "quote", "sanction", "denial")
TIME = "2026-01-02T03:04:05Z"
READER = Annotator(id="reader", name="A Reader")

TEXTS = {
    "plain": "The ministry said on Monday that the talks had failed.",
    "one-letter": "a",
    "empty": "",
    "blank": " ",
    "blank-lines": "\n\n\n",
    "padded": "  \n She denied it. \n\n",
    "emoji": "😀 Talks 🚀 resumed 😀😀 today 🎉",
    "flags": "🇺🇦🇰🇷 agreed; 🇪🇺 did not; 🇬🇧",
    "zwj": "The 👩‍👩‍👧‍👦 family and 👩🏽‍🚒 left 🏳️‍🌈",
    "skin-and-keycap": "👍🏿 1️⃣ said no ❤️",
    "nfd": "Cafe\u0301 re\u0301sume\u0301 Zu\u0308rich A\u030angstro\u0308m",
    "nfc": "Café résumé Zürich Ångström",
    "stacked-marks": "Z\u0351\u036b\u0343a\u0363\u0350l\u0348\u035ago said",
    "mathematical": "𝔸𝔹 equals 𝒞 or 𐍈",
    "crlf": "First line.\r\nSecond 😀 line.\r\n\r\nThird line, she said.\r\n",
    "cr": "Old line.\rAnother line.\r\rLast line.",
    "mixed-ends": "One\nTwo\r\nThree\rFour\n\r\nFive\r\r\nSix",
    "tabs": "Name\tRank\tSaid\n\tnothing\t\n",
    "nbsp": "10\u00a0000\u00a0tonnes of\u202fgrain\u2007left",
    "spaces": "em\u2003en\u2002thin\u2009ideographic\u3000end",
    "zero-width": "ban\u200bned zero\u200cwidth\u2060joined",
    "soft-hyphen": "sanc\u00adtions are im\u00adposed",
    "hebrew": "השר אמר: ״לא היה הסכם״, והכחיש.",
    "arabic": "قال الوزير: «لم نوافق» ثم غادر.",
    "persian": "او گفت: «نمی\u200cخواهیم» و رفت.",
    "bidi-marks": "The \u2067שלום\u2069 \u200fsaid\u200e \u202bno\u202c.",
    "korean": "외무성 대변인은 “제재는 부당하다”고 말했다.",
    "jamo": "\u1112\u1161\u11ab\u1100\u1173\u11af said",
    "chinese": "外交部发言人表示：“我们反对制裁。”",
    "japanese": "大臣は「制裁を解除する」と述べた。ｶﾞ",
    "ukrainian": "Міністр сказав: «Санкції запроваджено» — і пішов.",
    "thai": "รัฐมนตรีกล่าวว่า “ไม่จริง” เมื่อวานนี้",
    "hindi": "मंत्री ने कहा कि क्षत्रिय झूठ है।",
    "bom": "\ufeffThe text begins with a mark.",
    "inner-bom": "The text has\ufeff a mark within.",
    "line-separators": "One\u2028two\u2029three\u0085four",
    "odd-controls": "page\x0cbreak\x0btab\x1cfile\x1dgroup\x1erecord",
    "markup": "<b>He & she</b> said \"no\" &amp; 'yes' <!-- x -->",
    "escapes": 'back\\slash "quote" \\n {brace} [bracket] \\u0041',
    "formula": "=1+1\n+2\n-3\n@cmd",
    "separators": "a,b;c|d:e#f%g$h",
    "columns": "-DOCSTART- -X- O O\n\nB-PER\tI-PER\n# text = x",
    "long-line": "word said " * 2_000 + "end",
    "many-lines": "He said so.\n" * 300,
}


@dataclass(frozen=True)
class NastyDoc:
    """A text as a peer may hold it, and its spans with their labels."""

    name: str
    text: str
    spans: tuple[tuple[int, int, str], ...]


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield spans: whole and twice, at both ends, adjacent, crossing, nested, over line ends."""
    edges = [0, *(cluster.end() for cluster in regex.finditer(r"\X", text))]
    last = len(edges) - 1
    if not last:
        return
    wanted = [
        (0, last),
        (0, last),
        (0, 1),
        (last - 1, last),
        (0, last // 2),
        (last // 2, last),
        (last // 4, last * 3 // 4),
        (last // 3, last // 2),
        (last // 3 + 1, last // 3 + 3),
        (1, last - 1),
    ]
    breaks = [at for at in range(1, last - 1) if text[edges[at] : edges[at + 1]] in {"\n", "\r\n"}]
    wanted += [(at - 1, at + 2) for at in breaks[:2]]
    for start, end in wanted:
        if 0 <= start < end <= last:
            yield edges[start], edges[end]


def _doc(name: str, text: str) -> NastyDoc:
    labelled = (
        (start, end, LABELS[number % len(LABELS)])
        for number, (start, end) in enumerate(_spans(text))
    )
    return NastyDoc(name, text, tuple(labelled))


DOCS = tuple(_doc(name, text) for name, text in TEXTS.items())
GAPS = (((0, 3), (9, 13)), ((4, 8), (12, 13), (40, 54)))
"""Annotations of more than one fragment, in the text of "plain"."""


def label_set() -> LabelSet:
    supports = RelationType(id="supports", title="Supports")
    labels = tuple(Label(id=one, title=one.title()) for one in LABELS)
    return LabelSet(name="nasty", labels=labels, relations=(supports,))


@cache
def project(*, gaps: bool = False) -> Project:
    """Return all of it as a project; `gaps` adds annotations of more than one fragment."""
    articles = [_article(doc.name, doc.text, [((s, e),) for s, e, _ in doc.spans]) for doc in DOCS]
    if gaps:
        articles.append(_article("gaps", TEXTS["plain"], GAPS))
    relations = [
        Relation(id=f"{one.head.id}.r", type="supports", from_=f"{one.head.id}.0", to=other)
        for one in articles
        if (other := f"{one.head.id}.1") in one.annotations
    ]
    bare = Project(
        id="nasty",
        title="Nasty",
        label_set=label_set(),
        annotators=Map({READER.id: READER}),
        relations=Relations.of(relations),
    )
    return assemble(bare, articles)


def spans_of(project: Project) -> dict[str, list[tuple[tuple[Span, ...], str]]]:
    """Return the fragments and labels of every article by its id, to compare."""
    return {
        name: sorted((one.fragments, one.label) for one in shelved.open().annotations)
        for name, shelved in project.articles.items()
    }


def _article(name: str, raw: str, fragments: Iterable[Iterable[tuple[int, int]]]) -> Article:
    folded = Folded(raw)
    moved = [tuple(filter(None, (folded.span(*one) for one in each))) for each in fragments]
    annotations = [
        _annotation(f"{name}.{number}", folded.text, each, LABELS[number % len(LABELS)])
        for number, each in enumerate(moved)
        if each
    ]
    return Article(
        ArticleHead(id=name, title=f"About {name}", added=TIME),
        folded.text,
        Annotations.of(annotations),
    )


def _annotation(name: str, text: str, fragments: tuple[Span, ...], label: str) -> Annotation:
    pieces, prefix, suffix = quoted(text, fragments)
    return Annotation(
        id=name,
        label=label,
        fragments=fragments,
        text=pieces,
        prefix=prefix,
        suffix=suffix,
        annotator=READER.id,
        created=TIME,
        changed=TIME,
    )
