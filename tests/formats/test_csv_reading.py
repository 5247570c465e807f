import csv
import io
from dataclasses import replace

import pytest

from pressmark.errors import FormatError
from pressmark.formats.csv_cells import disarmed
from pressmark.formats.csv_rows import CsvOptions
from pressmark.formats.format import Remark
from pressmark.formats.registry import format_of
from pressmark.model.annotations import Annotations
from pressmark.model.project import Project
from tests.formats import nasty
from tests.formats.sets import bring_in, form, written

RAW = CsvOptions(flavour="raw")


def emptied(project: Project) -> Project:
    """Return a project with its articles, but nothing tagged in them."""
    for shelved in project.shelf():
        article = replace(shelved.open(), annotations=Annotations())
        project = project.with_article(article)
    return project


def table(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def as_file(rows: list[list[str]], separator: str = ",", encoding: str = "utf-8") -> bytes:
    lines = io.StringIO(newline="")
    csv.writer(lines, delimiter=separator).writerows(rows)
    return lines.getvalue().encode(encoding)


@pytest.mark.parametrize("options", [CsvOptions(), RAW], ids=lambda one: one.flavour)
def test_annotations_come_home_to_their_articles(example: Project, options: CsvOptions) -> None:
    came = bring_in(written("csv", example, options), emptied(example), format_id="csv")
    assert came.said.annotations == len(example.places)
    for article in example.opened():
        found = came.project.article(article.head.id).annotations
        for one in article.annotations:
            assert replace(found[one.id], origin=one.origin) == one


def test_awkward_spans_come_home() -> None:
    project = nasty.project(gaps=True)
    came = bring_in(written("csv", project), emptied(project), format_id="csv").project
    assert nasty.spans_of(came) == nasty.spans_of(project)


def test_a_table_changes_nothing_in_the_project_it_came_from(example: Project) -> None:
    came = bring_in(written("csv", example), example, format_id="csv")
    assert (came.project, came.said.annotations) == (example, 0)


@pytest.mark.parametrize(
    ("separator", "encoding"),
    [(",", "utf-8"), (";", "utf-8-sig"), ("\t", "utf-16"), (",", "utf-8-sig")],
)
def test_spreadsheets_save_it_in_their_own_ways(
    example: Project, separator: str, encoding: str
) -> None:
    data = as_file(table(written("csv", example)), separator, encoding)
    assert format_of("x.csv", data) is form("csv")
    came = bring_in(data, emptied(example), format_id="csv")
    assert came.said.annotations == len(example.places)


def test_articles_that_are_not_there_are_left_out_and_counted(example: Project) -> None:
    one, *others = example.articles
    came = bring_in(written("csv", example), example.without_article(one), format_id="csv")
    gone = len(example.article(one).annotations)
    assert came.said.skipped == (Remark("no-article", str(gone)),)
    assert came.said.articles == tuple(others)


def test_four_columns_are_enough() -> None:
    project = nasty.project()
    rows = [["doc_id", "label", "start", "end"], ["plain", "denial", "0", "3"]]
    came = bring_in(as_file(rows), project, format_id="csv")
    (new,) = set(came.project.places) - set(project.places)
    assert came.project.annotation(new).text == ("The",)
    assert bring_in(as_file(rows), came.project, format_id="csv").said.annotations == 0


def test_offsets_of_other_programs_are_found_out() -> None:
    rows = [
        ["doc_id", "label", "start", "end", "text"],
        ["emoji", "denial", "3", "8", "Talks"],
        ["emoji", "denial", "20", "24", "😀😀"],
    ]
    came = bring_in(as_file(rows), emptied(nasty.project()), format_id="csv")
    assert Remark("counting", "UTF-16", "quotes") in came.said.warnings


@pytest.mark.parametrize(
    ("row", "where"),
    [
        (["plain", "claim", "0", "999", ""], "annotations"),
        (["plain", "claim", "x", "5", ""], "start"),
        (["plain", "", "0", "5", ""], "label"),
        (["plain", "claim", "0", "3", "nowhere"], "annotations"),
        (["plain", "claim"], "start"),
    ],
)
def test_a_bad_row_is_refused_by_its_line(row: list[str], where: str) -> None:
    rows = [
        ["doc_id", "label", "start", "end", "text"],
        ["plain", "claim", "0", "3", "The"],
        ["many-lines", "claim", "0", "12", "He said so.\n"],
        row,
    ]
    with pytest.raises(FormatError) as refused:
        bring_in(as_file(rows), nasty.project(), format_id="csv")
    assert refused.value.case == "bad-line"
    assert refused.value.facts["line"] == 5
    assert where in str(refused.value.facts["where"])


def test_malformed_tables_are_refused() -> None:
    for data in (b'doc_id,label,start,end\n"a', b"doc_id,label,start,end\na\xff,b,0,1\n"):
        with pytest.raises(FormatError) as refused:
            bring_in(data, nasty.project(), format_id="csv")
        assert refused.value.case == "bad-line"


def test_other_tables_are_not_claimed() -> None:
    for data in (b"name,aliases\nAnn,\n", b"doc_id,label\n", b"", b"\x00\x01"):
        assert format_of("x.csv", data) is None


@pytest.mark.parametrize("note", ["=1", "'=1", "''+1", "'", "'quoted'", "plain", "-", "\tx"])
@pytest.mark.parametrize("options", [CsvOptions(), RAW], ids=lambda one: one.flavour)
def test_disarmed_cells_are_what_they_were(note: str, options: CsvOptions) -> None:
    project = nasty.project()
    noted = replace(project.annotation("plain.0"), note=note)
    project = project.with_annotation("plain", noted)
    came = bring_in(written("csv", project, options), emptied(project), format_id="csv").project
    assert came.annotation("plain.0").note == note
    assert not disarmed(note).startswith(("=", "+", "-", "@", "\t"))
