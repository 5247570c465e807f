"""What a key is called, from events as the platforms send them (code, key, text)."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from pressmark.ui.reading import keys

NONE = Qt.KeyboardModifier.NoModifier
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT, ALT_GR = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.GroupSwitchModifier
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


@pytest.mark.parametrize("platform", [X11], indirect=True)
@pytest.mark.parametrize(
    ("key", "text", "code", "modifiers", "named"),
    [
        (Qt.Key.Key_E, "\x05", 26, CTRL, "Ctrl+E"),
        (Qt.Key.Key_Exclam, "!", 10, SHIFT, "Shift+1"),
        (Qt.Key.Key_Ampersand, "", 10, CTRL, "Ctrl+1"),
        (0x0424, "ф", 38, NONE, "A"),
        (0x0424, "Ф", 38, SHIFT, "Shift+A"),
        (Qt.Key.Key_Question, "?", 61, SHIFT, "?"),
        (Qt.Key.Key_F8, "", 74, SHIFT, "Shift+F8"),
        (Qt.Key.Key_Delete, "\x7f", 119, NONE, "Del"),
        (Qt.Key.Key_Space, " ", 65, SHIFT, "Shift+Space"),
    ],
)
@pytest.mark.usefixtures("platform")
def test_a_pressed_key_is_named_as_actions_have_it(
    key: int, text: str, code: int, modifiers: Qt.KeyboardModifier, named: str
) -> None:
    found = keys.pressed_key(event(key, text, code, 0, modifiers))
    assert found == QKeySequence(named)


@pytest.mark.parametrize("platform", [X11], indirect=True)
@pytest.mark.parametrize(
    ("key", "text", "modifiers"),
    [
        (Qt.Key.Key_Shift, "", SHIFT),
        (Qt.Key.Key_Dead_Acute, "", NONE),
        (Qt.Key.Key_At, "@", ALT_GR),
        (Qt.Key.Key_AltGr, "", NONE),
    ],
)
@pytest.mark.usefixtures("platform")
def test_what_types_signs_or_waits_for_others_is_no_key_of_an_action(
    key: int, text: str, modifiers: Qt.KeyboardModifier
) -> None:
    assert keys.pressed_key(event(key, text, 11, 0, modifiers)) is None


@pytest.mark.parametrize(
    ("platform", "named"), [(X11, "Ctrl+Alt+N"), (WINDOWS, None)], indirect=["platform"]
)
def test_ctrl_and_alt_are_altgr_on_windows_only(platform: str, named: str | None) -> None:
    code = {X11: 57, WINDOWS: 49}[platform]
    found = keys.pressed_key(event(0x0422, "т", code, 0, CTRL | ALT))
    assert (found and found.toString()) == named
