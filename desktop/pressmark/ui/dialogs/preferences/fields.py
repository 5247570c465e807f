"""A field for each kind of setting."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from pressmark.store.setting import Amount, Choice, Setting, Switch, Text
from pressmark.ui.dialogs.paths import ask_folder
from pressmark.ui.shown_paths import shown_path
from pressmark.ui.widgets.elided_label import ElidedLabel
from pressmark.ui.widgets.segmented_choice import SegmentedChoice
from pressmark.ui.words import translated

_MOST_SEGMENTS = 4
_LONGEST_NAME = 60
_TICK, _INDENT = 26, 6  # px


class Field(QWidget):
    """Shows the value of a setting, and says when somebody picks another one."""

    picked = Signal(object)
    """The value that was picked."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in parts:
            row.addWidget(part)
        self.setFocusProxy(parts[-1])

    def show_value(self, value: object) -> None:
        """Show another value, without a signal."""
        raise NotImplementedError


class SegmentsField(Field):
    """A few values beside each other."""

    def __init__(self, setting: Setting, kind: Choice) -> None:
        words = [(translated(told), value) for value, told in kind.words.items()]
        self._choice = SegmentedChoice(words, translated(setting.title))
        super().__init__(self._choice)
        self._choice.picked.connect(self.picked)

    def show_value(self, value: object) -> None:
        """Show another value, without a signal."""
        self._choice.choose(value)


class ListField(Field):
    """More values than fit beside each other."""

    def __init__(self, setting: Setting, kind: Choice) -> None:
        self._box = QComboBox()
        self._box.setAccessibleName(translated(setting.title))
        for value, told in kind.words.items():
            self._box.addItem(translated(told), value)
        super().__init__(self._box)
        self._box.activated.connect(lambda at: self.picked.emit(self._box.itemData(at)))

    def show_value(self, value: object) -> None:
        """Show another value, without a signal."""
        self._box.setCurrentIndex(self._box.findData(value))


class SwitchField(Field):
    """A tick."""

    def __init__(self, setting: Setting) -> None:
        self._tick = QCheckBox()
        self._tick.setAccessibleName(translated(setting.title))
        self._tick.setFixedWidth(_TICK)  # without the room for words beside it
        super().__init__(self._tick)
        self._tick.clicked.connect(lambda: self.picked.emit(self._tick.isChecked()))

    def show_value(self, value: object) -> None:
        """Show another value, without a signal."""
        self._tick.setChecked(value is True)


class AmountField(Field):
    """A number with its unit."""

    def __init__(self, setting: Setting, kind: Amount) -> None:
        self._box = QSpinBox()
        self._box.setAccessibleName(translated(setting.title))
        self._box.setRange(kind.values[0], kind.values[-1])
        self._box.setKeyboardTracking(False)
        self._box.lineEdit().setTextMargins(_INDENT, 0, 0, 0)
        before, _, after = translated(kind.unit).partition("{n}")
        self._box.setPrefix(before)
        self._box.setSuffix(after)
        super().__init__(self._box)
        self._box.valueChanged.connect(self.picked.emit)

    def show_value(self, value: object) -> None:
        """Show another value, without a signal."""
        with QSignalBlocker(self._box):
            self._box.setValue(cast("int", value))


class LineField(Field):
    """Words; empty ones are not taken."""

    def __init__(self, setting: Setting) -> None:
        self._line = QLineEdit()
        self._line.setAccessibleName(translated(setting.title))
        self._line.setMaxLength(_LONGEST_NAME)
        self._line.setMinimumWidth(220)
        super().__init__(self._line)
        self._shown = ""
        self._line.editingFinished.connect(self._take)

    def show_value(self, value: object) -> None:
        """Show another value, without a signal."""
        self._shown = str(value)
        self._line.setText(self._shown)

    def _take(self) -> None:
        words = " ".join(self._line.text().split())
        if words and words != self._shown:
            self.picked.emit(words)
        else:
            self._line.setText(self._shown)


class FolderField(Field):
    """A folder, or none."""

    def __init__(self, setting: Setting) -> None:
        self._title = translated(setting.title)
        self._path = ElidedLabel(role="muted")
        self._path.setMinimumWidth(120)
        self._none = QPushButton(self.tr("None"))
        self._choose = QPushButton(self.tr("Choose…"))
        for button in (self._none, self._choose):
            button.setAutoDefault(False)
            button.setAccessibleName(f"{self._title}: {button.text()}")
        super().__init__(self._path, self._none, self._choose)
        self._none.clicked.connect(lambda: self.picked.emit(""))
        self._choose.clicked.connect(self._ask)

    def show_value(self, value: object) -> None:
        """Show another value, without a signal."""
        path = str(value)
        self._path.setText(shown_path(Path(path)) if path else "")
        self._none.setVisible(bool(path))

    def _ask(self) -> None:
        folder = ask_folder(self, self._title, Path.home())
        if folder is not None:
            self.picked.emit(str(folder))


def make_field(setting: Setting) -> Field:
    """Return a field for a setting that has a title."""
    match setting.kind:
        case Choice() as kind if len(kind.words) <= _MOST_SEGMENTS:
            return SegmentsField(setting, kind)
        case Choice() as kind:
            return ListField(setting, kind)
        case Amount() as kind:
            return AmountField(setting, kind)
        case Switch():
            return SwitchField(setting)
        case Text(is_folder=True):
            return FolderField(setting)
        case _:
            return LineField(setting)
