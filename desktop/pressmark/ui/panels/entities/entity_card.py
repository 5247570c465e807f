"""One entity: its names, what it is, and another one to be merged into it."""

import re
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from pressmark.model.records import Entity
from pressmark.ui.panels.inspector.editors.entity_line import EntityLine
from pressmark.ui.panels.inspector.form_grid import FormGrid
from pressmark.ui.panels.inspector.line_field import LineField
from pressmark.ui.session import Session

TYPES = (
    "Person",
    "Organization",
    "PublicBody",
    "Company",
    "LegalEntity",
    "Document",
    "Vessel",
    "Airplane",
)
"""FollowTheMoney types that news names most; any other may be written."""
_COUNTRY = re.compile(r"[A-Za-z]{2}")


def country_refusal(text: str) -> str:
    """Return "" for a country's code of two letters, else a sentence about how to write one."""
    if not text or _COUNTRY.fullmatch(text):
        return ""
    return QCoreApplication.translate(
        "entities", "Write a country as its two letters, such as ua, kr or eu."
    )


class EntityCard(QWidget):
    """Shows one entity and lets somebody change it; each change is a step."""

    changed = Signal(object)
    """The Entity from now on."""
    merge_chosen = Signal(str, str)
    """The ids of the entity that stays and of the one that becomes part of it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._entity: Entity | None = None
        self.name, self.aliases, self.type = LineField(_name_refusal), LineField(), LineField()
        self.country = LineField(country_refusal)
        self.name.written.connect(lambda text: self._put(name=text))
        self.aliases.written.connect(lambda text: self._put(aliases=_parted(text)))
        self.type.written.connect(lambda text: self._put(type=text or None))
        self.country.written.connect(lambda text: self._put(country=text.lower() or None))
        self.aliases.line.setPlaceholderText(self.tr("With ; between them"))
        completer = QCompleter(TYPES, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.type.line.setCompleter(completer)
        self.merge = QPushButton(self.tr("Merge another into it…"))
        self.merge.clicked.connect(self._ask)
        self.other = EntityLine()
        self.other.setPlaceholderText(self.tr("Name of the other"))
        self.other.setAccessibleName(self.merge.text())
        self.other.chosen.connect(self._choose)
        self.other.named.connect(lambda _name: self._stop())
        self.other.left.connect(self._stop)
        self.other.hide()
        self._lay_out()

    def show_entity(self, entity: Entity | None) -> None:
        """Show an entity, or nothing."""
        self._entity = entity
        self.setEnabled(entity is not None)
        self.name.show_text(entity.name if entity else "")
        self.aliases.show_text("; ".join(entity.aliases) if entity else "")
        self.type.show_text((entity.type if entity else None) or "")
        self.country.show_text((entity.country if entity else None) or "")

    def _lay_out(self) -> None:
        grid = FormGrid()
        titles = self.tr("Name"), self.tr("Aliases"), self.tr("Type"), self.tr("Country")
        fields = self.name, self.aliases, self.type, self.country
        for at, (title, field) in enumerate(zip(titles, fields, strict=True)):
            field.line.setAccessibleName(title)
            grid.add_row(at, title, field)
        row = QHBoxLayout()
        row.addWidget(self.merge)
        row.addWidget(self.other, 1)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 14, 10)
        column.addLayout(grid)
        column.addLayout(row)
        column.addStretch()
        self.setFocusProxy(self.name)

    def _put(self, **fields: object) -> None:
        if self._entity is not None:
            self.changed.emit(replace(self._entity, **fields))  # type: ignore[arg-type]  # its own

    def _ask(self) -> None:
        self.other.offer(self._session.project)
        self.other.show()
        self.other.setFocus()

    def _choose(self, other: str) -> None:
        self._stop()
        if self._entity is not None:
            self.merge_chosen.emit(self._entity.id, other)

    def _stop(self) -> None:
        if self.other.hasFocus():
            self.merge.setFocus()
        self.other.hide()


def _parted(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (one.strip() for one in text.split(";")))))


def _name_refusal(text: str) -> str:
    return "" if text else QCoreApplication.translate("entities", "Write a name.")
