from pressmark.analysis.copies import families
from pressmark.model.article import Article, ArticleHead, ArticleLink

STORY = " ".join(f"word{number}" for number in range(120))


def article(name: str, text: str, *links: str) -> Article:
    joined = tuple(ArticleLink(type="reprint-of", to=one) for one in links)
    return Article(ArticleHead(id=name, links=joined), text)


def other(name: str) -> str:
    return " ".join(f"{name}{number}" for number in range(120))


def test_near_copies_are_found_among_many() -> None:
    found = families(
        [
            article("a", STORY),
            article("b", other("b")),
            article("c", f"Outlet says: {STORY} and a little more"),
            article("d", STORY[: len(STORY) * 3 // 4]),
            article("e", other("e")),
        ]
    )
    assert found == [["a", "c", "d"], ["b"], ["e"]]


def test_a_copy_of_a_copy_belongs_too() -> None:
    words = STORY.split()
    found = families(
        [
            article("a", " ".join(words[:80])),
            article("b", " ".join(words[25:105])),
            article("c", " ".join(words[50:])),
        ]
    )
    assert found == [["a", "b", "c"]]


def test_links_join_whatever_the_words() -> None:
    found = families([article("a", "One."), article("b", "Two.", "a"), article("c", "One.")])
    assert found == [["a", "b"], ["c"]]


def test_a_link_to_what_is_not_there_does_no_harm() -> None:
    assert families([article("a", "One.", "gone"), article("b", "Two.", "gone")]) == [["a", "b"]]


def test_short_texts_are_no_copies() -> None:
    assert families([article("a", "He said so."), article("b", "He said so.")]) == [["a"], ["b"]]
    assert families([]) == []
