"""What is known of several articles at once: what they share, to be changed for all of them."""

from collections import Counter
from collections.abc import Iterable
from functools import partial

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from pressmark.edits.edit import Edit
from pressmark.edits.several import descriptions, keyword_changes, states
from pressmark.model.article import STATES, ArticleHead
from pressmark.ui.chosen_articles import ChosenArticles
from pressmark.ui.panels.inspector.article_rules import (
    grade_words,
    language_refusal,
    moment_refusal,
)
from pressmark.ui.panels.inspector.choice_field import ChoiceField
from pressmark.ui.panels.inspector.editors.choice import NONE_CHOSEN
from pressmark.ui.panels.inspector.form_grid import FormGrid
from pressmark.ui.panels.inspector.line_field import LineField, Refusal, anything
from pressmark.ui.panels.words import annotation_count, state_words
from pressmark.ui.session import Session
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.words import counted
from pressmark.ui.words import phrase as _t

_GRADES = "ABCDEF"


class SeveralPage(QFrame):
    """Source, date and the like of the chosen articles; a change is one step for all of them."""

    def __init__(self, session: Session, chosen: ChosenArticles) -> None:
        super().__init__()
        self._session = session
        self._chosen = chosen
        self._shown: tuple[str, ...] = ()
        self.setProperty("surface", "card")
        self._grid = FormGrid()
        self.fields = {
            "byline": self._line(self.tr("Byline")),
            "source": self._line(self.tr("Source")),
            "published": self._line(self.tr("Published"), moment_refusal),
            "language": self._line(self.tr("Language"), language_refusal),
        }
        for name, field in self.fields.items():
            field.written.connect(partial(self._describe, name))
        self.added = self._line(self.tr("Add keywords"))
        self.added.line.setPlaceholderText(self.tr("one, another"))
        self.added.written.connect(self._add_keywords)
        self.removed = self._choice(self.tr("Remove keyword"))
        self.removed.activated.connect(lambda at: self._remove(self.removed.itemData(at)))
        self.grade = self._choice(self.tr("Source grade"))
        self.grade.activated.connect(lambda at: self._set_grade(self.grade.itemData(at)))
        self.state = self._choice(self.tr("State"))
        self.state.activated.connect(lambda at: self._set_state(self.state.itemData(at)))
        self._facts = PlainLabel(role="small")
        self._facts.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(10)
        column.addLayout(self._grid)
        column.addWidget(self._facts)

    @property
    def heading(self) -> str:
        """How many there are: "12 articles"."""
        return counted(_t("{n} article"), _t("{n} articles"), len(self._chosen.ids))

    def show_articles(self) -> None:
        """Show what the chosen articles share; what is being written stays."""
        articles = self._chosen.project.articles
        shelf = [articles[one] for one in self._chosen.ids]
        heads = [one.head for one in shelf]
        are_others, self._shown = self._chosen.ids != self._shown, self._chosen.ids
        for name, field in self.fields.items():
            values = {getattr(head, name) or "" for head in heads}
            field.line.setPlaceholderText("" if len(values) == 1 else self.tr("several"))
            field.show_text(values.pop() if len(values) == 1 else "", always=are_others)
        self.added.show_text("", always=are_others)
        self._show_keywords(heads)
        grades = [(NONE_CHOSEN, ""), *((grade_words(one), one) for one in _GRADES)]
        self._offer(self.grade, grades, {head.grade or "" for head in heads})
        mine = self._session.annotator_id
        words = [(state_words(one), one) for one in STATES]
        self._offer(self.state, words, {head.states.get(mine, "new") for head in heads})
        count = sum(sum(one.counts.values()) for one in shelf)
        self._facts.setText(annotation_count(count))

    # ---- rows

    def _line(self, title: str, refusal: Refusal = anything) -> LineField:
        field = LineField(refusal)
        field.line.setAccessibleName(title)
        self._add_row(title, field)
        return field

    def _choice(self, title: str) -> ChoiceField:
        field = ChoiceField(title)
        self._add_row(title, field)
        return field

    def _add_row(self, title: str, field: QWidget) -> None:
        self._grid.add_row(self._grid.rowCount(), title, field)

    def _offer(
        self, field: ChoiceField, choices: Iterable[tuple[str, str]], values: set[str]
    ) -> None:
        """Offer choices, and show the one that all have; "several" where they differ."""
        field.clear()
        if len(values) > 1:
            field.addItem(self.tr("several"), None)
        for words, value in choices:
            field.addItem(words, value)
        common = field.findData(next(iter(values), None)) if len(values) == 1 else 0
        field.setCurrentIndex(max(0, common))

    def _show_keywords(self, heads: list[ArticleHead]) -> None:
        counts = Counter(word for head in heads for word in head.keywords)
        self.removed.clear()
        self.removed.addItem(NONE_CHOSEN, None)
        for word, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0].casefold())):
            self.removed.addItem(f"{word} ({count})", word)
        self.removed.setEnabled(bool(counts))

    # ---- changing

    def _describe(self, name: str, text: str) -> None:
        self._commit(descriptions(self._session.project, self._chosen.ids, name, text or None))

    def _set_grade(self, grade: str | None) -> None:
        if grade is not None:
            self._describe("grade", grade)

    def _add_keywords(self, text: str) -> None:
        words = tuple(word for part in text.split(",") if (word := part.strip()))
        self._commit(keyword_changes(self._session.project, self._chosen.ids, added=words))
        self.added.show_text("", always=True)

    def _remove(self, keyword: str | None) -> None:
        if keyword is not None:
            project = self._session.project
            self._commit(keyword_changes(project, self._chosen.ids, removed=(keyword,)))

    def _set_state(self, state: str | None) -> None:
        if state is not None:
            mine = self._session.annotator_id
            self._commit(states(self._session.project, self._chosen.ids, mine, state))

    def _commit(self, edits: tuple[Edit, ...]) -> None:
        """Make one step; where it is refused, or nothing changes, show what is the case."""
        title = counted(_t("Describe article"), _t("Describe {n} articles"), len(edits))
        if not edits or self._session.commit(title, *edits) is None:
            self.show_articles()
