from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from pressmark.analysis.figures import Figure, Scope, figures
from pressmark.analysis.notes import Notebook
from pressmark.analysis.statistics import count
from pressmark.model.annotation import Annotation
from pressmark.model.annotations import Annotations
from pressmark.model.article import Article, ArticleHead, Zone
from pressmark.model.attribute import Anchor, Attribute
from pressmark.model.label_set import Label, LabelSet
from pressmark.model.project import Project, assemble
from pressmark.model.records import Entity
from pressmark.model.span import Span
from pressmark.store.open_project import read_project
from tests.amended import corrected

SPEAKER = Attribute(id="speaker", title="Speaker", kind="anchored", entity=True, several=True)
LABELS = LabelSet(
    name="news",
    labels=(
        Label(id="claim", title="Claim"),
        Label(id="quote", title="Quote", attributes=(SPEAKER,)),
    ),
)
SIGNATORIES, STATEMENT = "joint-statement-signatories", "joint-statement"


@pytest.fixture(scope="module")
def example() -> Project:
    root = Path(__file__).resolve().parents[2]
    return read_project(root / "seeds" / "example.pressmark").project


def drawn(project: Project, scope: Scope | None = None) -> dict[str, Figure]:
    found = figures(project, Notebook().read(project), scope or Scope())
    return {one.id: one for one in found}


def totals(figure: Figure) -> dict[str | tuple[str, str], int]:
    return {
        (row.who.key, row.whom.key) if row.whom else row.who.key: row.total for row in figure.rows
    }


def quote(name: str, *speakers: Anchor) -> Annotation:
    held: Mapping[str, tuple[Anchor, ...]] = {"speaker": speakers} if speakers else {}
    return Annotation(
        id=name,
        label="quote",
        annotator="anna",
        fragments=(Span(0, 1),),
        text=("x",),
        attributes=MappingProxyType(held),
    )


def project(*articles: Article) -> Project:
    whole = assemble(Project(id="p", title="t", label_set=LABELS), articles)
    entities = whole.entities.set("eu", Entity(id="eu", name="European Union", aliases=("EU",)))
    return Project(
        id="p",
        title="t",
        label_set=LABELS,
        entities=entities,
        articles=whole.articles,
        places=whole.places,
    )


def article(name: str, *annotations: Annotation, published: str | None = None) -> Article:
    return Article(ArticleHead(id=name, published=published), "xyz", Annotations.of(annotations))


def test_who_says_what_in_the_example(example: Project) -> None:
    found = drawn(example)
    assert totals(found["labels"]) == {"claim": 18, "quote": 14, "sanction": 3, "denial": 3}
    assert totals(found["quote.speaker"]) == {
        SIGNATORIES: 6,
        STATEMENT: 6,
        "eeas": 1,
        "kim-yo-jong": 1,
    }
    assert totals(found["claim.claimant"]) == {
        SIGNATORIES: 8,
        STATEMENT: 3,
        "western-countries": 2,
        **dict.fromkeys(("ukraine-allies", "us-intelligence", "ukrinform", "eeas", "eu"), 1),
    }
    assert totals(found["denial.denier"]) == {"kim-yo-jong": 2, "north-korea": 1}


def test_who_acts_against_whom_in_the_example(example: Project) -> None:
    found = drawn(example)
    assert totals(found["sanction.issuer"]) == {"eu": 2, SIGNATORIES: 1}
    assert totals(found["sanction.target"]) == {
        ("eu", "eu-listing-nine"): 2,
        (SIGNATORIES, "arms-transfer-entities"): 1,
    }
    assert totals(found["denials"]) == {
        ("kim-yo-jong", "western-countries"): 2,
        ("north-korea", "western-countries"): 1,
        ("kim-yo-jong", "us-intelligence"): 1,
        ("kim-yo-jong", SIGNATORIES): 1,
    }


def test_progress_counts_the_articles_of_each_annotator_by_state(example: Project) -> None:
    (row,) = drawn(example)["progress"].rows
    assert {state: len(ids) for state, ids in row.parts.items()} == {
        "new": 0,
        "in-progress": 0,
        "done": 2,
        "flagged": 0,
    }
    assert set(row.parts["done"]) == set(example.articles)


def test_a_row_knows_what_it_counts(example: Project) -> None:
    for figure in drawn(example).values():
        for row in figure.rows if figure.id != "progress" else ():
            for label, ids in row.parts.items():
                assert {example.annotation(one).label for one in ids} <= {label}
                assert len(set(ids)) == len(ids)


def test_only_what_is_asked_for_counts(example: Project) -> None:
    (annotator,) = example.annotators
    asked = Scope(labels=frozenset({"quote"}), annotators=frozenset({annotator}))
    found = drawn(example, asked)
    assert totals(found["labels"]) == {"claim": 0, "quote": 14, "sanction": 0, "denial": 0}
    assert sum(totals(found["articles"]).values()) == 14
    assert sum(totals(drawn(example, Scope(states=frozenset({"new"})))["articles"]).values()) == 0
    nobody = drawn(example, Scope(annotators=frozenset({"someone-else"})))
    assert sum(totals(nobody["labels"]).values()) == 0


def test_words_that_name_an_entity_count_for_it_and_others_for_themselves() -> None:
    words = (
        Anchor(start=0, end=2, text=text) for text in ("the EU", "Kim\nYo-jong", "kim  yo-jong")
    )
    tags = [quote(f"q{number}", one) for number, one in enumerate(words)]
    tags += [quote("named", Anchor(entities=("eu",))), quote("nobody")]
    tags += [quote("both", Anchor(entities=("eu",)), Anchor(text="EU", start=0, end=2))]
    rows = drawn(project(article("a", *tags)))["quote.speaker"].rows
    assert [(row.who.name, row.total) for row in rows] == [
        ("European Union", 3),
        ("Kim Yo-jong", 2),
        ("", 1),
    ]


def test_days_are_those_of_publication_and_unknown_ones_come_last() -> None:
    whole = project(
        article("a", quote("1"), quote("2"), published="2024-05-31T14:00:00Z"),
        article("b", quote("3"), published="2024-05"),
        article("c", quote("4")),
    )
    assert totals(drawn(whole)["days"]) == {"2024-05": 1, "2024-05-31": 2, "": 1}
    since = drawn(whole, Scope(since="2024-05-31"))
    assert totals(since["days"]) == {"2024-05": 1, "2024-05-31": 2}
    assert totals(drawn(whole, Scope(until="2024-05-30"))["days"]) == {"2024-05": 1}
    assert totals(drawn(whole, Scope(until="2024-05"))["days"]) == {"2024-05": 1, "2024-05-31": 2}


def test_zones_and_earlier_texts_do_not_count() -> None:
    head = ArticleHead(id="a", zones=(Zone(start=0, end=2, kind="teaser"),))
    whole = project(Article(head, "xyz", Annotations.of([quote("1")])))
    assert totals(drawn(whole)["labels"])["quote"] == 0
    assert totals(drawn(whole, Scope(zones=True))["labels"])["quote"] == 1
    amended = corrected(project(article("b", quote("2"))), "b", "An entirely different text.")
    assert len(totals(drawn(amended)["articles"])) == 1
    assert count(amended).annotations == 0


def test_only_articles_that_changed_are_read_again() -> None:
    book, before = Notebook(), project(article("a", quote("1")), article("b", quote("2")))
    heard: list[tuple[int, int]] = []
    book.read(before, lambda done, total: heard.append((done, total)))
    assert heard == [(1, 2), (2, 2)]
    after = before.with_annotation("b", quote("3"))
    noted = book.read(after, lambda done, total: heard.append((done, total)))
    assert heard[2:] == [(2, 2)]
    assert [[one.id for one in notes] for _, notes in noted] == [["1"], ["2", "3"]]


def test_a_label_that_is_gone_from_the_set_counts_by_its_id() -> None:
    gone = Annotation(id="1", label="gone", fragments=(Span(0, 1),), text=("x",))
    assert totals(drawn(project(article("a", gone)))["labels"]) == {
        "claim": 0,
        "quote": 0,
        "gone": 1,
    }
