"""DOCX: the report for Word and its like, to go on editing."""

from collections.abc import Iterator

from pressmark.formats.format import EVERYTHING, Format
from pressmark.formats.reports.contents import ReportOptions, blocks, material_of
from pressmark.formats.selection import Selection


def _write(selection: Selection, options: ReportOptions) -> Iterator[bytes]:
    from pressmark.formats.reports.word_writer import WordWriter  # noqa: PLC0415 -- takes 0.1 s

    material = material_of(selection, options)
    yield from WordWriter(material.words).write(blocks(material, options))


DOCX = Format(
    id="docx",
    name="Word report",
    about="A document to edit: figures, claims, quotes, the marked text with comments.",
    suffix=".docx",
    group="reading",
    holds=EVERYTHING,
    options=ReportOptions,
    write=_write,
)
