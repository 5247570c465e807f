"""Every step said to people who listen: they do not see the mark that comes or goes."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from pressmark.edits.history import Change
from pressmark.ui.panels.history.step_line import step_title
from pressmark.ui.session import Session
from pressmark.ui.widgets.announcing import announce

_BY_HAND = ("user", "undo", "redo")
"""Origins of steps that nothing else speaks of: whoever imports or merges has a notice."""


class SpokenSteps(QObject):
    """Says "Tag quote", "Undo: Tag quote", "Set speaker" when it was done."""

    def __init__(self, session: Session, speaker: QWidget) -> None:
        super().__init__(speaker)
        self._speaker = speaker
        session.stepped.connect(self._say)

    def _say(self, change: Change) -> None:
        if change.transaction.origin in _BY_HAND:
            announce(self._speaker, step_title(change.transaction))
