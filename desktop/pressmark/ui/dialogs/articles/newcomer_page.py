"""One newcomer, or several that are chosen: what is known of them, and how one will look."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pressmark.analysis.words import length_of
from pressmark.articles.tables.asking import TableColumns
from pressmark.model.article import Article
from pressmark.ui.dialogs.articles.article_preview import ArticlePreview
from pressmark.ui.dialogs.articles.facts_form import FactsForm
from pressmark.ui.dialogs.articles.newcomer import Newcomer
from pressmark.ui.dialogs.articles.paired_grid import line_up
from pressmark.ui.dialogs.articles.reading_options import ReadingOptions
from pressmark.ui.dialogs.articles.remarks_box import RemarksBox
from pressmark.ui.dialogs.articles.reprint_box import ReprintBox
from pressmark.ui.dialogs.articles.words import (
    count_words,
    kind_icon,
    kind_words,
    place_words,
    remark_words,
)
from pressmark.ui.panels.words import length_words
from pressmark.ui.widgets.elided_label import ElidedLabel
from pressmark.ui.widgets.empty_state import EmptyState
from pressmark.ui.widgets.hairline import Hairline
from pressmark.ui.widgets.themed_icon import ThemedIcon

_SIDE = 20


class NewcomerPage(QWidget):
    """The right part of the preview."""

    changed = Signal()
    """Something was written or chosen about what is shown."""
    wished = Signal(object)
    """The file is to be read with these Wishes."""
    compare_asked = Signal()

    def __init__(
        self,
        name_of: Callable[[str], str],
        twin_of: Callable[[Newcomer], Newcomer | None],
        *,
        is_described: bool,
    ) -> None:
        """`name_of` an article's id; `is_described` says that facts may be written here."""
        super().__init__()
        self._name_of, self._twin_of, self._is_described = name_of, twin_of, is_described
        self._icon = ThemedIcon("file-text")
        self._place = ElidedLabel(role="heading")
        self._kind = ElidedLabel(role="muted")
        self.remarks, self.reprint = RemarksBox(), ReprintBox()
        self.facts, self.options = FactsForm(), ReadingOptions()
        self.preview = ArticlePreview()
        self._line = Hairline()
        self._nothing = EmptyState("newspaper", "")
        self.facts.changed.connect(self.changed)
        self.reprint.changed.connect(self.changed)
        self.reprint.compare_asked.connect(self.compare_asked)
        line_up(self.facts.grid, self.options.grid)
        self.options.wished.connect(self.wished)
        self._lay_out()

    def show_newcomers(
        self, newcomers: Sequence[Newcomer], columns: TableColumns | None = None
    ) -> None:
        """Show one, of a table with these columns perhaps; or several together."""
        one = newcomers[0] if len(newcomers) == 1 else None
        readable = [newcomer for newcomer in newcomers if newcomer.read is not None]
        self._show_head(newcomers)
        remarks = [*remark_words(one, self._twin_of(one))] if one else []
        self.remarks.show_remarks(remarks, one.standing if one else "")
        like = one.like if one else None
        self.reprint.show_newcomer(one if like else None, self._name_of(like.other) if like else "")
        self.facts.setVisible(bool(readable) and self._is_described)
        self.facts.show_newcomers(readable)
        self.options.show_newcomer(one, columns)
        self.preview.show_article(one.read.article if one and one.read else None)
        has_text = bool(one and one.read)
        self.preview.setVisible(has_text)
        self._line.setVisible(has_text)
        self._nothing.setVisible(not has_text)
        self._nothing.say(self._said_instead(newcomers))

    def show_known(self, article: Article) -> None:
        """Show the text of an article that the project has already."""
        self.preview.show_article(article)
        for widget in (self.preview, self._line):
            widget.show()
        self._nothing.hide()

    def _show_head(self, newcomers: Sequence[Newcomer]) -> None:
        first = newcomers[0] if newcomers else None
        self._icon.setVisible(first is not None)
        if first is None:
            self._place.setText("")
            self._kind.setText("")
        elif len(newcomers) > 1:
            self._icon.show_icon("layers")
            self._place.setText(count_words(len(newcomers)))
            self._kind.setText("")
        else:
            self._icon.show_icon(kind_icon(first))
            self._place.setText(place_words(first))
            self._kind.setText(" · ".join(filter(None, (kind_words(first), _length(first)))))

    def _said_instead(self, newcomers: Sequence[Newcomer]) -> str:
        if not newcomers:
            return self.tr("No article here.")
        if len(newcomers) > 1:
            return self.tr("What you write above goes to all of them.")
        if newcomers[0].may_be_cured:
            return self.tr("Choose above how it is to be read.")
        return self.tr("Nothing of it comes in.")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(self._place, 1)
        head.addWidget(self._kind)
        above = QVBoxLayout()
        above.setContentsMargins(_SIDE, 12, _SIDE, 12)
        above.setSpacing(10)
        above.addLayout(head)
        for part in (self.remarks, self.reprint, self.facts, self.options):
            above.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self._line)
        column.addWidget(self.preview, 1)
        column.addWidget(self._nothing, 1)


def _length(newcomer: Newcomer) -> str:
    if newcomer.read is None:
        return ""
    return length_words(length_of(newcomer.read.article.text))
