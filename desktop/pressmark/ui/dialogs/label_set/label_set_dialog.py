"""Editing the label set of a project: what it holds, a page for each part, a preview beside it."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pressmark.analysis.label_set_problems import Problem
from pressmark.articles.label_set_file import read_label_set_file
from pressmark.edits.label_set_use import Use
from pressmark.errors import PressmarkError
from pressmark.model.label_set import LabelSet
from pressmark.store.label_sets import label_set_json
from pressmark.store.save import write_file
from pressmark.ui.dialogs.confirming import is_confirmed
from pressmark.ui.dialogs.label_set.contents import Contents
from pressmark.ui.dialogs.label_set.draft import Draft
from pressmark.ui.dialogs.label_set.label_page import LabelPage
from pressmark.ui.dialogs.label_set.losses_box import LossesBox
from pressmark.ui.dialogs.label_set.preview import Preview
from pressmark.ui.dialogs.label_set.relation_page import RelationPage
from pressmark.ui.dialogs.label_set.set_page import SetPage
from pressmark.ui.dialogs.label_set.words import (
    change_lines,
    change_words,
    loss_words,
    problem_words,
)
from pressmark.ui.dialogs.lines import show_lines
from pressmark.ui.dialogs.paths import ask_files, ask_new_file
from pressmark.ui.dialogs.sizes import resize_within_screen
from pressmark.ui.messages import sentence
from pressmark.ui.shown_paths import shown_path
from pressmark.ui.theme.appearance import appearance, give_icon
from pressmark.ui.widgets.elided_label import ElidedLabel
from pressmark.ui.widgets.hairline import Hairline
from pressmark.ui.widgets.tooltips import give_tooltip

_CONTENTS, _WIDE = 186, 860
"""Px of the lists, and from which width on there is a preview."""


class LabelSetDialog(QDialog):
    """Changes a `Draft`; nothing of it reaches the project before Apply."""

    def __init__(
        self,
        labels: LabelSet,
        use: Use,
        taken: Mapping[str, str],
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Label set"))
        resize_within_screen(self, 1080, 760)
        self.draft = Draft(labels, use, taken)
        self._folder = folder
        self.contents = Contents(self.draft)
        self.label = LabelPage(self.draft)
        self.relation, self.rest = RelationPage(self.draft), SetPage(self.draft)
        self._pages = QStackedWidget()
        self._preview, self.losses = Preview(), LossesBox(self.draft)
        self._told, self._all = ElidedLabel(role="muted"), QToolButton()
        self.apply = QPushButton(self.tr("Apply"))
        self._lay_out()
        self.contents.chosen.connect(lambda *_: self._show())
        self.contents.made.connect(self._name_it)
        self.draft.changed.connect(self._follow)
        appearance().theme_changed.connect(self._show)
        self.show_label("")

    def show_label(self, label_id: str) -> None:
        """Show a label; the first one where there is none of that id."""
        held = self.draft.labels.labels
        known = next((one.id for one in held if one.id == label_id), held[0].id if held else "")
        if known:
            self.contents.choose("label", known)
            self.contents.labels.setFocus()
        else:
            self.contents.choose("set")

    def import_from(self, path: Path) -> None:
        """Let the label set in a file be the draft, or say why it cannot."""
        try:
            labels = read_label_set_file(path)
        except PressmarkError as error:
            self._complain(sentence(error))
            return
        self.draft.take(labels)
        self.show_label(self.contents.id)

    def export_to(self, path: Path) -> None:
        """Write the draft to a file, or say why it cannot."""
        try:
            write_file(path, [label_set_json(self.draft.labels).encode()])
        except PressmarkError as error:
            self._complain(sentence(error))
            return
        self._tell(self.tr("Written to {path}.").format(path=shown_path(path)))

    def accept(self) -> None:
        """Apply what was changed, or go to what is wrong with it."""
        found = self.draft.new_problems
        if found:
            self._go_to(found[0])
        else:
            super().accept()

    def reject(self) -> None:
        """Ask before changes are gone that Esc, or closing the window, would take along."""
        if not self.draft.differences or self._is_dropped():
            super().reject()

    def _is_dropped(self) -> bool:
        title, words = self.windowTitle(), self.tr("Drop what you changed in the label set?")
        return is_confirmed(self, title, words, self._changes(), self.tr("Drop"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the fields where there is not enough for the preview."""
        super().resizeEvent(event)
        self._preview.setVisible(self.width() >= _WIDE)

    # ---- layout

    def _lay_out(self) -> None:
        for page in (self.label, self.relation, self.rest):
            self._pages.addWidget(_scrolled(page))
        contents = _scrolled(self.contents)
        contents.setFixedWidth(max(_CONTENTS, self.contents.minimumSizeHint().width()))
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(contents)
        body.addWidget(Hairline(Qt.Orientation.Vertical))
        body.addWidget(self._pages, 1)
        body.addWidget(Hairline(Qt.Orientation.Vertical))
        body.addWidget(self._preview)
        below = QVBoxLayout()
        below.setContentsMargins(16, 12, 16, 12)
        below.setSpacing(10)
        below.addWidget(self.losses)
        below.addLayout(self._footer())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(body, 1)
        column.addWidget(Hairline())
        column.addLayout(below)

    def _footer(self) -> QHBoxLayout:
        import_, export = QPushButton(self.tr("Import…")), QPushButton(self.tr("Export…"))
        cancel = QPushButton(self.tr("Cancel"))
        for button in (import_, export, cancel):
            button.setAutoDefault(False)
        give_icon(self._all, "list")
        give_tooltip(self._all, self.tr("All changes"))
        self._all.setAccessibleName(self.tr("All changes"))
        self._all.clicked.connect(self._list_changes)
        import_.clicked.connect(self._ask_import)
        export.clicked.connect(self._ask_export)
        cancel.clicked.connect(lambda: self.done(QDialog.DialogCode.Rejected))
        self.apply.setProperty("main", "true")
        self.apply.setDefault(True)
        self.apply.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(import_)
        row.addWidget(export)
        row.addWidget(self._all)
        row.addWidget(self._told, 1)
        row.addWidget(cancel)
        row.addWidget(self.apply)
        return row

    # ---- what is shown

    def _follow(self) -> None:
        """Show the draft; what is shown may have another id than before."""
        if self.contents.kind == "label" and self.label.label is not None:
            self.contents.follow(self.label.label.id)
        elif self.contents.kind == "relation" and self.relation.relation is not None:
            self.contents.follow(self.relation.relation.id)
        self._show()

    def _show(self) -> None:
        kind, shown = self.contents.kind, self.contents.id
        self.contents.refresh()
        if kind == "label":
            self.label.show_label(shown)
        elif kind == "relation":
            self.relation.show_relation(shown)
        else:
            self.rest.show_set()
        self._pages.setCurrentIndex(("label", "relation", "set").index(kind))
        labels = self.draft.labels
        self._preview.show_labels(labels, labels.label(shown) if kind == "label" else None)
        self._tell(self._changes())
        self._all.setVisible(bool(self.draft.differences))

    def _list_changes(self) -> None:
        lines = change_lines(self.draft.differences)
        lines += [loss_words(one, self.draft.before) for one in self.draft.lost]
        show_lines(self.tr("Changes of the label set"), lines, self)

    def _changes(self) -> str:
        return change_words(self.draft.differences)

    def _name_it(self) -> None:
        """Let what was just made be given its name."""
        line: QLineEdit = self.label.title if self.contents.kind == "label" else self.relation.title
        line.setFocus()
        line.selectAll()

    def _go_to(self, problem: Problem) -> None:
        """Show what is wrong, and put the caret there."""
        kind, first, *rest = problem.where
        form = self.rest.form
        if kind == "relation":
            self.contents.choose("relation", first)
            form = self.relation.form
        elif kind == "set":
            self.contents.choose("set")
        else:
            self.contents.choose("label", first)
            form = self.label.form
        if kind == "attribute":
            self.label.show_attribute(rest[0])
            form = self.label.attribute
        field = form.field(problem.where[-1])
        if field is not None:
            field.setFocus()
        self._complain(problem_words(problem))

    def _tell(self, words: str) -> None:
        self._told.show_role("muted")
        self._told.setText(words)

    def _complain(self, words: str) -> None:
        self._told.show_role("danger")
        self._told.setText(words)

    # ---- files

    def _ask_import(self) -> None:
        paths = ask_files(self, self.tr("Import a label set"), self._folder, self._kinds())
        if paths:
            self._folder = paths[0].parent
            self.import_from(paths[0])

    def _ask_export(self) -> None:
        name = "".join(char for char in self.draft.labels.name if char.isalnum() or char in "-_ ")
        proposed = self._folder / f"{name.strip() or 'labels'}.json"
        path = ask_new_file(self, self.tr("Export the label set"), proposed, self._kinds())
        if path is not None:
            self.export_to(path)

    def _kinds(self) -> str:
        return self.tr("Label sets") + " (*.json)"


def _scrolled(page: QWidget) -> QScrollArea:
    """Return a page that is scrolled up and down where there is too little room for it."""
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(page)
    page.setAutoFillBackground(False)
    return scroll
