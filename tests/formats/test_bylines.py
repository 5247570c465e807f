"""Who wrote an article, where formats for people and for the web say whose words these are."""

import csv
import io
import json
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from pressmark.formats.selection import Selection
from pressmark.model.project import Project
from tests.formats.sets import form, written

WHO = "Ана Літик"


@pytest.fixture
def signed(example: Project) -> Project:
    project = example
    for one in example.shelf():
        about = replace(one.head, byline=WHO, url="https://a.example/1")
        project = project.with_head(about)
    return project


def test_tables_have_a_column_for_it(signed: Project) -> None:
    rows = list(csv.DictReader(io.StringIO(written("csv", signed).decode("utf-8-sig"))))
    assert {row["byline"] for row in rows} == {WHO}
    book = load_workbook(io.BytesIO(written("xlsx", signed)), read_only=True)
    cells = {cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row}
    assert {WHO, "byline"} <= cells


def test_claims_name_the_author_of_what_they_appear_in(signed: Project) -> None:
    graph = json.loads(written("claimreview", signed))["@graph"]
    authors = [one["appearance"]["author"] for one in graph]
    assert authors
    assert all(one == {"@type": "Person", "name": WHO} for one in authors)


def test_only_addresses_of_the_web_are_addresses(signed: Project) -> None:
    def addresses(project: Project) -> set[str | None]:
        graph = json.loads(written("claimreview", project))["@graph"]
        return {one["appearance"].get("url") for one in graph}

    assert addresses(signed) == {"https://a.example/1"}
    for url in ("javascript:alert(1)", "https://a b", "file:///etc/passwd", "https://"):
        first = signed
        for one in signed.shelf():
            first = first.with_head(replace(one.head, url=url))
        assert addresses(first) == {None}
        assert b"sourceUrl" not in written("ftm", first)


def test_quotations_of_reports_say_it(signed: Project) -> None:
    page = written("html", signed).decode()
    assert f"Ukrinform, {WHO}, “" in page


def test_no_format_that_holds_articles_counts_it_as_lost(signed: Project, example: Project) -> None:
    for one in ("hf-jsonl", "brat", "conll", "csv"):
        losses = form(one).losses(Selection(project=signed))
        assert losses == form(one).losses(Selection(project=example))
