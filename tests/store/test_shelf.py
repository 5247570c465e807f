"""Closed articles: opened when asked; a damaged one locked and named, everything else editable."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from pressmark.edits.annotations import RemoveAnnotation, SetNote
from pressmark.edits.edit import Stamp
from pressmark.edits.history import History
from pressmark.edits.relations import RemoveRelation
from pressmark.edits.transaction import Transaction
from pressmark.errors import ProjectFileError
from pressmark.model.project import Project
from pressmark.store.checking import check_articles
from pressmark.store.layout import article_bytes
from pressmark.store.project_file import parse_project, project_bytes, project_chunks
from pressmark.store.shelf import KeptArticle

STAMP = Stamp("anna", "2024-05-31T12:04:05Z")


@pytest.fixture(scope="module")
def shipped(seeds: Path) -> bytes:
    return (seeds / "example.pressmark").read_bytes()


def kept_bytes(project: Project) -> bytes:
    return b"".join(project_chunks(project))


def with_line(data: bytes, beginning: str, change: tuple[str, str]) -> tuple[bytes, int]:
    """Return the file with one line changed, and that line's number."""
    lines = data.decode().split("\n")
    at = next(at for at, line in enumerate(lines) if line.startswith(beginning))
    assert change[0] in lines[at]
    lines[at] = lines[at].replace(*change, 1)
    return "\n".join(lines).encode(), at + 1


DAMAGES = {
    "no JSON": ("A05", ('"label": "claim"', '"label": "claim'), "syntax"),
    "cut off": ("A05", ('"label": "claim", ', '"label": '), "syntax"),
    "number": ("A05", ('"flag": false', '"flag": NaN'), "number"),
    "key twice": ("A05", ('"flag": false', '"flag": false, "flag": true'), "duplicate-key"),
    "offset as text": ("A05", ("[[686, ", '[["686", '), "int_type"),
    "offset as float": ("A05", ("[[686, ", "[[686.0, "), "int_type"),
    "no fragments": ("A05", ("[[686, 801]]", "[]"), "too_short"),
    "out of the text": (
        "A05",
        ('[[686, 801]], "text": ["', '[[686, 9801]], "text": ["x'),
        "bad-span",
    ),
    "backwards": ("A05", ('[[686, 801]], "text": ["', '[[801, 686]], "text": ["x'), "bad-span"),
    "negative": ("A05", ('[[686, 801]], "text": ["', '[[-5, 801]], "text": ["x'), "bad-span"),
    "id": ("A05", ('"id": "A05"', '"id": "A 05"'), "shape"),
    "no label": ("A05", ('"label": "claim", ', ""), "shape"),
}


@pytest.mark.parametrize(("annotation", "change", "reason"), DAMAGES.values(), ids=DAMAGES)
def test_an_article_with_a_bad_annotation_is_locked_and_named(
    shipped: bytes, annotation: str, change: tuple[str, str], reason: str
) -> None:
    damaged, line = with_line(shipped, f'{{"id": "{annotation}"', change)
    project = parse_project(damaged).project
    ukrinform, anadolu = (one.head.id for one in project.shelf())
    with pytest.raises(ProjectFileError) as raised:
        project.article(ukrinform)
    facts = raised.value.facts
    assert raised.value.case == "damaged-article"
    assert (facts["id"], facts["line"], facts["reason"]) == (ukrinform, line, reason)
    assert kept_bytes(project) == damaged

    history = History(project)
    history.commit(Transaction("note", (SetNote(anadolu, "B05", "new"),), STAMP))
    saved = kept_bytes(history.project)
    again = parse_project(saved).project
    assert again.annotation("B05").note == "new"
    block = damaged.split(b'"articles": [\n')[1].split(b"\n]},\n")[0]
    assert block in saved
    with pytest.raises(ProjectFileError):
        again.article(ukrinform)


def test_a_bad_annotation_in_a_file_laid_out_otherwise_is_named_too(shipped: bytes) -> None:
    document = json.loads(shipped)
    document["articles"][0]["annotations"][4]["fragments"] = [[1, "2"]]
    project = parse_project(json.dumps(document, indent=1).encode()).project
    with pytest.raises(ProjectFileError) as raised:
        project.shelf()[0].open()
    facts = raised.value.facts
    assert (facts["record"], facts["where"]) == ("A05", "annotations.4.fragments.0.1")
    assert facts["line"] is None


@pytest.mark.parametrize(
    "change",
    [
        ('"title": "Ten', '"title": 5, "more": "Ten'),
        ('"zones": [{"start": 0', '"zones": [{"start": "0"'),
        ('"id": "', '"id": "a b'),
        ('"source": "Ukrinform"', '"source": Ukrinform'),
    ],
)
def test_an_article_with_a_bad_head_is_listed_under_another_id(
    shipped: bytes, change: tuple[str, str]
) -> None:
    first = shipped.split(b'"articles": [\n')[1][:20].decode()
    damaged, line = with_line(shipped, first, change)
    parsed = parse_project(damaged)
    (finding,) = parsed.findings
    assert (finding.kind, finding.line) == ("damaged", line)
    assert finding.article.startswith("damaged-")
    with pytest.raises(ProjectFileError):
        parsed.project.article(finding.article)
    assert parsed.project.places["A05"] == finding.article
    assert sorted(kept_bytes(parsed.project)) == sorted(damaged)
    assert len(parsed.project.article(parsed.project.places["B05"]).annotations) == 26


def test_a_zone_outside_the_text_locks_the_article(shipped: bytes) -> None:
    document = json.loads(shipped)
    document["articles"][0]["zones"][-1]["end"] = 99_999
    project = parse_project(json.dumps(document).encode()).project
    with pytest.raises(ProjectFileError) as raised:
        project.shelf()[0].open()
    assert raised.value.facts["where"] == "zones"


def test_an_edit_and_its_undo_bring_back_the_bytes(shipped: bytes) -> None:
    history = History(parse_project(shipped).project)
    ukrinform = history.project.places["A12"]
    relations = history.project.relations.touching("A12")
    edits = (*(RemoveRelation(one.id) for one in relations), RemoveAnnotation(ukrinform, "A12"))
    history.commit(Transaction("remove", edits, STAMP))
    assert kept_bytes(history.project) != shipped
    history.undo(STAMP)
    assert kept_bytes(history.project) == shipped
    assert project_bytes(history.project) == shipped


def test_one_changed_annotation_is_one_changed_line(shipped: bytes) -> None:
    history = History(parse_project(shipped).project)
    history.commit(Transaction("n", (SetNote(history.project.places["A03"], "A03", "x"),), STAMP))
    before, after = shipped.split(b"\n"), kept_bytes(history.project).split(b"\n")
    assert len(before) == len(after)
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1


def test_the_articles_opened_last_stay_open(
    shipped: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pressmark.store.shelf._RECENT", 1)
    first, second = parse_project(shipped).project.shelf()
    opened = first.open()
    assert first.open() is opened
    second.open()
    assert first.open() is not opened
    assert first.open() == opened


def test_an_article_equals_its_closed_form(shipped: bytes) -> None:
    closed = parse_project(shipped).project.shelf()
    again = parse_project(shipped).project.shelf()
    assert closed == again
    assert closed[0] == closed[0].open()
    assert closed[0].open() == closed[0]
    assert closed[0] != closed[1].open()
    assert closed[0] != "something else"
    assert hash(closed[0]) == hash(again[0])
    assert isinstance(closed[0], KeptArticle)


def test_checking_keeps_nothing_open_and_tells_damages(shipped: bytes) -> None:
    damaged, line = with_line(shipped, '{"id": "A05"', ("[[686, ", '[["686", '))
    project = parse_project(damaged).project
    first, second = check_articles(project)
    assert (first.total, first.matching) == (12, 0)
    assert [(one.kind, one.record, one.line) for one in first.findings] == [
        ("damaged", "A05", line)
    ]
    assert (second.total, second.matching, second.findings) == (26, 26, ())


def test_another_head_opens_nothing_and_leaves_the_rest_to_the_byte(shipped: bytes) -> None:
    articles = parse_project(shipped).project.articles.values()
    kept = next(one for one in articles if isinstance(one, KeptArticle))
    before = bytes(kept.kept)
    changed = kept.with_head(replace(kept.head, source="Wire", keywords=("a", 'b", "text": ')))
    assert isinstance(changed, KeptArticle)
    assert changed._article is None
    tail = before[before.index(b', "text": "') :]
    assert bytes(changed.kept).endswith(tail)
    assert changed.counts == kept.counts
    assert changed.open() == replace(kept.open(), head=changed.head)
    assert bytes(changed.kept) == article_bytes(changed.open())
    back = changed.with_head(kept.head)
    assert isinstance(back, KeptArticle)
    assert bytes(back.kept) == before
    assert bytes(kept.kept) == before


def test_another_head_of_an_open_article_opens_nothing_anew(shipped: bytes) -> None:
    kept = next(iter(parse_project(shipped).project.articles.values()))
    annotations = kept.open().annotations
    assert kept.with_head(replace(kept.head, grade="B")).open().annotations is annotations
