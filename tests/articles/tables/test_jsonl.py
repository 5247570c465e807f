import json

import pytest

from pressmark.articles.extract import Extract, Found, PartRefused, Wishes
from pressmark.articles.tables.reading import read_jsonl
from pressmark.errors import ArticleFileError


def found(text: str, **columns: str) -> list[Found]:
    return list(read_jsonl(text.encode(), Wishes(columns=columns)))


def taken(text: str) -> list[Extract]:
    return [one for one in found(text) if isinstance(one, Extract)]


def test_lines_of_json_are_rows() -> None:
    first, second = taken(
        '{"title": "A", "body": "Said.\\n\\nTwice.", "publishedAt": "2024-05-27T10:00:00Z",'
        ' "tags": ["oil", "gas"], "source": {"name": "The Paper"}, "authors": [{"name": "Ana"}]}\n'
        '\n{"title": "B", "body": "So.", "new": 1}\n'
    )
    assert (first.text, first.title, first.part) == ("Said.\n\nTwice.", "A", "row 1")
    assert (first.published, first.keywords) == ("2024-05-27T10:00:00Z", ("oil", "gas"))
    assert first.byline == "Ana"
    assert second.part == "row 3"


@pytest.mark.parametrize(
    "wrapped", ["{}", '{{"version": "1.1", "items": {}}}', '{{"status": "ok", "articles": {}}}']
)
def test_a_list_of_objects_is_a_table(wrapped: str) -> None:
    rows = json.dumps([{"headline": "A", "text": "Said."}, {"headline": "B", "text": "So."}])
    assert [one.title for one in taken(wrapped.format(rows))] == ["A", "B"]


def test_a_list_may_lie_deeper() -> None:
    rows = [{"headline": {"main": "A"}, "text": "Said."}]
    assert [one.title for one in taken(json.dumps({"response": {"docs": rows}}))] == ["A"]


def test_an_article_with_lists_in_it_is_one() -> None:
    (one,) = taken(json.dumps({"title": "A", "text": "Said.", "images": [{"text": "No."}]}))
    assert one.text == "Said."


def test_what_lies_deeper_is_called_by_its_name() -> None:
    row = {
        "fields": {"headline": "A", "body": {"text": "Said.", "size": 5}},
        "meta": {"author": {"name": "Ana"}, "tags": ["oil"]},
        "publisher": {"name": "The Paper"},
    }
    (one,) = taken(json.dumps(row))
    assert (one.title, one.text, one.byline, one.source) == ("A", "Said.", "Ana", "The Paper")
    assert one.keywords == ("oil",)
    (told,) = (remark.fact for remark in one.remarks if remark.code == "left-out-columns")
    assert told == "fields.body.size"
    (wished,) = read_jsonl(json.dumps(row).encode(), Wishes(columns={"text": "meta.author.name"}))
    assert isinstance(wished, Extract)
    assert wished.text == "Ana"


def test_names_of_their_own_come_before_those_of_what_lies_deeper() -> None:
    (one,) = taken('{"title": {"rendered": "A"}, "data": {"title": "B"}, "text": "Said."}')
    assert one.title == "A"
    (one,) = taken('{"data": {"title": "B"}, "title": "A", "text": "Said."}')
    assert one.title == "A"


def test_names_without_end_are_names() -> None:
    (one,) = taken(json.dumps({"text": "Said.", "a" + ".text" * 20_000: "More."}))
    assert one.text == "Said."


def test_one_object_is_one_article() -> None:
    (one,) = taken('{\n "title": "A",\n "text": "Said."\n}\n')
    assert one.text == "Said."


def test_a_bad_line_costs_itself_only() -> None:
    deep = "[" * 100_000
    lines = ['{"text": "One.", "title": "A"}', '{"text": ', deep, "[]", '{"title": "B"}']
    kinds = [
        one.case if isinstance(one, PartRefused) else "taken" for one in found("\n".join(lines))
    ]
    assert kinds == ["taken", "damaged", "too-deep", "damaged", "empty"]


def test_what_is_no_sound_json_is_read_with_care() -> None:
    table = '{"text": "One.", "n": NaN, "title": "x", "title": "A"}\n{"text": "Two.", "n": 1e999}\n'
    first, _ = taken(table)
    assert first.title == "A"
    assert {one.code: one.fact for one in first.remarks}["repeated-key"] == "title"


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("no json", "damaged"),
        ("[" * 100_000, "too-deep"),
        ("[1, 2", "damaged"),
        ("[1, 2]", "damaged"),
        ("[]", "no-article"),
        ('{"a": 1, "b": 2}', "no-text-column"),
        ('{"n": ' + "9" * 5000 + "}", "damaged"),
    ],
)
def test_other_json_is_refused(text: str, case: str) -> None:
    with pytest.raises(ArticleFileError) as refused:
        found(text)
    assert refused.value.case == case
