"""A project with a corrected article, for tests of what passes over its earlier text."""

from pressmark.edits.amending import amending, amendment
from pressmark.edits.edit import Stamp
from pressmark.edits.transaction import Transaction, apply
from pressmark.model.article import Article, ArticleHead
from pressmark.model.ids import article_id
from pressmark.model.project import Project

STAMP = Stamp("anna", "2024-06-01T09:00:00Z")


def read(text: str) -> Article:
    """Return a text as it comes in."""
    return Article(ArticleHead(id=article_id(text), added=STAMP.time), text)


def corrected(project: Project, article: str, text: str) -> Project:
    """Return the project with the text of one of its articles corrected."""
    planned = amendment(project, article, read(text), "correction")
    step = Transaction("Correct", amending(project, planned, STAMP), STAMP)
    return apply(project, step)[0]
