"""What was done to a project, when and by whom, through restarts: NAME.pressmark.history.

Append-only, a line a step, in the order it was done. Losing it loses no saved work.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pressmark.edits.edit import Edit
from pressmark.edits.history import Done
from pressmark.edits.transaction import Transaction
from pressmark.errors import ProjectFileError, RecordError
from pressmark.model.json import Json
from pressmark.store.disk import (
    BINARY,
    NO_LINKS,
    failure,
    read_file,
    sync_appended,
    sync_folder,
    write_all,
)
from pressmark.store.journal_file import LIMIT, facts_of, is_sound, summed
from pressmark.store.records import edit_from_json, edit_to_json, transaction_to_json
from pressmark.store.records import transaction_from_json as read_transaction

_SEQ = re.compile(rb'\{"seq": (\d{1,18}), ')


@dataclass(frozen=True, slots=True)
class Step:
    """A transaction that was done, by its number, with the edits that take it back.

    Of one that takes more than a megabyte only the title, time and annotator are kept, and
    `left_out` says how many edits it had. `before` and `after` name the states it lies between
    (`store.lineage`); "" where nobody wrote that down.
    """

    seq: int
    transaction: Transaction
    inverses: tuple[Edit, ...]
    left_out: int = 0
    before: str = ""
    after: str = ""

    @property
    def done(self) -> Done:
        """The step without its number."""
        return Done(self.transaction, self.inverses)


def history_path(project: Path) -> Path:
    """Return where the history of a project file is."""
    return project.parent / f"{project.name}.history"


def append_history(
    project: Path,
    steps: Iterable[tuple[int, Done]],
    states: Callable[[int], tuple[str, ...]] = lambda _seq: (),
) -> None:
    """Add steps to the history of a project file, durably (ProjectFileError: none was added).

    `states` are what the project has gone through up to the step of a number, youngest first.
    """
    lines = b"".join(_line(named_step(states, seq, done)) for seq, done in steps)
    path = history_path(project)
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | BINARY | NO_LINKS
    try:
        handle = os.open(path, flags, 0o600)
        try:
            _append(handle, lines)
        finally:
            os.close(handle)
        sync_folder(path.parent)
    except OSError as error:
        raise failure(error, path) from error


def read_history(project: Path) -> Iterator[Step]:
    """Yield the steps of a project file's history, oldest first; none where there is no history.

    A line that is damaged is passed over. After a crash steps may stand there that no file held
    and that were done again: of those with one number the last counts.
    """
    for line in history_lines(project).values():
        step = step_of(line)
        if step is not None:
            yield step


def history_lines(project: Path) -> dict[int, bytes]:
    """Return the lines of a history by the number of their step, for `step_of` to read each."""
    try:
        data = read_file(history_path(project))
    except ProjectFileError as error:
        if error.case != "missing":
            raise
        return {}
    lines: dict[int, bytes] = {}
    for line in data.split(b"\n"):
        number = _SEQ.match(line)
        if number is not None and is_sound(line + b"\n"):
            lines[int(number[1])] = line + b"\n"
    return dict(sorted(lines.items()))


def step_of(line: bytes) -> Step | None:
    """Return the step that a line of a history tells of; None where it cannot be read."""
    with suppress(RecordError):
        return _step(facts_of(line))
    return None


def last_seq(project: Path) -> int:
    """Return the number of the last step in a project file's history; 0 where there is none."""
    try:
        with history_path(project).open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - 2 * LIMIT))
            lines = file.read().split(b"\n")
    except OSError:
        return 0
    for line in reversed(lines):
        match facts_of(line + b"\n"):
            case {"seq": int(seq)}:
                return seq
    return 0


def _append(handle: int, lines: bytes) -> None:
    size = os.lseek(handle, 0, os.SEEK_END)
    if size:
        os.lseek(handle, size - 1, os.SEEK_SET)
        # After a crash the last line may be cut off: it must not swallow the next.
        lines = lines if os.read(handle, 1) == b"\n" else b"\n" + lines
    try:
        write_all(handle, lines)
        sync_appended(handle)
    except OSError:
        with suppress(OSError):
            os.ftruncate(handle, size)
        raise


def named_step(states: Callable[[int], tuple[str, ...]], seq: int, done: Done) -> Step:
    """Return a step with the names of the states before and after it."""
    before, after = (next(iter(states(one)), "") for one in (seq - 1, seq))
    return Step(seq, done.transaction, done.inverses, before=before, after=after)


def _line(step: Step) -> bytes:
    facts: dict[str, Json] = {
        "seq": step.seq,
        "before": step.before,
        "after": step.after,
        "transaction": transaction_to_json(step.transaction),
        "inverses": [edit_to_json(edit) for edit in step.inverses],
    }
    line = summed(facts)
    if len(line) <= LIMIT:
        return line
    short = {**transaction_to_json(step.transaction), "edits": []}
    left_out = len(step.transaction.edits)
    return summed({**facts, "transaction": short, "inverses": [], "left_out": left_out})


def _step(facts: dict[str, Json] | None) -> Step | None:
    match facts:
        case {"seq": int(seq), "transaction": transaction, "inverses": list(inverses), **rest}:
            left_out = rest.get("left_out", 0)
            return Step(
                seq,
                read_transaction(transaction),
                tuple(map(edit_from_json, inverses)),
                left_out if isinstance(left_out, int) else 0,
                str(rest.get("before", "")),
                str(rest.get("after", "")),
            )
    return None
