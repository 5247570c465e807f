from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pressmark.edits.annotations import SetAttributes, SetNote
from pressmark.edits.articles import DescribeArticle
from pressmark.edits.edit import Edit, Stamp
from pressmark.edits.frame import PutEntity, SetHandling, SetLabelSet
from pressmark.edits.removals import removal
from pressmark.edits.transaction import Transaction, apply
from pressmark.model.project import Project
from pressmark.model.records import Entity
from pressmark.paths import seed
from pressmark.store.bases import Base, Side, side_of
from pressmark.ui.dialogs.merge import coming_list
from pressmark.ui.dialogs.merge.merge_dialog import MergeDialog
from pressmark.ui.dialogs.merge.proposal import Proposal, propose
from pressmark.ui.dialogs.merge.words import told_words
from pressmark.ui.widgets.plain_label import PlainLabel

ME, BO = Stamp("me", "2026-11-20T08:00:00Z"), Stamp("bo", "2026-11-20T09:00:00Z")
Show = Callable[[Proposal], MergeDialog]


@pytest.fixture
def example() -> Side:
    return side_of(seed("example.pressmark"))


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    made: list[MergeDialog] = []

    def make(proposal: Proposal) -> MergeDialog:
        dialog = MergeDialog(proposal)
        made.append(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        return dialog

    yield make
    for dialog in made:
        dialog.close()
        dialog.deleteLater()


def after(project: Project, stamp: Stamp, *edits: Edit) -> Project:
    return apply(project, Transaction("Step", edits, stamp))[0]


def proposal(example: Side, ours: tuple[Edit, ...], theirs: tuple[Edit, ...]) -> Proposal:
    """Return the merge of two projects that grew from the example and know nothing of it."""
    one = Side(example.path, after(example.project, ME, *ours), ())
    return propose(one, Side(example.path, after(example.project, BO, *theirs), ()))


def words(dialog: MergeDialog) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(PlainLabel) if one.isVisible())


def rows(dialog: MergeDialog) -> list[tuple[str, ...]]:
    items = (dialog.list.topLevelItem(at) for at in range(dialog.list.topLevelItemCount()))
    return [tuple(item.text(column) for column in range(3)) for item in items if item is not None]


def test_every_kind_of_record_has_words(example: Side, show: Show) -> None:
    project = example.project
    place = project.places["A01"]
    found = proposal(
        example,
        (SetNote(place, "A01", "Mine."), DescribeArticle(place, {"source": "Agency"})),
        (
            SetNote(place, "A01", "Yours."),
            SetAttributes(project.places["A02"], "A02", {"form": "mixed"}),
            DescribeArticle(place, {"source": "Wire"}),
            DescribeArticle(project.places["B05"], {"url": "https://example.org/a", "grade": "B"}),
            PutEntity(Entity(id="mfa", name="Ministry of Foreign Affairs")),
            SetHandling("TLP:AMBER"),
        ),
    )
    dialog = show(found)
    told = {what: name for name, what, _ in rows(dialog)}
    assert "No common version is known" in words(dialog)
    assert "Both changed: note" in told
    assert "Changed: form" in told
    assert "Changed: address, source grade" in told
    assert told["Changed: handling marking"] == "Project: handling marking"
    (stays,) = (where for _, what, where in rows(dialog) if what == "Both changed: source")
    assert stays in ("“Agency” stays", "“Wire” stays")
    assert told["New"] == "Ministry of Foreign Affairs"
    assert "both versions are kept" in words(dialog)


def test_what_both_changed_of_a_label_is_named_with_what_stays(example: Side, show: Show) -> None:
    held = example.project.label_set

    def called(title: str) -> tuple[Edit, ...]:
        changed = (replace(held.labels[0], title=title), *held.labels[1:])
        return (SetLabelSet(replace(held, labels=changed)),)

    dialog = show(proposal(example, called("Statement"), called("Assertion")))
    name, what, stays = rows(dialog)[0]
    assert what == "Both changed: title"
    assert (
        stays
        == {
            "Statement": "Yours stays: “Statement”",
            "Assertion": "Theirs is taken: “Assertion”",
        }[name]
    )
    assert "what both changed is there once" in words(dialog)
    assert "both versions are kept" not in words(dialog)


def test_what_goes_is_named(example: Side, show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    base = example.project
    theirs = after(base, BO, *removal(base, "B05"))
    monkeypatch.setattr(
        "pressmark.ui.dialogs.merge.proposal.common_base",
        lambda *_sides: Base(base),
    )
    dialog = show(propose(example, Side(example.path, theirs, ())))
    deleted = [name for name, what, _ in rows(dialog) if what == "Deleted"]
    assert any(name.startswith("supports: ") for name in deleted)
    assert "One of the two has grown from the other" in words(dialog)


def test_nothing_to_merge_is_said(example: Side, show: Show) -> None:
    dialog = show(propose(example, example))
    assert "nothing in it that this project does not have" in words(dialog)
    assert not dialog.merge.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_it_is_accepted_and_left_by_keys_and_fits_a_small_screen(example: Side, show: Show) -> None:
    found = proposal(example, (), (SetHandling("TLP:RED"),))
    dialog = show(found)
    assert dialog.width() <= 1024
    assert dialog.height() <= 700
    assert dialog.minimumSizeHint().boundedTo(QSize(1000, 660)) == dialog.minimumSizeHint()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == 0
    again = show(found)
    QTest.keyClick(again, Qt.Key.Key_Return)
    assert again.result() == 1


def test_rows_beyond_the_most_are_counted(
    example: Side, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(coming_list, "MOST", 2)
    monkeypatch.setattr("pressmark.ui.dialogs.merge.merge_dialog.MOST", 2)
    notes = [SetNote(example.project.places[one], one, "New.") for one in ("A01", "A02", "A03")]
    dialog = show(proposal(example, (), tuple(notes)))
    assert len(rows(dialog)) == 2
    assert "1 more." in words(dialog)


def test_what_a_merge_did_is_told_without_what_it_did_not() -> None:
    assert (
        told_words("Bo", Counter({("new", "annotation"): 2})) == "Bo was merged: 2 new annotations."
    )
    assert told_words("Bo", Counter({("changed", "entity"): 1})) == "Bo was merged."
