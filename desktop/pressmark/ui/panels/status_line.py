"""The line at the foot of the window."""

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from pressmark.ui.messages import holder_name
from pressmark.ui.moments import clock_words
from pressmark.ui.panels.annotator_name import AnnotatorName
from pressmark.ui.panels.keeping_words import keeping_guidance, keeping_words
from pressmark.ui.panels.progress import Progress
from pressmark.ui.panels.words import annotation_count
from pressmark.ui.session import Session
from pressmark.ui.widgets.announcing import announce
from pressmark.ui.widgets.elided_label import ElidedLabel
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.themed_icon import ThemedIcon
from pressmark.ui.widgets.tooltips import give_tooltip
from pressmark.ui.words import number_words

_BAR = 120
_HEIGHT = 30


class StatusLine(QWidget):
    """Counts, what lies at the caret, whether all is kept, progress, and whose work it is."""

    annotator_named = Signal(str)
    """The annotator wants to be called otherwise."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._progress = Progress(session, self)
        self._saved_at: str | None = None
        self._has_place = True
        self._count = PlainLabel(role="muted")
        self._stack = ElidedLabel()
        self._matching = ElidedLabel(role="muted")
        self._lock = ThemedIcon("lock", "warning", 14)
        self._read_only = ElidedLabel(role="warning")
        self._keeping = PlainLabel(role="muted")
        self._done = PlainLabel(role="muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR)
        self._bar.setAccessibleName(self.tr("Articles done"))
        self._annotator = AnnotatorName()
        self._annotator.named.connect(self.annotator_named)
        self._lay_out()
        self._follow(session)
        self._start_over()

    def announce(self, stack: str) -> None:
        """Show what lies over each other at the caret, and say it to people who listen."""
        if stack:
            announce(self, stack)
        self._stack.setText(stack)
        self._stack.setVisible(bool(stack))

    def show_matching(self, matching: int, total: int) -> None:
        """Show how many annotations match their text."""
        words = self.tr("{matching} of {total} annotations match their text")
        told = {"matching": number_words(matching), "total": number_words(total)}
        self._matching.setText(words.format(**told))
        self._matching.show_role("muted" if matching == total else "warning")
        self._matching.setVisible(total > 0)

    def mark_rescued(self, *, is_rescued: bool) -> None:
        """Say whether the project was rescued, and has no place of its own yet."""
        self._has_place = not is_rescued
        self._show_keeping()

    # ---- what is shown

    def _lay_out(self) -> None:
        self.setMinimumHeight(_HEIGHT)  # also without a project, lest everything jump
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 10, 0)
        row.setSpacing(16)
        for words in (self._count, self._stack, self._matching):
            row.addWidget(words)
        row.addStretch(1)
        locked = QHBoxLayout()
        locked.setSpacing(5)
        locked.addWidget(self._lock)
        locked.addWidget(self._read_only)
        row.addLayout(locked)
        for part in (self._keeping, self._done, self._bar, self._annotator):
            row.addWidget(part)

    def _follow(self, session: Session) -> None:
        session.project_replaced.connect(self._start_over)
        session.article_opened.connect(self._show_count)
        session.annotations_changed.connect(self._show_count)
        session.frame_changed.connect(self._show_annotator)
        session.keeping_changed.connect(self._show_keeping)
        self._progress.changed.connect(self._show_progress)

    def _start_over(self) -> None:
        file = self._session.file
        self._saved_at = "" if file and file.saved else None
        self.announce("")
        self._matching.hide()
        self._show_count()
        self._show_annotator()
        self._show_read_only()
        self._show_keeping()
        self._show_progress()

    def _show_count(self) -> None:
        article = self._session.article
        self._count.setText(annotation_count(len(article.annotations)) if article else "")

    def _show_annotator(self) -> None:
        self._annotator.show_name(self._session.annotator.name)
        self._annotator.setVisible(self._session.file is not None)

    def _show_read_only(self) -> None:
        file = self._session.file
        is_read_only = file is not None and file.read_only is not None
        words = self.tr("Read only")
        if file is not None and file.holder is not None:
            template = self.tr("Read only: {name} has it open")
            words = template.format(name=holder_name(file.holder))
        self._read_only.setText(words)
        self._read_only.setVisible(is_read_only)
        self._lock.setVisible(is_read_only)
        self._keeping.setVisible(file is not None and not is_read_only)

    def _show_keeping(self) -> None:
        file = self._session.file
        if file is None:
            return
        if not file.saved:
            self._saved_at = None
        elif self._saved_at is None:
            self._saved_at = clock_words(QTime.currentTime())
        facts = (file.seq, file.kept_seq, self._saved_at)
        self._keeping.setText(keeping_words(*facts, has_place=self._has_place))
        give_tooltip(self._keeping, keeping_guidance(*facts, has_place=self._has_place))

    def _show_progress(self) -> None:
        done, total = self._progress.done, self._progress.total
        self._done.setText(f"{done}/{total}")
        self._bar.setMaximum(max(1, total))
        self._bar.setValue(done)
        for part in (self._done, self._bar):
            part.setVisible(total > 0)
            part.setToolTip(self.tr("Articles done"))
