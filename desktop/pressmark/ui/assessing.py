"""The analyst's own word in its dock, and the annotations that judgements come to rest on."""

from PySide6.QtCore import QTimer

from pressmark.edits.history import Change
from pressmark.edits.judgements import changed_judgement
from pressmark.ui.crew import Tools, Worker
from pressmark.ui.docks import Docks
from pressmark.ui.panels.assessment.assessment_panel import AssessmentPanel
from pressmark.ui.reading.sides import Sides

DOCK = "assessment"


class Assessing(Worker):
    """Lets judgements rest on the active annotation, and says when one loses a ground."""

    def __init__(self, tools: Tools, sides: Sides, docks: Docks) -> None:
        super().__init__(tools)
        self._docks = docks
        self._sides = sides
        self.panel = AssessmentPanel(tools.session)
        self.panel.annotation_picked.connect(self._go)
        self.panel.rely_asked.connect(self.rely)
        docks.add(DOCK, self.tr("Assessment"), self.panel)
        tools.session.stepped.connect(self._tell_of_loss)

    @property
    def for_what(self) -> str:
        """For which judgement the active annotation would be relied on, in words."""
        number = self._number(self.panel.current)
        if not number:
            return self.tr("a new judgement")
        return self.tr("judgement {n}").format(n=number)

    def rely(self) -> None:
        """Let the current judgement, or a new one, rest on the active annotation."""
        session = self._session
        active, project = session.annotation, session.project
        if active is None:
            return
        held = project.judgements.get(self.panel.current)
        if held is None:
            done = self.panel.add_judgement(active.id)
        elif active.id in held.relies_on:
            words = self.tr("Judgement {n} relies on it already.")
            self._notices.tell(words.format(n=self._number(held.id)))
            return
        else:
            edits = changed_judgement(project, held.id, relies_on=(*held.relies_on, active.id))
            done = session.commit(self.tr("Rely on an annotation"), *edits) is not None
        if done:
            words = self.tr("Judgement {n} relies on it.")
            number = self._number(self.panel.current)
            self._notices.tell(words.format(n=number), self.tr("Undo"), session.undo)

    def show(self, judgement_id: str) -> None:
        """Open the dock at a judgement."""
        self._docks.open(DOCK)
        self.panel.go_to(judgement_id)

    def _number(self, judgement_id: str) -> int:
        """Return the place of a judgement, from 1; 0 for one that is not there."""
        project = self._session.project if self._session.file else None
        ids = [one.id for one in project.ranked()] if project else []
        return ids.index(judgement_id) + 1 if judgement_id in ids else 0

    def _go(self, annotation_id: str) -> None:
        self._session.show(annotation_id)
        self._sides.setFocus()

    def _tell_of_loss(self, change: Change) -> None:
        """Say which judgements rested on what is now gone."""
        before, after = change.before.places, change.after.places
        losing = [
            str(at)
            for at, judgement in enumerate(change.after.ranked(), start=1)
            if any(one in before and one not in after for one in judgement.relies_on)
        ]
        if losing:
            words = self.tr("Judgement {n} relied on what is gone.").format(n=", ".join(losing))
            undo = self._session.undo
            # After what is said of the step itself.
            QTimer.singleShot(0, self, lambda: self._notices.tell(words, self.tr("Undo"), undo))
