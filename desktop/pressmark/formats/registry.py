"""The formats there are. A new one is a file of its own and a line here."""

from typing import Any

from pressmark.formats.brat import BRAT
from pressmark.formats.cas.cas_json import CAS_JSON
from pressmark.formats.cas.cas_xmi import CAS_XMI
from pressmark.formats.conll import CONLL
from pressmark.formats.csv_rows import CSV
from pressmark.formats.doccano import DOCCANO, DOCCANO_SCREEN
from pressmark.formats.domain.attributions import ATTRIBUTIONS
from pressmark.formats.domain.claims import CLAIMREVIEW
from pressmark.formats.domain.ftm import FTM
from pressmark.formats.format import Format
from pressmark.formats.hf_jsonl import HF_JSONL
from pressmark.formats.hf_parquet import HF_PARQUET
from pressmark.formats.label_studio import LABEL_STUDIO
from pressmark.formats.plain_spans import PLAIN_SPANS
from pressmark.formats.pressmark_jsonl import PRESSMARK_JSONL
from pressmark.formats.prodigy import PRODIGY
from pressmark.formats.refi.qdpx import QDC, QDPX, QDPX_NVIVO
from pressmark.formats.reports.docx import DOCX
from pressmark.formats.reports.html import HTML
from pressmark.formats.reports.pdf import PDF
from pressmark.formats.spacy_docs import SPACY, SPACY_SPANCAT
from pressmark.formats.w3c import W3C
from pressmark.formats.workbook import XLSX

FORMATS: tuple[Format[Any], ...] = (
    PRESSMARK_JSONL,
    HF_PARQUET,
    HF_JSONL,
    CONLL,
    SPACY,
    SPACY_SPANCAT,
    DOCCANO,
    DOCCANO_SCREEN,
    LABEL_STUDIO,
    PRODIGY,
    BRAT,
    W3C,
    CAS_XMI,
    CAS_JSON,
    PLAIN_SPANS,
    QDPX,
    QDPX_NVIVO,
    QDC,
    FTM,
    CLAIMREVIEW,
    ATTRIBUTIONS,
    CSV,
    XLSX,
    HTML,
    PDF,
    DOCX,
)

WRITTEN = tuple(one for one in FORMATS if one.is_written)
"""Those that there is a way out into; the others are read only."""


def format_by_id(format_id: str) -> Format[Any] | None:
    """Return the format of that id, or None."""
    return next((one for one in FORMATS if one.id == format_id), None)


def format_of(name: str, data: bytes) -> Format[Any] | None:
    """Return the readable format that a source is of, by its content; None: no annotation set."""
    return next((one for one in FORMATS if one.read and one.claims(name, data)), None)
