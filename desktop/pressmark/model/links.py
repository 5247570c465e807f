"""How the articles of a project are linked, found from the end that a link points to."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from immutables import Map

from pressmark.model.article import CORRECTION, ArticleHead


class Backlink(NamedTuple):
    """A link seen from where it points to: its type, and the id of the article that has it."""

    type: str
    article: str


@dataclass(frozen=True, slots=True)
class Links:
    """A lookup from an article's id to the links that point there. Made by `of`.

    An article that another one corrects is an earlier text: it stays, and is out of sight.
    """

    _to: Map[str, frozenset[Backlink]] = field(default_factory=Map)

    @classmethod
    def of(cls, heads: Iterable[ArticleHead]) -> "Links":
        """Return the links of these articles."""
        to: dict[str, frozenset[Backlink]] = {}
        for head in heads:
            for link in head.links:
                to[link.to] = to.get(link.to, frozenset()) | {Backlink(link.type, head.id)}
        return cls(Map(to))

    def to(self, article_id: str) -> tuple[Backlink, ...]:
        """Return what links point to an article, by type and id."""
        return tuple(sorted(self._to.get(article_id, ())))

    def later(self, article_id: str) -> tuple[str, ...]:
        """Return the ids of the articles that correct this one."""
        return tuple(link.article for link in self.to(article_id) if link.type == CORRECTION)

    def is_superseded(self, article_id: str) -> bool:
        """Say whether this is an earlier text, which another article corrects.

        Articles that only correct each other in a ring, as a merge may leave them, are not.
        """
        if article_id not in self._to:
            return False
        seen, waiting = {article_id}, [*self.later(article_id)]
        while waiting:
            one = waiting.pop()
            later = self.later(one)
            if not later:
                return True
            waiting += set(later) - seen
            seen.update(later)
        return False

    def superseded(self) -> frozenset[str]:
        """Return the ids of all earlier texts."""
        return frozenset(one for one in self._to if self.is_superseded(one))

    def with_(self, head: ArticleHead) -> "Links":
        """Return these with the links of an article that was not there."""
        to = self._to
        for link in head.links:
            held = to.get(link.to, frozenset())
            to = to.set(link.to, held | {Backlink(link.type, head.id)})
        return Links(to)

    def without(self, head: ArticleHead) -> "Links":
        """Return these without the links of an article."""
        to = self._to
        for link in head.links:
            left = to.get(link.to, frozenset()) - {Backlink(link.type, head.id)}
            if left:
                to = to.set(link.to, left)
            elif link.to in to:
                to = to.delete(link.to)
        return Links(to)
