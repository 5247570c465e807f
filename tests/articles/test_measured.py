"""The floors of taking articles in, held over real files where they are beside the checkout."""

from collections import defaultdict
from pathlib import Path

import pytest

from tests.articles import measuring
from tests.articles.measuring import mean, word_f1

PAPERS = {"docx", "eml", "epub", "msg", "pdf", "rtf"}


@pytest.fixture(scope="module")
def inputs(corpora: Path) -> Path:
    return corpora / "inputs"


def test_words_count_as_often_as_they_stand_there() -> None:
    assert word_f1("One two, two three.", "two one TWO three") == 1
    assert word_f1("one two three four", "one two") == pytest.approx(2 / 3)
    assert word_f1("見出し", "見る") == pytest.approx(0.4)
    assert (word_f1("", ""), word_f1("one", "")) == (1, 0)


def test_text_files_are_decoded_as_they_should_be(inputs: Path) -> None:
    scores = list(measuring.decodings(inputs))
    wrong = [score.file for score in scores if score.value < 1]
    assert len(scores) > 30
    assert mean(scores) >= 0.95, wrong


def test_pages_come_in_with_the_words_of_their_articles(inputs: Path) -> None:
    scores = list(measuring.pages(inputs))
    assert len(scores) == 30
    assert mean(scores) >= 0.955
    assert not [score for score in scores if score.is_trap]
    assert sum(score.is_warned for score in scores) <= 5, "who warns always, warns of nothing"


def test_pages_come_in_with_the_pieces_they_should_have(inputs: Path) -> None:
    counted = measuring.segments(inputs)
    assert counted.within >= 0.9 * counted.of_within
    assert counted.without >= 0.85 * counted.of_without


def test_papers_and_mail_come_in_with_their_words(inputs: Path) -> None:
    by_type = defaultdict(list)
    for score in measuring.papers(inputs):
        if not score.is_warned:
            by_type[score.type].append(score)
    assert by_type.keys() >= PAPERS
    assert not {kind: mean(scores) for kind, scores in by_type.items() if mean(scores) < 0.95}
