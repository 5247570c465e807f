"""An article as the bytes of its file: its head at once, the rest when it is opened."""

import re
import weakref
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import replace

from pressmark.errors import ProjectFileError, RecordError
from pressmark.model.annotation import Annotation
from pressmark.model.annotations import Annotations
from pressmark.model.article import Article, ArticleHead, Shelved
from pressmark.model.json import Json
from pressmark.store.first_line import head_bytes, text_start
from pressmark.store.records import from_json
from pressmark.store.strict_json import read_json
from pressmark.store.verification import Finding, verified

_NUMBER = re.compile(r"annotations\.(\d+)")
_RECENT = 256
"""How many opened articles of a file stay open."""

Recent = deque["weakref.ref[KeptArticle]"]
"""The articles of one file that are open now, the last opened last.

It owns none of them: a project that nobody has any more goes at once, without the collector, which
is told to leave alone what was loaded.
"""


class KeptArticle:
    """A closed article: `head`, how many annotations of each label, and its bytes in the file.

    `kept` is the article's own lines in the layout of a project file, never changed but for the
    head, where another one was given to it. `line` is
    the number of the first of them, from 1, or None where the file is laid out otherwise.
    `recent` is shared by the articles of one file: those that are open now.
    """

    __slots__ = (
        "__weakref__",
        "_article",
        "_ids",
        "_is_headless",
        "_lines",
        "_recent",
        "_repaired",
        "counts",
        "damage",
        "head",
        "line",
    )

    def __init__(
        self,
        head: ArticleHead,
        counts: Mapping[str, int],
        kept: memoryview,
        line: int | None,
        recent: Recent,
    ) -> None:
        self.head = head
        self._ids: tuple[str, ...] | None = None
        self.counts = counts
        self._lines = kept
        self._is_headless = False
        self.line = line
        self.damage: Finding | None = None
        self._article: Article | None = None
        self._recent = recent
        self._repaired = False

    def __eq__(self, other: object) -> bool:
        """Say whether it is the same article as `other`, open or closed."""
        if isinstance(other, KeptArticle):
            return self.kept == other.kept or self.open() == other.open()
        return isinstance(other, Article) and self.open() == other

    def __hash__(self) -> int:
        """Return what equal articles share."""
        return hash(self.head.id)

    @property
    def kept(self) -> memoryview:
        """The article's lines, put together where it has another head than they say."""
        if not self._is_headless:
            return self._lines
        return memoryview(head_bytes(self.head) + self._lines)

    def with_head(self, head: ArticleHead) -> "Shelved":
        """Return it with another head: closed, if its lines say plainly where their head is over.

        ProjectFileError `damaged-article` where it is known that it cannot be read.
        """
        start = 0 if self._is_headless else text_start(bytes(self._lines))
        if start is None or self._repaired or self.damage is not None:
            return replace(self.open(), head=head)
        lines = self._lines[start:]
        made = KeptArticle(head, self.counts, lines, self.line, self._recent)
        made._is_headless = True
        if self._article is not None:
            made._hold(replace(self._article, head=head))
        return made

    def know_ids(self, ids: Iterable[str]) -> None:
        """Learn the ids of the annotations from who has them at hand."""
        self._ids = tuple(ids)

    def annotation_ids(self) -> Iterable[str]:
        """Return the ids of the annotations (ProjectFileError `damaged-article`)."""
        return self._ids if self._ids is not None else self.open().annotations.ids()

    def open(self) -> Article:
        """Return the article, parsed and verified (ProjectFileError `damaged-article`)."""
        article = self._article
        if article is None:
            article, findings = self.read()
            self._repaired = any(one.kind == "repaired" for one in findings)
            self._hold(article)
        return article

    def _hold(self, article: Article) -> None:
        self._article = article
        self._recent.append(weakref.ref(self))
        if len(self._recent) > _RECENT and (oldest := self._recent.popleft()()):
            oldest.close()

    def close(self) -> None:
        """Forget the parsed article; it can be opened again."""
        self._article = None

    def read(self) -> tuple[Article, tuple[Finding, ...]]:
        """Return the article and what was found in it, without keeping it open.

        ProjectFileError `damaged-article` where it cannot be read; `damage` then says why.
        """
        damage = self.damage
        if damage is None:
            try:
                return self._read()
            except RecordError as error:
                damage = self.declare_damaged(error.facts)
        raise ProjectFileError(
            "damaged-article",
            id=self.head.id,
            record=damage.record,
            where=damage.where,
            line=damage.line,
            reason=damage.reason,
        )

    def declare_damaged(self, facts: Mapping[str, object]) -> Finding:
        """Lock the article: `facts` are those of a RecordError about its own lines."""
        where = str(facts.get("where", ""))
        record = _NUMBER.match(where)
        line = facts.get("line", int(record[1]) + 2 if record else 1)
        self.damage = Finding(
            kind="damaged",
            article=self.head.id,
            record=str(facts.get("id", "")),
            where=where,
            line=self.line + line - 1 if self.line and isinstance(line, int) else None,
            reason=str(facts["reason"]),
        )
        return self.damage

    def is_as_kept(self, *, anew: bool) -> bool:
        """Say whether a file is to take `kept`: nothing was repaired, or it cannot be opened."""
        if not anew:
            return not self._repaired
        try:
            self.open()
        except ProjectFileError:
            return True
        return False

    def _read(self) -> tuple[Article, tuple[Finding, ...]]:
        match read_json(bytes(self.kept)):
            case {"text": str(text), "annotations": list(records)}:
                pass
            case _:
                raise RecordError(where="text", reason="shape")
        if not all(zone.span.fits(len(text)) for zone in self.head.zones):
            raise RecordError(where="zones", reason="bad-span")
        annotations = [_annotation(at, record) for at, record in enumerate(records)]
        fitting, findings = verified(self.head.id, text, annotations)
        return Article(self.head, text, Annotations.of(fitting)), findings


def _annotation(at: int, value: Json) -> Annotation:
    """Return the annotation that stands as number `at` in an article."""
    try:
        return from_json(Annotation, value)
    except RecordError as error:
        facts = error.facts
    named = value.get("id", "") if isinstance(value, dict) else ""
    where = f"annotations.{at}.{facts['where']}"
    raise RecordError(where=where, id=named, reason=facts["reason"])
