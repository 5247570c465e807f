"""The main screens look as they did: in both themes, large and small.

`PRESSMARK_UPDATE_PICTURES=1 pytest tests/pictures` makes the pictures anew; look at each before
it is committed. `reader-light.png` is also the picture in the README.
"""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pressmark.edits.additions import addition
from pressmark.edits.annotations import SetAttributes, SetConfidence, SetNote
from pressmark.edits.articles import DescribeArticle
from pressmark.edits.edit import Stamp
from pressmark.edits.frame import PutEntity, SetHandling
from pressmark.edits.judgements import PutJudgement, SetSummary
from pressmark.edits.label_set_use import use_of
from pressmark.edits.transaction import Transaction, apply
from pressmark.model.judgement import Judgement
from pressmark.model.records import Entity
from pressmark.model.span import Span
from pressmark.store.bases import side_of
from pressmark.store.open_project import open_project
from pressmark.store.reading import OpeningReport
from pressmark.ui.banner import Banner
from pressmark.ui.desk import Desk
from pressmark.ui.dialogs.amend.amend_dialog import AmendDialog
from pressmark.ui.dialogs.help.help_window import HelpWindow
from pressmark.ui.dialogs.label_set.label_set_dialog import LabelSetDialog
from pressmark.ui.dialogs.merge.merge_dialog import MergeDialog
from pressmark.ui.dialogs.merge.proposal import propose
from pressmark.ui.restored import restored_words
from pressmark.ui.widgets.strip import Offer
from tests.pictures.comparing import compare
from tests.window import opened

pytestmark = [
    pytest.mark.pictures,
    pytest.mark.skipif(sys.platform != "linux", reason="letters are drawn differently elsewhere"),
]

LARGE, SMALL = QSize(1440, 900), QSize(1024, 700)


def read(desk: Desk) -> None:
    """Have the second article open, at an annotation that lies over others."""
    desk.session.open_article(desk.article_list.order()[1])
    article = desk.session.article
    assert article is not None
    quote = next(one for one in article.annotations if one.text[0].startswith('"Our governments'))
    desk.session.show(quote.id)
    desk.view.set_caret(quote.span.start)
    desk.session.activate(quote.id)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("name", "size"), [("reader", LARGE), ("small", SMALL)])
def test_reading(qtbot: QtBot, tmp_path: Path, name: str, size: QSize, theme: str) -> None:
    with opened(qtbot, size=size) as desk:
        desk.looks.choose_theme(theme)
        read(desk)
        compare(f"{name}-{theme}", desk.window, tmp_path)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("name", "size"), [("beside", LARGE), ("beside-small", SMALL)])
def test_two_articles_side_by_side(
    qtbot: QtBot, tmp_path: Path, name: str, size: QSize, theme: str
) -> None:
    with opened(qtbot, size=size) as desk:
        desk.looks.choose_theme(theme)
        desk.side_by_side.toggle()
        desk.sides.turn()
        read(desk)
        compare(f"{name}-{theme}", desk.window, tmp_path)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("name", "size"), [("assessment", LARGE), ("assessment-small", SMALL)])
def test_the_analysts_own_word(
    qtbot: QtBot, tmp_path: Path, name: str, size: QSize, theme: str
) -> None:
    with opened(qtbot, size=size) as desk:
        desk.looks.choose_theme(theme)
        read(desk)
        desk.session.commit(
            "Judge",
            SetHandling("TLP:AMBER"),
            SetSummary("Two outlets report one statement; one of them carries the denial, too."),
            PutJudgement(
                Judgement(
                    id="j",
                    order=1,
                    statement="Pyongyang will go on denying arms transfers while they continue.",
                    likelihood="very-likely",
                    confidence="moderate",
                    relies_on=("B26", "A03"),
                )
            ),
            PutJudgement(
                Judgement(
                    id="k",
                    order=2,
                    statement="We are confident that new lists will not slow the programme.",
                    likelihood="unlikely",
                    relies_on=("gone",),
                )
            ),
        )
        desk.docks.open("assessment")
        desk.assessing.panel.summary.clearFocus()
        compare(f"{name}-{theme}", desk.assessing.panel, tmp_path)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_guidelines(qtbot: QtBot, tmp_path: Path, theme: str) -> None:
    with opened(qtbot) as desk:
        desk.looks.choose_theme(theme)
        read(desk)
        QApplication.processEvents()  # what scrolls on puts the card away
        desk.guidelines.show_label()
        compare(f"guideline-{theme}", desk.view, tmp_path)
        desk.docks.open("guidelines")
        desk.guidelines.panel.text.clearFocus()
        compare(f"guidelines-{theme}", desk.guidelines.panel, tmp_path)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_several_articles(qtbot: QtBot, tmp_path: Path, theme: str) -> None:
    with opened(qtbot, size=SMALL) as desk:
        desk.looks.choose_theme(theme)
        desk.article_list.arrange("title", frozenset({("label", "claim")}))
        desk.article_list.view.selectAll()
        compare(f"several-{theme}", desk.window, tmp_path)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_amending(qtbot: QtBot, tmp_path: Path, theme: str) -> None:
    with opened(qtbot) as desk:
        desk.looks.choose_theme(theme)
        read(desk)
        article = desk.session.article
        assert article is not None
        lines = article.text.split("\n")
        long = [at for at, line in enumerate(lines) if len(line) > 100]
        lines.insert(long[0], lines.pop(long[3]))
        text = "\n".join(lines).replace("resolute opposition", "firm opposition")
        text = text.replace("gravely concerned", "deeply concerned")
        dialog = AmendDialog(desk.session.project, article, "correction", desk.tasks, desk.window)
        dialog.show()
        dialog.resize(984, 620)
        dialog.page.editor.setPlainText(text.replace("statement by Australia, Canada", "allies"))
        dialog.apply.click()
        qtbot.waitUntil(lambda: dialog.planned is not None)
        compare(f"amend-{theme}", dialog, tmp_path)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_there_yet(qtbot: QtBot, tmp_path: Path, theme: str) -> None:
    with opened(qtbot, tmp_path / "gone.pressmark") as desk:
        desk.looks.choose_theme(theme)
        desk.notices.hide()
        compare(f"empty-{theme}", desk.window, tmp_path)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_lines_above_the_panes(qtbot: QtBot, tmp_path: Path, theme: str) -> None:
    with opened(qtbot, size=SMALL) as desk:
        desk.looks.choose_theme(theme)
        banner = desk.window.findChild(Banner)
        assert banner is not None
        back = "Go back to the last saved version"
        offers = (Offer(words, desk.window.show) for words in ("Show what", back))
        opening = OpeningReport(
            restored=(Transaction("Tag", (), Stamp("me", "2024-05-31T14:03:00Z")),),
            rebased=True,
            aside=Path("Sanctions.pressmark.journal.1"),
        )
        banner.say("restored", restored_words(opening), *offers)
        banner.say("read-only", "Open for reading only: it is on a full disk.", closes=False)
        compare(f"lines-{theme}", banner, tmp_path)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_merging(qtbot: QtBot, tmp_path: Path, seeds: Path, theme: str) -> None:
    ours, theirs = (side_of(seeds / "example.pressmark") for _ in range(2))
    stamp = Stamp("bo", "2024-05-31T14:05:00Z")
    project = ours.project
    place = project.places["A01"]
    mine = (SetNote(place, "A01", "Ask the desk."), SetConfidence(place, "A01", "low"))
    yours = (
        SetNote(place, "A01", "The statement, not the minister."),
        SetConfidence(place, "A01", "high"),
        SetAttributes(place, "A02", {"form": "mixed"}),
        addition(project, place, "claim", [Span(0, 40)], stamp, annotation_id="new"),
        DescribeArticle(place, {"source": "Ukrinform (EN)"}),
        PutEntity(Entity(id="mfa", name="Ministry of Foreign Affairs")),
    )
    one, other = (
        replace(side, path=Path("Bo.pressmark"), project=apply(project, step)[0], states=())
        for side, step in (
            (ours, Transaction("Mine", mine, stamp)),
            (theirs, Transaction("Yours", yours, stamp)),
        )
    )
    with opened(qtbot) as desk:
        desk.looks.choose_theme(theme)
        dialog = MergeDialog(propose(one, other), desk.window)
        dialog.show()
        dialog.resize(900, 640)
        compare(f"merge-{theme}", dialog, tmp_path)
        dialog.accept()
        edits = propose(one, other).edits
        desk.session.commit("Mine", *mine)
        desk.session.commit("Merge", *edits)
        desk.conflicts.show_next()
        disputes = desk.inspector.article.disputes
        disputes.buttons()[0].clearFocus()
        compare(f"disputes-{theme}", disputes, tmp_path)
        desk.conflicts.show_next()
        box = desk.inspector.annotation.versions
        box.this.clearFocus()
        compare(f"versions-{theme}", box, tmp_path)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_editing_the_label_set(qtbot: QtBot, tmp_path: Path, theme: str) -> None:
    with opened(qtbot) as desk:
        desk.looks.choose_theme(theme)
        project = desk.session.project
        dialog = LabelSetDialog(project.label_set, use_of(project), {}, Path("~"), desk.window)
        dialog.resize(984, 620)
        dialog.show()
        dialog.show_label("denial")
        dialog.contents.labels.ask_removal()
        dialog.contents.labels.add.click()
        dialog.label.title.setText("Threat")
        dialog.label.title.textEdited.emit("Threat")
        dialog.label.title.clearFocus()
        QApplication.processEvents()
        compare(f"labels-{theme}", dialog, tmp_path)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_finding(qtbot: QtBot, tmp_path: Path, theme: str) -> None:
    with opened(qtbot) as desk:
        desk.looks.choose_theme(theme)
        read(desk)
        desk.finding.find_everywhere()
        panel = desk.finding.panel
        with qtbot.waitSignal(panel.query.asked):
            panel.query.field.setText("arms")
        qtbot.waitUntil(lambda: not panel.rows.is_searching)
        panel.rows.toggle(panel.rows.index(0))
        panel.rows.toggle(panel.rows.index(2))
        panel.step(1)
        compare(f"find-{theme}", desk.window, tmp_path)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("name", "size"), [("overview", LARGE), ("overview-small", SMALL)])
def test_overview(qtbot: QtBot, tmp_path: Path, name: str, size: QSize, theme: str) -> None:
    with opened(qtbot, size=size) as desk:
        desk.looks.choose_theme(theme)
        desk.surveying.toggle()
        qtbot.waitUntil(lambda: desk.surveying.is_up_to_date)
        compare(f"{name}-{theme}", desk.window, tmp_path)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_help(qtbot: QtBot, tmp_path: Path, theme: str) -> None:
    with opened(qtbot) as desk:
        desk.looks.choose_theme(theme)
        desk.guide.show_here()
        shown = desk.window.findChild(HelpWindow)
        assert shown is not None
        shown.text.setCursorWidth(0)
        compare(f"help-{theme}", shown, tmp_path)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_tour(qtbot: QtBot, tmp_path: Path, theme: str) -> None:
    with opened(qtbot, size=SMALL) as desk:
        desk.looks.choose_theme(theme)
        desk.tour.begin()
        article = desk.session.article
        assert article is not None
        start = article.text.index("top diplomats")
        desk.view.select(start, start + len("top diplomats"))
        qtbot.waitUntil(lambda: desk.tour.step == 1)
        compare(f"tour-{theme}", desk.window, tmp_path)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_worth_a_look(qtbot: QtBot, tmp_path: Path, seeds: Path, theme: str) -> None:
    path = tmp_path / "Own.pressmark"
    path.write_bytes((seeds / "example.pressmark").read_bytes())
    unset = {"speaker": None, "denier": None, "form": "Direct"}
    with open_project(path) as file:
        article = file.project.shelf()[1].open()
        edits = tuple(
            SetAttributes(article.head.id, one.id, unset)
            for one in article.annotations
            if one.label in ("quote", "denial")
        )
        file.commit(Transaction("Set", edits, Stamp("me", "2024-05-31T12:04:05Z")))
        file.save()
    with opened(qtbot, path) as desk:
        desk.looks.choose_theme(theme)
        desk.checking.toggle()
        qtbot.waitUntil(lambda: not desk.checking.panel.rows.is_searching)
        desk.checking.panel.show_next()
        desk.view.setFocus()
        compare(f"checks-{theme}", desk.window, tmp_path)
