"""What must be tagged where something is found: conditions as chips, and a menu to add one."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QMenu, QToolButton, QWidget

from pressmark.analysis.conditions import Condition
from pressmark.model.attribute import Attribute
from pressmark.model.label_set import Label
from pressmark.model.project import Project
from pressmark.ui.panels.inspector.chip import Chip
from pressmark.ui.panels.words import value_title
from pressmark.ui.session import Session
from pressmark.ui.theme.appearance import give_icon
from pressmark.ui.widgets.tooltips import give_tooltip
from pressmark.ui.words import in_marks

_MOST_ENTITIES = 40
"""How many entities the menu names; others are found by their names."""

Pick = tuple[str, str | None]
"""The words of a value in the menu, and the value."""


class ConditionsRow(QWidget):
    """Every condition must be met, each by an annotation that a hit touches."""

    changed = Signal()
    """Other conditions hold."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._chips: list[Chip] = []
        self.conditions: tuple[Condition, ...] = ()
        self.add = QToolButton()
        self.add.setText(self.tr("Where…"))
        give_tooltip(self.add, self.tr("Only where something is tagged so"))
        give_icon(self.add, "list-filter", beside=True)
        self.add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.add)
        self.menu.aboutToShow.connect(self._fill)
        self.add.setMenu(self.menu)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addWidget(self.add)
        session.project_replaced.connect(lambda: self.show_conditions(()))

    def show_conditions(self, conditions: tuple[Condition, ...]) -> None:
        """Let these conditions hold, and no others."""
        if conditions == self.conditions:
            return
        self.conditions = conditions
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(one) for one in conditions]
        for chip in self._chips:
            self._row.addWidget(chip)
        self.changed.emit()

    def _chip(self, condition: Condition) -> Chip:
        chip = Chip(condition_words(self._session.project, condition))
        others = tuple(one for one in self.conditions if one != condition)
        chip.removed.connect(lambda: self.show_conditions(others))
        return chip

    def _take(self, condition: Condition) -> None:
        self.show_conditions(tuple(dict.fromkeys((*self.conditions, condition))))

    # ---- the menu

    def _fill(self) -> None:
        self.menu.clear()
        if self._session.file is None:
            return
        for label in self._session.project.label_set.labels:
            submenu = self.menu.addMenu(_plain(label.title))
            self._add(submenu, self.tr("Any"), Condition(label.id))
            submenu.addSeparator()
            for attribute in label.attributes:
                self._fill_attribute(submenu.addMenu(_plain(attribute.title)), label, attribute)

    def _fill_attribute(self, menu: QMenu, label: Label, attribute: Attribute) -> None:
        self._add(menu, self.tr("Anything"), Condition(label.id, attribute.id))
        picks = [*self._picks(attribute)]
        if picks:
            menu.addSeparator()
        for words, value in picks:
            self._add(menu, words, Condition(label.id, attribute.id, value))
        if attribute.kind in ("text", "number", "date", "anchored"):
            menu.addSeparator()
            menu.addAction(self.tr("With the words…")).triggered.connect(
                lambda: self._ask(label, attribute)
            )

    def _picks(self, attribute: Attribute) -> Iterator[Pick]:
        if attribute.kind == "flag":
            yield self.tr("Yes"), "true"
            yield self.tr("No"), "false"
        yield from ((value_title(attribute, one), one) for one in attribute.values)
        if attribute.entity or attribute.kind == "entity":
            entities = sorted(self._session.project.entities.values(), key=lambda one: one.name)
            yield from ((one.name, one.id) for one in entities[:_MOST_ENTITIES])

    def _add(self, menu: QMenu, words: str, condition: Condition) -> None:
        take: Callable[[], None] = lambda: self._take(condition)  # noqa: E731 -- typed for Qt
        menu.addAction(_plain(words)).triggered.connect(take)

    def _ask(self, label: Label, attribute: Attribute) -> None:
        title = f"{label.title}: {attribute.title}"
        words, is_given = QInputDialog.getText(self, title, self.tr("Words in it"))
        if is_given and words.strip():
            self._take(Condition(label.id, attribute.id, words=words.strip()))


def condition_words(project: Project, condition: Condition) -> str:
    """Return a condition as people read it: "Quote, Form: Direct"."""
    if condition.title:
        return condition.title
    label = project.label_set.label(condition.label or "")
    attribute = label.attribute(condition.attribute or "") if label else None
    entity = project.entities.get(condition.value or "")
    value = entity.name if entity else value_title(attribute, condition.value or "")
    value = value or (in_marks(condition.words) if condition.words else "")
    words = [label.title if label else "", attribute.title if attribute else ""]
    return ", ".join(filter(None, words)) + (f": {value}" if value else "")


def _plain(words: str) -> str:
    return words.replace("&", "&&")
