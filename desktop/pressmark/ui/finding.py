"""What finding leads to: going there, tagging all that is ticked, linking the same statement."""

from collections.abc import Iterator, Sequence

from pressmark.analysis.conditions import Condition
from pressmark.analysis.matching import any_of
from pressmark.analysis.words import border_after, border_before
from pressmark.edits.additions import addition
from pressmark.edits.annotations import AddAnnotation
from pressmark.edits.edit import Edit
from pressmark.edits.relations import AddRelation
from pressmark.model.annotation import Annotation
from pressmark.model.ids import new_id
from pressmark.model.records import Relation
from pressmark.model.span import Span
from pressmark.ui.crew import Tools, Worker
from pressmark.ui.docks import Docks
from pressmark.ui.panels.find.find_panel import FindPanel
from pressmark.ui.panels.find.search import Found
from pressmark.ui.panels.words import one_line
from pressmark.ui.reading.sides import Sides
from pressmark.ui.words import counted, phrases
from pressmark.ui.words import phrase as _t

DOCK = "find"
_SAME = "same-statement-as"
_LONGEST = 200
"""How many code points of a selection are taken over to be looked for."""


class Finding(Worker):
    """Opens the dock in which things are found, and does what is asked for there."""

    def __init__(self, tools: Tools, sides: Sides, docks: Docks) -> None:
        super().__init__(tools)
        self._sides = sides
        self._docks = docks
        self.panel = FindPanel(tools.session)
        docks.add(DOCK, self.tr("Find"), self.panel, self.panel.query.strip)
        self.panel.picked.connect(self._go)
        self.panel.entered.connect(self._enter)
        self.panel.found.connect(self._show_places)
        self.panel.tag_asked.connect(self._tag)
        self.panel.link_asked.connect(self._link)
        docks.changed.connect(self._show_places)
        tools.session.article_opened.connect(self._show_places)

    # ---- what is looked for

    def find_here(self) -> None:
        """Look for something in the article: the words that are selected, or what is typed."""
        self._begin(self._selected(), project=False)

    def find_everywhere(self) -> None:
        """Look for something in all articles."""
        self._begin(self._selected(), project=True)

    def find_like_this(self) -> None:
        """Look for the words of the active annotation, and tick what is not tagged so yet.

        Of one in several fragments, each is looked for.
        """
        active = self._session.annotation
        if active is None:
            return
        self.panel.query.words.setChecked(True)
        texts = set(active.text)
        self._docks.open(DOCK)
        if len(texts) == 1:
            self.panel.look_for(active.text[0], project=True)
        else:
            self.panel.look_for(any_of(texts), project=True, pattern=True)
        self.panel.tick_untagged(active.label)
        self.panel.list.setFocus()

    def find_wording(self) -> None:
        """Look where else the words of the active annotation stand, whole or in part."""
        active = self._session.annotation
        if active is not None:
            self._docks.open(DOCK)
            self.panel.look_alike(active)

    def find_where(self, conditions: tuple[Condition, ...], *, zones: bool = False) -> None:
        """List what is tagged so, wherever it is, also in boilerplate if `zones`."""
        self._docks.open(DOCK)
        self.panel.look_where(conditions, zones=zones)

    def next_hit(self) -> None:
        """Go to the next place that was found."""
        self.panel.step(1)

    def previous_hit(self) -> None:
        """Go to the place before."""
        self.panel.step(-1)

    def _begin(self, text: str, *, project: bool) -> None:
        self._docks.open(DOCK)
        self.panel.look_for(text, project=project)

    def _selected(self) -> str:
        span = self._sides.view.selected_span()
        article = self._session.article
        words = article.text[slice(*span)] if span and article else ""
        return "" if "\n" in words else words[:_LONGEST]

    # ---- where it leads

    def _go(self, found: Found) -> None:
        self._session.open_article(found.hit.article)
        if self._session.article_id == found.hit.article:
            self._sides.view.select(*found.hit.span)
            self._sides.view.scroll_to_span(found.hit.span)

    def _enter(self, found: Found) -> None:
        self._go(found)
        self._sides.view.setFocus()

    def _show_places(self) -> None:
        is_open = self._docks.open_id == DOCK
        places = self.panel.rows.places(self._session.article_id) if is_open else ()
        self._sides.view.show_found(places)

    # ---- what is done with all of it

    def _tag(self, label_id: str, ticked: Sequence[Found]) -> None:
        """Tag what is ticked with a label, as one step; what is tagged just so stays as it is."""
        edits = [*self._additions(label_id, ticked)]
        label = self._session.project.label_set.label(label_id)
        title = counted(_t("Tag {n} as {label}"), _t("Tag {n} as {label}"), len(edits))
        title = title.replace("{label}", label.title if label else label_id)
        done = self._session.commit(title, *edits) if edits else None
        self._tell(len(edits) if done else 0, len(ticked) - len(edits))

    def _additions(self, label_id: str, ticked: Sequence[Found]) -> Iterator[AddAnnotation]:
        project, stamp = self._session.project, self._session.stamp()
        for found in ticked:
            text = project.article(found.hit.article).text
            start, end = found.hit.span
            span = Span(border_before(text, start), border_after(text, end))
            if self._twin(found, label_id, span) is None:
                yield addition(project, found.hit.article, label_id, (span,), stamp)

    def _twin(self, found: Found, label_id: str, span: Span) -> Annotation | None:
        held = (self._session.project.annotation(one) for one in found.hit.annotations)
        mine = self._session.annotator_id
        same = (one for one in held if (one.label, one.annotator) == (label_id, mine))
        return next((one for one in same if one.fragments == (span,)), None)

    def _tell(self, tagged: int, left: int) -> None:
        words = counted(_t("{n} place was tagged."), _t("{n} places were tagged."), tagged)
        if left:
            stays = phrases("{n} was tagged so already.", "{n} were tagged so already.")
            words = f"{words} {counted(*stays, left)}"
        self._notices.tell(words, self.tr("Undo"), self._session.undo)

    def _link(self, ticked: Sequence[Found]) -> None:
        """Link what is ticked with the active annotation; what is not tagged yet is tagged so."""
        active = self._session.annotation
        if active is None:
            return
        edits = [edit for found in ticked for edit in self._links(active, found)]
        title = self.tr("Link “{words}”").format(words=one_line(active.text[0])[:40])
        if edits and self._session.commit(title, *edits):
            words = counted(_t("{n} place was linked."), _t("{n} places were linked."), len(ticked))
            self._notices.tell(words, self.tr("Undo"), self._session.undo)

    def _links(self, active: Annotation, found: Found) -> Iterator[Edit]:
        project, stamp = self._session.project, self._session.stamp()
        held = [project.annotation(one) for one in found.hit.annotations]
        same = [one for one in held if one.label == active.label]
        if same:
            other = max(same, key=lambda one: _shared(one.span, found.hit.span)).id
        else:
            other = new_id()
            place, spans = found.hit.article, (found.hit.span,)
            yield addition(project, place, active.label, spans, stamp, annotation_id=other)
        known = {one.to for one in project.relations.touching(active.id) if one.type == _SAME}
        known |= {one.from_ for one in project.relations.touching(active.id) if one.type == _SAME}
        if other not in known:
            yield AddRelation(
                Relation(
                    id=new_id(),
                    type=_SAME,
                    from_=active.id,
                    to=other,
                    match="verbatim" if found.share == 1.0 else "partial",
                    annotator=stamp.annotator,
                    created=stamp.time,
                )
            )


def _shared(one: Span, other: Span) -> float:
    """Return how much of what two stretches cover together both cover."""
    both = min(one.end, other.end) - max(one.start, other.start)
    return both / (one.length + other.length - both)
