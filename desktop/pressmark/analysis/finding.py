"""What a check finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from pressmark.analysis.entity_names import EntityNames
from pressmark.edits.edit import Stamp
from pressmark.model.annotation import Annotation
from pressmark.model.article import Article
from pressmark.model.project import Project


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is worth a look: its `code`, where it is (ids), and a fact to name.

    `record` is the id of what else it is about: a relation, an entity, another annotation.
    """

    code: str
    article: str
    annotation: str
    fact: str = ""
    record: str = ""

    @property
    def name(self) -> str:
        """What it is called where somebody lets it be: unique in its annotation."""
        return f"{self.code} {self.record}".strip()


Check = Callable[[Project, Article, Annotation], Iterator[Finding]]
"""What looks at one annotation of an article of a project."""


class Case(NamedTuple):
    """A finding with what it was found in, who is named there, and who would mend it when."""

    project: Project
    article: Article
    annotation: Annotation
    finding: Finding
    stamp: Stamp
    names: EntityNames
