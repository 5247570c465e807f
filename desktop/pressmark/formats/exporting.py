"""Writing a selection: through the one save routine, whole or not at all."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from pressmark.errors import CancelledError, FormatError
from pressmark.formats.format import Format, Piece
from pressmark.formats.selection import Selection
from pressmark.formats.zipping import zipped
from pressmark.store.frame import begins_as_project
from pressmark.store.save import write_file
from pressmark.store.save_folder import write_beside, write_folder

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

    A format of many files makes a folder, or one file with others beside it where it has a main
    one and the name has a suffix. A folder takes the place only of files that it writes itself.
    A failed or cancelled try leaves what was there. Look at `form.losses(selection)` first.
    FormatError `read-only-format`, `no-package`, `replaces-project` (no export takes the place of
    a project, sound or damaged), `needs-folder` (the options make more than one main file); the
    ProjectFileErrors of `write_file` and `write_folder`; CancelledError as soon as `cancelled`
    says so. `progressed` is told articles done and articles in all.
    """
    if not form.is_written:
        raise FormatError("read-only-format", format=form.id)
    form.require()
    if _is_project(path):
        raise FormatError("replaces-project", path=path)
    total = len(selection.shelf())
    pieces = _watched(_pieces(form, selection, options, path), total, cancelled, progressed)
    if path.suffix.lower() == _ZIP:
        write_file(path, zipped(pieces))
    elif _is_one_file(form, path):
        write_file(path, (piece.data for piece in pieces))
    elif path.suffix and form.suffix != _ZIP and not path.is_dir():
        write_beside(path.parent, _beside(form, path, pieces))
    else:
        write_folder(path, pieces)


def _pieces(
    form: Format[OptionsT], selection: Selection, options: OptionsT, path: Path
) -> Iterator[Piece]:
    if form.write_files is not None and not _is_one_file(form, path):
        yield from form.write_files(selection, options)
    elif form.write is not None:
        name = path.stem.removesuffix(form.suffix) + form.suffix
        yield from (Piece(name, data) for data in form.write(selection, options))


def _is_one_file(form: Format[OptionsT], path: Path) -> bool:
    """Say whether a format writes one file: it knows no others, or the name asks for one."""
    asked = form.write_files is None or path.suffix.lower() == form.suffix
    return form.write is not None and asked


def _beside(form: Format[OptionsT], path: Path, pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Give the main file the name of `path`, and the others that name before their own."""
    for name, data in pieces:
        stem, _, ending = name.partition(".")
        if name in form.beside:
            yield Piece(f"{path.stem}.{name}", data)
        elif stem == form.main:
            is_main = path.suffix == f".{ending}"
            yield Piece(path.name if is_main else f"{path.stem}.{ending}", data)
        elif form.in_volumes:
            yield Piece(f"{path.stem}{name.removeprefix(form.main)}", data)
        else:
            raise FormatError("needs-folder", path=path)


def write_picture(path: Path, picture: bytes) -> None:
    """Write a picture to a file, whole or not at all; with the errors of `export`."""
    if _is_project(path):
        raise FormatError("replaces-project", path=path)
    write_file(path, [picture])


def _is_project(path: Path) -> bool:
    with suppress(OSError):
        if path.is_file():
            with path.open("rb") as file:
                return begins_as_project(file.read(_BEGINNING))
    return False


def _watched(
    pieces: Iterator[Piece],
    total: int,
    cancelled: Callable[[], bool],
    progressed: Callable[[int, int], None],
) -> Iterator[Piece]:
    done, last = 0, Piece("", b"")
    for piece in pieces:
        if cancelled():
            raise CancelledError
        yield piece
        done += not _is_company(piece.name, last.name)
        last = piece
        progressed(min(done, total), total)
    progressed(total, total)


def _is_company(name: str, other: str) -> bool:
    """Say whether these are two files of one article, called alike but for the ending."""
    return name != other and name.rpartition(".")[0] == other.rpartition(".")[0]
