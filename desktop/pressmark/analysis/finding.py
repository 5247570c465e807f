"""What a check finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pressmark.model.annotation import Annotation
from pressmark.model.article import Article
from pressmark.model.project import Project


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is worth a look: its `code`, where it is (ids), and a fact to name."""

    code: str
    article: str
    annotation: str
    fact: str = ""


Check = Callable[[Project, Article, Annotation], Iterator[Finding]]
"""What looks at one annotation of an article of a project."""
