from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.analysis.checks import check
from pressmark.analysis.conflicts import open_conflicts, open_disputes
from pressmark.edits.additions import addition
from pressmark.edits.amending import amending, amendment
from pressmark.edits.annotations import MoveAnnotation, RelabelAnnotation, SetAttributes, SetNote
from pressmark.edits.articles import DescribeArticle, SetState
from pressmark.edits.difference import difference
from pressmark.edits.disputes import dismiss, take
from pressmark.edits.edit import Edit, Stamp
from pressmark.edits.frame import PutEntity, RenameProject, SetUnknown
from pressmark.edits.merge import merge
from pressmark.edits.relations import AddRelation
from pressmark.edits.removals import article_removal, removal
from pressmark.edits.settling import keep_both, keep_other, keep_this
from pressmark.edits.three_way import fingerprint
from pressmark.edits.transaction import Transaction, apply
from pressmark.errors import EditError
from pressmark.model.article import STATES, Article, ArticleHead
from pressmark.model.attribute import Anchor
from pressmark.model.ids import article_id
from pressmark.model.project import Project
from pressmark.model.records import Entity, Relation
from pressmark.model.span import Span
from tests.edits.conftest import TEXT, base_project
from tests.edits.judging import judging

ANNA = Stamp("anna", "2024-05-31T12:00:00Z")
BO = Stamp("bo", "2024-05-31T13:00:00Z")


def after(project: Project, stamp: Stamp, *edits: Edit) -> Project:
    return apply(project, Transaction("Step", edits, stamp))[0]


def add(project: Project, name: str, start: int, stamp: Stamp, label: str = "claim") -> Edit:
    return addition(project, "art", label, [Span(start, start + 4)], stamp, annotation_id=name)


# ---- stories


def test_what_either_side_added_is_there(project: Project) -> None:
    ours = after(project, ANNA, add(project, "a", 0, ANNA))
    theirs = after(project, BO, add(project, "b", 8, BO))
    united = merge(project, ours, theirs)
    assert set(united.project.places) == {"c", "d", "a", "b"}
    assert united.conflicts == ()


def test_different_fields_of_one_annotation_meet(project: Project) -> None:
    ours = after(project, ANNA, SetNote("art", "c", "Look."))
    theirs = after(project, BO, MoveAnnotation("art", "c", (Span(4, 6),)))
    one = merge(project, ours, theirs).project.annotation("c")
    assert (one.note, one.fragments, one.text) == ("Look.", (Span(4, 6),), ("EU",))
    assert one.changed == BO.time


def test_different_attributes_of_one_annotation_meet(project: Project) -> None:
    cue = Anchor(start=4, end=6, text="EU")
    ours = after(project, ANNA, SetAttributes("art", "c", {"cue": cue}))
    theirs = after(project, BO, SetAttributes("art", "c", {"form": "direct"}))
    one = merge(project, ours, theirs).project.annotation("c")
    assert dict(one.attributes) == {"cue": cue, "form": "direct"}


def test_one_field_changed_by_both_is_kept_twice_and_listed(project: Project) -> None:
    ours = after(project, ANNA, SetNote("art", "c", "Mine."))
    theirs = after(project, BO, SetNote("art", "c", "Yours."))
    united = merge(project, ours, theirs)
    (conflict,) = united.conflicts
    assert (conflict.kind, conflict.id) == ("annotation", "c")
    assert united.project.annotation("c").note == "Yours."
    assert conflict.copy is not None
    copy = united.project.annotation(conflict.copy)
    assert (copy.note, copy.origin.conflict_of) == ("Mine.", "c")


def test_what_one_side_removed_and_the_other_left_alone_is_gone(project: Project) -> None:
    ours = after(project, ANNA, *removal(project, "c"))
    assert set(merge(project, ours, project).project.places) == {"d"}


def test_what_one_side_removed_and_the_other_changed_stays_and_is_listed(project: Project) -> None:
    ours = after(project, ANNA, *removal(project, "c"))
    theirs = after(project, BO, SetNote("art", "c", "Important."))
    united = merge(project, ours, theirs)
    assert united.project.annotation("c").note == "Important."
    assert "c" in united.kept


def test_an_annotation_that_the_other_side_relates_to_comes_back(project: Project) -> None:
    ours = after(project, ANNA, *removal(project, "c"))
    relation = Relation(id="new", type="same", from_="d", to="c")
    theirs = after(project, BO, AddRelation(relation))
    united = merge(project, ours, theirs)
    assert "c" in united.project.places
    assert united.project.relations.get("new") == relation
    assert "c" in united.kept


def test_an_article_with_new_work_in_it_is_not_removed(project: Project) -> None:
    ours = after(project, ANNA, *article_removal(project, "art"))
    theirs = after(project, BO, add(project, "b", 8, BO))
    united = merge(project, ours, theirs)
    assert "b" in united.project.places
    assert "art" in united.kept


def test_an_article_that_both_sides_imported_under_two_ids_is_one(project: Project) -> None:
    article = project.article("art")
    other = replace(article, head=replace(article.head, id="other"))
    theirs = project.without_article("art")
    theirs = replace(theirs, relations=type(theirs.relations)()).with_article(other)
    united = merge(None, project, theirs).project
    assert set(united.articles) == {"art", "bare"}
    assert set(united.places) == {"c", "d"}


def test_a_corrected_text_carries_the_other_sides_annotations_along(project: Project) -> None:
    article = project.article("art")
    corrected = "Correction. " + TEXT
    moved = [
        replace(one, fragments=tuple(Span(s + 12, e + 12) for s, e in one.fragments))
        for one in article.annotations
    ]
    ours = project.with_article(
        replace(article, text=corrected, annotations=type(article.annotations).of(moved))
    )
    theirs = after(project, BO, add(project, "b", 10, BO))
    united = merge(project, ours, theirs).project
    assert united.article("art").text == corrected
    assert united.annotation("b").text == (TEXT[10:14],)
    assert united.annotation("b").fragments == (Span(22, 26),)


def test_two_corrected_texts_are_both_kept(project: Project) -> None:
    article = project.article("bare")
    ours = project.with_article(replace(article, text="Nothing at all here."))
    theirs = project.with_article(replace(article, text="Nothing much here."))
    united = merge(project, ours, theirs)
    texts = {one.text for one in united.project.opened()}
    assert {"Nothing at all here.", "Nothing much here."} <= texts
    assert any(one.kind == "article" and one.copy for one in united.conflicts)


# ---- properties


Step = Callable[[Project], tuple[Edit, ...]]


def steps(stamp: Stamp, number: int) -> st.SearchStrategy[Step]:
    """One random thing that a person does to the base."""
    new = f"{stamp.annotator}{number}"
    names = st.sampled_from(["c", "d", new])
    starts, words = st.integers(0, 40), st.sampled_from(["p", "q"])
    return st.one_of(
        st.builds(lambda at: lambda project: (add(project, new, at, stamp),), starts),
        st.builds(
            lambda one, at: lambda _: (MoveAnnotation("art", one, (Span(at, at + 3),)),),
            names,
            starts,
        ),
        st.builds(
            lambda one, label: lambda _: (RelabelAnnotation("art", one, label),),
            names,
            st.sampled_from(["claim", "denial"]),
        ),
        st.builds(lambda one, word: lambda _: (SetNote("art", one, word),), names, words),
        st.builds(
            lambda one, key, word: lambda _: (SetAttributes("art", one, {key: word}),),
            names,
            words,
            words,
        ),
        st.builds(lambda word: lambda _: (DescribeArticle("art", {"source": word}),), words),
        st.builds(lambda word: lambda _: (RenameProject(word),), words),
        st.builds(lambda word: lambda _: (SetUnknown({word: stamp.annotator}),), words),
        st.builds(lambda word: lambda _: (SetState("art", "anna", word),), st.sampled_from(STATES)),
        st.builds(lambda at: lambda project: settling(project, at), st.integers(0, 5)),
        st.builds(lambda one: lambda _: (PutEntity(Entity(id="eu", name=one)),), words),
        st.builds(
            lambda one: (
                lambda _: (AddRelation(Relation(id=f"r{new}", type="same", from_=one, to="c")),)
            ),
            names,
        ),
        st.builds(lambda one: lambda project: removal(project, one), names),
        judging(stamp, words, names),
        st.just(lambda project: article_removal(project, "art")),
        st.builds(
            lambda text: lambda project: correction(project, stamp, text),
            st.sampled_from([CORRECTED, TEXT[:44], "Update: " + TEXT]),
        ),
    )


CORRECTED = TEXT.replace("imposed", "lifted").replace(" denied everything", " denied all of it")


def correction(project: Project, stamp: Stamp, text: str) -> tuple[Edit, ...]:
    read = Article(ArticleHead(id=article_id(text)), text)
    return amending(project, amendment(project, "art", read, "correction"), stamp)


@st.composite
def sides(draw: st.DrawFn, stamp: Stamp) -> Project:
    """A project that grew from the base by a few random steps; those that do not fit are left."""
    project = base_project()
    for number in range(draw(st.integers(0, 6))):
        step = draw(steps(stamp, number))
        try:
            project = after(project, stamp, *step(project))
        except (EditError, KeyError):
            continue
    return project


@given(sides(ANNA), sides(BO), st.sampled_from([base_project(), None]))
def test_merging_does_not_depend_on_who_is_called_ours(
    ours: Project, theirs: Project, base: Project | None
) -> None:
    one, other = merge(base, ours, theirs), merge(base, theirs, ours)
    assert fingerprint_of(one.project) == fingerprint_of(other.project)
    assert (one.conflicts, one.kept) == (other.conflicts, other.kept)


@given(sides(ANNA), sides(BO))
def test_merging_the_same_file_again_changes_nothing(ours: Project, theirs: Project) -> None:
    once = merge(base_project(), ours, theirs).project
    twice = merge(base_project(), once, theirs).project
    assert fingerprint_of(once) == fingerprint_of(twice)


@given(sides(ANNA), sides(BO), st.integers(0, 5), st.sampled_from([base_project(), None]))
def test_what_is_settled_stays_so_when_the_same_file_is_merged_again(
    ours: Project, theirs: Project, choice: int, base: Project | None
) -> None:
    settled = all_settled(merge(base, ours, theirs).project, choice)
    again, back = merge(base, settled, theirs), merge(base, theirs, settled)
    assert again.conflicts == ()
    assert fingerprint_of(again.project) == fingerprint_of(settled)
    assert fingerprint_of(back.project) == fingerprint_of(settled)


def settling(project: Project, choice: int) -> tuple[Edit, ...]:
    """Settle the first of what is in two versions, one way or the other."""
    for dispute in open_disputes(project):
        return take(project, dispute) if choice % 2 else dismiss(dispute)
    for pair in open_conflicts(project):
        return (keep_this, keep_other, keep_both)[choice % 3](project, pair.copy.id)
    raise KeyError(choice)


def all_settled(project: Project, choice: int) -> Project:
    while open_disputes(project) or open_conflicts(project):
        project = after(project, ANNA, *settling(project, choice))
    return project


@given(sides(ANNA), sides(BO))
def test_no_annotation_is_lost_unless_one_side_removed_it(ours: Project, theirs: Project) -> None:
    base = base_project()
    removed = {key for key in base.places if key not in ours.places or key not in theirs.places}
    united = merge(base, ours, theirs).project
    assert ({*ours.places, *theirs.places} - removed) <= set(united.places)


@given(sides(ANNA), sides(BO))
def test_a_merge_is_one_undo_step(ours: Project, theirs: Project) -> None:
    united = merge(base_project(), ours, theirs).project
    step = Transaction("Merge", difference(ours, united), BO)
    reached, inverses = apply(ours, step)
    assert fingerprint_of(reached) == fingerprint_of(united)
    back, _ = apply(reached, Transaction("Undo", inverses, BO))
    assert back == ours


def fingerprint_of(project: Project) -> str:
    """Digest what a file would hold."""
    plain = (
        project.title,
        project.handling,
        project.summary,
        project.label_set,
        sorted(map(fingerprint, project.annotators.values())),
        sorted(map(fingerprint, project.entities.values())),
        sorted(map(fingerprint, project.judgements.values())),
        sorted(map(fingerprint, project.disputes.values())),
        project.unknown,
        [fingerprint(one) for one in project.relations],
        [
            (one.head, one.text, tuple(one.annotations))
            for one in sorted(project.opened(), key=lambda one: one.head.id)
        ],
    )
    return fingerprint(plain)


def test_a_project_merged_with_itself_is_itself(project: Project) -> None:
    for base in (project, None):
        united = merge(base, project, project)
        assert fingerprint_of(united.project) == fingerprint_of(project)
        assert (united.conflicts, united.kept) == ((), ())


# ---- corrected texts


def corrected(project: Project, stamp: Stamp, text: str = CORRECTED) -> Project:
    return after(project, stamp, *correction(project, stamp, text))


@pytest.mark.parametrize("has_base", [True, False])
def test_the_other_sides_changes_follow_to_a_corrected_text(
    project: Project, *, has_base: bool
) -> None:
    ours = corrected(project, ANNA)
    theirs = after(project, BO, SetNote("art", "c", "Look."), add(project, "new", 0, BO))
    base = project if has_base else None
    united = merge(base, ours, theirs).project
    later = article_id(CORRECTED)
    assert dict(united.places) == {"c": later, "d": later, "new": "art"}
    assert united.annotation("c").note == "Look."
    assert united.annotation("c").text == ours.annotation("c").text
    assert "earlier-text" in [one.code for one in check(united) if one.annotation == "new"]
    assert fingerprint_of(merge(base, theirs, ours).project) == fingerprint_of(united)
    assert fingerprint_of(merge(base, united, theirs).project) == fingerprint_of(united)
    step = Transaction("Merge", difference(theirs, united), BO)
    assert fingerprint_of(apply(theirs, step)[0]) == fingerprint_of(united)


def test_what_one_side_removed_stays_removed_from_a_corrected_text(project: Project) -> None:
    ours = corrected(project, ANNA)
    theirs = after(project, BO, *removal(project, "c"))
    assert set(merge(project, ours, theirs).project.places) == {"d"}


def test_an_annotation_whose_words_the_correction_cut_is_where_the_other_side_has_it(
    project: Project,
) -> None:
    ours = corrected(project, ANNA, TEXT.replace("everything", "it"))
    theirs = after(project, BO, MoveAnnotation("art", "d", (Span(*where("everything")),)))
    united = merge(project, ours, theirs).project
    assert united.annotation("d").text == ours.annotation("d").text


def test_what_only_one_of_two_corrections_could_take_along_is_there(project: Project) -> None:
    text = TEXT.replace("Pyongyang denied everything", "it did")
    ours = corrected(project, ANNA, text)
    theirs = corrected(project, BO, text)
    there = article_id(text)
    moved = replace(project.annotation("d"), fragments=(Span(0, 3),), text=("The",))
    theirs = theirs.with_transferred("art", there, [moved])
    assert (ours.places["d"], theirs.places["d"]) == ("art", there)
    for one, other in ((ours, theirs), (theirs, ours)):
        assert merge(project, one, other).project.places["d"] == there


def test_two_different_corrections_are_both_kept(project: Project) -> None:
    ours, theirs = corrected(project, ANNA), corrected(project, BO, "Update: " + TEXT)
    united = merge(project, ours, theirs).project
    names = {article_id(CORRECTED), article_id("Update: " + TEXT)}
    assert names | {"art", "bare"} == set(united.articles)
    assert {one.head.id for one in united.current()} == names | {"bare"}
    assert set(united.places.values()) == {min(names)}


def test_an_article_that_one_side_removed_comes_back_for_a_relation(project: Project) -> None:
    ours = after(project, ANNA, *article_removal(project, "art"))
    relation = Relation(id="new", type="same", from_="d", to="c")
    united = merge(project, ours, after(project, BO, AddRelation(relation)))
    assert set(united.project.places) == {"c", "d"}
    assert {"art", "c", "d"} <= set(united.kept)


def where(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def test_one_correction_that_both_made_is_described_by_either(project: Project) -> None:
    later = article_id(CORRECTED)
    ours = after(corrected(project, ANNA), ANNA, DescribeArticle(later, {"source": "Agency"}))
    theirs = corrected(project, BO)
    for one, other in ((ours, theirs), (theirs, ours)):
        assert merge(project, one, other).project.article(later).head.source == "Agency"
