"""Guidelines: those of the project in their dock, that of one label where one reads."""

from pressmark.model.label_set import Label
from pressmark.model.span import Span
from pressmark.ui.crew import Tools, Worker
from pressmark.ui.docks import Docks
from pressmark.ui.panels.annotation_line import label_of
from pressmark.ui.panels.guidelines.guidelines_panel import GuidelinesPanel
from pressmark.ui.reading.article_view import ArticleView
from pressmark.ui.reading.guideline_card import GuidelineCard
from pressmark.ui.reading.sides import Sides

DOCK = "guidelines"


class Guidelines(Worker):
    """Shows what counts as a label."""

    def __init__(self, tools: Tools, sides: Sides, docks: Docks) -> None:
        super().__init__(tools)
        self._docks = docks
        self._sides = sides
        self._cards: dict[ArticleView, GuidelineCard] = {}
        self.panel = GuidelinesPanel(tools.session)
        docks.add(DOCK, self.tr("Guidelines"), self.panel)

    @property
    def card(self) -> GuidelineCard:
        """What shows the guideline of a label where one reads."""
        view = self._sides.view
        if view not in self._cards:
            self._cards[view] = GuidelineCard(view)
        return self._cards[view]

    def show_label(self) -> None:
        """Show the guideline of the label in question, or put it away; without one, all of them.

        The focus stays where one reads: the next letter is no word of the guidelines.
        """
        view, label = self._sides.view, self._label()
        if self.card.isVisible():
            self.card.hide()
        elif label is None:
            self._docks.toggle(DOCK)
            view.setFocus()
        else:
            active = self._session.annotation
            caret = view.caret()
            span = active.fragments[0] if active else view.selected_span()
            self.card.show_label(label, span or Span(caret, caret + 1))

    def _label(self) -> Label | None:
        """Return the label of the active annotation, or the one that is the brush."""
        project, active = self._session.project, self._session.annotation
        if active is not None:
            return label_of(project, active)
        return project.label_set.label(self._sides.view.brush)
