"""A few sentences tagged with the labels that are being edited, as the article view paints them."""

from PySide6.QtCore import QEvent, QMargins, QSize
from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pressmark.model.annotation import Annotation, quoted
from pressmark.model.annotations import Annotations
from pressmark.model.article import Article, ArticleHead
from pressmark.model.label_set import LabelSet
from pressmark.model.span import Span
from pressmark.ui.reading import painting
from pressmark.ui.reading.measure import Measure
from pressmark.ui.reading.painting import Emphasis, Palette
from pressmark.ui.reading.sheet import Sheet
from pressmark.ui.theme.appearance import appearance, current_theme
from pressmark.ui.words import phrase as _t
from pressmark.ui.words import translated

_SIZE = 15
_SENTENCES = (
    _t("The port was closed on Monday after the storm."),
    _t("“We will open it again soon,” the harbour master said."),
    _t("The council fined two owners of ships."),
    _t("One of them denied any fault."),
    _t("Exports fell by a fifth in that week."),
    _t("Both crews were seen at the gate."),
    _t("A third ship had changed its flag."),
    _t("The inquiry goes on."),
)
"""One for each label, as far as they go; about nothing in particular."""

_FEWEST = 3
_NESTED = 2
"""Words at the end of the first sentence that the second label tags too."""


class SampleText(QWidget):
    """Paints the sentences; nothing in it can be clicked."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Sample text"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._labels = LabelSet(name="")
        self._sheet: Sheet | None = None
        appearance().theme_changed.connect(self.update)

    def show_labels(self, labels: LabelSet) -> None:
        """Show the marks of these labels."""
        shown = [(one.id, one.mark) for one in labels.labels]
        is_same = shown == [(one.id, one.mark) for one in self._labels.labels]
        self._labels = labels
        if not is_same or self._sheet is None:
            self._lay_out()
        self.update()

    def sizeHint(self) -> QSize:
        """Be as high as the text is at this width."""
        return QSize(200, self._height())

    def minimumSizeHint(self) -> QSize:
        """Show all of the text."""
        return QSize(120, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._wrap()

    def changeEvent(self, event: QEvent) -> None:
        """Be laid out in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint washes, text and lines."""
        del event
        sheet, theme = self._sheet, current_theme()
        if sheet is None:
            return
        page = sheet.bands.between(0, self.height())
        palette = Palette.of(self._labels, theme)
        painter = QPainter(self)
        painting.paint_washes(painter, page, sheet.measure, palette, Emphasis())
        context = QAbstractTextDocumentLayout.PaintContext()
        colours = QPalette(self.palette())
        colours.setColor(QPalette.ColorRole.Text, theme.colours.ink)
        context.palette = colours
        sheet.document.documentLayout().draw(painter, context)
        painting.paint_lanes(painter, page, sheet.measure, palette)
        painter.end()

    def _lay_out(self) -> None:
        before = self._sheet
        margins = QMargins(2, 0, 2, 4)
        self._sheet = Sheet(_sample(self._labels), Measure(_SIZE), margins, self)
        if before is not None:
            before.document.deleteLater()
        self._wrap()

    def _wrap(self) -> None:
        if self._sheet is not None:
            self._sheet.document.setTextWidth(max(120, self.width()))
            self._sheet.forget_layout()
            self.updateGeometry()

    def _height(self) -> int:
        return round(self._sheet.document.size().height()) if self._sheet else 0


def _sample(labels: LabelSet) -> Article:
    """Return the sentences, each tagged with a label; the first two overlap."""
    ids = [one.id for one in labels.labels[: len(_SENTENCES)]]
    sentences = [translated(one) for one in _SENTENCES[: max(len(ids), _FEWEST)]]
    text, spans = " ".join(sentences), []
    start = 0
    for number, sentence in enumerate(sentences[: len(ids)]):
        spans.append((ids[number], Span(start, start + len(sentence) - 1)))
        start += len(sentence) + 1
    if len(ids) > 1:
        end = spans[0][1].end
        words = text[:end].rsplit(" ", _NESTED + 1)
        spans.append((ids[1], Span(len(words[0]) + 1, end)))
    tagged = (_annotation(str(at), label, span, text) for at, (label, span) in enumerate(spans))
    return Article(ArticleHead(id="sample"), text, Annotations.of(tagged))


def _annotation(made: str, label: str, span: Span, text: str) -> Annotation:
    pieces, before, after = quoted(text, (span,))
    return Annotation(
        id=made, label=label, fragments=(span,), text=pieces, prefix=before, suffix=after
    )
