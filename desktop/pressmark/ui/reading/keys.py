"""Which key of the keyboard was pressed, whatever the layout prints on it.

The digit row goes by its place: a French keyboard types "&" with the key that everyone calls 1.
Letters go by what the layout types where that is Latin, and by their place on a US keyboard where
it is not (Ukrainian, Arabic).
"""

import string
import sys
from collections.abc import Mapping

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

_Modifier = Qt.KeyboardModifier
_ANY = (
    _Modifier.ShiftModifier
    | _Modifier.ControlModifier
    | _Modifier.AltModifier
    | _Modifier.MetaModifier
)
_PARTS = {
    *(Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr),
    *(Qt.Key.Key_Super_L, Qt.Key.Key_Super_R, Qt.Key.Key_Hyper_L, Qt.Key.Key_Hyper_R),
    *(Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_ScrollLock, Qt.Key.Key_Menu),
    *(Qt.Key.Key_Mode_switch, Qt.Key.Key_Multi_key, Qt.Key.Key_unknown),
}
"""Keys that say nothing alone."""

_LETTERS = frozenset(string.ascii_uppercase + "[]")
_ROWS = {"1234567890": 2, "qwertyuiop[]": 16, "asdfghjkl;'": 30, "zxcvbnm,./": 44}
_SCAN_CODES = {
    first + at: key for row, first in _ROWS.items() for at, key in enumerate(row.upper())
}
"""Keys by the scan code that PC keyboards send: what Windows passes on."""

_X_CODES = {code + 8: key for code, key in _SCAN_CODES.items()}
"""Keys by the key codes of X11 and Wayland."""

_MAC_KEYS = "ASDFHGZXCV BQWERYT123465=97-80]OU[IP LJ'K;\\,/NM."
_MAC_CODES = {code: key for code, key in enumerate(_MAC_KEYS) if key != " "}
"""Keys by the virtual key codes of macOS, which has no scan codes."""


def pressed_digit(event: QKeyEvent) -> str | None:
    """Return the digit of the digit row, or of the number pad, that was pressed."""
    key, place = event.key(), _place(event)
    if place is None or event.modifiers() & Qt.KeyboardModifier.KeypadModifier:
        return chr(key) if Qt.Key.Key_0 <= key <= Qt.Key.Key_9 else None
    return place if place.isdigit() else None


def pressed_letter(event: QKeyEvent) -> str | None:
    """Return the Latin letter (upper case) or bracket that was pressed."""
    key, place = event.key(), _place(event)
    if key < 0x80 and chr(key) in _LETTERS:
        return chr(key)
    types_text = key < Qt.Key.Key_Escape
    return place if place and (place in "[]" or (types_text and place in _LETTERS)) else None


def pressed(event: QKeyEvent) -> str | None:
    """Return the digit, Latin letter or bracket that was pressed."""
    return pressed_digit(event) or pressed_letter(event)


def types_sign(event: QKeyEvent) -> bool:
    """Say whether AltGr, which Windows tells as Ctrl and Alt, makes a sign of a key."""
    modifiers, both = event.modifiers(), _Modifier.ControlModifier | _Modifier.AltModifier
    with_altgr = modifiers & both == both if _is_windows() else False
    with_altgr = with_altgr or bool(modifiers & _Modifier.GroupSwitchModifier)
    return with_altgr and _is_sign(event.text())


def pressed_key(event: QKeyEvent) -> QKeySequence | None:
    """Return the key that was pressed, as actions have it: digits and letters go by place.

    None for one that types a sign by AltGr, that waits for another (dead keys), or that goes with
    others (Shift and the like).
    """
    if types_sign(event) or not _is_whole(event.key()):
        return None
    key = pressed(event)
    modifiers = event.modifiers() & _ANY
    code = ord(key) if key else event.key()
    if key is None and modifiers == _Modifier.ShiftModifier and _is_sign(event.text()):
        modifiers = _Modifier.NoModifier  # the sign has it in it already
    return QKeySequence(QKeyCombination(modifiers, Qt.Key(code)))


def is_part(event: QKeyEvent) -> bool:
    """Say whether a key says nothing alone, as Shift does."""
    return event.key() in _PARTS


def _is_sign(text: str) -> bool:
    return text.isprintable() and bool(text.strip())


def _is_whole(key: int) -> bool:
    dead = Qt.Key.Key_Dead_Grave <= key <= Qt.Key.Key_Dead_Longsolidusoverlay
    return not dead and key not in _PARTS


def _place(event: QKeyEvent) -> str | None:
    """Return what a US keyboard has where the key is; None where the place is not known."""
    codes, code = _codes(event)
    return codes.get(code) if code else None


def _is_windows() -> bool:
    return QGuiApplication.platformName() == "windows" or sys.platform == "win32"


def _codes(event: QKeyEvent) -> tuple[Mapping[int, str], int]:
    platform = QGuiApplication.platformName()
    if platform == "cocoa":
        # The key A has the code 0, which otherwise means that there is none.
        return _MAC_CODES, event.nativeVirtualKey()
    if _is_windows():
        return _SCAN_CODES, event.nativeScanCode()
    return _X_CODES, event.nativeScanCode()
