"""Correcting a text and taking in a new version: everything is accounted for, and undone whole."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.edits.additions import addition
from pressmark.edits.amending import Amendment, Way, amending, amendment, earlier_texts
from pressmark.edits.articles import DescribeArticle, SetState, SetZones
from pressmark.edits.edit import Edit, Stamp
from pressmark.edits.history import History
from pressmark.edits.transaction import Transaction, apply
from pressmark.errors import EditError
from pressmark.model.annotation import quoted
from pressmark.model.annotations import Annotations
from pressmark.model.article import CORRECTION, NEW_VERSION, Article, ArticleHead, ArticleLink, Zone
from pressmark.model.attribute import anchors
from pressmark.model.ids import article_id
from pressmark.model.project import Project, assemble
from pressmark.model.relations import Relations
from pressmark.model.span import Span
from tests.edits.conftest import TEXT, base_project
from tests.strategies import articles, texts

ANNA = Stamp("anna", "2024-05-31T12:00:00Z")
BO = Stamp("bo", "2024-06-01T09:00:00Z")
CORRECTED = TEXT.replace("imposed", "lifted")
WITHOUT_DENIAL = TEXT[: TEXT.index("Pyongyang")]


def read(text: str) -> Article:
    return Article(ArticleHead(id=article_id(text), added="2024-06-01T09:00:00Z"), text)


def after(project: Project, *edits: Edit) -> Project:
    return apply(project, Transaction("Step", edits, BO))[0]


def amended(project: Project, text: str, way: Way, of: str = "art") -> tuple[Project, Amendment]:
    planned = amendment(project, of, read(text), way)
    return after(project, *amending(project, planned, BO)), planned


# ---- corrections


def test_a_corrected_text_takes_over_annotations_and_what_is_known(project: Project) -> None:
    zones = (Zone(start=0, end=3, kind="teaser"),)
    before = after(
        project,
        DescribeArticle("art", {"source": "Anadolu"}),
        SetState("art", "anna", "done"),
        SetZones("art", zones),
    )
    corrected, planned = amended(before, CORRECTED, "correction")
    later = corrected.article(article_id(CORRECTED))
    assert (later.head.title, later.head.source) == ("Sanctions", "Anadolu")
    assert (dict(later.head.states), later.head.zones) == ({"anna": "done"}, zones)
    assert later.head.links == (ArticleLink(type=CORRECTION, to="art"),)
    assert later.head.added == before.article("art").head.added
    assert set(later.annotations.ids()) == {"c", "d"}
    assert corrected.relations == before.relations
    assert corrected.annotation("c").text == (CORRECTED[0:39],)
    assert {fate.before.id: fate.kind for fate in planned.fates} == {"c": "reworded", "d": "same"}
    assert corrected.links.is_superseded("art")
    assert corrected.article("art").text == TEXT
    assert {one.head.id for one in corrected.current()} == {"bare", later.head.id}


def test_what_finds_no_place_stays_with_the_earlier_text(project: Project) -> None:
    corrected, planned = amended(project, WITHOUT_DENIAL, "correction")
    assert planned.count("lost") == 1
    assert corrected.places["c"] == article_id(WITHOUT_DENIAL)
    assert corrected.places["d"] == "art"
    assert corrected.annotation("d") == project.annotation("d")
    assert corrected.relations == project.relations


def test_a_text_is_corrected_again_and_again(project: Project) -> None:
    once, _ = amended(project, CORRECTED, "correction")
    twice, _ = amended(once, WITHOUT_DENIAL, "correction", article_id(CORRECTED))
    assert earlier_texts(twice, article_id(WITHOUT_DENIAL)) == (article_id(CORRECTED), "art")
    assert {one.head.id for one in twice.current()} == {"bare", article_id(WITHOUT_DENIAL)}


@pytest.fixture
def own() -> Project:
    """A project whose article has the id that its text gives it."""
    held = base_project().article("art")
    named = replace(held, head=replace(held.head, id=article_id(TEXT)))
    return base_project().without_article("art").with_article(named)


def test_going_back_brings_annotations_to_the_earlier_text(own: Project) -> None:
    once, _ = amended(own, CORRECTED, "correction", article_id(TEXT))
    named = after(once, DescribeArticle(article_id(CORRECTED), {"source": "Anadolu"}))
    back, planned = amended(named, TEXT, "correction", article_id(CORRECTED))
    assert planned.is_back
    assert set(back.articles) == set(own.articles)
    assert back.article(article_id(TEXT)).annotations == own.article(article_id(TEXT)).annotations
    assert back.article(article_id(TEXT)).head.source == "Anadolu"
    assert back.relations == own.relations


def test_going_back_hides_nothing_that_finds_no_place(own: Project) -> None:
    longer = TEXT + " The ministry confirmed it on Friday."
    once, _ = amended(own, longer, "correction", article_id(TEXT))
    twice, _ = amended(once, longer + " More.", "correction", article_id(longer))
    name = article_id(longer + " More.")
    start = longer.index("ministry")
    tagged = after(twice, addition(twice, name, "claim", [Span(start, len(longer))], BO))
    back, planned = amended(tagged, TEXT, "correction", name)
    assert planned.count("lost") == 1
    assert back.article(name).head.links == (ArticleLink(type=NEW_VERSION, to=article_id(longer)),)
    assert {one.head.id for one in back.current()} == {"bare", name, article_id(TEXT)}
    assert set(back.places) == set(tagged.places)


# ---- versions


def test_a_new_version_stands_beside_and_gets_copies(project: Project) -> None:
    both, _ = amended(project, CORRECTED, "version")
    assert both.article("art") == project.article("art")
    later = both.article(article_id(CORRECTED))
    assert later.head.links == (ArticleLink(type=NEW_VERSION, to="art"),)
    assert (later.head.title, later.head.added) == ("Sanctions", "2024-06-01T09:00:00Z")
    assert {(one.origin.by, one.origin.source, one.origin.id) for one in later.annotations} == {
        ("copy", "art", "c"),
        ("copy", "art", "d"),
    }
    assert not set(later.annotations.ids()) & set(project.places)
    assert not both.links.is_superseded("art")
    copied = [one for one in both.relations if one.id != "r"]
    origin = {one.id: one.origin.id for one in later.annotations}
    assert [(one.type, origin[one.from_], origin[one.to or ""]) for one in copied] == [
        ("denies", "d", "c")
    ]


# ---- what cannot be done


@pytest.mark.parametrize("way", ["correction", "version"])
def test_the_same_text_and_one_that_is_here_are_refused(project: Project, way: Way) -> None:
    with pytest.raises(EditError, match="same-text"):
        amendment(project, "art", read(TEXT), way)
    here = project.with_article(read("Here already."))
    with pytest.raises(EditError, match="text-taken"):
        amendment(here, "art", read("Here already."), way)


def test_an_article_that_changed_meanwhile_is_not_amended(project: Project) -> None:
    planned = amendment(project, "art", read(CORRECTED), "correction")
    changed = after(project, DescribeArticle("art", {"source": "Anadolu"}))
    with pytest.raises(EditError, match="has-changed"):
        amending(changed, planned, BO)


def test_an_annotation_that_does_not_fit_its_own_text_stays(project: Project) -> None:
    article = project.article("art")
    odd = replace(article.annotations["c"], text=("Something else.",))
    damaged = project.with_article(replace(article, annotations=article.annotations.with_(odd)))
    corrected, planned = amended(damaged, CORRECTED, "correction")
    assert planned.count("lost") == 1
    assert corrected.article("art").annotations["c"] == odd


# ---- properties


@st.composite
def rewritten(draw: st.DrawFn, text: str) -> str:
    """Return a text with stretches cut, put in and moved."""
    for _ in range(draw(st.integers(0, 4))):
        start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        cut = text[start:end]
        text = text[:start] + draw(texts(4)) + text[end:]
        if draw(st.booleans()):
            at = draw(st.integers(0, len(text)))
            text = text[:at] + cut + text[at:]
    return text


@given(st.data(), articles("art"), st.sampled_from(["correction", "version"]))
def test_everything_is_accounted_for_and_undone(
    st_data: st.DataObject, art: Article, way: Way
) -> None:
    text = st_data.draw(rewritten(art.text))
    project = replace(assemble(base_project(), [art]), relations=Relations())
    if text == art.text:
        return
    history = History(project)
    planned = amendment(project, "art", read(text), way)
    edits = amending(project, planned, ANNA)
    done = history.commit(Transaction("Amend", edits, ANNA)).after
    kept = [fate for fate in planned.fates if fate.after is not None]
    assert [fate.before for fate in planned.fates] == list(art.annotations)
    assert len(done.article(article_id(text)).annotations) == len(kept)
    for fate in kept:
        assert fate.after is not None
        assert (fate.after.text, fate.after.prefix, fate.after.suffix) == quoted(
            text, fate.after.fragments
        )
        spans = [
            (one.span, one.text)
            for value in fate.after.attributes.values()
            for one in anchors(value)
            if one.span is not None
        ]
        assert all(text[slice(*span)] == words for span, words in spans)
    if way == "correction":
        assert set(done.places) == set(art.annotations.ids())
    else:
        assert done.article("art") == art
    history.undo(BO)
    assert history.project == project
    history.redo()
    assert history.project == done
    assert Annotations.of(done.article("art").annotations) == done.article("art").annotations
