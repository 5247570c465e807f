import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF

from pressmark.ui.panels.wrapped_lines import wrapped_lines
from pressmark.ui.theme.fonts import interface_font


@pytest.mark.usefixtures("qapp")
def test_text_is_wrapped_at_words_and_cut_off_in_the_last_line() -> None:
    text = "Ten countries, EU condemn defense cooperation between North Korea, Russia"
    lines = wrapped_lines(text, interface_font(), 200, 2)
    assert len(lines) == 2
    assert text.startswith(lines[0])
    assert lines[0].split()[-1] in text.split()
    assert lines[1].endswith("…")
    assert wrapped_lines("Short", interface_font(), 200, 2) == ("Short",)
    assert wrapped_lines("", interface_font(), 200, 2) in {(), ("",)}


@pytest.mark.usefixtures("qapp")
@given(st.text("ab \U0001f1fa\U0001f1e6é한א", max_size=60), st.integers(20, 300))
def test_no_line_is_wider_than_the_room_and_nothing_but_blanks_is_lost(
    text: str, width: int
) -> None:
    font = interface_font()
    lines = wrapped_lines(text, font, width, 99)
    assert "".join("".join(lines).split()) == "".join(text.split())
    widest = max((len(line) for line in lines), default=0)
    for line in lines:
        fits = QFontMetricsF(font).horizontalAdvance(line) <= width + 1
        assert fits or len(line) <= 2 or widest <= 4  # a flag alone may be wider than the room
