"""What a salvage lacks: told by record, as well as what is left of it allows."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pressmark.errors import RecordError
from pressmark.model.project import Project
from pressmark.store.checking import check_articles
from pressmark.store.first_line import AFTER_TEXT
from pressmark.store.strict_json import read_json

_BEGINNING = re.compile(
    rb'\{\s*+"id"\s*+:\s*+"([A-Za-z0-9._-]{1,64})"(?:\s*+,\s*+("[a-z]+")\s*+:)?'
)
_SECOND_KEYS = {
    b'"title"': "article",
    b'"label"': "annotation",
    b'"fragments"': "annotation",
    b'"type"': "relation",
    b'"name"': "entity",
    b'"order"': "judgement",
}
_FRAME = {b'{"f': "frame", b'"label_set"': "label_set", b'"annotators"': "annotators"}
_WORDS = re.compile(rb'"text"\s*+:\s*+\[\s*+("[^"\\]*+(?:\\.[^"\\]*+)*+")')
THERE = frozenset({"mended", "no-article", "new-id", "moved", "text-differs", "anchor-differs"})
"""The reasons of what is there all the same, though not as it was."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Missing:
    """Something of the file that is not in the salvaged project, or not as it was.

    `line` counts from 1, 0 where nobody can tell. `what` is "frame", "label_set", "annotators",
    "entity", "article", "annotation", "relation", "judgement", "line" (nobody can tell) or "rest":
    the file ends early. `id` is the record's, "" where it cannot be read, `article` the id of the
    article it stood in, `words` what it quotes, as far as that is known. `reason` is "unreadable",
    "duplicate-id", "bad-span", "no-end" (of a relation), what is wrong with its JSON, or one of
    `THERE`: "mended" (an article, with as much of head and text as can be read), "no-article" (an
    annotation whose article is missing, in one made of what such annotations quote), "new-id" (its
    own was taken, or is none), "moved" (its words stood elsewhere than it said), "text-differs",
    "anchor-differs" (they do not stand in the article).
    """

    line: int
    what: str
    id: str = ""
    reason: str = "unreadable"
    article: str = ""
    words: str = ""

    @property
    def is_lost(self) -> bool:
        """Whether it is not there at all; of a duplicate, the other one is."""
        return self.reason not in THERE and self.reason != "duplicate-id"


def missing_record(number: int, record: bytes, reason: str, article: str) -> Missing:
    """Return what a line that cannot be taken seems to have been."""
    named = _BEGINNING.match(record)
    known = [what for key, what in _FRAME.items() if record.startswith(key)]
    if named is not None and named[2] in _SECOND_KEYS:
        known = [_SECOND_KEYS[named[2]]]
    elif record.endswith(AFTER_TEXT):
        known = ["article"]
    elif b'"fragments"' in record:
        known = ["annotation"]
    what = known[0] if known else "line"
    return Missing(
        line=number,
        what=what,
        id=named[1].decode() if named else "",
        reason=reason,
        article=article if what == "annotation" else "",
        words=_words(record) if what == "annotation" else "",
    )


def _words(record: bytes) -> str:
    """Return the first words that the damaged line of an annotation quotes."""
    quoted = _WORDS.search(record)
    if quoted is None:
        return ""
    try:
        return str(read_json(quoted[1]))
    except RecordError:
        return quoted[1][1:-1].decode(errors="replace")


_CHANGED = {"repaired": "moved", "text-differs": "text-differs", "anchor-differs": "anchor-differs"}


def changed_annotations(project: Project, lines: Mapping[str, int]) -> Iterator[Missing]:
    """Yield what is not where it said, or does not match its text; `lines` are those of ids."""
    for checked in check_articles(project):
        for one in checked.findings:
            if one.kind in _CHANGED:
                annotation = project.article(one.article).annotations[one.record]
                yield Missing(
                    line=lines.get(one.record, 0),
                    what="annotation",
                    id=one.record,
                    reason=_CHANGED[one.kind],
                    article=one.article,
                    words="".join(annotation.text[:1]),
                )
