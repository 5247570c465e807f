from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from immutables import Map

from pressmark.formats.reports.blocks import (
    Beside,
    Block,
    Chart,
    Facts,
    Heading,
    Judged,
    Line,
    Marked,
    Paragraph,
    Quotation,
    Table,
    Title,
)
from pressmark.formats.reports.contents import PARTS, ReportOptions, blocks
from pressmark.formats.reports.material import Material
from pressmark.formats.selection import Selection
from pressmark.formats.wording import Wording
from pressmark.model.judgement import Judgement
from pressmark.model.project import Project
from tests.strategies import projects

NOTHING = ReportOptions(**dict.fromkeys(PARTS, False))


def only(part: str) -> ReportOptions:
    return replace(NOTHING, **{part: True})


def made(project: Project, options: ReportOptions) -> list[Block]:
    material = Material(Selection(project=project), has_articles=options.articles)
    return list(blocks(material, options))[1:]


def said(line: Line) -> str:
    return "".join(words.text for words in line)


def judged(project: Project) -> Project:
    first, second = list(project.places)[:2]
    one = Judgement(
        id="a",
        order=1,
        statement="It goes on.",
        likelihood="very-likely",
        confidence="low",
        relies_on=(first, "gone"),
    )
    other = Judgement(id="b", statement="Nobody knows.", relies_on=(second,))
    return replace(project, summary="Arms.\n\nMoney.", judgements=Map({"a": one, "b": other}))


def test_the_title_says_how_much_was_read_by_whom(example: Project) -> None:
    selection = Selection(project=replace(example, handling="TLP:RED"), pseudonyms=True)
    assert list(blocks(Material(selection, has_articles=False), NOTHING)) == [
        Title(example.title, "2 articles, 38 annotations, by Annotator 1", "TLP:RED")
    ]


def test_judgements_stand_in_their_order_with_likelihood_apart_from_confidence(
    example: Project,
) -> None:
    found = made(judged(example), only("assessment"))
    assert [said(one.words) for one in found if isinstance(one, Paragraph)] == ["Arms.", "Money."]
    first, second = (one for one in found if isinstance(one, Judged))
    assert (first.number, first.statement) == (1, "Nobody knows.")
    assert [one.title for one in first.facts] == ["Relies on"]
    *apart, grounds = second.facts
    assert [(one.title, said(one.words)) for one in apart] == [
        ("Likelihood", "very likely (80–95 %)"),
        ("Confidence", "low"),
    ]
    assert len(grounds.words) == 1  # what is gone has no number
    assert made(example, only("assessment")) == []


def test_the_key_figures_are_those_of_the_selection(example: Project) -> None:
    article = example.shelf()[0].head.id
    selection = Selection(project=example, articles=frozenset({article}))
    found = list(blocks(Material(selection, has_articles=False), only("figures")))
    sums = next(one for one in found if isinstance(one, Facts))
    assert {one.title: said(one.words) for one in sums.rows} == {
        "Articles": "1",
        "Outlets": "Ukrinform",
        "Annotations": "12",
        "Relations": str(len(selection.relations())),
    }
    charts = {one.title: one.description for one in found if isinstance(one, Chart)}
    assert "Who denies whom" not in charts  # the denials are in the other article
    assert charts["Quote by speaker"].endswith(".")


def test_claims_are_a_table_with_summaries_where_there_are_some(example: Project) -> None:
    heading, table = made(example, only("claims"))
    assert isinstance(heading, Heading)
    assert isinstance(table, Table)
    assert len(table.rows) == 18
    assert [said(cell) for cell in table.rows[0]] == [
        "C2",
        "Russia and North Korea cooperate militarily, illegally",
        "Signatories of the joint statement (ten countries and the EU)",
        "certain",
        "Ukrinform, ¶\u00a04",
    ]


def test_every_quote_stands_under_its_speaker_once(example: Project) -> None:
    found = made(example, only("quotes"))
    quotes = [one for one in found if isinstance(one, Quotation)]
    assert len(quotes) == len({one.tag.text for one in quotes}) == 14
    speakers = [one.words for one in found if isinstance(one, Heading) and one.level == 2]
    assert speakers[0] == "Signatories of the joint statement (ten countries and the EU)"
    assert "Kim Yo-jong" in speakers
    source = said(quotes[0].source)
    assert source.startswith("Ukrinform, “Ten countries, EU condemn")
    assert source.endswith(", paragraph\u00a04")


def test_denials_stand_beside_what_they_deny(example: Project) -> None:
    found = [one for one in made(example, only("denials")) if isinstance(one, Beside)]
    assert len(found) == 3
    denies = {(one.from_, one.to) for one in example.relations if one.type == "denies"}
    shown = sum(not said(one.source).startswith("As the") for row in found for one in row.right)
    assert shown == len(denies) > 0


def test_sanctions_are_records_that_name_who_denies_them(example: Project) -> None:
    found = made(example, only("sanctions"))
    headings = [one.words for one in found if isinstance(one, Heading)]
    assert (
        headings[2]
        == "European Union → Nine North Korean individuals and entities listed by the EU"
    )
    facts = [{fact.title for fact in one.rows} for one in found if isinstance(one, Facts)]
    assert len(facts) == 3
    assert all("Measures" in titles or "Status" in titles for titles in facts)


def test_relations_between_articles_are_listed_and_no_others(example: Project) -> None:
    _, table = made(example, only("relations"))
    assert isinstance(table, Table)
    places = example.places
    across = [one for one in example.relations if one.to and places[one.from_] != places[one.to]]
    assert len(table.rows) == len(across) > 0


def test_tags_lead_to_records_only_where_there_are_records(example: Project) -> None:
    (_, alone) = made(example, only("claims"))
    both = made(example, replace(only("claims"), articles=True))
    assert isinstance(alone, Table)
    assert not alone.rows[0][0][0].target
    records = {one.anchor for block in both if isinstance(block, Marked) for one in block.records}
    targets = {row[0][0].target for block in both if isinstance(block, Table) for row in block.rows}
    assert targets <= records


def test_only_addresses_of_the_web_lead_anywhere(example: Project) -> None:
    article = next(example.opened())
    for url, leads in (("https://example.org/a", True), ("javascript:alert(1)", False)):
        head = replace(article.head, url=url, grade="B", published="2024-05")
        table = next(
            one for one in made(example.with_head(head), only("sources")) if isinstance(one, Table)
        )
        words = [words for words in table.rows[0][2] if words.text == url]
        assert [bool(one.url) for one in words] == [leads]
        assert said(table.rows[0][3]) == "May 2024"


@pytest.mark.parametrize("part", PARTS)
def test_every_part_can_be_left_out(example: Project, part: str) -> None:
    whole, without = (
        made(judged(example), ReportOptions()),
        replace(ReportOptions(), **{part: False}),
    )
    alone = made(judged(example), only(part))
    assert len(made(judged(example), without)) == len(whole) - len(alone)


@settings(max_examples=25)
@given(projects())
def test_any_project_makes_a_report(project: Project) -> None:
    assert made(project, ReportOptions())


def marked_out(_context: str, source: str, _count: int = -1) -> str:
    return f"⟦{source}⟧"


def own_words(block: Block) -> Iterator[str]:
    """Yield what a block says by itself, or in which that is: not what it quotes."""
    match block:
        case Heading():
            yield block.words
        case Title():
            yield block.subtitle
        case Facts() | Judged():
            yield from (fact.title for fact in getattr(block, "rows", getattr(block, "facts", ())))
        case Table():
            yield from (column.title for column in block.columns)
        case Chart():
            yield block.title
        case Beside():
            yield from block.titles
            yield block.instead
        case Quotation():
            yield said(block.source)
        case Marked():
            yield block.caption
            yield from (said(record.source) for record in block.records)


def test_everything_that_a_report_says_is_in_its_language(example: Project) -> None:
    for shelved in example.shelf():
        head = replace(shelved.head, published="2025-05-27", grade="B", source="Reuters")
        example = example.with_head(head)
    labels = example.label_set
    theirs = {label.title for label in labels.labels}
    theirs |= {one.title for label in labels.labels for one in label.attributes}
    material = Material(
        Selection(project=judged(example)), has_articles=True, wording=Wording("uk", marked_out)
    )
    found = [words for one in blocks(material, ReportOptions()) for words in own_words(one)]
    speakers = {row.who.name for one in material.figures.values() for row in one.rows}
    titles = {one.title for one in material.sources}
    untold = [
        words
        for words in found
        if "⟦" not in words and not ({words} & (theirs | speakers | titles)) and "→" not in words
    ]
    assert len(found) > 100
    assert untold == []
