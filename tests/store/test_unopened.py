from pathlib import Path

from pressmark.model.article import Article
from pressmark.store.project_file import parse_project
from pressmark.store.shelf import KeptArticle
from pressmark.store.unopened import has_flagged, is_damaged, last_change


def test_a_closed_article_says_what_it_says_opened(seeds: Path) -> None:
    project = parse_project((seeds / "example.pressmark").read_bytes()).project
    for shelved in project.articles.values():
        assert isinstance(shelved, KeptArticle)
        opened = Article(shelved.head, shelved.open().text, shelved.open().annotations)
        assert last_change(shelved) == last_change(opened) != ""
        assert not has_flagged(shelved)
        assert not has_flagged(opened)
        assert not is_damaged(shelved)


def test_a_flag_is_seen_and_words_about_one_are_not(seeds: Path) -> None:
    kept = (seeds / "example.pressmark").read_bytes()
    flagged = kept.replace(b'"flag": false', b'"flag": true', 1)
    spoken = kept.replace(b'"note": null', b'"note": "say \\"flag\\": true"', 1)
    assert flagged != kept != spoken
    for made, expected in ((flagged, 1), (spoken, 0)):
        shelf = parse_project(made).project.articles.values()
        assert sum(map(has_flagged, shelf)) == expected


def test_a_damaged_article_says_so_and_has_no_flags(seeds: Path) -> None:
    kept = (seeds / "example.pressmark").read_bytes()
    at = kept.index(b'"label": "claim"')
    broken = kept[:at] + b'"label": 7      ' + kept[at + 16 :]
    shelf = parse_project(broken.replace(b'"flag": false', b'"flag": true')).project.articles
    found = [one for one in shelf.values() if is_damaged(one) or not has_flagged(one)]
    assert len(found) == 1
