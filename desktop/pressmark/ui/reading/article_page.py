"""A paper that follows the session: shows its article, and every change of it where it happens."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from pressmark.model.annotation import Annotation
from pressmark.model.annotations import Annotations
from pressmark.model.article import Article, ArticleHead
from pressmark.model.label_set import LabelSet
from pressmark.model.span import Span
from pressmark.ui.reading.anchor_lines import marked_spans
from pressmark.ui.reading.header import first_line
from pressmark.ui.reading.measure import Measure
from pressmark.ui.reading.overview import Tally
from pressmark.ui.reading.paper import Paper
from pressmark.ui.reading.sheet import Sheet
from pressmark.ui.reading.side import Side
from pressmark.ui.session import Session
from pressmark.ui.theme.appearance import appearance, current_theme

_SAMPLES = 128
"""At how many places the ruler asks how high the text stands."""
_NO_LABELS = LabelSet(name="")


class ArticlePage(Paper):
    """Shows the article of its side, of the session where there is only one.

    Each article is shown where it was left in this run.
    """

    def __init__(
        self, session: Session, parent: QWidget | None = None, side: Side | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._side = side or session
        self._places: dict[str, tuple[int, int]] = {}
        self._tally = Tally(0)
        self._head: ArticleHead | None = None
        self._resample = QTimer(self)
        self._resample.setSingleShot(True)
        self._resample.timeout.connect(self._sample_heights)

    def _follow(self) -> None:
        """Show what is open, now and from now on; when all is set up to do so."""
        session = self._session
        session.project_replaced.connect(self._take_project)
        session.frame_changed.connect(self._take_frame)
        self._side.article_opened.connect(self._load)
        session.articles_changed.connect(self._take_articles)
        session.annotations_changed.connect(self._take_annotations)
        self._side.annotation_activated.connect(self._take_active)
        session.shown.connect(self._show_place)
        appearance().theme_changed.connect(self._take_theme)
        self._take_project()

    # ---- for the window

    @property
    def active(self) -> Annotation | None:
        """The active annotation."""
        sheet = self.sheet
        return sheet.stacking.annotations.get(self.emphasis.active) if sheet else None

    def span_in_hand(self) -> Span | None:
        """Return the span of the active annotation."""
        return self.active.span if self.active else None

    def show_measure(self, measure: Measure) -> None:
        """Show text in another size, wider apart or in a wider column, at the same place."""
        if measure != self.measure:
            self.set_measure(measure)
            self._load()

    def scroll_to(self, annotation_id: str) -> None:
        """Bring an annotation of the article into view."""
        sheet = self.sheet
        annotation = sheet.stacking.annotations.get(annotation_id) if sheet else None
        if annotation:
            self.scroll_to_span(annotation.span)

    def place(self) -> tuple[int, int]:
        """Return where one is: the caret, and the start of the first line in view."""
        return self.caret(), self.first_visible()

    def restore_place(self, caret: int, first_visible: int) -> None:
        """Go back to where one was."""
        self.set_caret(caret)
        self.scroll_to_line(first_visible)

    # ---- what the session says

    @property
    def _labels(self) -> LabelSet:
        return self._session.project.label_set if self._session.file else _NO_LABELS

    def _take_project(self) -> None:
        self._places.clear()
        self._take_frame()
        self._load()

    def _take_frame(self) -> None:
        self.show_marks(self._labels)
        self.ruler.show_tally(self._tally, self._colour_of)

    def _take_theme(self) -> None:
        self._take_frame()
        if article := self._side.article:
            self.show_zones(article.head.zones)

    def _load(self) -> None:
        """Show the article of this side anew."""
        if self.sheet:
            self._places[self.sheet.id] = self.place()
        article = self._side.article
        if article is None:
            self._count(())
            self.invite(self._invitation())
            self.show_sheet(None)
            return
        self._show_head(article)
        self.fit()
        self.show_sheet(Sheet(article, self.measure, self.frame_margins(), self))
        self.show_zones(article.head.zones)
        self._count(article.annotations)
        self.restore_place(*self._places.get(article.head.id, (0, 0)))
        if active := self._side.annotation:
            self._take_active(active.id)
        self.document().documentLayout().documentSizeChanged.connect(self._resample.start)
        self._resample.start()

    def _invitation(self) -> str:
        if self._session.file is None:
            return self.tr("Open a project with Ctrl+O, or begin one with Ctrl+N.")
        if self._session.project.articles:
            return self.tr("Choose an article to read and tag it here.")
        return self.tr("Paste an article with Ctrl+V, or drop files or a folder here.")

    def _show_head(self, article: Article) -> None:
        self.header.show_article(article, self._session.annotator_id, self.measure)
        self._head = article.head
        title = article.head.title or first_line(article.text)
        self.setAccessibleName(self.tr("Article: {title}").format(title=title))

    def _take_articles(self, ids: tuple[str, ...]) -> None:
        article = self._side.article
        if article is None or self.sheet is None or self.sheet.id not in ids:
            return
        if article.text != self.text:
            self._load()
        elif article.head != self._head:
            self._show_head(article)
            self.fit()
            self.show_zones(article.head.zones)

    def _take_annotations(self, article_id: str, ids: tuple[str, ...]) -> None:
        sheet, article = self.sheet, self._side.article
        if sheet is None or article is None or sheet.id != article_id:
            return
        before, after = sheet.stacking.annotations, article.annotations
        self._recount(before, after, ids)
        changed = sheet.stacking.update(after, ids)
        sheet.bands.forget(changed)
        self.repaint_spans(changed)
        held = before.get(self.emphasis.active), after.get(self.emphasis.active)
        if self.emphasis.active in ids:
            self.repaint_spans(span for one in held if one for span in marked_spans(one))

    def _take_active(self, annotation_id: str) -> None:
        self.emphasise(replace(self.emphasis, active=annotation_id))

    def _show_place(self, article_id: str, annotation_id: str) -> None:
        if self.sheet and self.sheet.id == article_id and annotation_id:
            self.scroll_to(annotation_id)

    # ---- the overview

    def _count(self, annotations: Iterable[Annotation]) -> None:
        self._tally = Tally(len(self.text))
        for annotation in annotations:
            self._tally.count(annotation)
        self.ruler.show_tally(self._tally, self._colour_of)

    def _recount(self, before: Annotations, after: Annotations, ids: tuple[str, ...]) -> None:
        rows = []
        for annotation_id in ids:
            for one, number in ((before.get(annotation_id), -1), (after.get(annotation_id), 1)):
                if one:
                    self._tally.count(one, number)
                    rows.append(self._tally.rows(one.span))
        self.ruler.refresh(rows)

    def _colour_of(self, label_id: str) -> QColor:
        label = self._labels.label(label_id)
        return current_theme().mark(label.mark or "" if label else "").colour

    def _sample_heights(self) -> None:
        """Tell the ruler how high the text stands, once the layout is known to its end."""
        if self.sheet is None:
            return
        whole = max(1.0, self.document().documentLayout().documentSize().height())
        offsets = (len(self.text) * at // _SAMPLES for at in range(_SAMPLES + 1))
        self.ruler.show_heights(
            [self.sheet.geometry.height_of(offset) / whole for offset in offsets]
        )
