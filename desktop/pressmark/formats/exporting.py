"""Writing a selection: through the one save routine, whole or not at all."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from pressmark.errors import CancelledError, FormatError
from pressmark.formats.format import Format
from pressmark.formats.selection import Selection
from pressmark.formats.zipping import zipped
from pressmark.store.frame import begins_as_project
from pressmark.store.save import write_file

OptionsT = TypeVar("OptionsT")
_BEGINNING = 4096
_ZIP = ".zip"


def export(  # noqa: PLR0913 -- what, how and where to write, and how to follow the work
    form: Format[OptionsT],
    selection: Selection,
    path: Path,
    options: OptionsT,
    *,
    cancelled: Callable[[], bool] = lambda: False,
    progressed: Callable[[int, int], None] = lambda _done, _total: None,
) -> None:
    """Write a selection to a file, in a zip where its name ends in .zip.

    A failed or cancelled try leaves what was there. Look at `form.losses(selection)` first.
    FormatError `read-only-format`, `replaces-project` (no export takes the place of a project,
    sound or damaged); the ProjectFileErrors of `write_file`; CancelledError as soon as `cancelled`
    says so. `progressed` is told articles done and articles in all.
    """
    if form.write is None:
        raise FormatError("read-only-format", format=form.id)
    if _is_project(path):
        raise FormatError("replaces-project", path=path)
    total = len(selection.shelf())
    chunks = _watched(form.write(selection, options), total, cancelled, progressed)
    if path.suffix.lower() == _ZIP:
        chunks = zipped(chunks, path.stem.removesuffix(form.suffix) + form.suffix)
    write_file(path, chunks)


def _is_project(path: Path) -> bool:
    with suppress(OSError):
        if path.is_file():
            with path.open("rb") as file:
                return begins_as_project(file.read(_BEGINNING))
    return False


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
