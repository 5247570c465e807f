"""The records that a merge touches, one a row."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from pressmark.analysis.comings import Coming
from pressmark.edits.record_fields import PLURALS
from pressmark.model.project import Project
from pressmark.ui.dialogs.merge.proposal import Proposal
from pressmark.ui.dialogs.merge.words import KINDS, coming_words, staying_words
from pressmark.ui.panels.annotation_line import annotation_text, label_of
from pressmark.ui.panels.field_words import fields_words
from pressmark.ui.panels.words import one_line, value_words
from pressmark.ui.reading.header import first_line
from pressmark.ui.theme.appearance import current_theme
from pressmark.ui.theme.marks import glyph_pixmap
from pressmark.ui.widgets.tooltips import plain_tooltip
from pressmark.ui.words import translated

MOST = 2_000
"""How many rows are shown; nobody looks through more."""

_GLYPH, _ROW = 14, 28


class ComingList(QTreeWidget):
    """What happens, to which words, in which article; what is worth a look stands first.

    In the place of the article stands which value stays, where only one of two does.
    """

    def __init__(self, proposal: Proposal) -> None:
        super().__init__()
        self._proposal = proposal
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setIconSize(QSize(_GLYPH, _GLYPH))
        self.setAccessibleName(self.tr("What the merge does"))
        self.setHeaderLabels([self.tr("Record"), self.tr("What happens"), self.tr("Article")])
        header = self.header()
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(120)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for column, width in ((1, 300), (2, 220)):
            self.setColumnWidth(column, width)

    def show_comings(self, found: Iterable[Coming]) -> None:
        """Show these records, as far as anybody reads."""
        self.clear()
        for coming, _ in zip(found, range(MOST), strict=False):
            self.addTopLevelItem(self._row(coming))
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)

    def _row(self, coming: Coming) -> QTreeWidgetItem:
        after, before = self._proposal.merged.project, self._proposal.ours
        held = before if coming.what == "deleted" else after
        words = coming_words(coming, after.label_set)
        where = _article_title(held, coming.article) or staying_words(coming, after)
        row = QTreeWidgetItem([_name(held, coming), words, where])
        row.setSizeHint(0, QSize(0, _ROW))
        for column in range(3):
            row.setToolTip(column, plain_tooltip(row.text(column)))
        if coming.kind == "annotation":
            label = label_of(held, held.annotation(coming.id))
            mark = current_theme().mark(label.mark or "", label.glyph)
            row.setIcon(0, QIcon(glyph_pixmap(mark, _GLYPH, self.devicePixelRatioF())))
        if coming.what == "conflict":
            row.setForeground(1, current_theme().colours.warning)
        elif coming.what == "deleted":
            row.setForeground(1, current_theme().colours.danger)
        return row


def _name(project: Project, coming: Coming) -> str:
    """Return what a person knows a record by."""
    match coming.kind:
        case "annotation":
            words = annotation_text(project.annotation(coming.id))
        case "article":
            words = _article_title(project, coming.id)
        case "entity" | "annotator":
            words = str(getattr(project, PLURALS[coming.kind])[coming.id].name)
        case "relation":
            words = _relation_name(project, coming.id)
        case "judgement":
            words = one_line(project.judgements[coming.id].statement) or "–"
        case "label_set":
            labels = project.label_set
            one = labels.label(coming.id) or labels.relation_type(coming.id)
            words = one.title if one is not None else labels.name
        case _:
            fields = fields_words(coming.fields, project.label_set)
            words = f"{translated(KINDS['project'])}: {fields}" if fields else project.title
    return words


def _relation_name(project: Project, relation_id: str) -> str:
    relation = project.relations.get(relation_id)
    if relation is None:
        return relation_id
    kind = project.label_set.relation_type(relation.type)
    words = kind.title if kind else value_words(relation.type)
    if relation.from_ not in project.places:
        return words
    return f"{words}: {annotation_text(project.annotation(relation.from_))}"


def _article_title(project: Project, article_id: str) -> str:
    shelved = project.articles.get(article_id)
    if shelved is None:
        return ""
    return shelved.head.title or one_line(first_line(shelved.open().text))
