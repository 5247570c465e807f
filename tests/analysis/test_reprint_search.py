"""Reprints among many articles, found without comparing each with each."""

from hashlib import sha256
from typing import ClassVar

from pressmark.analysis.reprint_search import Drawn, nearest
from pressmark.analysis.reprints import reprints
from pressmark.errors import ProjectFileError
from pressmark.model.article import Article, ArticleHead, Zone
from pressmark.model.ids import article_id

WORDS = [f"{first}{last}" for first in "bcdfghjklm" for last in ("alo", "eri", "omu", "ista", "un")]


def made(text: str) -> Article:
    return Article(ArticleHead(id=article_id(text)), text)


def written(seed: int, length: int = 120) -> list[str]:
    """Return words that look drawn at random, the same for the same seed."""
    digests = (sha256(f"{seed} {at}".encode()).digest() for at in range(length))
    return [WORDS[int.from_bytes(digest[:4]) % len(WORDS)] for digest in digests]


def with_changes(words: list[str], every: int) -> list[str]:
    return [f"{word}x" if at % every == 0 else word for at, word in enumerate(words)]


def test_an_article_is_like_the_earlier_one_it_shares_most_with() -> None:
    there = [made(" ".join(written(seed))) for seed in range(30)]
    close = made(" ".join(with_changes(written(7), 40)))
    other = made(" ".join(written(99)))
    found = nearest([close, other], there)
    assert found.keys() == {close.head.id}
    assert found[close.head.id].other == there[7].head.id
    assert found[close.head.id].share > 0.85


def test_articles_that_arrive_together_are_like_the_first_of_them() -> None:
    words = written(1)
    first, second, third = (
        made(" ".join(one)) for one in (words, with_changes(words, 50), with_changes(words, 60))
    )
    found = nearest([first, second, third], [])
    assert first.head.id not in found
    assert {found[one.head.id].other for one in (second, third)} <= {first.head.id, second.head.id}


def test_the_share_is_what_comparing_two_finds() -> None:
    there = [made(" ".join(written(seed, 200))) for seed in range(12)]
    arriving = [made(" ".join(with_changes(written(seed, 200), 25))) for seed in range(12)]
    found = nearest(arriving, there)
    for one in arriving:
        pairs = [pair for pair in reprints(one, there) if pair]
        assert found[one.head.id] in pairs


def test_half_a_text_within_a_longer_one_is_found() -> None:
    short = written(3, 90)
    long = made(" ".join([*written(4, 200), *short, *written(5, 200)]))
    found = nearest([made(" ".join(short))], [long])
    assert [one.other for one in found.values()] == [long.head.id]


def test_those_that_are_compared_in_full_are_counted_too() -> None:
    words, told = written(1), list[tuple[int, int]]()
    arriving = [made(" ".join(with_changes(words, every))) for every in (40, 50, 60)]
    nearest(arriving, [], lambda done, total: told.append((done, total)))
    assert told[:3] == [(1, 3), (2, 3), (3, 3)]
    assert told[-2:] == [(0, 2), (1, 2)]


def test_what_lies_in_zones_and_what_is_short_makes_no_reprint() -> None:
    notice = " ".join(written(8))
    texts = [f"{notice}\n\n{' '.join(written(seed, 40))}" for seed in (1, 2)]
    articles = []
    for text in texts:
        head = ArticleHead(
            id=article_id(text), zones=(Zone(start=0, end=len(notice), kind="navigation"),)
        )
        articles.append(Article(head, text))
    assert not nearest(articles, [])
    assert not nearest([made("Nothing to say today."), made("Nothing to say  today.")], [])


def test_a_damaged_article_is_like_no_other() -> None:
    class Damaged:
        head = ArticleHead(id="A" * 26)
        counts: ClassVar[dict[str, int]] = {}

        def open(self) -> Article:
            raise ProjectFileError("damaged-article")

        def with_head(self, head: ArticleHead) -> "Damaged":
            del head
            return self

    one = made(" ".join(written(1)))
    assert not nearest([one], [Damaged()])


def test_it_is_the_same_share_of_both_whichever_is_longer() -> None:
    words = written(11, 300)
    whole, part = made(" ".join(words)), made(" ".join(words[:150]))
    assert nearest([part], [whole])[part.head.id].share == 1.0
    assert nearest([whole], [part])[whole.head.id].share == 1.0


def test_what_was_worked_out_once_is_not_worked_out_again() -> None:
    opened: list[str] = []

    class Closed(Article):
        def open(self) -> Article:
            opened.append(self.head.id)
            return self

    texts = [" ".join(written(seed)) for seed in range(3)]
    there = [Closed(ArticleHead(id=article_id(text)), text) for text in texts]
    drawn = Drawn()
    arriving = [made(" ".join(written(50)))]
    nearest(arriving, there, drawn=drawn)
    nearest(arriving, there, drawn=drawn)
    assert len(opened) == 3
