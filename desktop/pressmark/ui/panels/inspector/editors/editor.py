"""What every editor of an attribute is and does."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pressmark.model.attribute import Attribute, Value
from pressmark.model.span import Span
from pressmark.ui.panels.inspector.proposing import Proposing
from pressmark.ui.session import Session


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an editor can reach: the session, and the article that is read beside it.

    `selected_span` returns what is selected in the article, `show_span` shows a stretch of it,
    `show_entity` what is known of an entity.
    """

    session: Session
    selected_span: Callable[[], Span | None]
    show_span: Callable[[Span], None]
    show_entity: Callable[[str], None]
    proposing: Proposing


class Editor(QWidget):
    """Shows the value of one attribute and lets somebody change it."""

    edited = Signal(object, tuple)
    """The value from now on (None: no value), and the edits that must go before."""

    def __init__(self, attribute: Attribute, around: Surroundings) -> None:
        super().__init__()
        self.attribute = attribute
        self.around = around

    @property
    def visit(self) -> object:
        """What the steps of one stay in a field have in common; None: each stands for itself."""
        return None

    def show_key(self, key: str) -> None:
        """Show the key that leads here, where there is a place for it."""

    def show_value(self, value: Value) -> None:
        """Show a value of the attribute's shape, or None for none; what is being typed stays."""
        raise NotImplementedError
