import re
from collections import defaultdict
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from immutables import Map

from pressmark.formats.selection import Selection
from pressmark.model.annotation import Annotation, quoted
from pressmark.model.annotations import Annotations
from pressmark.model.project import Project
from pressmark.model.records import Annotator
from pressmark.model.span import Span
from tests.formats.sets import written
from tests.strategies import projects

ALONE = {"meta", "br", "col"}


class Page(HTMLParser):
    """What of a review page is text of articles, what each mark covers, and where links go."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.texts: dict[str, str] = {}
        self.covered: dict[str, str] = defaultdict(str)
        self.labels: dict[str, str] = {}
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.words = ""
        self._open: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page.decode())
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.tags.add(tag)
        self.attributes += attrs
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links += [value or "" for name, value in attrs if name == "href"]
        if "data-article" in named:
            self.texts[named["data-article"] or ""] = ""
        if "data-id" in named:
            self.labels[named["data-id"] or ""] = named["data-label"] or ""
        if tag not in ALONE:
            self._open.append((tag, named))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.words += data
        for _, named in self._open:
            if "data-article" in named:
                self.texts[named["data-article"] or ""] += data
            if "data-id" in named:
                self.covered[named["data-id"] or ""] += data


def shown(text: str) -> str:
    return text.replace("\0", "\ufffd")


def page_of(project: Project) -> Page:
    return Page(written("html", project))


@given(projects())
def test_the_page_has_every_text_whole_and_every_annotation_on_its_words(project: Project) -> None:
    page = page_of(project)
    held = {article.head.id: article for article in project.opened()}
    assert page.texts == {key: shown(article.text) for key, article in held.items()}
    annotations = {one.id: one for article in held.values() for one in article.annotations}
    assert page.covered == {key: shown("".join(one.text)) for key, one in annotations.items()}
    assert page.labels == {key: shown(one.label) for key, one in annotations.items()}
    assert {link for link in page.links if link.startswith("#")} <= {f"#{one}" for one in page.ids}
    assert len(page.ids) == len(set(page.ids))
    assert {f"{kind}-{one}" for kind in "ra" for one in annotations} <= set(page.ids)


def test_the_example_shows_what_there_is_to_say(example: Project) -> None:
    page = page_of(example)
    assert len(page.covered) == 38
    for words in (
        example.title,
        "2 articles, 38 annotations, by Example analyst",
        "Reporter's stance",
        "legal characterisation",
        "same statement as",
        "Stated in the reporter’s own voice",
        "Signatories of the joint statement",
    ):
        assert words in page.words
    for entity in ("attributed to", "Kim Yo-jong"):
        assert entity in page.words


def test_the_page_loads_and_runs_nothing(example: Project) -> None:
    data = written("html", example).decode()
    page = Page(data.encode())
    assert not page.tags & {"script", "img", "link", "iframe", "object", "form", "base"}
    assert "default-src 'none'; style-src 'unsafe-inline'" in data
    assert all(link.startswith(("#", "https://")) for link in page.links)
    assert not re.search(r"url\((?!#c\d)|@import|javascript:", data)
    assert not [name for name, _ in page.attributes if name.startswith("on") or name == "src"]


def test_what_strangers_wrote_stays_text(example: Project) -> None:
    evil = "\"><script>alert(1)</script>'"
    article = next(example.opened())
    head = replace(article.head, title=evil, source=evil, url="javascript:alert(1)", language=evil)
    one = replace(article.annotations.in_order[0], label=evil, note=evil, attributes={evil: evil})
    project = replace(
        example, title=evil, handling=evil, annotators=Map({"x": Annotator(id="x", name=evil)})
    )
    project = project.with_article(replace(article, head=head))
    page = page_of(project.with_annotation(head.id, replace(one, annotator="x")))
    assert "script" not in page.tags
    assert page.words.count("<script>") >= 6
    assert not any(link.startswith("javascript") for link in page.links)


def test_the_handling_is_on_the_page(example: Project) -> None:
    assert "TLP:AMBER" in page_of(replace(example, handling="TLP:AMBER")).words
    assert 'class="running"' not in written("html", example).decode()


def test_each_fragment_carries_the_tag(example: Project) -> None:
    article = next(example.opened())
    spans = (Span(160, 170), Span(180, 190))
    text, prefix, suffix = quoted(article.text, spans)
    one = Annotation(
        id="f", label="quote", fragments=spans, text=text, prefix=prefix, suffix=suffix
    )
    project = example.with_article(replace(article, annotations=Annotations.of([one])))
    alone = Selection(project=project, articles=frozenset({article.head.id}))
    data = written("html", alone).decode()
    assert re.findall(r'data-tag="([^"]*)"', data) == ["Q1", "…Q1"]


@pytest.mark.parametrize("nested", [1, 3, 9])
def test_deep_stacks_keep_every_line(example: Project, nested: int) -> None:
    article = next(example.opened())
    whole = article.annotations.in_order[0]
    stack = [replace(whole, id=f"n{at}") for at in range(nested)]
    project = example.with_article(replace(article, annotations=Annotations.of(stack)))
    alone = Selection(project=project, articles=frozenset({article.head.id}))
    page = Page(written("html", alone))
    assert set(page.covered.values()) == {"".join(whole.text)}
    assert len(page.covered) == nested
