"""Where an export goes: a file, a folder or a zip, and under which name."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from pressmark.formats.format import Format
from pressmark.formats.shapes import shaped, shapes_of
from pressmark.store.export_choice import Shape
from pressmark.ui.dialogs.paths import ask_new_file
from pressmark.ui.shown_paths import shown_path
from pressmark.ui.widgets.elided_label import ElidedLabel
from pressmark.ui.widgets.segmented_choice import SegmentedChoice
from pressmark.ui.words import phrase as _t
from pressmark.ui.words import translated

_SHAPES: dict[Shape, str] = {"file": _t("File"), "folder": _t("Folder"), "zip": _t("Zip")}


class Destination(QWidget):
    """Proposes a name that is free, until somebody chooses one."""

    changed = Signal()

    def __init__(self, folder: Path, stem: str) -> None:
        super().__init__()
        self._folder, self._stem = folder, stem
        self._form: Format[Any] | None = None
        self._shapes: tuple[Shape, ...] = ()
        self._path = folder
        self._is_chosen = False
        self._where = ElidedLabel(role="muted")
        self._choose = QPushButton(self.tr("Choose…"))
        self._choose.setAutoDefault(False)
        self._choose.clicked.connect(self._ask)
        self._choice: SegmentedChoice | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        self._row.addWidget(self._where)
        self._row.addWidget(self._choose)
        self._row.addStretch(1)

    @property
    def path(self) -> Path:
        """Where it goes."""
        return self._path

    @property
    def shape(self) -> Shape:
        """What is made there."""
        chosen = self._choice.value if self._choice else None
        return next((one for one in self._shapes if one == chosen), self._shapes[0])

    def show_format(self, form: Format[Any], options: object, shape: Shape | None = None) -> None:
        """Offer what a format can be written as with these options, at first as `shape`."""
        shapes = shapes_of(form, options)
        if form is self._form and shapes == self._shapes and shape is None:
            return
        before = self.shape if form is self._form else None
        wanted = next((one for one in (shape, before) if one in shapes), shapes[0])
        if form is not self._form:
            self._is_chosen = False
        self._form, self._shapes = form, shapes
        self._offer(wanted)
        self._go_to(wanted)

    def _offer(self, wanted: Shape) -> None:
        if self._choice is not None:
            self._row.removeWidget(self._choice)
            self._choice.hide()
            self._choice.deleteLater()
            self._choice = None
        if len(self._shapes) > 1:
            named = [(translated(_SHAPES[one]), one) for one in self._shapes]
            self._choice = SegmentedChoice(named, self.tr("Written as"))
            self._choice.choose(wanted)
            self._choice.picked.connect(self._reshape)
            self._choice.setMinimumWidth(self._choice.sizeHint().width())
            self._row.insertWidget(0, self._choice)

    def _reshape(self) -> None:
        self._go_to(self.shape)
        self.changed.emit()

    def _go_to(self, shape: Shape) -> None:
        if self._form is None:
            return
        if self._is_chosen:
            self._show(shaped(self._form, shape, self._path))
        else:
            self._show(_free(shaped(self._form, shape, self._folder / self._stem)))

    def _ask(self) -> None:
        if self._form is None:
            return
        suffix = self._path.suffix if self.shape != "folder" else ""
        kinds = f"{translated(self._form.name)} (*{suffix})"
        path = ask_new_file(self.window(), self.tr("Export"), self._path, kinds)
        if path is not None:
            self._folder, self._is_chosen = path.parent, True
            self._show(path if self.shape == "file" else shaped(self._form, self.shape, path))

    def _show(self, path: Path) -> None:
        self._path = path
        self._where.setText(shown_path(path))


def _free(path: Path) -> Path:
    """Return `path`, or with a number where there is such a file."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_stem(f"{path.stem}-{number}")
    return free
