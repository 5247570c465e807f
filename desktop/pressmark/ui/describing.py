"""Saying what things are called: the project, its marking, the annotator."""

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog, QWidget

from pressmark.edits.frame import PutAnnotator, RenameProject, SetHandling
from pressmark.ui.preferences import Preferences
from pressmark.ui.session import Session

_TLP = ("TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR")
"""The words of the Traffic Light Protocol, version 2.0."""


class Describing(QObject):
    """Asks for names and markings, and makes each an undo step."""

    def __init__(self, session: Session, preferences: Preferences, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._preferences = preferences
        self._window = window

    def rename(self) -> None:
        """Ask for another title of the project."""
        title = self._ask(self.tr("Rename project"), self.tr("Title:"), self._session.project.title)
        if title and title != self._session.project.title:
            self._session.commit(self.tr("Rename project"), RenameProject(title))

    def mark_handling(self) -> None:
        """Ask how the project is to be handled: a TLP word, words of one's own, or nothing."""
        now = self._session.project.handling or ""
        offered = ["", *_TLP] if now in ("", *_TLP) else ["", now, *_TLP]
        chosen, is_chosen = QInputDialog.getItem(
            self._window,
            self.tr("Handling marking"),
            self.tr("Shown with the title and on every page of a report:"),
            offered,
            offered.index(now),
        )
        if is_chosen and chosen.strip() != now:
            edit = SetHandling(chosen.strip() or None)
            self._session.commit(self.tr("Change handling marking"), edit)

    def name_annotator(self) -> None:
        """Ask what the annotator wants to be called, here and in projects to come."""
        annotator = self._session.annotator
        name = self._ask(self.tr("Annotator"), self.tr("Your name:"), annotator.name)
        if name and name != annotator.name:
            self.call_annotator(name)

    def call_annotator(self, name: str) -> None:
        """Give the annotator another name; the id, and with it whose work is whose, stays."""
        renamed = replace(self._session.annotator, name=name)
        if renamed.id in self._session.project.annotators:
            edit = PutAnnotator(renamed)
            if self._session.commit(self.tr("Rename annotator"), edit) is None:
                return
        self._preferences.choose(annotator_name=name)
        self._session.become(renamed)

    def _ask(self, title: str, words: str, now: str) -> str:
        text, is_given = QInputDialog.getText(self._window, title, words, text=now)
        return text.strip() if is_given else ""
