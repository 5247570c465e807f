"""Making relations: from the text, from a list, by key or by mouse; each is one step."""

from pressmark.analysis.relating import Fit, are_related, likeness
from pressmark.edits.relations import AddRelation
from pressmark.model.ids import new_id
from pressmark.model.records import Relation
from pressmark.ui.crew import Tools, Worker
from pressmark.ui.docks import Docks
from pressmark.ui.panels.inspector.inspector import Inspector
from pressmark.ui.panels.inspector.relation_line import spoken_relation
from pressmark.ui.panels.relations.relations_panel import RelationsPanel
from pressmark.ui.reading.article_view import ArticleView
from pressmark.ui.reading.curves import Curves
from pressmark.ui.reading.linking import Linking
from pressmark.ui.reading.sides import Sides

DOCK = "relations"


class Relating(Worker):
    """Draws the relations of the active annotation, and makes new ones."""

    def __init__(self, tools: Tools, sides: Sides, inspector: Inspector, docks: Docks) -> None:
        super().__init__(tools)
        self._sides = sides
        self._relations = inspector.annotation.relations
        session = tools.session
        self._of: dict[ArticleView, tuple[Curves, Linking]] = {}
        sides.each(self._equip)
        self._relations.pick_asked.connect(self.begin)
        self.panel = RelationsPanel(session)
        self.panel.entered.connect(sides.setFocus)
        docks.add(DOCK, self.tr("Relations"), self.panel)
        session.stepped.connect(lambda _change: self.linking.stop_unless(""))

    @property
    def curves(self) -> Curves:
        """What draws relations where one reads."""
        return self._of[self._sides.view][0]

    @property
    def linking(self) -> Linking:
        """What lets the other end be chosen where one reads."""
        return self._of[self._sides.view][1]

    def _equip(self, view: ArticleView) -> None:
        session = self._session
        curves = Curves(session, view, lambda *about: spoken_relation(session.project, *about))
        linking = Linking(view)
        linking.chosen.connect(self._make)
        linking.list_asked.connect(self._relations.open_list)
        session.annotation_activated.connect(linking.stop_unless)
        self._of[view] = curves, linking

    def begin(self) -> None:
        """Let the other end of a relation from the active annotation be chosen in the text."""
        if self._session.writable and self._session.annotation is not None:
            self.linking.begin(self._session.project.label_set)

    def _make(self, fit: Fit, other_id: str, inferred: bool) -> None:  # noqa: FBT001 -- a signal's
        active, project = self._session.annotation, self._session.project
        if active is None:
            return
        other = project.annotation(other_id)
        start, end = (other, active) if fit.is_back else (active, other)
        if are_related(project, fit.kind, start.id, end.id):
            self._notices.tell(self.tr("They have this relation already."))
            return
        stamp = self._session.stamp()
        relation = Relation(
            id=new_id(),
            type=fit.kind.id,
            from_=start.id,
            to=end.id,
            inferred=inferred,
            match=likeness(fit.kind, start, end),
            annotator=stamp.annotator,
            created=stamp.time,
        )
        if self._session.commit(self.tr("Add relation"), AddRelation(relation)):
            words = spoken_relation(self._session.project, relation, active.id)
            told = self.tr("Relation added: {relation}").replace("{relation}", words)
            self._notices.tell(told, self.tr("Undo"), self._session.undo)
