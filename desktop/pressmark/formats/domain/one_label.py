"""Formats that are for the annotations of one label."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from pressmark.formats.format import Lost
from pressmark.formats.selection import Selection
from pressmark.model.annotation import Annotation
from pressmark.model.article import Article
from pressmark.model.attribute import Anchor, anchors
from pressmark.model.project import Project


class Found(NamedTuple):
    """An annotation and the article that it stands in."""

    article: Article
    annotation: Annotation

    def anchors(self, attribute: str) -> tuple[Anchor, ...]:
        """Return what an attribute points at."""
        return anchors(self.annotation.attributes.get(attribute))

    def words(self, attribute: str) -> str | None:
        """Return an attribute that is text, a date or a choice; None if there is none."""
        value = self.annotation.attributes.get(attribute)
        return value if isinstance(value, str) and value else None

    @property
    def text(self) -> str:
        """The words of the annotation, with an ellipsis for each gap."""
        return " … ".join(self.annotation.text)


def annotations_of(label: str, article: Article) -> Iterator[Found]:
    """Yield the annotations with a label."""
    return (Found(article, one) for one in article.annotations if one.label == label)


def others_lost(
    label: str, unfit: Callable[[Annotation], str | None] = lambda _one: None
) -> Callable[[Selection, object], tuple[Lost, ...]]:
    """Return what finds the annotations that a format for one label leaves out.

    `unfit` says of one with the label why it is left out all the same (a code), or None.
    """

    def lost(selection: Selection, _options: object) -> tuple[Lost, ...]:
        return tuple(
            Lost(article.head.id, one.id, why)
            for article in selection.opened()
            for one in article.annotations
            for why in ["other-label" if one.label != label else unfit(one)]
            if why is not None
        )

    return lost


def names_of(project: Project, found: tuple[Anchor, ...]) -> list[str]:
    """Return whom anchors name: entities by their names, else the words of the article."""
    named: dict[str, None] = {}
    for anchor in found:
        entities = [
            project.entities[one].name for one in anchor.entities if one in project.entities
        ]
        words = " ".join((anchor.text or "").split())
        named |= dict.fromkeys(entities or ([words] if words else []))
    return list(named)
