"""How an article is linked to others, in words: what its page and the menu offer."""

from collections.abc import Iterator
from dataclasses import dataclass

from pressmark.model.article import CORRECTION, ArticleHead
from pressmark.model.project import Project
from pressmark.ui.panels.words import one_line, value_words
from pressmark.ui.words import counted, in_marks
from pressmark.ui.words import phrase as _t
from pressmark.ui.words import translated as _tr

_LONGEST = 80


@dataclass(frozen=True, slots=True)
class LinkLine:
    """One link of an article: what is said of it, and the two texts by their ids, old and new.

    `other` is the end that is not this article; `may_go_back` that this one can become it again.
    The new one has the link, of type `type`.
    """

    words: str
    old: str
    new: str
    other: str
    type: str
    may_go_back: bool = False


def link_lines(project: Project, article_id: str) -> tuple[LinkLine, ...]:
    """Return a line for each link from or to an article whose other end is there."""
    return (*_from(project, article_id), *_to(project, article_id))


def _from(project: Project, article_id: str) -> Iterator[LinkLine]:
    for link in project.articles[article_id].head.links:
        if link.to not in project.articles or link.to == article_id:
            continue
        words = {
            CORRECTION: _tr("Corrected from an earlier text"),
            "new-version-of": _tr("New version of {title}"),
            "reprint-of": _tr("Reprint of {title}"),
            "translation-of": _tr("Translation of {title}"),
        }.get(link.type, value_words(link.type) + " {title}")
        words = words.replace("{title}", article_name(project, link.to))
        is_correction = link.type == CORRECTION
        if is_correction:
            words += _stayed(project, link.to)
        yield LinkLine(words, link.to, article_id, link.to, link.type, may_go_back=is_correction)


def _to(project: Project, article_id: str) -> Iterator[LinkLine]:
    for link in project.links.to(article_id):
        if link.article == article_id:
            continue
        words = {
            CORRECTION: _tr("This is an earlier text; it was corrected"),
            "new-version-of": _tr("There is a newer version: {title}"),
            "reprint-of": _tr("Reprinted: {title}"),
            "translation-of": _tr("Translated: {title}"),
        }.get(link.type, value_words(link.type) + " {title}")
        words = words.replace("{title}", article_name(project, link.article))
        yield LinkLine(words, article_id, link.article, link.article, link.type)


def _stayed(project: Project, earlier: str) -> str:
    count = sum(project.articles[earlier].counts.values())
    told = counted(_t("{n} annotation stays with it"), _t("{n} annotations stay with it"), count)
    return f" · {told}" if count else ""


def article_name(project: Project, article_id: str) -> str:
    """Return what an article is called where it is not looked at."""
    head: ArticleHead = project.articles[article_id].head
    name = one_line(head.title or head.source or "")
    if not name:
        return _tr("an untitled article")
    return in_marks(name if len(name) <= _LONGEST else name[:_LONGEST] + "…")
