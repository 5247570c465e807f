from pressmark.analysis.reprints import reprints, shingles
from pressmark.model.article import Article, ArticleHead, Zone

TEXT = (
    "Ten nations and the European Union condemned the transfer of arms on Friday, and said in a "
    "statement that Ukraine's neighbours had every reason to be gravely concerned about it all."
)


def article(name: str, text: str, *zones: Zone) -> Article:
    return Article(ArticleHead(id=name, zones=zones), text)


def test_the_same_words_with_a_few_changed_are_found() -> None:
    own = article("own", TEXT)
    others = [
        article("same", TEXT.replace("'", "’").upper()),
        article(
            "edited", TEXT.replace("on Friday", "yesterday") + " More came later, it was said."
        ),
        article("other", "Nobody said anything of the kind, " * 8),
        article("short", TEXT[:40]),
    ]
    found = dict(one for one in reprints(own, others) if one)
    assert [*found] == ["same", "edited"]
    assert found["same"] == 1.0
    assert 0.5 < found["edited"] < 1.0
    assert [*reprints(article("short", "Too short."), others)] == [None] * 4


def test_what_is_not_of_the_article_counts_for_nothing() -> None:
    teaser = "Read also: " + TEXT
    zone = Zone(start=0, end=len(teaser), kind="teaser")
    assert shingles(article("a", teaser, zone)) == frozenset()
    rest = article("b", teaser + " Something else entirely happened.", zone)
    assert len(shingles(rest)) == 2
