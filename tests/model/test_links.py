from pressmark.model.article import CORRECTION, Article, ArticleHead, ArticleLink
from pressmark.model.label_set import LabelSet
from pressmark.model.links import Backlink, Links
from pressmark.model.project import Project, assemble


def head(name: str, *earlier: str) -> ArticleHead:
    links = tuple(ArticleLink(type=CORRECTION, to=one) for one in earlier)
    return ArticleHead(id=name, links=(*links, ArticleLink(type="reprint-of", to="x")))


def test_an_earlier_text_is_superseded_and_knows_the_later() -> None:
    links = Links.of([head("a"), head("b", "a"), head("c", "b")])
    assert [one for one in "abcx" if links.is_superseded(one)] == ["a", "b"]
    assert links.later("a") == ("b",)
    assert links.later("c") == ()
    assert links.to("a") == (Backlink(CORRECTION, "b"),)
    assert links.to("x") == tuple(Backlink("reprint-of", one) for one in "abc")


def test_two_links_of_one_text_are_both_current() -> None:
    links = Links.of([head("c", "a"), head("b", "a")])
    assert links.later("a") == ("b", "c")
    assert links.without(head("b", "a")).is_superseded("a")
    assert not links.is_superseded("b")


def test_a_ring_of_links_hides_nothing() -> None:
    ring = Links.of([head("a", "c"), head("b", "a"), head("c", "b")])
    assert not any(ring.is_superseded(one) for one in "abc")


def test_adding_and_taking_away_leaves_what_was_there() -> None:
    links = Links.of([head("a"), head("b", "a")])
    assert links.with_(head("c", "b")).without(head("c", "b")) == links
    assert links.without(head("b", "a")) == Links.of([head("a")])


def test_a_project_follows_its_articles() -> None:
    bare = Project(id="p", title="P", label_set=LabelSet(name=""))
    project = assemble(bare, [Article(head("a"), "One.")])
    corrected = project.with_article(Article(head("b", "a"), "Two."))
    assert [one.head.id for one in corrected.current()] == ["b"]
    assert corrected.without_article("b") == project
    assert corrected.with_head(ArticleHead(id="b")).links == project.links
    assert corrected == assemble(bare, corrected.opened())
