"""Annotation sets written and read in tests."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from pressmark.edits.edit import Stamp
from pressmark.edits.transaction import Transaction, apply
from pressmark.formats.format import Format, ReadRequest, ReadSet
from pressmark.formats.registry import WRITTEN, format_by_id
from pressmark.formats.selection import Selection
from pressmark.formats.source import source_at
from pressmark.formats.zipping import zipped
from pressmark.model.label_set import LabelSet
from pressmark.model.project import Project

HERE = [one for one in WRITTEN if one.is_here]
"""The formats that can be written with what is installed."""

STAMP = Stamp("reader", "2030-01-01T00:00:00Z")


def form(format_id: str) -> Format[Any]:
    found = format_by_id(format_id)
    assert found is not None
    return found


def written(format_id: str, kept: Selection | Project, options: object = None) -> bytes:
    """Return the file of a format, or a zip of its files."""
    of = form(format_id)
    selection = kept if isinstance(kept, Selection) else Selection(project=kept)
    chosen = options or of.options()
    if of.write is None:
        assert of.write_files is not None
        return b"".join(zipped(of.write_files(selection, chosen)))
    return b"".join(of.write(selection, chosen))


def files_of(format_id: str, kept: Selection | Project, options: object = None) -> dict[str, bytes]:
    """Return the files that a format of many writes, by name."""
    with ZipFile(io.BytesIO(written(format_id, kept, options))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def bare(label_set: LabelSet | None = None) -> Project:
    return Project(id="bare", title="Bare", label_set=label_set or LabelSet(name="none"))


@dataclass(frozen=True)
class BroughtIn:
    project: Project
    said: ReadSet


def bring_back(
    format_id: str, path: Path, project: Project | None = None, *, stamp: Stamp = STAMP
) -> BroughtIn:
    """Read a file, folder or zip of a format into a project."""
    of, into = form(format_id), project or bare()
    source = source_at(path, Path.read_bytes)
    assert source.form is of
    assert of.read is not None
    said = of.read(
        ReadRequest(
            data=source.data, name=path.name, bundle=source.bundle, project=into, stamp=stamp
        )
    )
    after, _ = apply(into, Transaction("Import", said.edits, stamp, "import"))
    return BroughtIn(after, said)


def bring_in(
    data: bytes,
    project: Project | None = None,
    *,
    format_id: str = "pressmark-jsonl",
    labels: Mapping[str, str] | None = None,
    stamp: Stamp = STAMP,
    cancelled: Callable[[], bool] = lambda: False,
) -> BroughtIn:
    of = form(format_id)
    assert of.read is not None
    into = project or bare()
    said = of.read(
        ReadRequest(
            data=data,
            name="set.jsonl",
            project=into,
            stamp=stamp,
            labels=labels or {},
            cancelled=cancelled,
        )
    )
    after, _ = apply(into, Transaction("Import", said.edits, stamp, "import"))
    return BroughtIn(after, said)
