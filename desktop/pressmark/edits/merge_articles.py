"""The articles of a merge: their heads, texts and annotations, united one by one."""

import hashlib
from collections.abc import Iterable, Mapping

from pressmark.edits.disputes import Decisions
from pressmark.edits.hands import Hands
from pressmark.edits.merge_rules import ANNOTATION, HEAD
from pressmark.edits.merge_sides import Conflict, Sides, lost_in
from pressmark.edits.reanchoring import Carrier
from pressmark.edits.record_union import Union, union
from pressmark.edits.three_way import fingerprint
from pressmark.model.annotation import Annotation
from pressmark.model.annotations import Annotations
from pressmark.model.article import Article, ArticleHead, ArticleLink
from pressmark.model.project import Project


class UnitedArticles:
    """The articles of a merge with their annotations, while they are being united."""

    def __init__(self, sides: Sides, decisions: Decisions, hands: Hands) -> None:
        self.conflicts: list[Conflict] = []
        self._sides = sides
        self._decisions = decisions
        self._hands = hands
        heads = union(sides.of(_heads), HEAD, decisions.on("article"))
        self.lost = lost_in("article", heads)
        self._heads = heads.records
        self._texts: dict[str, str] = {}
        self._annotations: dict[str, dict[str, Annotation]] = {}
        self.kept = list(heads.kept)
        for key in sorted({*sides.ours.articles, *sides.theirs.articles}):
            self._unite(key)

    def articles(self) -> Iterable[Article]:
        """Return the united articles."""
        for key, head in self._heads.items():
            yield Article(head, self._texts[key], Annotations.of(self._annotations[key].values()))

    def bring_back(self, annotation_id: str) -> list[str]:
        """Put back an annotation that was deleted on one side while the other relates to it."""
        if any(annotation_id in held for held in self._annotations.values()):
            return []
        for side in self._sides:
            place = side.places.get(annotation_id) if side else None
            if side is not None and place is not None:
                carried = self._carried(side, place).get(annotation_id)
                if carried is not None:
                    is_gone = place not in self._heads  # with all that was in it
                    self._heads.setdefault(place, side.articles[place].head)
                    self._annotations.setdefault(place, {})[annotation_id] = carried
                    return [place, annotation_id] if is_gone else [annotation_id]
        return []

    def _unite(self, key: str) -> None:
        held = [side.articles.get(key) if side else None for side in self._sides]
        base, ours, theirs = (one.open() if one else None for one in held)
        self._texts[key] = self._text(key, base, ours, theirs)
        annotations = union(
            self._sides.of(lambda side: self._standing(side, key)),
            ANNOTATION,
            self._decisions.on("annotation"),
        )
        if key not in self._heads:
            known = base.annotations.ids() if base else ()
            if not annotations.kept and set(annotations.records) <= set(known):
                return  # the article goes, and nobody worked in it
            self._heads[key] = next(one.head for one in (ours, theirs) if one is not None)
            self.kept.append(key)
        self.kept += annotations.kept
        self._annotations[key] = self._copies(annotations) | annotations.records

    def _copies(self, annotations: Union[Annotation]) -> dict[str, Annotation]:
        """Return the versions that lost, as copies whose ids both versions decide."""
        copies = {}
        for key, loser in annotations.losers.items():
            prints = sorted(fingerprint(one) for one in (annotations.records[key], loser))
            name = hashlib.sha256(" ".join((key, *prints)).encode()).hexdigest()[:32]
            copies[name] = self._hands.copied(annotations.records[key], loser, name)
            self.conflicts.append(Conflict("annotation", key, name))
        return copies

    def _text(
        self, key: str, base: Article | None, ours: Article | None, theirs: Article | None
    ) -> str:
        """Return the text that stays; the other, where both changed it, becomes an article."""
        texts = sorted({one.text for one in (ours, theirs) if one is not None})
        if len(texts) == 1:
            return texts[0]
        changed = [text for text in texts if base is None or text != base.text]
        stays = changed[-1]
        for other in changed[:-1]:
            name = hashlib.sha256(f"{key} {other}".encode()).hexdigest()[:16]
            link = ArticleLink(type="new-version-of", to=key)
            self._heads[name] = ArticleHead(id=name, links=(link,), added=self._heads[key].added)
            self._texts[name], self._annotations[name] = other, {}
            self.conflicts.append(Conflict("article", key, name))
        return stays

    def _standing(self, side: Project, key: str) -> dict[str, Annotation]:
        """Return a side's annotations in an article, but copies that were settled away."""
        if key not in side.articles:
            return {}
        carried, gone = self._carried(side, key), self._decisions.copies
        return {name: one for name, one in carried.items() if name not in gone}

    def _carried(self, side: Project, key: str) -> dict[str, Annotation]:
        """Return a side's annotations as they stand in the text that stays."""
        article = side.article(key)
        if article.text == self._texts[key]:
            return {one.id: one for one in article.annotations}
        carrier = Carrier(article.text, self._texts[key])
        carried = ((one, carrier.annotation(one)) for one in article.annotations)
        return {one.id: new for one, new in carried if new is not None}


def _heads(project: Project) -> Mapping[str, ArticleHead]:
    return {key: one.head for key, one in project.articles.items()}
