import re

from hypothesis import given
from hypothesis import strategies as st

from pressmark.articles.office.blocks import Block, Paragraph, Run, Table, lay_out

RUNS = st.lists(
    st.builds(Run, st.text(" \t\nab\u00a0😀", max_size=6), st.sampled_from(["", "x", "y"]))
)
BLOCKS = st.recursive(
    st.lists(st.builds(Paragraph, RUNS), max_size=4),
    lambda cells: st.lists(
        st.builds(Table, st.lists(st.lists(cells, max_size=3), max_size=3))
        | st.builds(Paragraph, RUNS),
        max_size=3,
    ),
    max_leaves=4,
)


def runs_in(blocks: list[Block]) -> list[Run]:
    found: list[Run] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found += block.runs
        else:
            found += [run for row in block.rows for cell in row for run in runs_in(cell)]
    return found


def letters(text: str) -> str:
    return re.sub(r"[ \t\n]+", "", text)


def visible(text: str) -> str:
    return "".join(text.split())


@given(BLOCKS)
def test_no_letter_is_lost_and_no_line_is_untidy(blocks: list[Block]) -> None:
    text, _ = lay_out(blocks)
    assert letters(text) == letters("".join(run.text for run in runs_in(blocks)))
    assert not re.search(r"[ \t]+(?:\n|$)|\n{3}|^\n|\n$", text)


@given(BLOCKS)
def test_zones_are_where_their_letters_are(blocks: list[Block]) -> None:
    text, zones = lay_out(blocks)
    for kind in ("x", "y"):
        held = "".join(text[zone.start : zone.end] for zone in zones if zone.kind == kind)
        wanted = "".join(run.text for run in runs_in(blocks) if run.zone == kind)
        assert visible(held) == visible(wanted)
    ends = [place for zone in zones for place in (zone.start, zone.end)]
    assert ends == sorted(ends)
    assert all(text[zone.start : zone.end].strip() == text[zone.start : zone.end] for zone in zones)


@given(BLOCKS)
def test_kinds_of_zones_can_be_left_out(blocks: list[Block]) -> None:
    text, zones = lay_out(blocks, without=("x",))
    kept = [run.text for run in runs_in(blocks) if run.zone != "x"]
    assert letters(text) == letters("".join(kept))
    assert all(zone.kind != "x" for zone in zones)


def test_neighbours_of_a_kind_are_one_zone() -> None:
    runs = [Run("a", "x"), Run(" ", ""), Run("b ", "x"), Run("c"), Run("d", "x"), Run("e", "y")]
    text, zones = lay_out([Paragraph(runs)])
    assert [(text[zone.start : zone.end], zone.kind) for zone in zones] == [
        ("a b", "x"),
        ("d", "x"),
        ("e", "y"),
    ]


def test_long_runs_of_blanks_take_no_time() -> None:
    text, _ = lay_out([Paragraph([Run("a" + " " * 500_000 + "b" + "\t" * 500_000)])])
    assert len(text) == 500_002
