"""Actions that come and go with what is open: one for each label, one for each recent project."""

from collections.abc import Callable
from pathlib import Path

from pressmark.model.attribute import Attribute
from pressmark.ui.actions.action import Action, may_change_article
from pressmark.ui.desk import Desk
from pressmark.ui.panels.inspector.attribute_keys import attribute_keys
from pressmark.ui.shown_paths import shown_path


def label_actions(desk: Desk) -> tuple[Action, ...]:
    """Return what tags the selection with each label, or relabels the active annotation."""
    if desk.session.file is None:
        return ()
    return tuple(
        Action(
            f"label-{label.id}",
            "annotation/label",
            label.title.replace("&", "&&"),
            _tag(label.id),
            "; ".join(label.keys),
            when=may_change_article,
        )
        for label in desk.session.project.label_set.labels
    )


def attribute_actions(desk: Desk) -> tuple[Action, ...]:
    """Return what sets each attribute of the active annotation, or leads to its field."""
    annotation = desk.session.annotation
    label = desk.session.project.label_set.label(annotation.label) if annotation else None
    if label is None:
        return ()
    keys = attribute_keys(label)
    return tuple(
        Action(
            f"attribute-{attribute.id}",
            "annotation/attribute",
            # Where they act, their keys are heard by AttributeShortcuts: here they are only words.
            "\t".join((attribute.title.replace("&", "&&"), keys.get(attribute.id, ""))),
            _ask(attribute),
        )
        for attribute in label.attributes
    )


def recent_actions(desk: Desk) -> tuple[Action, ...]:
    """Return what opens each of the projects that were open before, the last one first."""
    return tuple(
        Action(f"recent-{number}", "file/recent", words.replace("&", "&&"), _open(path))
        for number, path in enumerate(map(Path, desk.preferences.state.recent))
        if not desk.files.is_open(path) and (words := shown_path(path))
    )


def _ask(attribute: Attribute) -> Callable[[Desk], object]:
    return lambda desk: desk.views.ask_attribute(attribute)


def _tag(label_id: str) -> Callable[[Desk], object]:
    return lambda desk: desk.view.tag(label_id)


def _open(path: Path) -> Callable[[Desk], object]:
    return lambda desk: desk.files.open_path(path)
