"""The links of an article on its page: to other texts of it, and to reprints."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pressmark.edits.articles import SetLinks
from pressmark.model.article import CORRECTION
from pressmark.ui.article_link_lines import LinkLine, link_lines
from pressmark.ui.panels.inspector.line_button import LineButton
from pressmark.ui.panels.inspector.small_button import SmallButton
from pressmark.ui.session import Session
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.protection import mark_as_reading


class ArticleLinks(QWidget):
    """Says how the article is linked; each link can be compared, gone to and taken away."""

    compare_asked = Signal(str, str)
    """The ids of an older and a newer text."""
    back_asked = Signal(str)
    """The id of the earlier text that shall be the article's again."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: tuple[tuple[LinkLine, ...], bool] = (), False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_article(self, article_id: str) -> None:
        """Show the links of an article; hide where it has none."""
        lines = link_lines(self._session.project, article_id)
        self.setVisible(bool(lines))
        wanted = lines, self._session.writable
        if wanted == self._shown:
            return
        self._shown = wanted
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for line in lines:
            self._column.addWidget(self._row(line))

    def _remove(self, line: LinkLine) -> None:
        """Take the link away from the article that has it."""
        held = self._session.project.articles[line.new].head.links
        left = tuple(one for one in held if (one.type, one.to) != (line.type, line.old))
        self._session.commit(self.tr("Remove link"), SetLinks(line.new, left))

    def _row(self, line: LinkLine) -> QWidget:
        words = PlainLabel(line.words)
        words.setWordWrap(True)
        compare = LineButton("columns-2", self.tr("Compare"))
        compare.clicked.connect(partial(self.compare_asked.emit, line.old, line.new))
        show = LineButton("arrow-right", self.tr("Open"))
        show.clicked.connect(partial(self._session.open_article, line.other))
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (compare, show):
            mark_as_reading(button)
            buttons.addWidget(button)
        if line.may_go_back and self._session.writable:
            back = LineButton("undo-2", self.tr("Go back…"))
            back.clicked.connect(partial(self.back_asked.emit, line.other))
            buttons.addWidget(back)
        buttons.addStretch()
        if line.type != CORRECTION and self._session.writable:
            remove = SmallButton("x", self.tr("Remove link"), line.words)
            remove.clicked.connect(partial(self._remove, line))
            buttons.addWidget(remove)
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 4, 0, 2)
        column.setSpacing(2)
        column.addWidget(words)
        column.addLayout(buttons)
        return row
