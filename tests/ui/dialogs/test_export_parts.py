"""The parts of the export dialog: losses, words of options, the look in the background."""

from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from pressmark.formats.format import Format, Losses, Lost
from pressmark.formats.options import options_of
from pressmark.formats.registry import WRITTEN
from pressmark.formats.selection import Selection
from pressmark.store.settings import LANGUAGES
from pressmark.ui.desk import Desk
from pressmark.ui.dialogs.export.holding import holding, unheld_words
from pressmark.ui.dialogs.export.loss_box import LossBox
from pressmark.ui.dialogs.export.loss_look import LossLook
from pressmark.ui.dialogs.export.option_words import TITLES, VALUES
from pressmark.ui.widgets.plain_label import PlainLabel


def test_lost_annotations_are_shown_and_the_rest_counted(desk: Desk, qtbot: QtBot) -> None:
    box = LossBox("Pressmark JSONL")
    qtbot.addWidget(box)
    article = desk.session.article
    assert article is not None
    lost = tuple(Lost(article.head.id, one.id, "inside", "quote") for one in article.annotations)
    box.show_losses(desk.session.project, Losses(lost), 38)
    shown = [one.text() for one in box.findChildren(PlainLabel)]
    assert "This format cannot hold 12 of 38 annotations" in shown
    rows = box.list.model()
    assert rows.rowCount() == 12
    assert all("(inside Quote)" in rows.index(row, 0).data() for row in range(12))
    box.show_losses(desk.session.project, Losses(), 38)
    assert box.isHidden()


@pytest.mark.parametrize("form", WRITTEN, ids=lambda form: form.id)
def test_every_option_has_a_title_and_every_value_a_name(form: Format[Any]) -> None:
    for option in options_of(form):
        assert (option.about or option.name) in TITLES
        for value in option.choices:
            assert {value, f"{option.name} {value}"} & (VALUES.keys() | LANGUAGES.keys())


def test_only_the_last_question_is_answered(desk: Desk, qtbot: QtBot) -> None:
    looks, answers = LossLook(desk.tasks, desk.window), []
    looks.found.connect(lambda found: answers.append(found.total))
    everything = Selection(project=desk.session.project)
    for labels in (None, frozenset({"claim"}), frozenset({"denial"})):
        looks.ask(WRITTEN[0], WRITTEN[0].options(), replace(everything, labels=labels))
    qtbot.waitUntil(lambda: not looks.is_waiting)
    assert answers == [3]
    looks.ask(WRITTEN[0], WRITTEN[0].options(), everything)
    looks.forget()
    qtbot.waitUntil(lambda: not desk.tasks.is_busy)
    assert answers == [3]


def test_what_a_format_holds_is_said_in_a_word() -> None:
    told = {form.id: holding(form) for form in WRITTEN}
    assert told["pressmark-jsonl"] == "lossless"
    assert told["csv"] == "no relations"
    assert unheld_words({}) == ""
    assert unheld_words({"notes": 9, "relations": 66}) == "no relations (66), notes (9)"
