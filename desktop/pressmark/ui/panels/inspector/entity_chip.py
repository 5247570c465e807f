"""An entity that a value names: a click on its name shows what is known of it."""

from pressmark.model.records import Entity
from pressmark.ui.panels.inspector.chip import Chip
from pressmark.ui.panels.inspector.line_button import LineButton
from pressmark.ui.widgets.protection import mark_as_reading
from pressmark.ui.widgets.tooltips import give_tooltip

_ICONS = {
    "Person": "user",
    "Organization": "building-2",
    "Company": "building-2",
    "LegalEntity": "users",
    "PublicBody": "landmark",
    "Document": "file-text",
    "Vessel": "ship",
}


class EntityChip(Chip):
    """Shows an entity with the icon of its type; `entity` is None for one that is not there."""

    def __init__(self, entity_id: str, entity: Entity | None) -> None:
        name = entity.name if entity else entity_id
        self.name = LineButton(_ICONS.get((entity.type if entity else None) or "", "users"), name)
        mark_as_reading(self.name)
        give_tooltip(self.name, name)
        super().__init__(name, self.name)
