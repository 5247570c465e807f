import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from pressmark.ui.theme.colours import mix

CHANNEL = st.integers(0, 255)
COLOURS = st.builds(QColor, CHANNEL, CHANNEL, CHANNEL)


@pytest.mark.parametrize(("share", "expected"), [(0.0, "#fbfaf7"), (1.0, "#1d3f9e")])
def test_nothing_or_all_of_the_upper_colour(share: float, expected: str) -> None:
    assert mix(QColor("#fbfaf7"), QColor("#1d3f9e"), share).name() == expected


@given(COLOURS, COLOURS, st.floats(0, 1))
def test_a_mixture_lies_between_and_is_opaque(below: QColor, above: QColor, share: float) -> None:
    mixed = mix(below, above, share)
    assert mixed.alpha() == 255
    for one, between, other in zip(below.toTuple(), mixed.toTuple(), above.toTuple(), strict=True):
        assert min(one, other) <= between <= max(one, other)
