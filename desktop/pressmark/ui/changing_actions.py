"""Actions that come and go with what is open: one for each label, one for each recent project."""

from collections.abc import Callable
from pathlib import Path

from pressmark.ui.actions.action import Action, may_change_article
from pressmark.ui.desk import Desk
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


def recent_actions(desk: Desk) -> tuple[Action, ...]:
    """Return what opens each of the projects that were open before, the last one first."""
    return tuple(
        Action(f"recent-{number}", "file/recent", words.replace("&", "&&"), _open(path))
        for number, path in enumerate(map(Path, desk.preferences.state.recent))
        if not desk.files.is_open(path) and (words := shown_path(path))
    )


def _tag(label_id: str) -> Callable[[Desk], object]:
    return lambda desk: desk.view.tag(label_id)


def _open(path: Path) -> Callable[[Desk], object]:
    return lambda desk: desk.files.open_path(path)
