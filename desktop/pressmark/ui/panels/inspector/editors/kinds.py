"""Which editor an attribute of which kind gets."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from pressmark.model.attribute import Attribute, Value, accepts
from pressmark.ui.panels.inspector.editors.anchored import AnchoredEditor, EntityEditor
from pressmark.ui.panels.inspector.editors.choice import choice_editor
from pressmark.ui.panels.inspector.editors.editor import Editor, Surroundings
from pressmark.ui.panels.inspector.editors.flag import FlagEditor
from pressmark.ui.panels.inspector.editors.line import DateEditor, NumberEditor, TextEditor
from pressmark.ui.panels.inspector.editors.raw import RawEditor

EDITORS: Mapping[str, Callable[[Attribute, Surroundings], Editor]] = MappingProxyType(
    {
        "anchored": AnchoredEditor,
        "entity": EntityEditor,
        "choice": choice_editor,
        "text": TextEditor,
        "number": NumberEditor,
        "date": DateEditor,
        "flag": FlagEditor,
    }
)
"""For each kind of attribute what makes its editor."""


def make_editor(attribute: Attribute, around: Surroundings) -> Editor:
    """Return an editor; one that only shows and removes, for a kind that nobody knows."""
    return EDITORS.get(attribute.kind, RawEditor)(attribute, around)


def is_editable(attribute: Attribute, value: Value) -> bool:
    """Say whether the editor of the attribute's kind can show `value` without loss."""
    if attribute.kind not in EDITORS or (attribute.several and attribute.kind not in _SEVERAL):
        return False
    if value is None:
        return True
    return isinstance(value, tuple) == attribute.several and accepts(attribute, value)


_SEVERAL = ("anchored", "entity", "choice")
"""The kinds whose editors can show several values."""
