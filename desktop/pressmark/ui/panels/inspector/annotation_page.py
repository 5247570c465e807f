"""All that is known of the active annotation."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from pressmark.edits.annotations import (
    MoveAnnotation,
    RelabelAnnotation,
    SetConfidence,
    SetFlag,
    SetNote,
)
from pressmark.edits.edit import Edit
from pressmark.model.annotation import CONFIDENCES, Annotation
from pressmark.model.article import Article
from pressmark.model.label_set import Label
from pressmark.ui.panels.annotation_line import label_of
from pressmark.ui.panels.inspector.annotation_head import AnnotationHead
from pressmark.ui.panels.inspector.attribute_form import AttributeForm
from pressmark.ui.panels.inspector.editors.editor import Surroundings
from pressmark.ui.panels.inspector.form_grid import FormGrid
from pressmark.ui.panels.inspector.line_button import LineButton
from pressmark.ui.panels.inspector.misplaced_box import MisplacedBox
from pressmark.ui.panels.inspector.note_field import NoteField
from pressmark.ui.panels.inspector.origin_words import origin_words
from pressmark.ui.panels.inspector.relations_section import RelationsSection
from pressmark.ui.panels.inspector.versions_box import VersionsBox
from pressmark.ui.panels.nesting import labels_inside
from pressmark.ui.panels.words import confidence_words
from pressmark.ui.widgets.hairline import Hairline
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.protection import mark_as_reading
from pressmark.ui.widgets.segmented_choice import SegmentedChoice


class AnnotationPage(QFrame):
    """Label, words, attributes, judgement, note, relations and origin; each change is a step."""

    rearranged = Signal()
    """There may be other fields than before."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._session = around.session
        self._annotation = Annotation(id="", label="", fragments=(), text=())
        self._article_id = ""
        self._forms: dict[str, AttributeForm] = {}
        self._shows_all = False
        self.form: AttributeForm | None = None
        self.setProperty("surface", "card")
        self.head = AnnotationHead()
        self.head.relabelled.connect(self._relabel)
        self.head.flagged.connect(self._set_flag)
        self.head.fragments.removal_asked.connect(self._remove_fragment)
        self.misplaced = MisplacedBox()
        self.versions = VersionsBox()
        self._form_place = QVBoxLayout()
        choices = [("–", None), *((confidence_words(one), one) for one in CONFIDENCES)]
        self.confidence = SegmentedChoice(choices, self.tr("Confidence"))
        self.confidence.picked.connect(self._set_confidence)
        self.note = NoteField()
        self.note.written.connect(self._set_note)
        self.relations = RelationsSection(self._session)
        self._origin = PlainLabel(role="small")
        self._origin.setWordWrap(True)
        self.history = LineButton("history", self.tr("What was done to it"))
        mark_as_reading(self.history)
        self._lay_out()

    def show_annotation(self, article: Article, annotation: Annotation) -> None:
        """Show an annotation of an article; what is being written into it stays."""
        project = self._session.project
        label = label_of(project, annotation)
        is_other = annotation.id != self._annotation.id
        self._annotation, self._article_id = annotation, article.head.id
        inside = labels_inside(annotation, article.annotations)
        self.head.show_annotation(annotation, label, inside, project.label_set)
        self.misplaced.show_annotation(article.text, annotation)
        self.versions.show_versions(project, article, annotation)
        self._show_form(label)
        known = annotation.confidence in CONFIDENCES
        self.confidence.choose(annotation.confidence if known else None)
        self.note.show_text(annotation.note or "", always=is_other)
        self.relations.show_annotation(annotation)
        self._origin.setText(origin_words(project, annotation))

    def _lay_out(self) -> None:
        judgement = FormGrid()
        judgement.add_row(0, self.tr("Confidence"), self.confidence)
        judgement.add_row(1, self.tr("Note"), self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(10)
        column.addWidget(self.head)
        column.addWidget(self.misplaced)
        column.addWidget(self.versions)
        column.addLayout(self._form_place)
        column.addLayout(judgement)
        column.addWidget(Hairline())
        column.addWidget(self.relations)
        column.addWidget(Hairline())
        column.addWidget(self._origin)
        column.addWidget(self.history)

    def _show_form(self, label: Label) -> None:
        """Show the form of a label; forms stay, for annotations of a few labels take turns."""
        form = self._forms.get(label.id)
        if form is None or form.label != label:
            if form is not None:
                form.hide()
                form.deleteLater()
            form = self._forms[label.id] = AttributeForm(label, self._around)
            form.disclosure.turned.connect(self._remember_disclosure)
            self._form_place.addWidget(form)
        if self.form is not None and self.form is not form:
            self.form.hide()
        self.form = form
        form.disclosure.turn(is_open=self._shows_all)
        form.show_annotation(self._annotation)
        form.show()

    def _remember_disclosure(self, is_open: bool) -> None:  # noqa: FBT001 -- Qt calls it so
        self._shows_all = is_open
        self.rearranged.emit()

    # ---- changing

    def _relabel(self, label_id: str) -> None:
        label = self._session.project.label_set.label(label_id)
        if label is not None and label_id != self._annotation.label:
            title = self.tr("Change label to {label}").format(label=label.title.lower())
            self._commit(title, RelabelAnnotation(*self._ids, label_id))

    def _remove_fragment(self, number: int) -> None:
        fragments = self._annotation.fragments
        others = (*fragments[:number], *fragments[number + 1 :])
        self._commit(self.tr("Remove a fragment"), MoveAnnotation(*self._ids, others))

    def _set_confidence(self, confidence: str | None) -> None:
        title = self.tr("Set confidence") if confidence else self.tr("Clear confidence")
        self._commit(title, SetConfidence(*self._ids, confidence))

    def _set_flag(self, is_flagged: bool) -> None:  # noqa: FBT001 -- Qt calls it so
        title = self.tr("Flag annotation") if is_flagged else self.tr("Remove flag")
        self._commit(title, SetFlag(*self._ids, flag=is_flagged))

    def _set_note(self, note: str) -> None:
        title = self.tr("Write note") if note else self.tr("Remove note")
        self._commit(title, SetNote(*self._ids, note or None), self.note.visit)

    @property
    def _ids(self) -> tuple[str, str]:
        return self._article_id, self._annotation.id

    def _commit(self, title: str, edit: Edit, visit: object = None) -> None:
        """Make a step; where it is refused, show what is the case."""
        article = self._session.article
        if self._session.commit(title, edit, visit=visit) is None and article is not None:
            self.show_annotation(article, self._annotation)
