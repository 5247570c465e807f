"""The findings of all checks, row by row as they come."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt

from pressmark.analysis.checks import check_article, is_waived
from pressmark.analysis.entity_checks import odd_entities
from pressmark.analysis.finding import Finding
from pressmark.analysis.fixes import Mending
from pressmark.analysis.judgement_checks import check_judgements
from pressmark.analysis.naming import first_namings
from pressmark.edits.edit import Edit, Stamp
from pressmark.errors import ProjectFileError
from pressmark.model.annotation import Annotation
from pressmark.model.label_set import Label
from pressmark.model.project import Project
from pressmark.ui.panels.annotation_line import AnnotationLine, annotation_text, label_of
from pressmark.ui.panels.checks.finding_words import finding_words, mend_words
from pressmark.ui.panels.gradual_rows import GradualRows
from pressmark.ui.panels.sorted_rows import AnyIndex, LineRole
from pressmark.ui.panels.words import one_line
from pressmark.ui.words import phrase as _t
from pressmark.ui.words import translated


@dataclass(frozen=True, slots=True)
class Advice:
    """A finding, how its row reads, and the edits that would mend it, if any would.

    `is_waived` says that somebody has looked at it and lets it be.
    """

    finding: Finding
    line: AnnotationLine
    edits: tuple[Edit, ...]
    mend: str
    is_waived: bool = False


class CheckRows(GradualRows[Advice]):
    """Findings in the order of the articles."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.waived = 0
        """How many findings somebody lets be, whether they are listed or not."""

    def check(self, project: Project, stamp: Stamp, *, with_waived: bool = False) -> None:
        """Look through a project anew, for the one who would mend what is found."""
        self.waived = 0
        self.search(self._wanted(_advice(project, stamp), with_waived=with_waived))

    def _wanted(
        self, found: Iterator[Advice | None], *, with_waived: bool
    ) -> Iterator[Advice | None]:
        for advice in found:
            is_waived = advice is not None and advice.is_waived
            self.waived += is_waived
            yield None if is_waived and not with_waived else advice

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line to paint, or words for people who hear the list."""
        advice = self.at(index)
        if advice is None:
            return None
        if role == LineRole:
            return advice.line
        if role == Qt.ItemDataRole.DisplayRole:
            return advice.line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            line = advice.line
            return ", ".join(filter(None, (line.label.title, line.text, line.aside)))
        return None


def _advice(project: Project, stamp: Stamp) -> Iterator[Advice | None]:
    named: dict[str, Annotation] = {}
    mending = Mending(project, stamp)
    for shelved in project.current():
        try:
            article = shelved.open()
        except ProjectFileError:
            continue  # a damaged article has nothing to look at
        for finding in check_article(project, article):
            yield _with_mend(project, finding, mending)
        for entity, annotation in first_namings(article.annotations, project).items():
            named.setdefault(entity, annotation)
        yield None
    for finding in odd_entities(project, named):
        yield _with_mend(project, finding, mending)
    for finding in check_judgements(project):
        yield _with_mend(project, finding, mending)


def _with_mend(project: Project, finding: Finding, mending: Mending) -> Advice:
    waived = is_waived(project, finding)
    edits = () if waived else mending.edits(finding)
    mend = mend_words(finding, edits) if edits else ""
    aside = translated(_t("Let be")) if waived else mend
    label, about = _about(project, finding)
    text = f"{finding_words(finding)}: {about}" if about else finding_words(finding)
    return Advice(finding, AnnotationLine(label, text, aside), edits, mend, waived)


def _about(project: Project, finding: Finding) -> tuple[Label, str]:
    """Return under which label a finding stands, and the words that it is about."""
    if finding.annotation:
        annotation = project.annotation(finding.annotation)
        return label_of(project, annotation), annotation_text(annotation)
    judgement = project.judgements[finding.record]
    title = translated(_t("Judgement"))
    return Label(id="", title=title, glyph="badge-check"), one_line(judgement.statement)
