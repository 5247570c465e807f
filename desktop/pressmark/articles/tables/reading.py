"""Tables to articles: one for each row that has a text."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from pressmark.articles.decoding import freeze
from pressmark.articles.extract import Extract, Found, PartRefused, Remark, Wishes
from pressmark.articles.languages import language_of
from pressmark.articles.markup_piece import Piece, piece_of
from pressmark.articles.moments import moment
from pressmark.articles.tables import delimited, json_rows, spreadsheet
from pressmark.articles.tables.columns import Columns, columns_for
from pressmark.articles.tables.table import Row, Table
from pressmark.errors import ArticleFileError
from pressmark.phrases import phrase

_BETWEEN_KEYWORDS = re.compile(r"\s*[;|,]\s*")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_HTML = re.compile(r"</(?:p|div|span|li|h[1-6]|a)>|<br\s*/?>|<p>", re.IGNORECASE)
_SAMPLE = 80
_WEBANNO = b"#FORMAT=WebAnno"
_OF_ANNOTATIONS = frozenset({"label", "start", "end"})
"""The columns of tables of which each row is an annotation: its text is a piece of an article."""


TABLES: Mapping[str, Callable[[bytes, Wishes], Iterable[Table]]] = {
    "csv": lambda data, wishes: [delimited.read_table(data, wishes)],
    "xlsx": lambda data, _wishes: spreadsheet.read_tables(data),
    "jsonl": lambda data, wishes: [json_rows.read_table(data, wishes)],
}
"""How the tables in a file are read, by the kind of the file."""


def read_csv(data: bytes, wishes: Wishes) -> Iterator[Found]:
    """Yield the rows of a CSV file; the errors are those of `columns_for` and of the table."""
    if data.removeprefix(b"\xef\xbb\xbf").startswith(_WEBANNO):
        raise ArticleFileError("unsupported", kind="WebAnno TSV", instead="UIMA CAS XMI")
    yield from _articles(data, wishes, "csv")


def read_xlsx(data: bytes, wishes: Wishes) -> Iterator[Found]:
    """Yield the rows of all sheets that hold articles; errors as `read_csv`."""
    yield from _articles(data, wishes, "xlsx")


def read_jsonl(data: bytes, wishes: Wishes) -> Iterator[Found]:
    """Yield the objects of lines of JSON, or of one list; errors as `read_csv`."""
    yield from _articles(data, wishes, "jsonl")


def _articles(data: bytes, wishes: Wishes, kind: str) -> Iterator[Found]:
    """Yield what is in a file; an error only where none of its tables has a column of texts."""
    refused: list[tuple[str, ArticleFileError]] = []
    is_empty = True
    for table in TABLES[kind](data, wishes):
        if _OF_ANNOTATIONS.issubset(table.header) and not wishes.columns:
            raise ArticleFileError(
                "unsupported", kind=phrase("a table of annotations"), instead="CSV"
            )
        try:
            columns = columns_for(table, wishes.columns)
        except ArticleFileError as error:
            refused.append((table.name, error))
            continue
        is_empty = False
        yield from _rows(table, columns, wishes, kind)
    if is_empty:
        raise refused[0][1] if refused else ArticleFileError("no-article")
    for name, why in refused:
        facts = {key: str(fact) for key, fact in why.facts.items()}
        yield PartRefused(part=name, case=why.case, facts=facts)


def _rows(table: Table, columns: Columns, wishes: Wishes, kind: str) -> Iterator[Found]:
    """Yield the rows of a table; what is to be said of all of it is on the first article."""
    told = (*table.remarks, *_told(table, columns, wishes.columns))
    for row in table.rows:
        part = f"{table.name}, {row.place}" if table.name else row.place
        extract = None if row.fault else _extract(table, row, columns, wishes)
        if extract is None:
            yield PartRefused(part=part, case=row.fault or "empty")
            continue
        yield replace(extract, part=part, kind=kind, remarks=(*told, *extract.remarks))
        told = ()


def _told(table: Table, columns: Columns, wished: Mapping[str, str]) -> Iterator[Remark]:
    guessed = [(field, table.header[at]) for field, at in columns.items() if field not in wished]
    if guessed:
        named = ", ".join(f"{field} = {name}" for field, name in guessed)
        yield Remark(code="guessed-columns", count=len(guessed), fact=named)
    left = [name for at, name in enumerate(table.header) if at not in columns.values()]
    if left:
        yield Remark(code="left-out-columns", count=len(left), fact=_sampled(", ".join(left)))


def _extract(table: Table, row: Row, columns: Columns, wishes: Wishes) -> Extract | None:
    said = {field: row.cells[at].strip() for field, at in columns.items()}
    piece = _piece(freeze(row.cells[columns["text"]]), wishes)
    if not piece.text.strip():
        return None
    published, language = said.get("published", ""), said.get("language", "")
    is_language = bool(_LANGUAGE.fullmatch(language))
    unread = {
        "unread-date": "" if moment(published) else published,
        "unread-language": "" if is_language else language,
    }
    remarks = [Remark(code=code, fact=_sampled(fact)) for code, fact in unread.items() if fact]
    return Extract(
        text=piece.text,
        zones=piece.zones,
        title=said.get("title") or None,
        byline=said.get("byline") or None,
        source=said.get("source") or None,
        published=moment(published),
        url=said.get("url") or None,
        language=language_of((language if is_language else None,), piece.text),
        keywords=_keywords(said.get("keywords", "")),
        encoding=table.encoding.encoding,
        certain=table.encoding.certain,
        runners_up=table.encoding.runners_up,
        remarks=(*row.remarks, *piece.remarks, *remarks),
    )


def _piece(written: str, wishes: Wishes) -> Piece:
    """Return the text of a cell as it stands, or that of the HTML in it."""
    if not _HTML.search(written):
        return Piece(text=written.strip("\n"))
    piece = piece_of(written, wishes)
    return replace(piece, remarks=(Remark(code="markup-taken-off"), *piece.remarks))


def _keywords(cell: str) -> tuple[str, ...]:
    words = _BETWEEN_KEYWORDS.split(cell.strip("[]"))
    return tuple(dict.fromkeys(word.strip(" '\"") for word in words if word.strip(" '\"")))


def _sampled(text: str) -> str:
    return text if len(text) <= _SAMPLE else f"{text[:_SAMPLE]}…"
