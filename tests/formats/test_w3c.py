import json
from pathlib import Path
from typing import Any

import pytest

from pressmark.errors import FormatError
from pressmark.formats.selection import Selection
from pressmark.model.project import Project
from tests.formats import nasty
from tests.formats.sets import bare, bring_back, files_of, form

TEXT = "She said it was over. “It was over,” he said."
CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def annotation(**changes: object) -> dict[str, Any]:
    return {
        "@context": CONTEXT,
        "id": "http://example.org/anno1",
        "type": "Annotation",
        "body": {"type": "TextualBody", "purpose": "tagging", "value": "claim"},
        "target": {
            "source": "text.txt",
            "selector": {"type": "TextPositionSelector", "start": 9, "end": 20},
        },
        **changes,
    }


def quote(exact: str, **more: str) -> dict[str, Any]:
    return {"selector": {"type": "TextQuoteSelector", "exact": exact, **more}}


def put(folder: Path, *pages: object, text: str | None = TEXT) -> Path:
    folder.mkdir(exist_ok=True)
    if text is not None:
        (folder / "text.txt").write_text(text, "utf-8")
    for number, page in enumerate(pages):
        (folder / f"page{number}.jsonld").write_text(json.dumps(page), "utf-8")
    return folder


def came(
    path: Path, project: Project | None = None
) -> list[tuple[str, tuple[str, ...], str | None]]:
    brought = bring_back("w3c", path, project).project
    return [
        (one.label, one.text, one.note)
        for article in Selection(project=brought).opened()
        for one in article.annotations
    ]


def test_pages_are_as_the_model_asks() -> None:
    files = files_of("w3c", nasty.project(gaps=True))
    texts = {name.removesuffix(".txt") for name in files if name.endswith(".txt")}
    assert texts == {name.removesuffix(".jsonld") for name in files if name.endswith(".jsonld")}
    for name, data in files.items():
        if name.endswith(".txt"):
            continue
        page = json.loads(data)
        assert data.isascii()
        assert (page["@context"], page["type"]) == (CONTEXT, "AnnotationPage")
        for item in page["items"]:
            assert item["type"] == "Annotation"
            if item["motivation"] == "linking":
                continue
            assert [one["value"] for one in item["body"] if one["purpose"] == "tagging"]
            for target in item["target"]:
                text = files[target["source"]].decode()
                position, words = target["selector"]
                start, end = position["start"], position["end"]
                assert text[start:end] == words["exact"]
                assert text[:start].endswith(words["prefix"])
                assert text[end:].startswith(words["suffix"])


@pytest.mark.parametrize(
    "page",
    [
        annotation(),
        [annotation()],
        {"@context": CONTEXT, "type": "AnnotationPage", "items": [annotation()]},
        {"@context": CONTEXT, "type": "AnnotationCollection", "first": {"items": [annotation()]}},
        annotation(body="claim"),
        annotation(body=None, bodyValue="claim"),
        annotation(body={"type": "TextualBody", "value": "claim"}, motivation="tagging"),
        annotation(target={"source": {"id": "text.txt"}, **quote("it was over")}),
        annotation(target={"source": "http://example.org/a/text.txt", **quote("it was over")}),
        annotation(target=quote("it was over")),
        annotation(target=quote("it was over", prefix="said ")),
    ],
)
def test_one_annotation_comes_in_however_it_is_wrapped(page: object, tmp_path: Path) -> None:
    folder = put(tmp_path / "set", page)
    assert came(folder) == [("claim", ("it was over",), None)]
    (folder / "page0.jsonld").rename(tmp_path / "alone.jsonld")
    (folder / "text.txt").rename(tmp_path / "text.txt")
    if "example.org/a" in json.dumps(page) or "source" not in json.dumps(page):
        return
    assert came(tmp_path / "alone.jsonld") == [("claim", ("it was over",), None)]


def test_words_before_tell_two_places_apart(tmp_path: Path) -> None:
    text = "over and over and over"
    page = annotation(target={"source": "text.txt", **quote("over", prefix="and over and ")})
    brought = bring_back("w3c", put(tmp_path / "set", page, text=text)).project
    (article,) = Selection(project=brought).opened()
    assert [one.span for one in article.annotations] == [(18, 22)]


def test_comments_become_notes_and_several_targets_fragments(tmp_path: Path) -> None:
    page = annotation(
        body=[
            {"type": "TextualBody", "purpose": "commenting", "value": "sure?"},
            {"type": "TextualBody", "purpose": "tagging", "value": "quote"},
        ],
        target=[{"source": "text.txt", **quote("She")}, {"source": "text.txt", **quote("over,”")}],
    )
    assert came(put(tmp_path / "set", page)) == [("quote", ("She", "over,”"), "sure?")]


def test_annotations_without_a_text_find_the_article(tmp_path: Path) -> None:
    project = bring_back("w3c", put(tmp_path / "first", annotation())).project
    page = annotation(id="http://example.org/anno2", target=quote("he said"))
    folder = put(tmp_path / "second", page, text=None)
    assert ("claim", ("he said",), None) in came(folder, project)
    said = bring_back("w3c", folder, bare()).said
    assert [(one.code, one.what) for one in said.skipped] == [("no-article", "1")]


def test_what_tags_no_text_is_counted(tmp_path: Path) -> None:
    picture = annotation(target={"source": "text.txt", "selector": {"type": "SvgSelector"}})
    said = bring_back("w3c", put(tmp_path / "set", [picture, annotation()])).said
    assert said.annotations == 1
    assert [(one.code, one.what) for one in said.skipped] == [("not-text", "1")]


def test_offsets_in_utf_16_are_found_out(tmp_path: Path) -> None:
    text = "😀😀 She said no. 😀 He said yes."
    spans = [("She", 5, 8), ("no", 14, 16), ("He", 21, 23)]
    pages = [
        annotation(
            id=f"http://example.org/{word}",
            target={
                "source": "text.txt",
                "selector": [
                    {"type": "TextPositionSelector", "start": start, "end": end},
                    {"type": "TextQuoteSelector", "exact": word},
                ],
            },
        )
        for word, start, end in spans
    ]
    folder = put(tmp_path / "set", pages, text=text)
    assert {words for _, words, _ in came(folder)} == {("She",), ("no",), ("He",)}
    said = bring_back("w3c", folder).said
    assert ("counting", "UTF-16") in [(one.code, one.what) for one in said.warnings]


def test_sources_lead_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(TEXT, "utf-8")
    page = annotation(target={"source": "../secret.txt", **quote("nowhere else")})
    assert came(put(tmp_path / "set", page, text=None)) == []


def test_a_page_that_is_no_json_is_refused(tmp_path: Path) -> None:
    folder = put(tmp_path / "set")
    (folder / "page.jsonld").write_text(f'{{"@context": "{CONTEXT}", ', "utf-8")
    with pytest.raises(FormatError, match="bad-line"):
        bring_back("w3c", folder)


def test_other_json_is_not_claimed() -> None:
    assert not form("w3c").claims("x.jsonld", b'{"@context": "https://schema.org"}')
    assert not form("w3c").claims("x.txt", f"He wrote of {CONTEXT}".encode())
