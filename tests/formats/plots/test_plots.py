import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from pressmark.formats.plots.bars import bars
from pressmark.formats.plots.columns import columns
from pressmark.formats.plots.drawing import Bar, ChartRow, Drawing, Part, Ribbon, Words
from pressmark.formats.plots.flow import flow
from pressmark.formats.plots.marks import chart_marks
from pressmark.formats.plots.sheet import Entry, Titled, sheet
from pressmark.formats.plots.svg import estimated, svg
from pressmark.formats.review_themes import review_themes
from pressmark.store.label_sets import default_label_set

SETTING = estimated()
ROWS = (
    ChartRow("Anna", (Part("claim", 30, "megaphone"), Part("quote", 10, "quote"))),
    ChartRow("Bo", (Part("claim", 20, "megaphone"),)),
    ChartRow("Cem", ()),
)
PAIRS = (
    ChartRow("Kim", (Part("denial", 2),), "West"),
    ChartRow("North", (Part("denial", 1),), "West"),
    ChartRow("Kim", (Part("denial", 1),), "Intelligence"),
)


def said(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.shapes if isinstance(shape, Words)]


def test_bars_are_as_long_as_they_are_much() -> None:
    drawing = bars(ROWS, 500, SETTING)
    first, second, other = (shape.box for shape in drawing.shapes if isinstance(shape, Bar))
    assert first.width + second.width + 2 == pytest.approx(2 * other.width)
    assert first.width > 2.5 * second.width
    assert {"Anna", "Bo", "Cem", "40", "20", "0", "30", "10"} == set(said(drawing))
    assert [(spot.row, spot.part) for spot in drawing.spots] == [
        (0, "claim"),
        (0, "quote"),
        (1, "claim"),
    ]


def test_a_row_of_one_part_may_be_pointed_at_by_its_name() -> None:
    drawing = bars(ROWS, 500, SETTING)
    assert drawing.spot_at(2, 10) is None
    assert drawing.spot_at(2, 28 + 10) == 2


def test_every_part_has_a_place_of_its_own_however_small() -> None:
    parts = (Part("claim", 100_000), Part("quote", 1), Part("denial", 1))
    drawing = bars((ChartRow("x" * 500, parts),), 300, SETTING)
    for number, spot in enumerate(drawing.spots):
        box = spot.boxes[0]
        assert box.width > 1
        assert box.x + box.width <= 300
        assert drawing.spot_at(box.x + box.width / 2, box.y + 1) == number
    assert drawing.spot_at(299, 0) is None


def test_columns_stand_on_one_line_and_their_names_do_not_meet() -> None:
    days = tuple(ChartRow(f"{day} May 2024", (Part("claim", day),)) for day in range(1, 31))
    drawing = columns(days, 400, SETTING)
    floors = {
        round(shape.box.y + shape.box.height, 1)
        for shape in drawing.shapes
        if isinstance(shape, Bar)
    }
    assert len(floors) == 1
    names = [shape for shape in drawing.shapes if isinstance(shape, Words) and "May" in shape.text]
    for one, other in pairwise(names):
        assert one.x + SETTING.measure(one.text, one.size) < other.x


def test_a_flow_has_a_ribbon_for_each_pair_and_names_each_side_once() -> None:
    drawing = flow(PAIRS, 500, SETTING)
    ribbons = [shape for shape in drawing.shapes if isinstance(shape, Ribbon)]
    assert len(ribbons) == len(drawing.spots) == 3
    assert said(drawing).count("Kim") == said(drawing).count("West") == 1
    widest = max(ribbons, key=lambda one: one.width)
    assert drawing.spots[ribbons.index(widest)].row == 0
    for number, ribbon in enumerate(ribbons):
        assert drawing.spot_at(*ribbon.at(0.9)) == number
        assert ribbon.at(0) == (ribbon.x0, ribbon.y0)
        assert ribbon.at(1) == (ribbon.x1, ribbon.y1)


@pytest.mark.parametrize("draw", [bars, columns, flow])
def test_nothing_to_draw_is_drawn(draw: object) -> None:
    assert callable(draw)
    assert draw((), 400, SETTING).spots == ()


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_svg_is_sound_has_real_text_and_loads_nothing(theme: str) -> None:
    labels, colours = default_label_set(), review_themes()[theme]
    nasty = ChartRow('<script>&"\x00\ud800\u202e', (Part("claim", 1, "megaphone"),))
    charts = [Titled("Who <b>", bars((*ROWS, nasty), 400, SETTING))]
    charts += [Titled("Whom", flow(PAIRS, 400, SETTING))]
    legend = [Entry(one.id, one.glyph or "tag", one.title) for one in labels.labels]
    drawing = sheet("A & B", "38 annotations", legend, charts, SETTING)
    text = svg(drawing, chart_marks(labels, colours), colours.colours, "A & B")
    root = ET.fromstring(text.encode())  # noqa: S314 -- what was just written
    words = [one.text or "" for one in root.iter("{http://www.w3.org/2000/svg}text")]
    assert {"A & B", "Who <b>", "Anna", "Kim", "Denial"} <= set(words)
    assert any(one.startswith("<script>") for one in words)
    assert set(re.findall(r"https?:[^\"' ]*", text)) == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"<script|href|<image|<style", text)


def test_every_mark_has_its_own_pattern_and_unknown_ones_are_neutral() -> None:
    marks = chart_marks(default_label_set(), review_themes()["light"])
    own = [marks[one].pattern for one in ("claim", "quote", "sanction", "denial")]
    assert own == ["solid", "dots", "double", "dashes"]
    states = [marks[one].pattern for one in ("new", "in-progress", "done", "flagged")]
    assert len(set(states)) == 4
    drawing = bars((ChartRow("gone", (Part("neutral", 1, "tag"),)),), 300, SETTING)
    assert "neutral" in svg(drawing, marks, review_themes()["light"].colours, "")


def test_words_are_cut_where_there_is_no_room() -> None:
    assert SETTING.elided("European Union", 13, 500) == "European Union"
    cut = SETTING.elided("European Union", 13, 60)
    assert cut.endswith("…")
    assert SETTING.measure(cut, 13) <= 60
    assert SETTING.measure("漢字", 10) == 20
