from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.analysis.concordance import Hit, Query, find
from pressmark.analysis.conditions import Condition
from pressmark.errors import QueryError
from pressmark.model.annotation import Annotation
from pressmark.model.annotations import Annotations
from pressmark.model.article import Article, ArticleHead, Zone
from pressmark.model.attribute import Anchor, Value
from pressmark.model.label_set import LabelSet
from pressmark.model.project import Project, assemble
from pressmark.model.span import Span
from tests.amended import corrected

EMPTY = Project(id="p", title="t", label_set=LabelSet(name="news"))


def project_of(*texts: str) -> Project:
    return assemble(
        EMPTY,
        [Article(ArticleHead(id=f"a{at}", added=str(at)), text) for at, text in enumerate(texts)],
    )


def hits(project: Project, query: Query) -> list[Hit]:
    return list(find(project, query))


def test_hits_come_in_order_with_their_context() -> None:
    found = hits(project_of("An arms deal.", "No deal, they said."), Query("DEAL"))
    assert found == [
        Hit("a0", Span(8, 12), "An arms ", "deal", "."),
        Hit("a1", Span(3, 7), "No ", "deal", ", they said."),
    ]


def test_case_counts_when_asked() -> None:
    assert hits(project_of("Arms and arms"), Query("arms", case=True))[0].span == Span(9, 13)


def test_letters_that_grow_when_folded_do_not_shift_what_comes_after() -> None:
    assert [hit.text for hit in hits(project_of("Straße, STRASSE, strasse"), Query("strasse"))] == [
        "Straße",
        "STRASSE",
        "strasse",
    ]


@given(
    st.text(alphabet="aßİ😀ſK ", max_size=30), st.text(alphabet="aß😀sk", min_size=1, max_size=3)
)
def test_every_hit_folds_to_something_that_holds_what_was_asked(text: str, wanted: str) -> None:
    for hit in find(project_of(text), Query(wanted)):
        assert hit.text == text[slice(*hit.span)]
        assert wanted.casefold() in hit.text.casefold()


@given(st.text(alphabet="ab😀", max_size=30), st.text(alphabet="ab😀", min_size=1, max_size=3))
def test_literal_search_finds_as_many_as_python_counts(text: str, wanted: str) -> None:
    assert len(hits(project_of(text), Query(wanted, case=True))) == text.count(wanted)


def test_a_pattern_finds_and_empty_matches_are_no_hits() -> None:
    found = hits(project_of("No. 270/96 and No. 2849"), Query(r"\d*", pattern=True))
    assert [hit.text for hit in found] == ["270", "96", "2849"]


def test_a_wrong_pattern_is_refused() -> None:
    with pytest.raises(QueryError, match="bad-pattern"):
        hits(project_of("x"), Query("(", pattern=True))


def test_a_pattern_without_end_is_stopped_and_said_to_be_too_complex(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("pressmark.analysis.matching.PATIENCE", 0.05)
    with pytest.raises(QueryError, match="too-complex"):
        hits(project_of("a" * 5000), Query(r"(a|aa)+$b|(a+)+c", pattern=True))


def test_nothing_to_look_for_is_refused() -> None:
    with pytest.raises(QueryError, match="empty-query"):
        hits(project_of("x"), Query(""))


def test_a_label_keeps_the_hits_that_its_annotations_touch() -> None:
    project = project_of("arms and arms")
    tagged = Annotation(id="c", label="claim", fragments=(Span(9, 13),), text=("arms",))
    article = replace(project.article("a0"), annotations=Annotations.of([tagged]))
    project = project.with_article(article)
    assert [hit.span for hit in find(project, Query("arms", labels=frozenset({"claim"})))] == [
        Span(9, 13)
    ]
    assert not hits(project, Query("arms", labels=frozenset({"quote"})))


def tagged_project(text: str, *annotations: Annotation, zones: tuple[Zone, ...] = ()) -> Project:
    project = project_of(text)
    article = project.article("a0")
    head = replace(article.head, zones=zones)
    return project.with_article(Article(head, text, Annotations.of(annotations)))


def annotation(id_: str, label: str, start: int, end: int, **attributes: Value) -> Annotation:
    fragments = (Span(start, end),)
    return Annotation(id=id_, label=label, fragments=fragments, text=("",), attributes=attributes)


@pytest.mark.parametrize("wanted", ["Ukraine's", "UKRAINE’S", "ukraineʼs"])
def test_kinds_of_apostrophes_are_one_unless_they_count(wanted: str) -> None:
    project = project_of("Ukraine’s and Ukraine's")
    assert [hit.text for hit in find(project, Query(wanted))] == ["Ukraine’s", "Ukraine's"]
    exact = [hit.text for hit in find(project, Query("Ukraine's", marks=True))]
    assert exact == ["Ukraine's"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("“No,”", '"no,"'), ("DPRK–Russia", "dprk-russia"), ("3\u00a0million", "3 million")],
)
def test_kinds_of_marks_dashes_and_spaces_are_one(text: str, wanted: str) -> None:
    assert [hit.text for hit in find(project_of(f"😀 {text}."), Query(wanted))] == [text]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Korean Korea, Korea’s DPRK-Korea Koreas 🇰🇷Korea", [7, 14, 27, 42]),
        ("NKorea 1Korea Korea1 Kórea _Korea", []),
        ("漢Korea漢", [1]),
    ],
)
def test_what_is_part_of_a_word_is_passed_over_if_words_count(text: str, places: list[int]) -> None:
    for query in (Query("korea", words=True), Query("[k]orea", words=True, pattern=True)):
        assert [hit.span.start for hit in find(project_of(text), query)] == places


def test_what_lies_in_a_zone_is_left_out_unless_asked_for() -> None:
    zones = (Zone(start=0, end=10, kind="teaser"),)
    project = tagged_project("Read: arms. Of arms.", zones=zones)
    assert [hit.span.start for hit in find(project, Query("arms"))] == [15]
    assert [hit.span.start for hit in find(project, Query("arms", zones=True))] == [6, 15]


def test_a_hit_names_what_is_tagged_there_the_longest_first() -> None:
    project = tagged_project(
        "no arms here", annotation("a", "claim", 3, 7), annotation("b", "quote", 0, 12)
    )
    assert [hit.annotations for hit in find(project, Query("arms"))] == [("b", "a")]
    assert [hit.annotations for hit in find(project, Query("here"))] == [("b",)]


def test_conditions_are_met_together_each_by_an_annotation_of_its_own() -> None:
    project = tagged_project(
        "arms and arms",
        annotation("a", "claim", 0, 13),
        annotation(
            "b", "quote", 9, 13, form="direct", speaker=Anchor(text="The EU", entities=("eu",))
        ),
    )
    claim, direct = Condition("claim"), Condition("quote", "form", "direct")

    def starts(*conditions: Condition) -> list[int]:
        return [hit.span.start for hit in find(project, Query("arms", conditions=conditions))]

    assert starts(claim) == [0, 9]
    assert starts(claim, direct) == [9]
    assert starts(claim, Condition("quote", "form", "indirect")) == []
    assert starts(Condition(attribute="speaker", value="eu")) == [9]
    assert starts(Condition(attribute="speaker", words="the e")) == [9]
    assert starts(Condition(attribute="form", value="dire")) == []
    assert starts(Condition(attribute="form", words="DIRE")) == [9]
    assert starts(Condition(attribute="cue")) == []
    assert starts(Condition(value="eu")) == [9]
    assert starts(Condition(value="un")) == []


def test_conditions_alone_find_annotations() -> None:
    project = tagged_project(
        "arms and arms",
        annotation("a", "claim", 0, 4, presupposed=True),
        annotation("b", "quote", 5, 8),
    )
    asked = Query(conditions=(Condition("claim", "presupposed", "true"),))
    assert [(hit.text, hit.annotations) for hit in find(project, asked)] == [("arms", ("a",))]


def test_earlier_texts_are_passed_over() -> None:
    project = corrected(project_of("An arms deal."), "a0", "An arms sale.")
    assert hits(project, Query("deal")) == []
    assert len(hits(project, Query("arms"))) == 1
