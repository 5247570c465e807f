import json

from pressmark.formats.review_themes import LINES, NEUTRAL, mark_ids, review_themes
from pressmark.paths import resource


def test_every_pattern_of_a_mark_has_a_line_of_its_own() -> None:
    marks = json.loads(resource("themes", "light.json").read_text("utf-8"))["marks"]
    assert {mark["pattern"] for mark in marks} == set(LINES)
    assert len(set(LINES.values())) == len(LINES)
    assert mark_ids() == {mark["id"] for mark in marks} | {NEUTRAL}


def test_washes_are_the_window_s() -> None:
    themes = review_themes()
    assert {one.id: one.wash for one in themes["light"].marks}["claim"] == "#dee2eb"
    assert themes["print"].colours["paper"] == "#ffffff"
    assert [one.id for one in themes["light"].marks] == [one.id for one in themes["dark"].marks]
