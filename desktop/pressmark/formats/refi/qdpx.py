"""The three formats of REFI-QDA: projects, projects for NVivo, and codebooks."""

from collections.abc import Iterator
from functools import partial

from pressmark.edits.frame import SetLabelSet
from pressmark.errors import FormatError
from pressmark.formats.along import find_cut
from pressmark.formats.format import (
    EVERYTHING,
    Format,
    NoOptions,
    Piece,
    ReadRequest,
    ReadSet,
    Remark,
)
from pressmark.formats.refi.codebook import CodeLabels, code_elements, codes_of
from pressmark.formats.refi.qde_reading import claims_bundle, read_qde
from pressmark.formats.refi.qde_writing import Flavour, qde_pieces
from pressmark.formats.selection import Selection
from pressmark.formats.xml_reading import elements, root_name
from pressmark.formats.xml_writing import DECLARATION, around, opened
from pressmark.formats.zipping import zipped

_CODEBOOK = "urn:QDA-XML:codebook:1.0"


def _pieces(selection: Selection, options: NoOptions, flavour: Flavour) -> Iterator[Piece]:
    del options
    return qde_pieces(selection, flavour)


def _write(selection: Selection, options: NoOptions, flavour: Flavour) -> Iterator[bytes]:
    return zipped(_pieces(selection, options, flavour))


def _write_codebook(selection: Selection, options: NoOptions) -> Iterator[bytes]:
    del options
    used = {
        label for article in selection.shelf() for label, count in article.counts.items() if count
    }
    yield DECLARATION.encode()
    yield opened("CodeBook", {"xmlns": _CODEBOOK, "origin": "Pressmark"}).encode() + b"\n"
    for part in around("Codes", code_elements(selection.project.label_set, used)):
        yield part.encode()
    yield b"</CodeBook>\n"


def _claims_codebook(name: str, data: bytes) -> bool:
    return name.casefold().endswith(".qdc") or root_name(data) == "CodeBook"


def _read_codebook(request: ReadRequest) -> ReadSet:
    """Read a codebook: its codes are labels, those that the label set lacks."""
    listed = next(elements(request.whole, request.name, {"Codes"}), None)
    codes = codes_of(listed) if listed is not None else {}
    if not codes:
        raise FormatError("empty")
    label_set = request.project.label_set
    united, new = CodeLabels(codes, label_set, request.labels).new(label_set)
    return ReadSet(
        edits=(SetLabelSet(united),) if united is not None else (),
        articles=(),
        annotations=0,
        warnings=tuple(Remark("new-label", one) for one in new),
    )


QDPX = Format(
    id="qdpx",
    name="REFI-QDA project",
    about="For ATLAS.ti, MAXQDA, QualCoder and others: texts, codes, notes and links in one zip.",
    suffix=".qdpx",
    group="exchange",
    holds=EVERYTHING - {"fragments"},
    options=NoOptions,
    write=partial(_write, flavour=Flavour.STANDARD),
    write_files=partial(_pieces, flavour=Flavour.STANDARD),
    read=read_qde,
    claims_bundle=claims_bundle,
    find_lost=find_cut,
)

QDPX_NVIVO = Format(
    id="qdpx-nvivo",
    name="REFI-QDA project for NVivo",
    about="As NVivo writes them itself: positions in UTF-16 units, a byte-order mark in each text.",
    suffix=".qdpx",
    group="exchange",
    holds=frozenset({"text", "overlap", "relations", "notes", "annotators"}),
    options=NoOptions,
    write=partial(_write, flavour=Flavour.NVIVO),
    write_files=partial(_pieces, flavour=Flavour.NVIVO),
    read=read_qde,
    claims_bundle=claims_bundle,
    find_lost=find_cut,
)

QDC = Format(
    id="qdc",
    name="REFI-QDA codebook",
    about="The label set as codes with their definitions, for programs of qualitative analysis.",
    suffix=".qdc",
    group="exchange",
    holds=frozenset(),
    options=NoOptions,
    write=_write_codebook,
    read=_read_codebook,
    claims=_claims_codebook,
    labels_only=True,
)
