"""The lines of a journal: what they look like, and how they are read after whatever happened."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from pressmark.edits.articles import AddArticle
from pressmark.edits.edit import Edit
from pressmark.edits.transaction import Transaction
from pressmark.errors import RecordError
from pressmark.model.json import Json
from pressmark.store.records import edit_to_json, transaction_to_json
from pressmark.store.shelf import KeptArticle
from pressmark.store.strict_json import json_bytes, read_json

LIMIT = 1 << 20
"""How many bytes a transaction may take; one that takes more is kept by saving the project."""

_SUM = 16
_TAIL = len(b', "sum": ""}\n') + _SUM


class Entry(NamedTuple):
    """A transaction in a journal: its sequence number and its line, None where that is too long."""

    seq: int
    line: bytes | None


class Saved(NamedTuple):
    """The note that a file of this SHA-256 is about to hold everything up to `through`."""

    sha256: str
    through: int


@dataclass(frozen=True, slots=True)
class JournalFile:
    """What a journal holds, up to its first damaged line (`damaged`, from 1; None: sound).

    `project` is the project's id and `base` the SHA-256 of the file that the entries follow;
    both are "" where the first line itself is damaged.
    """

    project: str
    base: str
    entries: tuple[Entry, ...] = ()
    saved: tuple[Saved, ...] = ()
    damaged: int | None = None

    @property
    def last(self) -> int:
        """The highest sequence number in it, or 0."""
        return max((*(one.seq for one in self.entries), *(one.through for one in self.saved), 0))

    def missing_from(self, sha256: str) -> tuple[Entry, ...] | None:
        """Return the entries that a file of this SHA-256 lacks; None: it is no file of theirs."""
        through = [one.through for one in self.saved if one.sha256 == sha256]
        if through:
            return tuple(one for one in self.entries if one.seq > max(through))
        return self.entries if sha256 == self.base else None


UNREADABLE: Final = JournalFile("", "")
"""What stands for a journal that is there and cannot be read."""


def journal_path(project: Path) -> Path:
    """Return where the journal of a project file is."""
    return project.parent / f"{project.name}.journal"


def head_line(project_id: str, base: str) -> bytes:
    """Return the first line of a journal."""
    return summed(
        {"format": "pressmark-journal", "version": 1, "project": project_id, "base": base}
    )


def saved_line(saved: Saved) -> bytes:
    """Return the line that stands just before the project file is replaced."""
    return summed({"saved": saved.sha256, "through": saved.through})


def entry(seq: int, transaction: Transaction, *, again: bool = False) -> Entry:
    """Return the entry of a transaction (RecordError where no file could hold it).

    One that does `again` what was there before is known to fit in a file, however long it is.
    """
    if not is_short(transaction.edits, known=again):
        return Entry(seq, None)
    line = summed({"seq": seq, "transaction": transaction_to_json(transaction)})
    return Entry(seq, line if len(line) <= LIMIT else None)


def is_short(edits: Iterable[Edit], *, known: bool = False) -> bool:
    """Say whether a line can hold these edits (RecordError where no file could).

    Each is written by itself: all of them together might take more memory than there is. Of those
    that are `known` to fit in a file, none is looked at that follows the limit.
    """
    size = 0
    for edit in edits:
        size += _size(edit)
        if known and size > LIMIT:
            return False
    return size <= LIMIT


def _size(edit: Edit) -> int:
    match edit:
        case AddArticle(article=KeptArticle() as closed):
            return len(closed.kept)
    return len(json_bytes(edit_to_json(edit)))


def summed(facts: dict[str, Json]) -> bytes:
    """Return an object as a line that ends with its own checksum, under the key "sum"."""
    body = json_bytes(facts)
    return b'%b, "sum": "%b"}\n' % (body[:-1], _sum(body))


def is_sound(line: bytes) -> bool:
    """Say whether a line made by `summed` is as it was written."""
    body = line[:-_TAIL] + b"}"
    return line == b'%b, "sum": "%b"}\n' % (body[:-1], _sum(body))


def facts_of(line: bytes) -> dict[str, Json] | None:
    """Return what a line made by `summed` says, or None where it is damaged."""
    if not is_sound(line):
        return None
    try:
        facts = read_json(line[:-_TAIL] + b"}")
    except RecordError:
        return None
    return facts if isinstance(facts, dict) else None


def read_journal(data: bytes) -> JournalFile:
    """Read a journal's bytes; a last line that is cut off was never kept, and is left out."""
    lines = data.split(b"\n")[:-1]
    head = facts_of(lines[0] + b"\n") if lines else {}
    if head is None:
        return _read(JournalFile("", ""), lines, damaged=1)
    project, base = head.get("project"), head.get("base")
    return _read(JournalFile(str(project or ""), str(base or "")), lines)


def _read(head: JournalFile, lines: list[bytes], damaged: int | None = None) -> JournalFile:
    entries: list[Entry] = []
    saved: list[Saved] = []
    for number, line in enumerate(lines[1:], start=2):
        match facts_of(line + b"\n"):
            case {"seq": int(seq), "transaction": dict()} if _follows(seq, entries, saved):
                entries.append(Entry(seq, line + b"\n"))
            case {"saved": str(sha256), "through": int(through)}:
                saved.append(Saved(sha256, through))
            case _:
                damaged = damaged or number
                break
    return JournalFile(head.project, head.base, tuple(entries), tuple(saved), damaged)


def _follows(seq: int, entries: list[Entry], saved: list[Saved]) -> bool:
    """Say whether nothing is missing before `seq`, but what a save has taken into the file."""
    if not entries:
        return True
    through = max((one.through for one in saved), default=0)
    return entries[-1].seq < seq <= max(entries[-1].seq, through) + 1


def _sum(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest()[:_SUM].encode()
