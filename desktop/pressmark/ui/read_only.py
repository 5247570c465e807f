"""Why the project that is open may only be read, and what one can do about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from pressmark.store.lock import Holder
from pressmark.store.open_project import OpenProject
from pressmark.ui.banner import Banner
from pressmark.ui.crew import Tools, Worker
from pressmark.ui.dialogs.confirming import show_warning
from pressmark.ui.messages import holder_name
from pressmark.ui.moments import moment_words
from pressmark.ui.widgets.strip import Offer

_TOPIC = "read-only"


class ReadOnly(Worker):
    """Says who has the project, or what else is in the way, as long as it is so."""

    def __init__(self, tools: Tools, banner: Banner) -> None:
        super().__init__(tools)
        self._banner = banner
        self._session.project_replaced.connect(self._tell)

    def _tell(self) -> None:
        file = self._session.file
        if file is None or file.read_only is None:
            self._banner.withdraw(_TOPIC)
            return
        offers = [Offer(self.tr("Try again"), self._files.try_again)]
        if file.read_only == "locked" and file.holder is not None and file.holder.is_elsewhere:
            offers.append(Offer(self.tr("Take over…"), self.ask_to_take_over))
        offers.append(Offer(self.tr("Save as…"), self._files.save_as))
        self._banner.say(_TOPIC, self._why(file), *offers, closes=False)

    def ask_to_take_over(self) -> None:
        """Ask whether the other machine's lock is to be ignored, and open the project then."""
        file = self._session.file
        if file is None or file.holder is None:
            return
        box = QMessageBox(self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        show_warning(box)
        box.setWindowTitle(self.tr("Take over"))
        box.setText(self.tr("Is the project closed there?") + "\n\n" + self._since(file.holder))
        box.setInformativeText(
            self.tr(
                "Whether that is still so cannot be seen from here. If both of you go on, what "
                "each saves is merged with the other's."
            )
        )
        over = box.addButton(self.tr("Take over"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        if box.clickedButton() is over:
            self._files.try_again(take_over=True)
        box.deleteLater()

    def _why(self, file: OpenProject) -> str:
        reading = self.tr("Open for reading only:")
        if file.read_only == "locked" and file.holder is not None:
            return f"{reading} {self._since(file.holder)}"
        why = {
            "newer-version": self.tr("it was written by a newer Pressmark."),
            "no-permission": self.tr("you may not write to this file or in its folder."),
            "read-only-disk": self.tr("nothing can be written on its disk."),
            "disk-full": self.tr("its disk is full."),
            "no-more-files": self.tr("its disk can hold no more files."),
        }
        return f"{reading} {why.get(file.read_only or '', self.tr('it cannot be locked.'))}"

    def _since(self, holder: Holder) -> str:
        words = self.tr("{who} has this project open since {when}.")
        return words.format(who=holder_name(holder), when=moment_words(holder.since))
