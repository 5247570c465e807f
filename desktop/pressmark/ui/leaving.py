"""Closing the window: nothing is lost, whatever the disk says."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox

from pressmark.errors import ProjectFileError
from pressmark.ui.desk import Desk
from pressmark.ui.dialogs.confirming import show_warning
from pressmark.ui.main_window import MainWindow
from pressmark.ui.messages import sentence
from pressmark.ui.outside import Outside
from pressmark.ui.panes import Panes


class Leaving(QObject):
    """Saves everything when the window closes; asks where that does not work."""

    def __init__(self, desk: Desk, outside: Outside, window: MainWindow, panes: Panes) -> None:
        super().__init__(window)
        self._panes = panes
        self._desk = desk
        self._outside = outside
        self._window = window
        self.is_held: Callable[[], bool] = lambda: False

    def may_close(self) -> bool:
        """Save and say whether the window may go."""
        self._desk.views.finish_writing()
        self._desk.views.leave_focus()
        file = self._desk.session.file
        if file is not None and not file.saved:
            try:
                file.save()
            except ProjectFileError as error:
                if not self._may_close_unsaved(error):
                    return False
        if self.is_held() and not self._may_close_held():
            return False
        self.put_away()
        return True

    def put_away(self) -> None:
        """Save what can be saved and put everything away, without a question."""
        self._desk.preferences.note_window(self._window.geometry_text(), self._panes.arrangement())
        self._desk.tasks.stop()
        self._desk.files.leave()

    def _may_close_held(self) -> bool:
        """Ask whether a rescued project is to get a place now; it is there again, if not."""
        box = QMessageBox(self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Rescued"))
        box.setText(self.tr("The rescued project is not saved under a name of its own yet."))
        box.setInformativeText(self.tr("It will be there again at the next start."))
        save_as = box.addButton(self.tr("Save as…"), QMessageBox.ButtonRole.AcceptRole)
        later = box.addButton(self.tr("Later"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(save_as)
        box.exec()
        clicked = box.clickedButton()
        box.deleteLater()
        return self._desk.files.save_as() if clicked is save_as else clicked is later

    def _may_close_unsaved(self, error: ProjectFileError) -> bool:
        box = QMessageBox(self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        show_warning(box)
        box.setWindowTitle(self.tr("Not saved"))
        box.setText(sentence(error))
        box.setInformativeText(
            self.tr("What could be kept stands in the journal beside the project file.")
        )
        merge = None
        if error.case == "changed-outside":
            merge = box.addButton(self.tr("Merge and quit"), QMessageBox.ButtonRole.AcceptRole)
        save_as = box.addButton(self.tr("Save as…"), QMessageBox.ButtonRole.AcceptRole)
        close = box.addButton(self.tr("Quit all the same"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(merge or save_as)
        box.exec()
        clicked = box.clickedButton()
        box.deleteLater()
        if merge is not None and clicked is merge:
            return self._outside.unite_now()
        return self._desk.files.save_as() if clicked is save_as else clicked is close
