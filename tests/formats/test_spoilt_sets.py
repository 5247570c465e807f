"""Whatever became of a set on its way, reading it ends in edits that fit or in a plain refusal."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pressmark.edits.transaction import Transaction, apply
from pressmark.errors import PressmarkError
from pressmark.formats.format import Format, ReadRequest
from pressmark.formats.selection import Selection
from pressmark.formats.source import source_at
from tests.formats import nasty
from tests.formats.sets import HERE, STAMP, bare, files_of, written

READ = [one for one in HERE if one.is_written and one.read is not None]
FEW = frozenset({"plain", "emoji", "crlf"})
Spoiler = Callable[[bytes], bytes]
SELECTION = Selection(project=nasty.project(gaps=True), articles=FEW)


@st.composite
def wounds(draw: st.DrawFn) -> Spoiler:
    """Return a function that spoils bytes: cut off, one changed, some doubled or left out."""
    at, end, byte = (draw(st.floats(0, 1)), draw(st.floats(0, 0.1)), draw(st.integers(0, 255)))
    kind = draw(st.sampled_from(["cut", "change", "double", "drop"]))

    def spoil(data: bytes) -> bytes:
        first = int(at * len(data))
        last = min(len(data), first + 1 + int(end * len(data)))
        part = {
            "cut": b"",
            "change": bytes([byte]) + data[first + 1 :],
            "double": data[first:last] * 2 + data[last:],
            "drop": data[last:],
        }[kind]
        return data[:first] + part

    return spoil


def read(form: Format[Any], path: Path) -> None:
    """Read a source as its format and apply what came; only a plain refusal may stop it."""
    assert form.read is not None
    project = bare(nasty.label_set())
    try:
        source = source_at(path, Path.read_bytes, form)
        request = ReadRequest(
            data=source.data, name=path.name, bundle=source.bundle, project=project, stamp=STAMP
        )
        edits = form.read(request).edits
    except PressmarkError:
        return
    apply(project, Transaction("Import", edits, STAMP, "import"))


@pytest.mark.parametrize("form", READ, ids=lambda one: one.id)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(spoil=wounds())
def test_a_spoilt_set_does_no_harm(form: Format[Any], spoil: Spoiler, tmp_path: Path) -> None:
    path = tmp_path / f"set{form.suffix}"
    if form.write is not None:
        path.write_bytes(spoil(written(form.id, SELECTION)))
        read(form, path)
        return
    files = files_of(form.id, SELECTION)
    for name in files:
        held = io.BytesIO()
        with ZipFile(held, "w") as archive:
            for other, data in files.items():
                archive.writestr(other, spoil(data) if other == name else data)
        (tmp_path / "set.zip").write_bytes(held.getvalue())
        read(form, tmp_path / "set.zip")
