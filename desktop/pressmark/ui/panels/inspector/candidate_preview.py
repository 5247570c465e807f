"""What a relation would lead to, with the words around it and where they stand."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressmark.ui.panels.annotation_line import annotation_text
from pressmark.ui.panels.inspector.candidate_rows import Candidate
from pressmark.ui.panels.words import one_line
from pressmark.ui.session import Session
from pressmark.ui.widgets.elided_label import ElidedLabel
from pressmark.ui.widgets.plain_label import PlainLabel


class CandidatePreview(QWidget):
    """Outlet and title of the article, then the words before, of and after an annotation."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._place = ElidedLabel(role="small")
        self._before, self._after = PlainLabel(role="muted"), PlainLabel(role="muted")
        self._words = PlainLabel()
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 0, 2, 2)
        column.setSpacing(1)
        column.addWidget(self._place)
        for label in (self._before, self._words, self._after):
            label.setWordWrap(True)
            column.addWidget(label)
        self.show_candidate(None)

    @property
    def text(self) -> str:
        """All that is shown."""
        shown = (self._place, self._before, self._words, self._after)
        return "\n".join(label.text() for label in shown)

    def show_candidate(self, candidate: Candidate | None) -> None:
        """Show an annotation; nothing where there is none."""
        self.setVisible(candidate is not None)
        if candidate is None:
            return
        head = self._session.project.articles[candidate.article].head
        named = (one_line(head.source or ""), one_line(head.title or ""))
        self._place.setText(" · ".join(filter(None, named)))
        annotation = candidate.annotation
        self._words.setText(annotation_text(annotation))
        for label, words in ((self._before, annotation.prefix), (self._after, annotation.suffix)):
            around = one_line(words)
            label.setVisible(bool(around))
            label.setText(f"… {around}" if label is self._before else f"{around} …")
