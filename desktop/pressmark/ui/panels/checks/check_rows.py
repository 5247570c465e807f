"""The findings of all checks, row by row as they come."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt

from pressmark.analysis.checks import check
from pressmark.analysis.finding import Finding
from pressmark.analysis.fixes import fix
from pressmark.edits.annotations import SetAttributes
from pressmark.edits.edit import Edit
from pressmark.errors import ProjectFileError
from pressmark.model.attribute import anchors
from pressmark.model.project import Project
from pressmark.ui.panels.annotation_line import AnnotationLine, annotation_text, label_of
from pressmark.ui.panels.checks.finding_words import CODES, finding_words, mend_words
from pressmark.ui.panels.gradual_rows import GradualRows
from pressmark.ui.panels.sorted_rows import AnyIndex, LineRole
from pressmark.ui.panels.words import one_line


@dataclass(frozen=True, slots=True)
class Advice:
    """A finding, how its row reads, and the edits that would mend it, if any would."""

    finding: Finding
    line: AnnotationLine
    edits: tuple[Edit, ...]
    mend: str


class CheckRows(GradualRows[Advice]):
    """Findings in the order of the articles."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def check(self, project: Project) -> None:
        """Look through a project anew."""
        self.search(_advice(project))

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
            return ", ".join(filter(None, (advice.line.label.title, advice.line.text, advice.mend)))
        return None


def _advice(project: Project) -> Iterator[Advice | None]:
    for shelved in project.current():
        try:
            shelved.open()
        except ProjectFileError:
            continue  # a damaged article has nothing to look at
        for finding in check(project, (shelved.head.id,)):
            if finding.code in CODES:
                yield _with_mend(project, finding)
        yield None


def _with_mend(project: Project, finding: Finding) -> Advice:
    annotation = project.annotation(finding.annotation)
    edits = fix(project, finding)
    mend = mend_words(finding, _named(edits)) if edits else ""
    text = f"{finding_words(finding)}: {annotation_text(annotation)}"
    return Advice(finding, AnnotationLine(label_of(project, annotation), text, mend), edits, mend)


def _named(edits: tuple[Edit, ...]) -> str:
    """Return the words that the edits would set as an attribute."""
    texts = [
        anchor.text or ""
        for edit in edits
        if isinstance(edit, SetAttributes)
        for value in edit.values.values()
        for anchor in anchors(value)
    ]
    return one_line(", ".join(f"“{text}”" for text in texts))
