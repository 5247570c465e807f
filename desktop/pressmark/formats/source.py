"""What somebody asks to read: a file, a folder or a zip, and the format that it is of."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pressmark.errors import FormatError
from pressmark.formats.bundle import Bundle, NeighbourBundle, bundle_at
from pressmark.formats.format import Format
from pressmark.formats.registry import FORMATS, format_of


@dataclass(frozen=True, slots=True)
class Source:
    """A source's bytes or files (see `ReadRequest`), and its format: None if it is no set."""

    data: bytes
    bundle: Bundle | None
    form: Format[Any] | None


def folder_format(folder: Path) -> Format[Any] | None:
    """Return the format whose files a folder holds; None: each of its files is its own source."""
    try:
        bundle = bundle_at(folder)
        return _format_of_bundle(bundle) if bundle is not None else None
    except FormatError:
        return None  # too many files, or one too large, for any set: they may be articles


def source_at(
    path: Path, read_bytes: Callable[[Path], bytes], form: Format[Any] | None = None
) -> Source:
    """Open a source, its format detected unless it is given; `read_bytes` reads a single file.

    A zip that is of no format, and holds no single file that is, counts as any other file.
    FormatErrors of `bundle_at`.
    """
    bundle = bundle_at(path)
    if bundle is None:
        data = read_bytes(path)
        return Source(data, NeighbourBundle(path), form or format_of(path.name, data))
    found = form or _format_of_bundle(bundle)
    if found is not None and found.reads_bundles:
        return Source(b"", bundle, found)
    if len(bundle.names) == 1:
        (name,) = bundle.names
        data = bundle.read(name)
        found = form or format_of(name, data)
        if found is not None:
            return Source(data, bundle, found)
    return Source(read_bytes(path), None, form)


def _format_of_bundle(bundle: Bundle) -> Format[Any] | None:
    return next(
        (one for one in FORMATS if one.read and one.claims_bundle and one.claims_bundle(bundle)),
        None,
    )
