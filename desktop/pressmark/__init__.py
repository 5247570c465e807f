"""Pressmark: read news articles and tag what the text says.

For scripts: `pressmark.open("my.pressmark")` reads a project, and edits it through the same edits
as the window; see `pressmark.scripting`.
"""

from os import PathLike
from typing import TYPE_CHECKING

from pressmark.version import __version__

if TYPE_CHECKING:
    from pressmark.scripting import Script

__all__ = ["__version__", "open"]


def open(  # noqa: A001 -- `pressmark.open(...)` is what one looks for
    path: str | PathLike[str], *, write: bool = False, annotator: str | None = None
) -> "Script":
    """Open a project to read it or, with `write`, to edit it; close it, or use it in a `with`.

    `annotator` is the name of whose work the edits are: this user's where it is None.
    `pressmark.errors.ProjectFileError` says what is wrong with a file, EditError (at the edit) why
    something cannot be done.

        >>> with pressmark.open("my.pressmark") as project:
        ...     for article, annotation in project.annotations(label="quote"):
        ...         print(article.head.title, annotation.span.start, annotation.text)
    """
    from pressmark.scripting import opened  # noqa: PLC0415 -- the window begins without it

    return opened(path, write=write, annotator=annotator)
