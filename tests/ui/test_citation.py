from pressmark.model.article import ArticleHead
from pressmark.ui.citation import citation

HEAD = ArticleHead(
    id="a",
    title="EU condemns trade",
    source="Anadolu",
    published="2024-12-17",
    url="https://example.org/a",
)


def test_a_citation_says_where_the_words_stand() -> None:
    assert citation(["impose sanctions"], HEAD) == (
        "“impose sanctions” (Anadolu, “EU condemns trade”, 2024-12-17, https://example.org/a)"
    )


def test_what_is_not_known_is_left_out() -> None:
    assert citation(["words"], ArticleHead(id="a", source="Anadolu")) == "“words” (Anadolu)"
    assert citation(["words"], ArticleHead(id="a")) == "“words”"


def test_words_in_quotation_marks_get_no_others() -> None:
    assert citation(['"are gravely concerned"'], ArticleHead(id="a")) == '"are gravely concerned"'


def test_gaps_are_shown_and_lines_joined() -> None:
    cited = citation(["we condemn\n\nthe  trade", "and will act"], ArticleHead(id="a"))
    assert cited == "“we condemn the trade […] and will act”"
