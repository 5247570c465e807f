from dataclasses import replace

import pytest

from pressmark.analysis.twins import near_twins
from pressmark.model.annotation import Annotation
from pressmark.model.annotations import Annotations
from pressmark.model.article import Article, ArticleHead
from pressmark.model.span import Span

TEXT = 'He said, "It never happened at all," on Friday. And so on, and so forth.'


def tag(name: str, words: str, label: str = "quote", annotator: str = "anna") -> Annotation:
    start = TEXT.index(words)
    span = Span(start, start + len(words))
    return Annotation(id=name, label=label, fragments=(span,), text=(words,), annotator=annotator)


def twins_of(mine: Annotation, *others: Annotation, by_others: bool = False) -> list[str]:
    article = Article(ArticleHead(id="a"), TEXT, Annotations.of([mine, *others]))
    return [one.id for one in near_twins(article, mine, by_others=by_others)]


@pytest.mark.parametrize(
    "words",
    ['"It never happened at all,"', "It never happened at all", "It never happened at all,"],
)
def test_the_same_words_with_and_without_their_marks_are_nearly_the_same(words: str) -> None:
    assert twins_of(tag("mine", "It never happened at all"), tag("other", words)) == ["other"]


def test_a_word_more_of_many_is_nearly_the_same_and_the_likest_comes_first() -> None:
    mine = tag("mine", "It never happened at all")
    long, same = (
        tag("long", '"It never happened at all," on'),
        tag("same", '"It never happened at all,"'),
    )
    assert twins_of(mine, long, same) == ["same", "long"]


@pytest.mark.parametrize(
    "other",
    [
        tag("other", "It never happened"),
        tag("other", "on Friday"),
        tag("other", "It never happened at all", label="claim"),
        tag("other", "It never happened at all", annotator="bo"),
    ],
)
def test_other_words_labels_and_hands_are_not(other: Annotation) -> None:
    assert twins_of(tag("mine", "It never happened at all"), other) == []


def test_those_of_other_hands_are_found_by_themselves() -> None:
    mine = tag("mine", "It never happened at all")
    of_bo = tag("bo", '"It never happened at all,"', annotator="bo")
    assert twins_of(mine, of_bo, replace(mine, id="again"), by_others=True) == ["bo"]


def test_a_piece_of_an_interrupted_one_is_not() -> None:
    mine = tag("mine", "It never happened at all")
    first, last = tag("x", "It never").fragments[0], tag("x", "on Friday").fragments[0]
    other = Annotation(
        id="o", label="quote", fragments=(first, last), text=("", ""), annotator="anna"
    )
    assert twins_of(mine, other) == []
