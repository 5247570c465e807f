"""What is known of the article besides its text."""

from functools import partial

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from pressmark.analysis.conflicts import disputes_of
from pressmark.edits.articles import DescribeArticle, SetState
from pressmark.model.article import STATES, Article
from pressmark.ui.dialogs.web_address import ask_and_open, web_address
from pressmark.ui.moments import moment_words
from pressmark.ui.panels.disputes_box import DisputesBox
from pressmark.ui.panels.inspector.article_linking import ArticleLinking
from pressmark.ui.panels.inspector.article_links import ArticleLinks
from pressmark.ui.panels.inspector.article_rules import (
    address_refusal,
    grade_words,
    language_refusal,
    moment_refusal,
)
from pressmark.ui.panels.inspector.choice_field import ChoiceField
from pressmark.ui.panels.inspector.editors.choice import NONE_CHOSEN
from pressmark.ui.panels.inspector.form_grid import FormGrid
from pressmark.ui.panels.inspector.line_field import LineField, Refusal, anything
from pressmark.ui.panels.inspector.original_row import OriginalRow
from pressmark.ui.panels.inspector.overlooked_facts import overlooked_facts
from pressmark.ui.panels.inspector.small_button import SmallButton
from pressmark.ui.panels.words import annotation_count, state_words
from pressmark.ui.reading.header import first_line
from pressmark.ui.session import Session
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.protection import mark_as_reading

Written = str | tuple[str, ...] | None


class ArticlePage(QFrame):
    """Title, source, date and the like; each change is a step. All of it may stay empty."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._article_id = ""
        self.setProperty("surface", "card")
        self._grid = FormGrid()
        self.fields = self._lines()
        self.open_address = self._opener()
        self.fields["url"].put_beside(self.open_address)
        self.grade, self.state = self._grades(), self._states()
        self.links = ArticleLinks(session)
        self.linking = ArticleLinking(session)
        self.linking.compare_asked.connect(self.links.compare_asked)
        self.original = OriginalRow(session)
        self.disputes = DisputesBox()
        self._facts = PlainLabel(role="small")
        self._facts.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(10)
        column.addWidget(self.disputes)
        column.addWidget(self.links)
        column.addLayout(self._grid)
        column.addWidget(self._facts)
        column.addWidget(self.original)
        column.addWidget(self.linking)

    def show_article(self, article: Article) -> None:
        """Show what is known of an article; what is being written stays."""
        head = article.head
        is_other = head.id != self._article_id
        self._article_id = head.id
        for name, field in self.fields.items():
            value = getattr(head, name) or ""
            text = value if isinstance(value, str) else ", ".join(value)
            field.show_text(text, always=is_other)
        self.fields["title"].line.setPlaceholderText(first_line(article.text))
        self.grade.setCurrentIndex(max(0, self.grade.findData(head.grade)))
        state = head.states.get(self._session.annotator_id, "new")
        self.state.setCurrentIndex(max(0, self.state.findData(state)))
        self.links.show_article(head.id)
        self.linking.show_article(article)
        self.original.show_article(article)
        project = self._session.project
        self.disputes.show_disputes(project, disputes_of(project, head.id))
        facts = [annotation_count(len(article.annotations))]
        if head.added:
            facts.append(self.tr("added {time}").format(time=moment_words(head.added)))
        self._facts.setText("\n".join([" · ".join(facts), *overlooked_facts(article.text)]))
        self.open_address.setVisible(web_address(head.url) is not None)

    # ---- rows

    def _lines(self) -> dict[str, LineField]:
        fields = {
            "title": self._line(self.tr("Title")),
            "byline": self._line(self.tr("Byline")),
            "source": self._line(self.tr("Source")),
            "published": self._line(
                self.tr("Published"), moment_refusal, self.tr("e.g. 2024-05-27")
            ),
            "url": self._line(self.tr("Address"), address_refusal, "https://"),
            "language": self._line(self.tr("Language"), language_refusal, self.tr("e.g. en")),
            "keywords": self._line(self.tr("Keywords"), hint=self.tr("one, another")),
        }
        for name, field in fields.items():
            field.written.connect(partial(self._describe, name))
        return fields

    def _opener(self) -> SmallButton:
        opener = SmallButton("external-link", self.tr("Open in browser…"), self.tr("Address"))
        opener.clicked.connect(lambda: ask_and_open(self.fields["url"].shown, self.window()))
        mark_as_reading(opener)
        return opener

    def _grades(self) -> ChoiceField:
        grades = self._choice(self.tr("Source grade"))
        grades.addItem(NONE_CHOSEN, None)
        for letter in "ABCDEF":
            grades.addItem(grade_words(letter), letter)
        grades.activated.connect(lambda at: self._set("grade", self.grade.itemData(at)))
        return grades

    def _states(self) -> ChoiceField:
        states = self._choice(self.tr("State"))
        for state in STATES:
            states.addItem(state_words(state), state)
        states.activated.connect(lambda at: self._set_state(self.state.itemData(at)))
        return states

    def _line(self, title: str, refusal: Refusal = anything, hint: str = "") -> LineField:
        field = LineField(refusal, takes_pauses=True)
        field.line.setAccessibleName(title)
        field.line.setPlaceholderText(hint)
        self._add_row(title, field)
        return field

    def _choice(self, title: str) -> ChoiceField:
        field = ChoiceField(title)
        self._add_row(title, field)
        return field

    def _add_row(self, title: str, field: QWidget) -> None:
        self._grid.add_row(self._grid.rowCount(), title, field)

    # ---- changing

    def _describe(self, name: str, text: str) -> None:
        if name == "keywords":
            words = (word.strip() for word in text.split(","))
            self._set(name, tuple(dict.fromkeys(word for word in words if word)))
        else:
            self._set(name, text or None)

    def _set(self, name: str, value: Written) -> None:
        visit = self.fields[name].visit if name in self.fields else None
        edit = DescribeArticle(self._article_id, {name: value})
        self._commit(self.tr("Describe article"), edit, visit)

    def _set_state(self, state: str) -> None:
        title = self.tr("Mark article as {state}").format(state=state_words(state).lower())
        edit = SetState(self._article_id, self._session.annotator_id, state)
        self._commit(title, edit)

    def _commit(self, title: str, edit: DescribeArticle | SetState, visit: object = None) -> None:
        """Make a step; where it is refused, show what is the case."""
        article = self._session.article
        if self._session.commit(title, edit, visit=visit) is None and article is not None:
            self.show_article(article)
