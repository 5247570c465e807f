"""What an export makes on the disk: a file, a folder of files, or a zip of them."""

from pathlib import Path
from typing import Any

from pressmark.formats.format import Format
from pressmark.formats.splitting import WHOLE
from pressmark.store.export_choice import Shape

_ZIP = ".zip"


def shapes_of(form: Format[Any], options: object) -> tuple[Shape, ...]:
    """Return what a format can be written as with these options, the usual one first.

    The files of a split have no main one among them that could stand alone.
    """
    if form.write_files is None or form.in_volumes:
        return ("file",)
    if form.write is not None:
        return ("folder", "zip", "file")
    is_split = getattr(options, "split", WHOLE) != WHOLE
    return ("folder", "zip") if is_split or form.suffix == _ZIP else ("file", "folder", "zip")


def shaped(form: Format[Any], shape: Shape, path: Path) -> Path:
    """Return a path with the suffix that makes an export of that shape.

    The name of a folder has no dots: what comes after one would ask for a file.
    """
    name = path.name
    for suffix in (form.suffix, _ZIP):
        name = name.removesuffix(suffix)
    if shape == "folder":
        name = name.replace(".", "-")
    return path.with_name(name + {"file": form.suffix, "folder": "", "zip": _ZIP}[shape])
