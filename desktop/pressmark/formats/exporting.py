"""Writing a selection: checked for losses first, then whole or not at all."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pressmark.errors import CancelledError, FormatError
from pressmark.formats.format import Format
from pressmark.formats.selection import Selection
from pressmark.store.save import write_file


def export(  # noqa: PLR0913 -- what, how and where to write, and how to follow the work
    form: Format,
    selection: Selection,
    path: Path,
    options: Any,  # noqa: ANN401 -- an instance of the format's own options class
    *,
    cancelled: Callable[[], bool] = lambda: False,
    progressed: Callable[[int, int], None] = lambda _done, _total: None,
) -> None:
    """Write a selection to a file through the one save routine; nothing is left of a failed try.

    FormatError `write-only-in`; ProjectFileError of `write_file`; CancelledError as soon as
    `cancelled` says so. `progressed` is told chunks written and about how many there will be.
    """
    if form.write is None:
        raise FormatError("no-writer", format=form.id)
    total = len(selection.shelf())
    write_file(path, _watched(form.write(selection, options), total, cancelled, progressed))


def _watched(
    chunks: Iterator[bytes],
    total: int,
    cancelled: Callable[[], bool],
    progressed: Callable[[int, int], None],
) -> Iterator[bytes]:
    for done, chunk in enumerate(chunks, start=1):
        if cancelled():
            raise CancelledError
        yield chunk
        progressed(min(done, total), total)
