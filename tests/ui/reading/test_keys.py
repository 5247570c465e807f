"""What a key is called, from events as the platforms send them (code, key, text)."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from pressmark.ui.reading import keys

NONE = Qt.KeyboardModifier.NoModifier
PAD = Qt.KeyboardModifier.KeypadModifier
X11, WINDOWS, MAC = "xcb", "windows", "cocoa"


def event(
    key: int, text: str, scan: int = 0, virtual: int = 0, modifiers: Qt.KeyboardModifier = NONE
) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan, virtual, 0, text)


@pytest.fixture
def platform(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> str:
    monkeypatch.setattr(QGuiApplication, "platformName", staticmethod(lambda: request.param))
    return str(request.param)


CODES = {
    X11: {"1": 10, "4": 13, "0": 19, "Q": 24, "C": 54, "S": 39, "D": 40, "[": 34, "]": 35},
    WINDOWS: {"1": 2, "4": 5, "0": 11, "Q": 16, "C": 46, "S": 31, "D": 32, "[": 26, "]": 27},
    MAC: {"1": 18, "4": 21, "0": 29, "Q": 12, "C": 8, "S": 1, "D": 2, "[": 33, "]": 30},
}


def at(platform: str, place: str, key: int, text: str) -> QKeyEvent:
    """Return the event of the key where a US keyboard has `place`, which types `text`."""
    code = CODES[platform][place]
    return event(key, text, 0, code) if platform == MAC else event(key, text, code, 99)


@pytest.mark.parametrize("platform", CODES, indirect=True)
def test_the_digit_row_goes_by_place(platform: str) -> None:
    french = at(platform, "1", Qt.Key.Key_Ampersand, "&")
    arabic = at(platform, "4", 0x664, "٤")
    assert keys.pressed(french) == "1"
    assert keys.pressed(arabic) == "4"
    assert keys.pressed(at(platform, "0", Qt.Key.Key_0, "0")) == "0"


@pytest.mark.parametrize("platform", CODES, indirect=True)
def test_letters_go_by_the_layout_where_it_is_latin_and_else_by_place(platform: str) -> None:
    assert keys.pressed(at(platform, "Q", Qt.Key.Key_A, "a")) == "A"  # French
    for place, typed in {"Q": "й", "C": "с", "S": "і", "D": "в"}.items():  # Ukrainian
        assert keys.pressed(at(platform, place, ord(typed.upper()), typed)) == place


@pytest.mark.parametrize("platform", CODES, indirect=True)
def test_brackets_go_by_place(platform: str) -> None:
    assert keys.pressed(at(platform, "[", Qt.Key.Key_Dead_Circumflex, "")) == "["
    assert keys.pressed(at(platform, "]", Qt.Key.Key_Plus, "+")) == "]"


@pytest.mark.parametrize("platform", CODES, indirect=True)
@pytest.mark.usefixtures("platform")
def test_the_number_pad_has_digits_too() -> None:
    assert keys.pressed(event(Qt.Key.Key_3, "3", 89, 65, PAD)) == "3"
    assert keys.pressed(event(Qt.Key.Key_Plus, "+", 86, 69, PAD)) is None


@pytest.mark.parametrize("platform", [X11], indirect=True)
def test_other_keys_are_neither_digits_nor_letters(platform: str) -> None:
    for key, code in ((Qt.Key.Key_Left, 113), (Qt.Key.Key_F1, 67), (Qt.Key.Key_Space, 65)):
        assert keys.pressed(event(key, "", code)) is None
    assert keys.pressed(at(platform, "4", Qt.Key.Key_Delete, "")) == "4"


@pytest.mark.usefixtures("qapp")
def test_events_without_a_place_go_by_what_they_type() -> None:
    assert keys.pressed(event(Qt.Key.Key_2, "2")) == "2"
    assert keys.pressed(event(Qt.Key.Key_C, "c")) == "C"
    assert keys.pressed(event(Qt.Key.Key_Ampersand, "&")) is None
