from dataclasses import replace

from pressmark.cli.readable import without_articles
from pressmark.model.judgement import Judgement
from tests.edits.conftest import base_project


def test_what_named_something_in_an_article_that_is_left_out_names_it_no_more() -> None:
    project = base_project()
    judged = project.judgements.set("k", Judgement(id="k", relies_on=("c", "elsewhere")))
    left = without_articles(replace(project, judgements=judged), {"art"})
    assert list(left.articles) == ["bare"]
    assert dict(left.places) == {}
    assert list(left.relations) == []
    assert left.judgements["k"].relies_on == ("elsewhere",)
