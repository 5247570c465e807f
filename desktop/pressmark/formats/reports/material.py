"""What reports are made from: a selection's annotations, numbered, and where each stands.

Only what is said of articles stays in memory; an annotation is fetched when its turn comes.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from immutables import Map

from pressmark.analysis.figures import Figure, figures
from pressmark.analysis.notes import Notebook, Noted
from pressmark.formats.pseudonyms import Pseudonyms
from pressmark.formats.reports.blocks import Fact, Line, Marked, Quotation, Words, line
from pressmark.formats.review_rows import Review, Source
from pressmark.formats.selection import Selection
from pressmark.formats.web_urls import web_url
from pressmark.formats.wording import ENGLISH, Wording, tied
from pressmark.model.annotation import Annotation
from pressmark.model.article import Article, ArticleHead
from pressmark.model.project import Project
from pressmark.model.relations import Relations
from pressmark.phrases import phrases


class Entry(NamedTuple):
    """An annotation and where it stands: the article's head and title, the paragraph from 1."""

    annotation: Annotation
    head: ArticleHead
    title: str
    paragraph: int


class _Opened(NamedTuple):
    """What the entries of an article share: `starts` are those of its paragraphs."""

    head: ArticleHead
    title: str
    starts: Sequence[int]

    def entry(self, annotation: Annotation) -> Entry:
        """Return an annotation with the paragraph that it begins in."""
        paragraph = max(1, bisect_right(self.starts, annotation.span.start))
        return Entry(annotation, self.head, self.title, paragraph)


class Material:
    """A selection as a report sees it: whoever writes a section asks here.

    `say` has the words that are the report's own.
    """

    def __init__(
        self, selection: Selection, *, has_articles: bool, wording: Wording = ENGLISH
    ) -> None:
        self.selection = selection
        self.say = wording
        self.words = Review(selection, wording)
        self._has_articles = has_articles
        self._at: _Opened | None = None

    @property
    def project(self) -> Project:
        """The project."""
        return self.selection.project

    @cached_property
    def relations(self) -> Relations:
        """The relations between what is selected."""
        return self.selection.relations()

    @property
    def sources(self) -> tuple[Source, ...]:
        """The articles, numbered as they stand."""
        return tuple(self.words.sources)

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        """The figures of what is selected, by their ids."""
        chosen = {one.head.id for one in self.selection.shelf()}
        noted = [
            Noted(one.head, tuple(note for note in one.notes if self.words.holds(note.id)))
            for one in Notebook().read(self.project)
            if one.head.id in chosen
        ]
        if not self.selection.pseudonyms:
            return {one.id: one for one in figures(self.project, noted)}
        veils = Pseudonyms(self.project)
        project = replace(self.project, annotators=Map(veils.annotators()))
        return {one.id: one for one in figures(project, map(veils.noted, noted))}

    def labelled(self, label_id: str) -> Sequence[str]:
        """Return the ids of the annotations with a label, in the order of the articles."""
        return self.words.labelled.get(label_id, ())

    def entry(self, annotation_id: str) -> Entry:
        """Return a selected annotation and where it stands; its article is opened for that."""
        place = self.project.places[annotation_id]
        if self._at is None or self._at.head.id != place:
            self._at = self._opened(self.project.article(place))
        return self._at.entry(self.selection.annotation(annotation_id))

    def _opened(self, article: Article) -> "_Opened":
        return _Opened(article.head, self.words.title(article), _paragraph_starts(article))

    def tag(self, annotation: Annotation) -> Words:
        """Return the tag of an annotation, which leads to its record where there is one."""
        target = f"r-{annotation.id}" if self._has_articles else ""
        mark = self.words.mark(annotation.label)
        return Words(self.words.tag(annotation.id), "tag", mark=mark, target=target)

    def tags(self, ids: Iterable[str]) -> Line:
        """Return the tags of annotations, one after the other; those that are not here go by."""
        found = [self.tag(self.selection.annotation(one)) for one in ids if self.words.holds(one)]
        return tuple(words for tag in found for words in (tag, Words(" ")))[:-1]

    def quotation(self, entry: Entry, *, facts: bool = True) -> Quotation:
        """Return an annotation's words with their source, and with `facts` what is known."""
        annotation = entry.annotation
        return Quotation(
            self.tag(annotation),
            quoted_words(annotation),
            self.citation(entry),
            tuple(self.facts(annotation)) if facts else (),
            entry.head.language or "",
            annotation.note or "",
        )

    def marked(self, article: Article) -> Marked:
        """Return an article with its marks and the records of its annotations."""
        opened = self._opened(article)
        head = article.head
        date = self.say.date(head.published or "")
        about = ", ".join(filter(None, (head.source, head.byline, date)))
        count = len(article.annotations)
        return Marked(
            article,
            opened.title,
            line(about, ", " if about and head.url else "", *_address(head.url, "")),
            self.say.counted(phrases("{n} annotation", "{n} annotations"), count),
            tuple(self._record(opened.entry(one)) for one in article.annotations),
        )

    def _record(self, entry: Entry) -> Quotation:
        annotation, say = entry.annotation, self.say
        sure = say.confidence(annotation.confidence or "")
        asides = (
            self.words.label_title(annotation),
            tied(say.tr("paragraph {n}", n=str(entry.paragraph))),
            say.tr("{level} confidence", level=sure) if sure else "",
            say.tr("flagged") if annotation.flag else "",
            self.words.annotator(annotation) if len(self.words.annotators) > 1 else "",
        )
        return replace(
            self.quotation(entry),
            tag=replace(self.tag(annotation), target=f"a-{annotation.id}"),
            source=line(" · ".join(filter(None, asides))),
            facts=(*self.facts(annotation), *self._ties(annotation)),
            anchor=f"r-{annotation.id}",
        )

    def _ties(self, annotation: Annotation) -> Iterator[Fact]:
        """Yield what an annotation is related to, by the names of the relations."""
        for tie in self.words.ties(annotation.id):
            words = (
                Words(tie.words, "tag", tie.mark, f"r-{tie.other}")
                if tie.other
                else Words(tie.words)
            )
            asides = f" ({', '.join(tie.asides)})" if tie.asides else ""
            said = line(words, Words(asides, "muted"), f": {tie.note}" if tie.note else "")
            yield Fact(f"← {tie.kind}" if tie.backwards else tie.kind, said)

    def facts(self, annotation: Annotation) -> Iterator[Fact]:
        """Yield the attributes of an annotation by their titles."""
        for title, sayings in self.words.attributes(annotation):
            said = [
                f"{one.words} ({one.names})" if one.words and one.names else one.words or one.names
                for one in sayings
            ]
            yield Fact(title, line("; ".join(filter(None, said))))

    def citation(self, entry: Entry) -> Line:
        """Return where words stand: outlet, byline, title, date, address, paragraph."""
        head, say = entry.head, self.say
        title = say.tr("“{title}”", title=entry.title)
        date = say.date(head.published or "")
        before = ", ".join(filter(None, (head.source, head.byline, title, date)))
        place = tied(say.tr("paragraph {n}", n=str(entry.paragraph)))
        return line(f"{before}, ", *_address(head.url, ", "), place)

    def short_citation(self, entry: Entry) -> Line:
        """Return where words stand, in brief: outlet, or else title, date and paragraph."""
        head = entry.head
        date = self.say.date(head.published or "")
        place = f"¶\u00a0{entry.paragraph}"
        return line(", ".join(filter(None, (head.source or entry.title, date, place))))

    def value(self, annotation: Annotation, attribute: str) -> str:
        """Return one attribute in words, names of entities before the article's; "" if unset."""
        return ", ".join(one.names or one.words for one in self.words.said(annotation, attribute))


def quoted_words(annotation: Annotation) -> str:
    """Return the words of an annotation on one line, with an ellipsis for each gap."""
    return " … ".join(" ".join(text.split()) for text in annotation.text)


def address(url: str | None) -> Line:
    """Return an address; only one of the web leads there."""
    return line(*_address(url, ""))


def _address(url: str | None, after: str) -> Iterator[Words]:
    if url:
        yield Words(url, url=web_url(url) or "")
        yield Words(after)


def _paragraph_starts(article: Article) -> Sequence[int]:
    """Return where the paragraphs begin; blank lines are none."""
    starts, at = [], 0
    for paragraph in article.text.split("\n"):
        if paragraph.strip():
            starts.append(at)
        at += len(paragraph) + 1
    return starts
