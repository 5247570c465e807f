"""What is said of a project once every article of it was looked into, and from then on."""

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from pressmark.analysis.conflicts import open_disputes
from pressmark.analysis.misplaced import stands
from pressmark.edits.history import Change
from pressmark.errors import ProjectFileError
from pressmark.model.project import Project
from pressmark.store.checking import Checked, Finding, check_articles
from pressmark.ui.dialogs.lines import show_lines
from pressmark.ui.notices import Notices
from pressmark.ui.session import Session
from pressmark.ui.words import counted, translated
from pressmark.ui.words import phrase as _t

_SLICE = 0.006
"""Seconds that are spent on checking before the window gets its turn."""

_KINDS = {
    "damaged": _t("Article {article} is damaged; its bytes are kept as they are."),
    "repaired": _t("Annotation {record} stood elsewhere than it said, and was put right."),
    "text-differs": _t("Annotation {record} does not match its text; correct its ends."),
    "anchor-differs": _t("An attribute of annotation {record} points to words not found there."),
    "no-end": _t("Relation {record} lacks an end."),
    "no-entity": _t("Annotation {record} names an entity that is not there."),
    "no-annotator": _t("Annotation {record} names an annotator who is not there."),
}


class Opening(QObject):
    """Looks into every article of a project that was opened, in idle time, then at what changes."""

    looked_through = Signal(int, int)
    """How many annotations match their text, and of how many."""
    conflicts_found = Signal(int)
    """How many annotations are kept in two versions, where anything is."""

    def __init__(self, session: Session, notices: Notices, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._notices = notices
        self._window = window
        self._articles: Iterator[Checked] = iter(())
        self._conflicts = 0
        self._findings: list[Finding] = []
        self._differing: set[str] = set()
        self._unsure: set[str] = set()
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._look_on)
        session.project_replaced.connect(self._begin)
        session.stepped.connect(self._follow)

    def _begin(self) -> None:
        file = self._session.file
        self._idle.stop()
        if file is None:
            return
        self._conflicts = 0
        self._differing, self._unsure = set(), set()
        self._findings = list(file.opening.findings)
        self._articles = check_articles(file.project)
        self._idle.start()

    def _look_on(self) -> None:
        """Look into articles for a moment; at the end, say how many annotations match."""
        until = time.monotonic() + _SLICE
        for checked in self._articles:
            self._differing |= _differing(checked, self._session.project)
            self._findings += checked.findings
            self._conflicts += len(checked.conflicts)
            if time.monotonic() > until:
                return
        self._idle.stop()
        self._tell_matching()
        if self._findings:
            self._tell_findings()
        elif self._conflicts or open_disputes(self._session.project):
            self.conflicts_found.emit(self._conflicts)

    def _follow(self, change: Change) -> None:
        """Look again at what a step touched, at once or when everything was looked into."""
        self._unsure.update(change.touched.annotations)
        for key in change.touched.articles:
            if key not in change.before.articles and key in change.after.articles:
                self._unsure.update(change.after.articles[key].annotation_ids())
        if not self._idle.isActive():
            self._tell_matching()

    def _tell_matching(self) -> None:
        project = self._session.project
        for one in self._unsure:
            self._differing.discard(one)
            if one in project.places and not _matches(project, one):
                self._differing.add(one)
        self._unsure.clear()
        self._differing = {one for one in self._differing if one in project.places}
        total = len(project.places)
        self.looked_through.emit(total - len(self._differing), total)

    def _tell_findings(self) -> None:
        findings = list(dict.fromkeys(self._findings))
        words = counted(
            _t("{n} thing in this project is worth a look."),
            _t("{n} things in this project are worth a look."),
            len(findings),
        )
        lines = [
            translated(_KINDS[one.kind]).format(article=one.article, record=one.record)
            for one in findings
        ]
        title = self.tr("Worth a look")
        self._notices.warn(words, self.tr("Which?"), lambda: show_lines(title, lines, self._window))


def _differing(checked: Checked, project: Project) -> set[str]:
    """Return the annotations that do not match their text: all, where an article is damaged."""
    if any(one.kind == "damaged" for one in checked.findings):
        return {one for one, place in project.places.items() if place == checked.article}
    return {one.record for one in checked.findings if one.kind == "text-differs"}


def _matches(project: Project, annotation_id: str) -> bool:
    try:
        article = project.article(project.places[annotation_id])
    except ProjectFileError:
        return False
    return stands(article.text, article.annotations[annotation_id])
