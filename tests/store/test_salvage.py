"""Broken files: what ends before the damage, or stands beside it, comes back; the rest is told."""

import json
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pressmark.errors import ProjectFileError
from pressmark.model.judgement import Judgement
from pressmark.model.project import Project
from pressmark.store.checking import check_articles, check_frame
from pressmark.store.label_sets import default_label_set
from pressmark.store.project_file import parse_project, project_bytes
from pressmark.store.salvage import Missing, Salvaged, salvage
from tests.strategies import projects

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
SHIPPED = (SEEDS / "example.pressmark").read_bytes()
LINES = SHIPPED.split(b"\n")

NAMES = {line[8:11].decode(): line for line in LINES if b'"label": ' in line[:24]}
UKRINFORM = {name: line for name, line in NAMES.items() if name.startswith("A")}
ANADOLU = {name: line for name, line in NAMES.items() if name.startswith("B")}


CHANGED = {"moved", "text-differs", "anchor-differs"}
"""What is there all the same, and tells of the text rather than of the file."""


def line_of(beginning: bytes) -> int:
    """Return the index of the first line that begins so."""
    return next(at for at, line in enumerate(LINES) if line.startswith(beginning))


def without(*at: int, instead: bytes = b"\x00garbage") -> bytes:
    return b"\n".join(instead if number in at else line for number, line in enumerate(LINES))


def lost(salvaged: Salvaged) -> set[tuple[str, str, str]]:
    return {(one.what, one.id, one.reason) for one in salvaged.missing}


def annotation_ids(project: Project) -> set[str]:
    return {one.id for article in project.opened() for one in article.annotations}


@given(project=projects())
def test_of_a_sound_file_nothing_is_missing(project: Project) -> None:
    salvaged = salvage(project_bytes(project))
    dangling = [one for one in check_frame(project) if one.kind == "no-end"]
    assert len([one for one in salvaged.missing if one.reason not in CHANGED]) == len(dangling)
    assert salvaged.project.id != project.id
    for article in project.opened():
        assert salvaged.project.article(article.head.id) == article
    assert salvaged.project.label_set == project.label_set
    assert salvaged.project.entities == project.entities
    assert salvaged.project.judgements == project.judgements
    assert salvaged.project.summary == project.summary
    assert salvaged.project.disputes == project.disputes
    assert salvaged.project.unknown == project.unknown


@pytest.mark.parametrize("percent", range(5, 100, 5))
def test_everything_that_ends_before_a_cut_comes_back(percent: int) -> None:
    cut = SHIPPED[: len(SHIPPED) * percent // 100]
    with pytest.raises(ProjectFileError):
        parse_project(cut)
    salvaged = salvage(cut, title="Cut off")

    whole = cut.split(b"\n")
    ends = whole[-1].endswith((b"}", b"},", b"["))
    whole = whole if ends else whole[:-1]
    named = [
        json.loads(line.rstrip(b","))
        for line in whole
        if line.startswith(b'{"id"') and line.endswith((b"}", b"},"))
    ]
    assert annotation_ids(salvaged.project) == {one["id"] for one in named if "label" in one}
    assert set(salvaged.project.entities) == {one["id"] for one in named if "aliases" in one}
    assert len(salvaged.project.relations) == sum("from" in one for one in named)
    assert len(salvaged.project.articles) == sum(
        line.endswith(b'"annotations": [') for line in whole
    )
    assert ("rest", "", "unreadable") in lost(salvaged)
    assert salvaged.project.title == "DPRK–Russia arms statements"
    assert salvaged.project.label_set == default_label_set()
    assert not any(one.findings for one in check_articles(salvaged.project))
    assert parse_project(project_bytes(salvaged.project)).project == salvaged.project


def test_a_bad_line_costs_no_more_than_itself() -> None:
    at = line_of(b'{"id": "A05"')
    salvaged = salvage(without(at, instead=LINES[at].replace(b'"flag": false', b'"flag": NaN')))
    bad = json.loads(LINES[at].rstrip(b","))
    assert salvaged.missing[0] == Missing(
        line=at + 1,
        what="annotation",
        id="A05",
        reason="number",
        article=parse_project(SHIPPED).project.places["A05"],
        words=bad["text"][0],
    )
    assert (salvaged.kept, salvaged.total) == (37, 38)
    assert len(annotation_ids(salvaged.project)) == 37
    ends = {one.id for one in salvaged.missing[1:]}
    assert {one.what for one in salvaged.missing[1:]} == {"relation"}
    assert ends == {one.id for one in parse_project(SHIPPED).project.relations.touching("A05")}


def test_annotations_of_a_lost_article_come_in_one_made_of_their_words() -> None:
    at = next(at for at, line in enumerate(LINES) if b'"source": "Anadolu"' in line)
    salvaged = salvage(without(at - 1, at))
    assert annotation_ids(salvaged.project) == NAMES.keys()
    orphans = {one.id for one in salvaged.missing if one.reason == "no-article"}
    assert orphans == ANADOLU.keys()
    (made,) = {salvaged.project.places[one] for one in orphans}
    article = salvaged.project.article(made)
    assert {one.id for one in article.annotations} == ANADOLU.keys()
    for one in article.annotations:
        assert one.text == tuple(article.text[start:end] for start, end in one.fragments)
    assert "\ufffd" in article.text


def test_a_lost_frame_is_replaced() -> None:
    salvaged = salvage(without(0, 1), title="Found again")
    assert salvaged.project.title == "Found again"
    assert salvaged.project.label_set == default_label_set()
    assert {one.what for one in salvaged.missing} >= {"frame", "label_set"}
    assert len(annotation_ids(salvaged.project)) == 38


def test_what_stands_twice_is_taken_once() -> None:
    at = line_of(b'{"id": "A05"')
    salvaged = salvage(b"\n".join([*LINES[:at], LINES[at], *LINES[at:]]))
    assert lost(salvaged) == {("annotation", "A05", "duplicate-id")}
    assert len(annotation_ids(salvaged.project)) == 38


def test_merge_marks_are_passed_over() -> None:
    at = line_of(b'{"id": "A05"')
    marked = [
        *LINES[:at],
        b"<<<<<<< ours",
        LINES[at],
        b"=======",
        b">>>>>>> theirs",
        *LINES[at + 1 :],
    ]
    salvaged = salvage(b"\n".join(marked))
    assert [one.what for one in salvaged.missing] == ["line"] * 3
    assert len(annotation_ids(salvaged.project)) == 38


@pytest.mark.parametrize("data", [b"", b"\x00" * 1000, b"{", b"[" * 100_000, b"no project at all"])
def test_where_nothing_is_intact_the_project_is_empty(data: bytes) -> None:
    salvaged = salvage(data, title="Empty")
    assert salvaged.project.annotation_count() == 0
    assert len(salvaged.project.articles) == 0
    assert salvaged.missing


@given(
    at=st.integers(0, len(SHIPPED) - 1),
    change=st.binary(max_size=4),
    removed=st.integers(0, 200),
)
@example(at=0, change=b"", removed=len(SHIPPED))
def test_a_change_anywhere_is_survived(at: int, change: bytes, removed: int) -> None:
    damaged = SHIPPED[:at] + change + SHIPPED[at + removed :]
    with suppress(ProjectFileError):
        project = parse_project(damaged).project
        for checked in check_articles(project):
            assert checked.total >= checked.matching
    salvaged = salvage(damaged)
    assert parse_project(project_bytes(salvaged.project)).project == salvaged.project

    whole = set(damaged.split(b"\n"))
    heads = [line for line in LINES if line.endswith(b'"annotations": [')]
    expected = {
        name
        for head, names in zip(heads, (UKRINFORM, ANADOLU), strict=True)
        for name, line in names.items()
        if head in whole and line in whole
    }
    doubles = {one.id for one in salvaged.missing if one.reason == "duplicate-id"}
    assert annotation_ids(salvaged.project) | doubles >= expected


@pytest.mark.parametrize("damage", [b"Ukri\xffform", b'Ukri"form', b"Ukri\x00form", rb"Ukri\form"])
def test_an_article_whose_text_is_damaged_keeps_its_annotations(damage: bytes) -> None:
    at = next(at for at, line in enumerate(LINES) if b'"source": "Ukrinform"' in line)
    before, reports, after = LINES[at].partition(b"Ukrinform reports")
    salvaged = salvage(without(at, instead=before + reports.replace(b"Ukrinform", damage) + after))
    told = [one for one in salvaged.missing if one.reason not in CHANGED]
    assert [(one.line, one.what, one.reason) for one in told] == [(at + 1, "article", "mended")]
    assert (salvaged.kept, salvaged.total) == (38, 38)
    assert annotation_ids(salvaged.project) == NAMES.keys()


OTHERWISE = {
    "pretty": json.dumps(json.loads(SHIPPED), indent=2, ensure_ascii=False),
    "minified": json.dumps(json.loads(SHIPPED), separators=(",", ":"), ensure_ascii=False),
    "escaped": json.dumps(json.loads(SHIPPED), indent="\t"),
    "by key": json.dumps(json.loads(SHIPPED), sort_keys=True, ensure_ascii=False),
}


@pytest.mark.parametrize("layout", OTHERWISE)
@pytest.mark.parametrize("percent", range(10, 101, 10))
def test_in_another_layout_everything_that_ends_before_a_cut_comes_back(
    layout: str, percent: int
) -> None:
    laid = OTHERWISE[layout]
    cut = laid[: len(laid) * percent // 100 - 1]
    whole = {name for name in NAMES if is_whole(name, cut)}
    salvaged = salvage(cut.encode())
    assert annotation_ids(salvaged.project) == whole
    assert salvaged.missing


@pytest.mark.parametrize("layout", OTHERWISE)
@pytest.mark.parametrize("number", range(12))
def test_in_another_layout_a_lost_character_costs_one_annotation(layout: str, number: int) -> None:
    laid = OTHERWISE[layout]
    name = f"A{number + 1:02}"
    start = next(iter(record_in(laid, name)))
    marks = [at for at in range(start, start + 600) if laid[at] in '{}[]":,']
    at = marks[number * 4]
    salvaged = salvage((laid[:at] + laid[at + 1 :]).encode())
    assert NAMES.keys() - annotation_ids(salvaged.project) <= {name}
    assert salvaged.missing


def record_in(laid: str, name: str) -> range:
    """Return where an annotation stands in another layout."""
    decoder = json.JSONDecoder()
    for at in range(len(laid)):
        if laid[at] == "{":
            with suppress(ValueError):
                found, end = decoder.raw_decode(laid, at)
                if found.get("id") == name and "fragments" in found:
                    return range(at, end)
    return range(0)


def is_whole(name: str, cut: str) -> bool:
    return len(record_in(cut, name)) > 0


def test_disputes_that_cannot_be_read_cost_no_more_than_themselves() -> None:
    twice = b'"disputes": [%s, %s]}\n' % ((b'{"id": "x", "kind": "article", "record": "a"}',) * 2)
    broken = SHIPPED.removesuffix(b"}\n") + b",\n" + twice
    with pytest.raises(ProjectFileError, match="damaged"):
        parse_project(broken)
    salvaged = salvage(broken)
    assert annotation_ids(salvaged.project) == set(NAMES)
    assert dict(salvaged.project.disputes) == {}
    assert len(salvaged.missing) == 1


def judged() -> bytes:
    """Return the shipped project with a summary and two judgements, each on its line."""
    project = parse_project(SHIPPED).project
    one = Judgement(id="j", order=1, statement="More, {so} to speak.", relies_on=("A05",))
    two = Judgement(id="k", order=2, statement="Less.", likelihood="unlikely")
    judgements = project.judgements.set("j", one).set("k", two)
    return project_bytes(replace(project, summary="In short.", judgements=judgements))


def test_a_judgement_that_cannot_be_read_costs_no_more_than_itself() -> None:
    broken = judged().replace(b'"statement": "Less."', b'"statement": Less')
    with pytest.raises(ProjectFileError, match="damaged"):
        parse_project(broken)
    salvaged = salvage(broken)
    assert set(salvaged.project.judgements) == {"j"}
    assert [(one.what, one.id) for one in salvaged.missing] == [("judgement", "k")]
    assert salvaged.project.summary == "In short."


def test_judgements_come_back_from_another_layout() -> None:
    loose = json.dumps(json.loads(judged()), indent=1).encode()
    salvaged = salvage(loose[: loose.rindex(b'"summary"')])
    assert set(salvaged.project.judgements) == {"j", "k"}
    assert len(salvaged.project.places) == 38


def test_of_two_records_with_one_id_both_are_kept() -> None:
    at = line_of(b'{"id": "A05"')
    other = LINES[at].replace(b'"flag": false', b'"flag": true')
    salvaged = salvage(b"\n".join([*LINES[:at], other, *LINES[at:], b"}"]))
    assert len(annotation_ids(salvaged.project)) == 39
    assert ("annotation", "A05", "new-id") in lost(salvaged)


def test_what_stands_elsewhere_than_it_said_is_told() -> None:
    held = json.loads(SHIPPED)
    held["articles"][0]["text"] = "X" + held["articles"][0]["text"]
    salvaged = salvage(json.dumps(held, indent=1).encode() + b"}")
    moved = {one.id for one in salvaged.missing if one.reason == "moved"}
    assert moved == UKRINFORM.keys()
    assert (salvaged.kept, salvaged.total) == (38, 38)
