import json
from typing import get_args

import pytest

from pressmark.paths import resource
from pressmark.ui.reading.painting import found_tint, selection_tint
from pressmark.ui.theme.colours import Colours, mix
from pressmark.ui.theme.icons import has_icon
from pressmark.ui.theme.marks import Pattern
from pressmark.ui.theme.themes import Theme, ThemeName, load_theme
from tests.ui.theme.colour_vision import VIEWS, ciede2000, closest, contrast

LEGIBLE, VISIBLE = 4.5, 3.0  # WCAG 1.4.3 and 1.4.11
PREPARED = ["claim", "quote", "sanction", "denial"]
TEXT_ON = {
    "ink": "paper panel field chip hovered pressed selection warning_panel",
    "muted": "paper panel field chip hovered warning_panel",
    "accent": "paper panel field chip",
    "danger": "paper panel field hovered warning_panel",
    "good": "paper panel field chip",
    "warning": "paper panel field warning_panel",
    "on_accent": "accent accent_hovered",
}
SEEN_ON = {"outline": "paper panel field", "accent": "paper panel hovered pressed"}


def pairs(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(above, below) for above, line in table.items() for below in line.split()]


@pytest.mark.parametrize(("text", "ground"), pairs(TEXT_ON))
def test_text_is_legible(theme: Theme, text: str, ground: str) -> None:
    colours = theme.colours
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= LEGIBLE


@pytest.mark.parametrize(("line", "ground"), pairs(SEEN_ON))
def test_controls_are_seen(theme: Theme, line: str, ground: str) -> None:
    assert contrast(getattr(theme.colours, line), getattr(theme.colours, ground)) >= VISIBLE


def test_marks_are_legible_on_paper_and_text_on_their_wash(theme: Theme) -> None:
    for mark in theme.marks.values():
        assert contrast(mark.colour, theme.colours.paper) >= LEGIBLE, mark.id
        assert contrast(theme.colours.ink, mark.wash) >= LEGIBLE, mark.id
        for ground in (theme.colours.panel, theme.colours.chip, theme.colours.hovered, mark.wash):
            assert contrast(mark.colour, ground) >= VISIBLE, mark.id


def test_text_is_legible_on_what_was_found_selected_or_compared(theme: Theme) -> None:
    colours = theme.colours
    tints = (found_tint(theme), selection_tint(theme))
    grounds = [mix(colours.paper, tint, tint.alphaF()) for tint in tints]
    share = 0.13 if theme.name == "light" else 0.2  # as the washes of marks
    grounds += [mix(colours.paper, colour, share) for colour in (colours.danger, colours.good)]
    for ground in grounds:
        assert contrast(colours.ink, ground) >= LEGIBLE, ground.name()


@pytest.mark.parametrize(
    ("name", "of_four", "of_eight"), [("light", 18.8, 12.1), ("dark", 19.6, 12.5)]
)
def test_marks_are_told_apart_by_everybody(
    name: ThemeName, of_four: float, of_eight: float
) -> None:
    marks = load_theme(name).marks
    four = [marks[mark].colour for mark in PREPARED]
    eight = [mark.colour for mark in marks.values()]
    assert round(min(closest(four, view) for view in VIEWS), 1) == of_four
    assert round(min(closest(eight, view) for view in VIEWS), 1) == of_eight


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, -1.3802, -84.2814), (50.0, 0.0, -82.7485), 1.0),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((50.0, 2.49, -0.001), (50.0, -2.49, 0.0011), 7.2195),
        ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
        ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_distance_is_the_published_one(
    one: tuple[float, float, float], other: tuple[float, float, float], distance: float
) -> None:
    assert ciede2000(one, other) == pytest.approx(distance, abs=5e-5)


def test_the_themes_differ_in_colours_only() -> None:
    light, dark = (list(load_theme(name).marks.values()) for name in get_args(ThemeName))
    for one, other in zip(light, dark, strict=True):
        assert (one.id, one.pattern, one.glyph) == (other.id, other.pattern, other.glyph)
        assert one.colour != other.colour


def test_every_pattern_and_glyph_is_used_once(theme: Theme) -> None:
    marks = theme.marks.values()
    assert {mark.pattern for mark in marks} == set(Pattern)
    assert len({mark.glyph for mark in marks}) == len(marks) == len(Pattern)
    assert all(has_icon(mark.glyph) for mark in marks)


def test_the_four_labels_have_their_marks(theme: Theme) -> None:
    default = json.loads(resource("label_sets", "news.json").read_text("utf-8"))
    for label in default["labels"]:
        assert theme.mark(label["mark"], label["glyph"]) is theme.marks[label["mark"]]


def test_a_label_brings_its_own_glyph(theme: Theme) -> None:
    flagged = theme.mark("claim", "flag")
    assert flagged.glyph == "flag"
    assert flagged.pattern == theme.marks["claim"].pattern
    assert theme.mark("claim", "") == theme.mark("claim", None) == theme.marks["claim"]


def test_an_unknown_mark_is_shown_in_muted_ink(theme: Theme) -> None:
    mark = theme.mark("of a later version")
    assert mark.colour == theme.colours.muted
    assert has_icon(mark.glyph)


def test_a_theme_is_read_once() -> None:
    assert load_theme("dark") is load_theme("dark")
    assert load_theme("dark").is_dark
    assert not load_theme("light").is_dark


@pytest.mark.parametrize("change", [{"paperr": "#ffffff"}, {"paper": None}])
def test_a_theme_has_just_the_known_colours(change: dict[str, str | None]) -> None:
    record = json.loads(resource("themes", "light.json").read_text("utf-8"))
    changed = {**record["colours"], **change}
    with pytest.raises(TypeError):
        Colours.from_hex({token: value for token, value in changed.items() if value})
