"""What to write, what goes in, what would be lost, and where: all on one page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from pressmark.errors import FormatError, PressmarkError
from pressmark.formats.format import Format
from pressmark.formats.options import options_from, options_of
from pressmark.formats.reports.contents import LANGUAGE
from pressmark.formats.selection import Selection
from pressmark.store.export_choice import ExportChoice
from pressmark.ui.dialogs.export.contents import Contents
from pressmark.ui.dialogs.export.destination import Destination
from pressmark.ui.dialogs.export.format_list import FormatList
from pressmark.ui.dialogs.export.format_page import FormatPage
from pressmark.ui.dialogs.export.loss_box import LossBox
from pressmark.ui.dialogs.export.loss_look import Found, LossLook
from pressmark.ui.dialogs.export.occasion import Occasion
from pressmark.ui.dialogs.export.option_fields import OptionFields
from pressmark.ui.dialogs.export.presets_button import PresetsButton
from pressmark.ui.dialogs.sizes import resize_within_screen
from pressmark.ui.messages import sentence
from pressmark.ui.panels.annotation_delegate import HEIGHT
from pressmark.ui.tasks import TaskRunner
from pressmark.ui.widgets.elided_label import ElidedLabel
from pressmark.ui.widgets.hairline import Hairline
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.words import counted, spoken, translated
from pressmark.ui.words import phrase as _t

_ABOVE_LOSSES = 560
"""Px that everything else shall have."""


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for: a format with its options, what goes in, and where it goes.

    `count` annotations are written.
    """

    form: Format[Any]
    options: Any
    selection: Selection
    path: Path
    count: int


class ExportDialog(QDialog):
    """Asks for an `Order`; what would be lost is worked out in the background at each change.

    Nothing is written before that is known, for `order` is exactly what was looked at.
    """

    presets_changed = Signal(object)
    """The presets by name, to be kept."""

    def __init__(
        self,
        occasion: Occasion,
        formats: Sequence[Format[Any]],
        tasks: TaskRunner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        resize_within_screen(self, 1040, 800)
        self._occasion = occasion
        self._formats = {form.id: form for form in formats}
        self._choices = {
            name: one for name, one in occasion.choices.items() if name in self._formats
        }
        self._form = formats[0]
        self._found: Found | None = None
        self.order: Order | None = None
        self.asked = ""
        """The id of a lost annotation that somebody wants to see instead."""
        self._lossless = next(
            (form for form in formats if form.lossless and form.is_here), formats[0]
        )
        self._list = FormatList(formats)
        self._contents, self._options = Contents(occasion), OptionFields()
        self._page = FormatPage(self._contents, self._options)
        self._losses = LossBox(translated(self._lossless.name))
        self._presets = PresetsButton(occasion.presets, self.chosen)
        self._destination = Destination(occasion.folder, _stem(occasion.project.title))
        self._cancel = QPushButton(self.tr("Cancel"))
        self._export = QPushButton(self.tr("Export"))
        self._looks = LossLook(tasks, self)
        self._lay_out()
        self._connect()
        latest = next(reversed(self._choices.values()), None)
        self.show_choice(latest or ExportChoice(format=self._form.id))
        self._list.setFocus()

    @property
    def is_ready(self) -> bool:
        """Whether what would be written and lost is known."""
        return not self._looks.is_waiting

    def chosen(self) -> ExportChoice:
        """Return what is chosen at present."""
        choice = ExportChoice(format=self._form.id, options=self._options.words())
        return self._contents.chosen(replace(choice, shape=self._destination.shape))

    def show_choice(self, choice: ExportChoice) -> None:
        """Show a choice, such as a preset."""
        form = self._formats.get(choice.format)
        if form is None:
            self._complain(FormatError("no-such-format", id=choice.format))
            return
        self._contents.show_choice(choice)
        self._choices[choice.format] = choice
        self._form = form  # so that the list tells of nothing new
        self._list.choose(form)
        self._show_format(form)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave more room for what is chosen where there is little."""
        super().resizeEvent(event)
        self._losses.show_at_most((self.height() - _ABOVE_LOSSES) // HEIGHT)

    def done(self, result: int) -> None:
        """Stop looking when it closes."""
        self._looks.forget()
        super().done(result)

    # ---- what is shown

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._page, 1)
        below = QVBoxLayout()
        below.setContentsMargins(28, 4, 28, 14)
        below.addWidget(self._losses)
        right.addLayout(below)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._list)
        body.addWidget(Hairline(Qt.Orientation.Vertical))
        body.addLayout(right, 1)
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
        project = self._occasion.project
        current = project.current()
        count = sum(sum(one.counts.values()) for one in current)
        articles = counted(_t("{n} article"), _t("{n} articles"), len(current))
        annotations = counted(_t("{n} annotation"), _t("{n} annotations"), count)
        facts.setText(f"{project.title} · {articles} · {annotations}")
        row = QHBoxLayout()
        row.setContentsMargins(20, 9, 20, 9)
        row.setSpacing(14)
        row.addWidget(title)
        row.addStretch(1)
        row.addWidget(facts)
        row.addWidget(self._presets)
        return row

    def _footer(self) -> QHBoxLayout:
        self._cancel.setAutoDefault(False)
        self._cancel.clicked.connect(self.reject)
        self._export.setProperty("main", "true")
        self._export.setDefault(True)
        row = QHBoxLayout()
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(10)
        row.addWidget(self._destination, 1)
        row.addWidget(self._cancel)
        row.addWidget(self._export)
        return row

    def _connect(self) -> None:
        self._list.format_chosen.connect(self._change_format)
        self._contents.changed.connect(self._look)
        self._options.changed.connect(self._look)
        self._presets.picked.connect(self.show_choice)
        self._presets.changed.connect(self.presets_changed)
        self._losses.instead_asked.connect(lambda: self._list.choose(self._lossless))
        self._losses.annotation_asked.connect(self._leave_for)
        self._looks.found.connect(self._show_found)
        self._looks.failed.connect(self._complain)
        self._export.clicked.connect(self._take)

    def _change_format(self, form: Format[Any]) -> None:
        """Show another format, and what was chosen for the one before when it comes again."""
        if form is not self._form:
            self._choices[self._form.id] = self.chosen()
            self._show_format(form)

    def _show_format(self, form: Format[Any]) -> None:
        self._form = form
        kept = self._choices.get(form.id)
        self._page.show_format(form)
        words = {LANGUAGE: spoken(), **(kept.options if kept else {})}
        self._options.show_options(options_of(form), words)
        self._page.fit()
        self._order_stops()
        self._destination.show_format(form, self._usable(), kept.shape if kept else None)
        self._look()

    def _order_stops(self) -> None:
        """Let Tab go through what there is from top to bottom, fields that were just made too."""
        parts = (self._list, self._page, self._losses, self._destination)
        within = [one for part in parts for one in (part, *part.findChildren(QWidget))]
        stops = [*within, self._cancel, self._export, self._presets]
        taken = [one for one in stops if _is_stop(one) and one.window() is self]
        for one, other in pairwise(taken):
            QWidget.setTabOrder(one, other)

    def _usable(self) -> object:
        """Return the options as they are, or the usual ones where something is wrong with them."""
        try:
            return options_from(self._form, self._options.words())
        except FormatError:
            return self._form.options()

    def _look(self) -> None:
        """Work out what would be written and what lost, and show it when it is known."""
        self._found = None
        self._export.setEnabled(False)
        self._looks.forget()
        try:
            options = options_from(self._form, self._options.words())
            self._form.require()
        except FormatError as error:
            self._complain(error)
            return
        self._destination.show_format(self._form, options)
        self._losses.wait()
        self._looks.ask(self._form, options, self._contents.selection())

    def _show_found(self, found: Found) -> None:
        self._found = found
        self._losses.show_losses(found.selection.project, found.losses, found.total)
        words = counted(_t("Export {n} annotation"), _t("Export {n} annotations"), found.kept)
        self._export.setText(words)
        self._export.setEnabled(bool(found.selection.shelf()))

    # ---- what is done

    def _take(self) -> None:
        if (found := self._found) is not None:
            path = self._destination.path
            self.order = Order(found.form, found.options, found.selection, path, found.kept)
            self.accept()

    def _leave_for(self, annotation_id: str) -> None:
        self.asked = annotation_id
        self.reject()

    def _complain(self, error: PressmarkError) -> None:
        self._losses.show_trouble(sentence(error))
        self._export.setText(self.tr("Export"))
        self._export.setEnabled(False)


def _is_stop(widget: QWidget) -> bool:
    """Say whether the focus rests on a widget itself."""
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None


def _stem(title: str) -> str:
    """Return the title of a project as the name of a file."""
    words = "".join(char if char.isalnum() or char in " -_" else " " for char in title)
    return "-".join(words.split())[:80] or "export"
