"""What was done to a project, when and by whom, through restarts: NAME.pressmark.history.

Append-only, a line a step, in the order it was done, after a note of the save they are told for.
Losing it loses no saved work.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from mmap import ACCESS_READ, mmap
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
from pressmark.store.journal_file import LIMIT, facts_of, is_short, is_sound, summed
from pressmark.store.records import edit_from_json, edit_to_json, transaction_to_json
from pressmark.store.records import transaction_from_json as read_transaction

_NOTE = b'{"for": "'
"""How the note of a save begins; no line of a step has this in it, where quotes are escaped."""
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
    save: tuple[str, Iterable[str]] | None = None,
) -> None:
    """Add steps to the history of a project file, durably (ProjectFileError: none was added).

    `states` are what the project has gone through up to the step of a number, youngest first;
    `save` says for which save they are told: the SHA-256 of the project file that is to hold them,
    and those that the file may have until then.
    """
    lines = b"".join(_line(named_step(states, seq, done)) for seq, done in steps)
    if save is not None:
        lines = summed({"for": save[0], "over": [*sorted(save[1])]}) + lines
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


def forget_unsaved(project: Path, sha256: str) -> None:
    """Cut off what was told for a save that never came about, where the file is still of `sha256`.

    Those steps are in no file; what the journal has of them will be told again. ProjectFileError
    where it cannot be done.
    """
    path = history_path(project)
    try:
        handle = os.open(path, os.O_RDWR | BINARY | NO_LINKS)
        try:
            size = os.fstat(handle).st_size
            sound = _size_known_to(sha256, handle) if size else 0
            if sound < size:
                os.ftruncate(handle, sound)
                sync_appended(handle)
        finally:
            os.close(handle)
    except FileNotFoundError:
        return
    except OSError as error:
        raise failure(error, path) from error


def _size_known_to(sha256: str, handle: int) -> int:
    """Return how long a history is without what was told for saves that would have replaced it."""
    with mmap(handle, 0, access=ACCESS_READ) as data:
        sound = len(data)
        while (at := data.rfind(_NOTE, 0, sound)) >= 0:
            match facts_of(data[at : data.find(b"\n", at) + 1]):
                case {"for": str(saved), "over": list(replaced)} if sha256 in replaced:
                    if sha256 == saved:
                        break
                    sound = at
                case _:
                    break
    return sound


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
    facts: dict[str, Json] = {"seq": step.seq, "before": step.before, "after": step.after}
    if is_short((*step.transaction.edits, *step.inverses)):
        line = summed(
            {
                **facts,
                "transaction": transaction_to_json(step.transaction),
                "inverses": [edit_to_json(edit) for edit in step.inverses],
            }
        )
        if len(line) <= LIMIT:
            return line
    short = transaction_to_json(replace(step.transaction, edits=()))
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
