"""Somebody opens a project, looks at it in every way there is, and leaves its file as it was."""

import json
from pathlib import Path

from PySide6.QtTest import QTest

from pressmark.edits.annotations import SetNote
from tests.journeys.conftest import Start
from tests.window import action

LOOKING = (
    *("articles", "inspector", "focus", "larger", "smaller", "theme-dark", "next", "previous"),
    *("cycle", "grow", "shrink", "next-article", "previous-article", "find-everywhere"),
)


def test_hiding_filtering_and_searching_change_nothing(start: Start, project: Path) -> None:
    before, listed = project.read_bytes(), {*project.parent.iterdir()}
    with start(project) as desk:
        for action_id in LOOKING:
            action(desk, action_id).trigger()
        QTest.keyClicks(desk.article_list.filter, "anadolu")
        QTest.keyClicks(desk.annotation_list.filter, "arms")
        desk.annotation_list.labels.show()
        desk.session.open_article(desk.article_list.order()[0])
        assert desk.session.file is not None
        assert (desk.session.file.seq, desk.session.file.saved) == (0, True)
    assert project.read_bytes() == before
    assert {*project.parent.iterdir()} == listed


def test_what_pressmark_does_not_know_survives_an_edit_and_a_save(
    start: Start, project: Path
) -> None:
    document = json.loads(project.read_bytes())
    article = document["articles"][0]
    for record in (document, article, article["annotations"][0], document["relations"][0]):
        record["from-the-future"] = {"deep": [1, None, "x"]}
    project.write_text(json.dumps(document), encoding="utf-8")
    with start(project) as desk:
        annotation_id = article["annotations"][0]["id"]
        desk.session.commit("Note", SetNote(article["id"], annotation_id, "seen"))
    after = json.loads(project.read_bytes())
    changed = after["articles"][0]["annotations"][0]
    assert changed["note"] == "seen"
    changed |= {name: article["annotations"][0][name] for name in ("note", "changed")}
    mine = ("generator", "annotators")
    assert {**after, **document, **{key: after[key] for key in mine}} == after
