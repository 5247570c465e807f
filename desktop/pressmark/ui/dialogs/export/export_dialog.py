"""What to write, what goes in, what would be lost, and where: all on one page."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from pressmark.errors import FormatError, PressmarkError
from pressmark.formats.format import Format, Losses
from pressmark.formats.selection import Selection
from pressmark.model.project import Project
from pressmark.ui.dialogs.export.contents import Contents
from pressmark.ui.dialogs.export.format_list import FormatList
from pressmark.ui.dialogs.export.loss_box import LossBox
from pressmark.ui.dialogs.export.option_fields import OptionFields
from pressmark.ui.dialogs.paths import ask_new_file
from pressmark.ui.dialogs.sizes import resize_within_screen
from pressmark.ui.messages import sentence
from pressmark.ui.shown_paths import shown_path
from pressmark.ui.tasks import Task, TaskRunner
from pressmark.ui.theme.fonts import article_font
from pressmark.ui.widgets.elided_label import ElidedLabel
from pressmark.ui.widgets.hairline import Hairline
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.words import counted, translated
from pressmark.ui.words import phrase as _t


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for: a format with its options, what goes in, and where it goes."""

    form: Format[Any]
    options: Any
    selection: Selection
    path: Path


class ExportDialog(QDialog):
    """Asks for an `Order`; what would be lost is worked out in the background at each change."""

    def __init__(
        self,
        project: Project,
        formats: Sequence[Format[Any]],
        folder: Path,
        tasks: TaskRunner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        resize_within_screen(self, 1000, 720)
        self._project = project
        self._tasks = tasks
        self._folder = folder
        self._form = formats[0]
        self._path = folder
        self._looks = self._seen = 0
        self._order: Order | None = None
        self._list = FormatList(formats)
        self._name, self._about = PlainLabel(), PlainLabel(role="muted")
        self._contents, self._options = Contents(project), OptionFields()
        lossless = next((form for form in formats if form.lossless), formats[0])
        self._losses = LossBox(translated(lossless.name))
        self._losses.hide()
        self._trouble, self._where = PlainLabel(role="danger"), ElidedLabel(role="muted")
        self._export = QPushButton()
        self._scrolled, self._inner = QScrollArea(), QWidget()
        self._lay_out()
        self._losses.instead_asked.connect(lambda: self._list.choose(lossless))
        self._contents.changed.connect(self._look)
        self._options.changed.connect(self._look)
        self._list.format_chosen.connect(self._show_format)
        self._list.choose(self._form)

    @property
    def order(self) -> Order | None:
        """What was asked for, once the dialog was accepted."""
        return self._order

    @property
    def is_ready(self) -> bool:
        """Whether what would be written and lost is known."""
        return self._seen == self._looks

    # ---- what is shown

    def _lay_out(self) -> None:
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._list)
        body.addWidget(Hairline(Qt.Orientation.Vertical))
        body.addWidget(self._page(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._header())
        column.addWidget(Hairline())
        column.addLayout(body, 1)
        column.addWidget(Hairline())
        column.addLayout(self._footer())

    def _header(self) -> QHBoxLayout:
        title, facts = PlainLabel(self.tr("Export"), "heading"), ElidedLabel(role="muted")
        project = self._project
        current = project.current()
        count = sum(sum(one.counts.values()) for one in current)
        articles = counted(_t("{n} article"), _t("{n} articles"), len(current))
        annotations = counted(_t("{n} annotation"), _t("{n} annotations"), count)
        facts.setText(f"{project.title} · {articles} · {annotations}")
        row = QHBoxLayout()
        row.setContentsMargins(20, 12, 20, 12)
        row.addWidget(title)
        row.addStretch(1)
        row.addWidget(facts)
        return row

    def _page(self) -> QWidget:
        font = article_font(24)
        font.setWeight(QFont.Weight.DemiBold)
        self._name.setFont(font)
        self._about.setWordWrap(True)
        self._trouble.setWordWrap(True)
        page = QVBoxLayout(self._inner)
        page.setContentsMargins(28, 22, 28, 12)
        page.setSpacing(12)
        page.addWidget(self._name)
        page.addWidget(self._about)
        page.addSpacing(8)
        page.addWidget(PlainLabel(self.tr("What goes in"), "heading"))
        page.addWidget(self._contents)
        page.addSpacing(4)
        page.addWidget(self._options)
        page.addWidget(self._losses)
        page.addStretch(1)
        self._scrolled.setFrameShape(QFrame.Shape.NoFrame)
        self._scrolled.setWidgetResizable(True)
        self._scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scrolled.setWidget(self._inner)
        self._scrolled.viewport().setAutoFillBackground(False)
        self._inner.setAutoFillBackground(False)
        self._trouble.setContentsMargins(28, 0, 28, 12)
        self._trouble.hide()
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scrolled, 1)
        column.addWidget(self._trouble)
        return both

    def _footer(self) -> QHBoxLayout:
        choose, cancel = QPushButton(self.tr("Choose…")), QPushButton(self.tr("Cancel"))
        choose.setAutoDefault(False)
        cancel.setAutoDefault(False)
        choose.clicked.connect(self._choose_path)
        cancel.clicked.connect(self.reject)
        self._export.setProperty("main", "true")
        self._export.setDefault(True)
        self._export.clicked.connect(self._take)
        row = QHBoxLayout()
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(10)
        row.addWidget(self._where)
        row.addWidget(choose)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._export)
        return row

    def _show_format(self, form: Format[Any]) -> None:
        self._form = form
        self._name.setText(translated(form.name))
        self._about.setText(translated(form.about))
        self._options.show_options(form)
        self._scrolled.setMinimumWidth(self._inner.minimumSizeHint().width())
        self._go_to(_free(self._folder / f"{self._stem()}{form.suffix}"))
        self._look()

    def _look(self) -> None:
        """Work out what would be written and what lost, and show it when it is known."""
        self._looks += 1
        look, form, selection = self._looks, self._form, self._contents.selection()
        try:
            options = self._options.options(form)
        except FormatError as error:
            self._complain(error)
            return

        def work(_task: Task) -> tuple[int, Losses]:
            return len(selection.annotation_ids()), form.losses(selection, options)

        def show(found: tuple[int, Losses]) -> None:
            if look == self._looks:
                self._show_losses(selection, *found)
                self._seen = look

        self._tasks.run(work, show, self._complain)

    def _show_losses(self, selection: Selection, total: int, losses: Losses) -> None:
        self._losses.show_losses(selection, losses, total)
        count = total - len(losses.annotations)
        words = counted(_t("Export {n} annotation"), _t("Export {n} annotations"), count)
        self._export.setText(words)
        self._export.setEnabled(bool(selection.shelf()))
        self._trouble.clear()
        self._trouble.hide()

    # ---- what is done

    def _choose_path(self) -> None:
        kinds = f"{translated(self._form.name)} (*{self._form.suffix})"
        path = ask_new_file(self, self.tr("Export"), self._path, kinds)
        if path is not None:
            self._folder = path.parent
            self._go_to(path)

    def _go_to(self, path: Path) -> None:
        self._path = path
        self._where.setText(shown_path(path))

    def _take(self) -> None:
        try:
            options = self._options.options(self._form)
        except FormatError as error:
            self._complain(error)
            return
        self._order = Order(self._form, options, self._contents.selection(), self._path)
        self.accept()

    def _complain(self, error: PressmarkError) -> None:
        self._trouble.setText(sentence(error))
        self._trouble.show()
        self._losses.hide()
        self._export.setText(self.tr("Export"))
        self._export.setEnabled(False)
        self._seen = self._looks

    def _stem(self) -> str:
        """Return the title of the project as the name of a file."""
        title = self._project.title
        words = "".join(char if char.isalnum() or char in " -_" else " " for char in title)
        return "-".join(words.split())[:80] or "export"


def _free(path: Path) -> Path:
    """Return `path`, or with a number where there is such a file."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_stem(f"{path.stem}-{number}")
    return free
