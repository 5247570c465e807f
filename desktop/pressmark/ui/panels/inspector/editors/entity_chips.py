"""The entities that a value names: each with a button to take it out, and one to add more."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from pressmark.analysis.earlier_values import entities_by_use
from pressmark.edits.frame import PutEntity
from pressmark.model.attribute import Attribute
from pressmark.model.ids import new_id
from pressmark.model.records import Entity
from pressmark.ui.panels.flow_layout import FlowLayout
from pressmark.ui.panels.inspector.at_hand import annotations_at_hand
from pressmark.ui.panels.inspector.chip import Chip
from pressmark.ui.panels.inspector.editors.editor import Surroundings
from pressmark.ui.panels.inspector.editors.entity_line import EntityLine
from pressmark.ui.panels.inspector.entity_chip import EntityChip
from pressmark.ui.theme.appearance import give_icon


class EntityChips(QWidget):
    """Shows entities by name, and lets somebody take them out and name others."""

    changed = Signal(tuple, tuple)
    """The ids of all entities from now on, and the edits that must go before."""

    def __init__(self, around: Surroundings, attribute: Attribute) -> None:
        super().__init__()
        title = attribute.title
        self._attribute = attribute
        self._words = ""
        self._session = around.session
        self._show_entity = around.show_entity
        self._ids: tuple[str, ...] = ()
        self._chips: list[Chip] = []
        self.add = QToolButton()
        self.add.setIconSize(QSize(14, 14))
        self.add.setText(self.tr("Entity"))
        self.add.setToolTip(self.tr("Add entity"))
        self.add.setAccessibleName(self.tr("{title}: add entity").format(title=title))
        self.add.clicked.connect(self._ask)
        give_icon(self.add, "plus")
        self.line = EntityLine()
        self.line.setAccessibleName(self.add.accessibleName())
        self.line.chosen.connect(lambda entity_id: self._change((*self._ids, entity_id)))
        self.line.named.connect(self._name)
        self.line.left.connect(self._stop_asking)
        self.line.hide()
        self._flow = FlowLayout(spacing=3, leaves_room=True)
        self._flow.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(self._flow)
        column.addWidget(self.line)
        self.setFocusProxy(self.add)

    def suggest(self, words: str) -> None:
        """Have these words ready for the name of an entity, where none is named yet."""
        self._words = words

    def show_entities(self, ids: tuple[str, ...]) -> None:
        """Show these entities."""
        self._ids = ids
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(entity_id) for entity_id in ids]
        self._flow.removeWidget(self.add)
        for widget in (*self._chips, self.add):
            self._flow.addWidget(widget)
            widget.show()
        style = Qt.ToolButtonStyle
        self.add.setToolButtonStyle(
            style.ToolButtonIconOnly if ids else style.ToolButtonTextBesideIcon
        )
        self.updateGeometry()

    def _chip(self, entity_id: str) -> Chip:
        entity = self._session.project.entities.get(entity_id)
        chip = EntityChip(entity_id, entity)
        chip.removed.connect(lambda: self._remove(entity_id))
        chip.name.clicked.connect(lambda: self._show_entity(entity_id))
        return chip

    def _remove(self, entity_id: str) -> None:
        self.add.setFocus()  # the button that has it goes away
        self._change(tuple(one for one in self._ids if one != entity_id))

    def _name(self, name: str) -> None:
        entity = Entity(id=new_id(), name=name)
        self._change((*self._ids, entity.id), PutEntity(entity))

    def _change(self, ids: tuple[str, ...], *edits: PutEntity) -> None:
        self._stop_asking()
        named = tuple(dict.fromkeys(ids))
        if named != self._ids:
            self.changed.emit(named, edits)

    def _ask(self) -> None:
        at_hand = annotations_at_hand(self._session)
        used = entities_by_use(at_hand, self._attribute.id)
        self.line.offer(self._session.project, used)
        self.line.setText("" if self._ids else self._words)
        self.line.selectAll()
        self.line.show()
        self.line.setFocus()

    def _stop_asking(self) -> None:
        if self.line.hasFocus():
            self.add.setFocus()
        self.line.hide()
