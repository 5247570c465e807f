"""One article that may come in, or a part of a file that was refused; nothing here shows it."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from pressmark.analysis.reprint_search import Likeness
from pressmark.articles.extract import Wishes
from pressmark.articles.kinds import kind_by_id
from pressmark.articles.reading import ReadArticle
from pressmark.errors import ArticleFileError
from pressmark.model.article import Article, ArticleLink

Standing = Literal["fine", "look", "refused", "here"]
REPRINT = "reprint-of"

_TABLES = ("csv", "xlsx", "jsonl")
_OF_COLUMNS = ("no-text-column", "no-such-column")
_CURABLE = (*_OF_COLUMNS, "undecodable", "unknown-encoding")
"""Cases of errors that another way to read the file may put right."""
_HARMLESS = frozenset(
    {
        *("left-out-pictures", "left-out-described", "boilerplate-left-out", "left-out-page-files"),
        *("left-out-attachment", "left-out-links", "left-out-html", "left-out-plain"),
    }
)
"""Remarks on what is no part of an article, or there twice: told, but nothing to look at."""


@dataclass(slots=True, eq=False, kw_only=True)
class Newcomer:
    """What one row of the preview is about.

    `path` is the file, None for what was pasted: then `data` is that, and `caption` what it is
    called, "" for the clipboard. `part` says where in it the article stood. Exactly one of `read`,
    `refusal` and `here` (the id of the same article in the project) is there. `facts` are what
    somebody wrote about it, by the names of an article's fields. `link` is the type of its link to
    the article that it is `like`, "" for none. `likely` are the encodings that its file was taken
    for before it was read in another one.
    """

    path: Path | None
    data: bytes | None = None
    caption: str = ""
    kind: str = ""
    part: str = ""
    wishes: Wishes = field(default_factory=Wishes)
    read: ReadArticle | None = None
    refusal: ArticleFileError | None = None
    here: str = ""
    like: Likeness | None = None
    link: str = ""
    facts: dict[str, str | None] = field(default_factory=dict)
    likely: tuple[str, ...] = ()
    is_taken: bool = True

    @property
    def standing(self) -> Standing:
        """Whether it may come in, and whether somebody should look at it before."""
        if self.refusal is not None:
            return "refused"
        if self.read is None:
            return "here"
        one = self.read
        remarked = any(remark.code not in _HARMLESS for remark in one.extract.remarks)
        odd = bool(remarked or one.oddities or self.like)
        return "look" if odd or not one.certain else "fine"

    @property
    def comes_in(self) -> bool:
        """Whether it is to come in."""
        return self.read is not None and self.is_taken

    @property
    def may_be_cured(self) -> bool:
        """Whether it was refused, and another way to read it may help."""
        return self.refusal is not None and self.refusal.case in _CURABLE

    @property
    def is_worth_a_look(self) -> bool:
        """Whether somebody would want to see it before it comes in, or could cure it."""
        if self.read is None:
            return self.may_be_cured
        is_doubtful = bool(self.like) or not self.read.certain
        return is_doubtful or (not self.is_plain and self.path is not None)

    @property
    def is_of_table(self) -> bool:
        """Whether its file has columns that hold this or that."""
        case = self.refusal.case if self.refusal else ""
        return self.kind in _TABLES or case in _OF_COLUMNS

    @property
    def is_plain(self) -> bool:
        """Whether its kind of file leaves nothing to choose but the encoding."""
        kind = kind_by_id(self.kind)
        return kind is None or kind.plain

    @property
    def name(self) -> str:
        """The name of its file; "" for what was pasted."""
        return self.path.name if self.path else ""

    def article(self) -> Article:
        """Return the article with what was written about it and with its link.

        Only for one that was read.
        """
        if self.read is None:
            raise ValueError(self.name)
        article = self.read.article
        links = article.head.links
        if self.like and self.link:
            links = (*links, ArticleLink(type=self.link, to=self.like.other))
        head = replace(
            article.head,
            links=links,
            title=self.fact("title"),
            byline=self.fact("byline"),
            source=self.fact("source"),
            published=self.fact("published"),
            url=self.fact("url"),
            language=self.fact("language"),
        )
        return article.with_head(head)

    def liken(self, like: Likeness | None) -> None:
        """Have it linked as a reprint of the article it is like, unless somebody says otherwise."""
        self.like, self.link = like, REPRINT if like else ""

    @property
    def likely_encodings(self) -> tuple[str, ...]:
        """The encodings that its file may be in, the likeliest first, by Python's names."""
        if self.likely or self.read is None:
            return self.likely
        return (self.read.encoding, *(one.encoding for one in self.read.runners_up))

    def follow(self, before: "Newcomer | None") -> None:
        """Take over what somebody chose and wrote about it when its file was read another way."""
        if before is not None:
            self.facts, self.is_taken = before.facts, before.is_taken
            self.like, self.link = before.like, before.link
            self.likely = before.likely_encodings

    def fact(self, name: str) -> str | None:
        """Return what is known of a field of the article: as written, else as read."""
        if name in self.facts or self.read is None:
            return self.facts.get(name)
        known: str | None = getattr(self.read.article.head, name)
        return known
