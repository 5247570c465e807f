"""What somebody asks to read: a file, a folder or a zip, and the format that it is of."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any

from pressmark.errors import FormatError
from pressmark.formats.bundle import Bundle, NeighbourBundle, bundle_at
from pressmark.formats.format import Format
from pressmark.formats.long_file import HELD, LongFile
from pressmark.formats.recoding import in_utf_8
from pressmark.formats.registry import FORMATS, format_of

_SETS_ALONE = frozenset({".qdpx", ".qdc", ".spacy"})
"""How names end that no article has."""


@dataclass(frozen=True, slots=True)
class Source:
    """A source's bytes or files (see `ReadRequest`), and its format: None if it is no set."""

    data: bytes | LongFile
    bundle: Bundle | None
    form: Format[Any] | None

    @property
    def held(self) -> bytes:
        """The bytes of what is no set; FormatError `too-large` (`limit`)."""
        if isinstance(self.data, LongFile):
            raise FormatError("too-large", limit=HELD)
        return self.data

    def watched(self, progressed: Callable[[int, int], None]) -> "Source":
        """Return the same source: how far its reader is, in bytes, is told where it is long."""
        if not isinstance(self.data, LongFile) or self.form is None:
            return self
        return replace(self, data=self.data.watched(progressed, self.form.passes))


def is_called_a_set(path: Path) -> bool:
    """Say whether a file has a name that annotation sets alone have."""
    return path.suffix.casefold() in _SETS_ALONE


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

    A zip that is of no format, and holds no single file that is, counts as any other file. One
    that is too large to be held is not read yet. FormatErrors of `bundle_at`.
    """
    bundle = bundle_at(path)
    if bundle is None:
        if path.is_file() and path.stat().st_size > HELD:
            source = _long(path.name, LongFile.at(path), NeighbourBundle(path), form)
            return source if source.form else replace(source, data=read_bytes(path))
        data = in_utf_8(read_bytes(path))
        return Source(data, NeighbourBundle(path), form or format_of(path.name, data))
    found = form or _format_of_bundle(bundle)
    if found is not None and found.reads_bundles:
        return Source(b"", bundle, found)
    if len(bundle.names) == 1:
        (name,) = bundle.names
        if bundle.long(name).size > HELD:
            return _long(name, bundle.long(name), bundle, form)
        data = bundle.read(name)
        found = form or format_of(name, data)
        if found is not None:
            return Source(data, bundle, found)
    if form is None and is_called_a_set(path):
        raise FormatError("needs-files", format="REFI-QDA")
    return Source(read_bytes(path), None, form)


def streamed(name: str, stream: IO[bytes], form: Format[Any] | None = None) -> Source:
    """Take in what comes but once, as a file that stands alone; a long one waits on the disk."""
    data = stream.read(HELD + 1)
    if len(data) > HELD:
        return _long(name, LongFile.copied(data, stream), None, form)
    data = in_utf_8(data)
    return Source(data, None, form or format_of(name, data))


def _long(name: str, file: LongFile, bundle: Bundle | None, form: Format[Any] | None) -> Source:
    """Open a file that is too large to be held."""
    return Source(file, bundle, form or format_of(name, file.beginning))


def _format_of_bundle(bundle: Bundle) -> Format[Any] | None:
    return next(
        (one for one in FORMATS if one.read and one.claims_bundle and one.claims_bundle(bundle)),
        None,
    )
