"""What is in a file, read in this very process: what the child does, and readers of containers."""

from collections.abc import Iterator

from pressmark.articles.extract import Found, Wishes
from pressmark.articles.kinds import ArticleKind, kind_by_id, kind_of
from pressmark.errors import ArticleFileError
from pressmark.store.frame import begins_as_project


def kind_for(data: bytes, wishes: Wishes) -> ArticleKind:
    """Return the kind that is wished for, or else the one a file's bytes look like.

    ArticleFileError `is-project` for a project, `unsupported` for kinds that are not read.
    """
    if begins_as_project(data):
        raise ArticleFileError("is-project")
    return kind_by_id(wishes.kind) or kind_of(data, wishes.name)


def found_in(data: bytes, wishes: Wishes) -> Iterator[Found]:
    """Yield what a file's bytes hold, at least one; ArticleFileError where that is nothing."""
    is_empty = True
    for found in kind_for(data, wishes).read(data, wishes):
        is_empty = False
        yield found
    if is_empty:
        raise ArticleFileError("no-article")
