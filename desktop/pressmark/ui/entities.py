"""Entities in their dock: changed, merged, taken in from lists, and put away when unused."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from pressmark.analysis.naming import naming_counts
from pressmark.edits.annotations import SetAttributes
from pressmark.edits.edit import Edit
from pressmark.edits.entities import entity_additions, entity_merge
from pressmark.edits.frame import PutEntity, RemoveEntity
from pressmark.edits.relations import ReplaceRelation
from pressmark.errors import EditError, FormatError, PressmarkError
from pressmark.formats.entity_lists import read_entities
from pressmark.model.project import Project
from pressmark.model.records import Entity
from pressmark.store.disk import read_file
from pressmark.ui.crew import Tools, Worker
from pressmark.ui.dialogs.paths import ask_files
from pressmark.ui.docks import Docks
from pressmark.ui.panels.entities.entities_panel import EntitiesPanel
from pressmark.ui.words import counted
from pressmark.ui.words import phrase as _t

DOCK = "entities"
Found = TypeVar("Found")


class Entities(Worker):
    """Opens the dock of entities, and does what is asked for there."""

    def __init__(self, tools: Tools, docks: Docks) -> None:
        super().__init__(tools)
        self._docks = docks
        self._counted: object = None
        self.panel = panel = EntitiesPanel(tools.session)
        docks.add(DOCK, self.tr("Entities"), panel)
        panel.needed.connect(self._count)
        panel.load_asked.connect(self.ask_list)
        panel.unused_asked.connect(self.remove_unused)
        panel.annotation_picked.connect(tools.session.show)
        panel.card.changed.connect(self.put)
        panel.merge_asked.connect(self.merge)
        for changed in (tools.session.history_changed, tools.session.project_replaced):
            changed.connect(self._count)

    def show(self, entity_id: str) -> None:
        """Open the dock at an entity."""
        self._docks.open(DOCK)
        self.panel.choose(entity_id)
        self.panel.card.setFocus()

    def put(self, entity: Entity) -> None:
        """Let an entity be as it is described."""
        title = self.tr("Change entity {name}").format(name=entity.name)
        if self._session.commit(title, PutEntity(entity)) is None:
            self.panel.refresh()

    def merge(self, kept: str, others: Sequence[str]) -> None:
        """Make one entity of several; say how many annotations name it by that."""
        held = self._session.project.entities
        if kept in others:
            self._session.refused.emit(EditError("same-entity", id=kept))
            return
        title = self.tr("Merge {gone} into {kept}").format(
            gone=", ".join(held[one].name for one in others), kept=held[kept].name
        )
        stamp = self._session.stamp()

        def united(project: Project) -> Sequence[Edit]:
            edits: list[Edit] = []
            for gone in others:
                merging = entity_merge(project, kept, gone)
                edits += merging
                for edit in merging:
                    project = edit.apply(project, stamp).project
            return edits

        def commit(edits: Sequence[Edit]) -> None:
            changed = {one for edit in edits for one in _changed(edit)}
            words = counted(
                _t("{n} annotation changed."), _t("{n} annotations changed."), len(changed)
            )
            self._commit(title, edits, f"{title}. {words}")
            self.panel.choose(kept)

        self._work_out(united, commit)

    def remove_unused(self) -> None:
        """Delete the entities that nothing names."""

        def unused(project: Project) -> Sequence[Edit]:
            counts = naming_counts(project)
            return [RemoveEntity(one) for one in project.entities if not counts[one]]

        def commit(edits: Sequence[Edit]) -> None:
            words = counted(_t("{n} entity deleted."), _t("{n} entities deleted."), len(edits))
            none = self.tr("Every entity is named somewhere.")
            self._commit(self.tr("Delete unused entities"), edits, words if edits else none)

        self._work_out(unused, commit)

    def _work_out(
        self,
        work: Callable[[Project], Found],
        then: Callable[[Found], None],
        path: Path | None = None,
    ) -> None:
        """Work something out about the project in the background, while it stays as it is."""
        project = self._session.project

        def take(found: Found) -> None:
            if self._session.file is None or self._session.project is not project:
                self._session.refused.emit(EditError("changed-since"))
            else:
                then(found)

        def refuse(error: PressmarkError) -> None:
            if isinstance(error, FormatError):
                error = FormatError(error.case, **{**error.facts, "path": path})
            self._session.refused.emit(error)

        self._tasks.run(lambda _task: work(project), take, refuse)

    def _commit(self, title: str, edits: Sequence[Edit], words: str, origin: str = "user") -> None:
        if not edits or self._session.commit(title, *edits, origin=origin) is not None:
            self._notices.tell(words, self.tr("Undo") if edits else "", self._session.undo)

    # ---- lists of entities

    def ask_list(self) -> None:
        """Ask for a list of entities and take it in."""
        kinds = self.tr("Lists of entities") + " (*.csv *.tsv *.json *.jsonl *.ftm)"
        kinds += ";;" + self.tr("All files") + " (*)"
        title = self.tr("Load entities")
        for path in ask_files(self._window, title, self._files.folder(), kinds)[:1]:
            self.take(path)

    def take(self, path: Path) -> None:
        """Take in a list of entities, read in the background."""
        held = self._session.project.entities

        def work(project: Project) -> tuple[Sequence[PutEntity], int]:
            read = read_entities(read_file(path))
            return entity_additions(project, read), len(read)

        def commit(found: tuple[Sequence[PutEntity], int]) -> None:
            edits, read = found
            enriched = sum(edit.entity.id in held for edit in edits)
            words = self.tr("{new} new, {enriched} enriched, {same} here already.").format(
                new=len(edits) - enriched, enriched=enriched, same=max(0, read - len(edits))
            )
            self._commit(self.tr("Load entities"), edits, words, "import")

        self._work_out(work, commit, path)

    # ---- how many annotations name each

    def _count(self) -> None:
        """Count in the background, where somebody sees it."""
        session = self._session
        project = session.project if session.file else None
        if project is None or project is self._counted or not self.panel.isVisible():
            return
        self._counted = project

        def show(counts: Mapping[str, int]) -> None:
            if self._counted is project:
                self.panel.rows.show_counts(counts)
                self.panel.refresh()

        self._tasks.run(lambda _task: naming_counts(project), show, session.refused.emit)


def _changed(edit: Edit) -> tuple[str, ...]:
    if isinstance(edit, SetAttributes):
        return (edit.annotation,)
    return (edit.relation.from_,) if isinstance(edit, ReplaceRelation) else ()
