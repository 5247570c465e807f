"""A Hugging Face dataset as Parquet files, with its card: everything, typed and split.

pyarrow writes and reads the files; where it is not installed, the same rows go out as JSON lines.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from itertools import groupby, islice
from operator import itemgetter
from pathlib import PurePosixPath
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import IO, Any
from zipfile import ZipExtFile

from pressmark.errors import FormatError
from pressmark.formats.article_lines import article_lines
from pressmark.formats.bundle import Bundle
from pressmark.formats.foreign_sets import Object, take_foreign
from pressmark.formats.format import EVERYTHING, Format, Piece, ReadRequest, ReadSet
from pressmark.formats.hf_card import NAMES, dataset_card
from pressmark.formats.hf_rows import SHAPE, Row, line_of, row_of
from pressmark.formats.json_documents import Place
from pressmark.formats.long_file import BEGINNING, LongFile
from pressmark.formats.selection import Selection
from pressmark.formats.splitting import SplitOptions, parts_of
from pressmark.formats.zipping import Held

_SUFFIX, _MAGIC = ".parquet", b"PAR1"
_BATCH = 32
"""Rows in one go: an article may have a megabyte."""
_BUFFER = 2**20
"""How many bytes of a column are read ahead."""


def _write(selection: Selection, options: SplitOptions) -> Iterator[Piece]:
    selection = selection.complete()
    parts = parts_of(selection, options, NAMES)
    yield Piece("README.md", dataset_card(selection, parts, _SUFFIX, options))
    lines = groupby(article_lines(selection, parts), itemgetter(0))
    written = set()
    for part, group in lines:
        written.add(part)
        yield from _table(f"data/{part}{_SUFFIX}", (row_of(line) for _, line in group))
    for part in parts.keys() - written:
        yield from _table(f"data/{part}{_SUFFIX}", iter(()))


def _table(name: str, rows: Iterator[Row]) -> Iterator[Piece]:
    arrow: Any = import_module("pyarrow")
    parquet: Any = import_module("pyarrow.parquet")
    schema = arrow.schema([(column, _type(arrow, kind)) for column, kind in SHAPE.items()])
    sink = _Sink()
    with parquet.ParquetWriter(sink, schema) as writer:
        while batch := list(islice(rows, _BATCH)):
            writer.write_table(arrow.Table.from_pylist(batch, schema=schema))
            yield Piece(name, sink.taken())
    yield Piece(name, sink.taken())


class _Sink(Held):
    """A stream for pyarrow, which asks whether it is closed."""

    closed = False


def _type(arrow: Any, kind: Any) -> Any:  # noqa: ANN401 -- pyarrow has no types of its own
    if isinstance(kind, list):
        return arrow.list_(_type(arrow, kind[0]))
    if isinstance(kind, str):
        return getattr(arrow, "bool_" if kind == "bool" else kind)()
    return arrow.struct([(name, _type(arrow, one)) for name, one in kind.items()])


def _claims(name: str, data: bytes) -> bool:
    """Say whether a file begins and ends as they do, or begins so and is too long to be held."""
    del name
    return data.startswith(_MAGIC) and (data.endswith(_MAGIC) or len(data) == BEGINNING)


def _claims_bundle(bundle: Bundle) -> bool:
    """Say whether a folder or zip holds Parquet files and at most a card beside them."""
    tables = [name for name in bundle.names if name.endswith(_SUFFIX)]
    return bool(tables) and all(name.endswith((_SUFFIX, ".md")) for name in bundle.names)


def _read(request: ReadRequest) -> ReadSet:
    HF_PARQUET.require()

    def documents(left: Counter[str]) -> Iterator[tuple[Place, Object]]:
        del left
        data, bundle = request.data, request.bundle
        if data or bundle is None:
            yield from _rows(
                request.name, data if isinstance(data, LongFile) else LongFile.of(data)
            )
            return
        for name in bundle.names:
            if name.endswith(_SUFFIX):
                yield from _rows(name, bundle.long(name))

    return take_foreign(request, documents)


def _rows(name: str, file: LongFile) -> Iterator[tuple[Place, Object]]:
    """Yield the rows of a table as lines, read page by page."""
    arrow: Any = import_module("pyarrow")
    parquet: Any = import_module("pyarrow.parquet")
    stem = PurePosixPath(name).stem
    file.passed(0, file.size)
    with file.opened() as packed, _seekable(packed) as stream:
        try:
            table = parquet.ParquetFile(stream, pre_buffer=False, buffer_size=_BUFFER)
            total = table.metadata.num_rows
            batches = table.iter_batches(batch_size=_BATCH)
            rows = (row for batch in batches for row in batch.to_pylist())
            for number, row in enumerate(rows, start=1):
                place = f"{stem} {number}"
                line = line_of(row)
                yield place, line if "id" in line else {"title": place, **line}
                if number % _BATCH == 0 or number == total:
                    file.passed(file.size * number // max(number, total), file.size)
        except (arrow.ArrowException, OSError) as error:
            raise FormatError("bad-line", where=name, reason="unreadable") from error


@contextmanager
def _seekable(stream: IO[bytes]) -> Iterator[IO[bytes]]:
    """Have a stream in which one can go back: out of a zip that means to begin anew each time."""
    if not isinstance(stream, ZipExtFile):
        yield stream
        return
    with TemporaryFile() as copy:
        copyfileobj(stream, copy)
        copy.seek(0)
        yield copy


HF_PARQUET = Format(
    id="hf-parquet",
    name="Hugging Face Parquet",
    about="A dataset with its card, split by article. Everything goes in, every column typed.",
    suffix=".zip",
    group="training",
    holds=EVERYTHING,
    options=SplitOptions,
    write_files=_write,
    read=_read,
    claims=_claims,
    claims_bundle=_claims_bundle,
    package="pyarrow",
)
