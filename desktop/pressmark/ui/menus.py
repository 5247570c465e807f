"""Menus and keys, built from the table of actions."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from pressmark.model.annotation import Annotation
from pressmark.ui.action_keys import is_single, present_keys, sequences
from pressmark.ui.actions.action import Action
from pressmark.ui.actions.table import ACTIONS
from pressmark.ui.changing_actions import attribute_actions, label_actions, recent_actions
from pressmark.ui.desk import Desk
from pressmark.ui.menu_titles import MENU_TITLES
from pressmark.ui.theme.appearance import give_icon
from pressmark.ui.widgets.tooltips import plain_tooltip
from pressmark.ui.words import plain, translated

_CHANGING: dict[str, tuple[str, Callable[[Desk], tuple[Action, ...]]]] = {
    "example": ("file/recent", recent_actions),
    "next": ("annotation/label", label_actions),
    "take-proposals": ("annotation/attribute", attribute_actions),
}
"""Submenus whose rows come and go, by the action that they stand before."""

_ON_ANNOTATION = (
    "inspect",
    "note",
    "flag",
    "relate",
    "rely",
    "guideline",
    "reanchor",
    "find-again",
    "find-alike",
    "find-wording",
    "copy",
    "cite",
    "merge-double",
    "remove",
)
_ON_TEXT = ("copy", "cite", "find-everywhere", "zone", "paste")
_ON_SEVERAL = ("describe", "remove-article")
_SELDOM = {"merge-double"}
"""What context menus leave out while it cannot be done."""
_EXCERPT = 40


class Menus(QObject):
    """Holds a QAction for every row of the table, puts it in its menu, and keeps it up to date."""

    def __init__(self, desk: Desk, bar: QMenuBar) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._bar = bar
        self._menus: dict[str, QMenu] = {}
        self._rows = {row.id: row for row in ACTIONS}
        self._actions = {row.id: self._make(row) for row in ACTIONS}
        for row in ACTIONS:
            self._place(row)
        self.refresh()

    def action(self, action_id: str) -> QAction:
        """Return the QAction of a row."""
        return self._actions[action_id]

    def refresh(self) -> None:
        """Enable what can be done now, tick what is on, name what would be undone."""
        for action_id, action in self._actions.items():
            self._update(action, self._rows[action_id])

    def show_context(self, place: QPoint, annotation_ids: tuple[str, ...]) -> None:
        """Show what can be done with annotations, innermost first, or with the text."""
        menu = QMenu(self._desk.window)
        self._fill_context(menu, annotation_ids)
        menu.installEventFilter(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def show_several(self, place: QPoint) -> None:
        """Show what can be done with several articles."""
        menu = QMenu(self._desk.window)
        menu.addAction(self._menus["article/state"].menuAction())
        menu.addActions([self._actions[action_id] for action_id in _ON_SEVERAL])
        menu.installEventFilter(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def show_label_menu(self, label_id: str, place: QPoint) -> None:
        """Show what can be done with a label of the label bar."""
        menu = QMenu(self._desk.window)
        row = self._rows["label-set"]
        edit = menu.addAction(translated(row.text))
        edit.triggered.connect(lambda: self._desk.label_sets.edit(label_id))
        edit.setEnabled(row.when(self._desk))
        give_icon(edit, row.icon)
        menu.installEventFilter(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def show_menu(self, menu_id: str, place: QPoint) -> None:
        """Show one of the menus somewhere else."""
        self._menus[menu_id].popup(place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the letters of an open menu be its own: the article, still focused, has some too."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        ):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    # ---- making

    def _make(self, row: Action) -> QAction:
        action = QAction(self._desk.window)
        action.setObjectName(row.id)
        action.setCheckable(row.checked is not None)
        if row.icon:
            give_icon(action, row.icon)
        action.triggered.connect(lambda: self._do(row))
        if row.in_article:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._desk.sides.each(lambda view: view.addAction(action))
        else:
            self._desk.window.addAction(action)
        return action

    def _place(self, row: Action) -> None:
        if row.id in _CHANGING:
            menu_id, rows = _CHANGING[row.id]
            menu = self._menu(menu_id)
            # Its parent opens first: by then it is known whether there are rows.
            parent = self._menu(menu_id.rpartition("/")[0])
            parent.aboutToShow.connect(partial(self._fill, menu, rows))
            self._fill(menu, rows)
        menu = self._menu(row.menu)
        if row.rule:
            menu.addSeparator()
        menu.addAction(self._actions[row.id])

    def _menu(self, menu_id: str) -> QMenu:
        if menu_id not in self._menus:
            parent = menu_id.rpartition("/")[0]
            into = self._menu(parent) if parent else self._bar
            self._menus[menu_id] = into.addMenu(translated(MENU_TITLES[menu_id]))
            self._menus[menu_id].installEventFilter(self)
        return self._menus[menu_id]

    def _fill(self, menu: QMenu, rows: Callable[[Desk], tuple[Action, ...]]) -> None:
        """Give a menu the rows that there are at the moment."""
        menu.clear()
        for row in rows(self._desk):
            action = menu.addAction("")
            # The reading view takes these keys itself: here they are only shown.
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(partial(self._do, row))
            self._update(action, row)
        menu.setEnabled(not menu.isEmpty())

    def _fill_context(self, menu: QMenu, annotation_ids: tuple[str, ...]) -> None:
        for annotation in self._several(annotation_ids):
            action = menu.addAction(_doubled(self._excerpt(annotation)))
            action.setCheckable(True)
            action.setChecked(annotation == self._desk.session.annotation)
            action.triggered.connect(partial(self._desk.session.activate, annotation.id))
        menu.addSeparator()
        labels = self._menus["annotation/label"]
        self._fill(labels, label_actions)
        menu.addAction(labels.menuAction())  # addMenu would take it along into its own end
        menu.addSeparator()
        for action_id in _ON_ANNOTATION if annotation_ids else _ON_TEXT:
            if action_id == "remove":
                menu.addSeparator()
            if action_id not in _SELDOM or self._actions[action_id].isEnabled():
                menu.addAction(self._actions[action_id])

    def _several(self, annotation_ids: tuple[str, ...]) -> Iterator[Annotation]:
        """Return annotations to choose from, where there is a choice."""
        article = self._desk.session.article
        if article is not None and len(annotation_ids) > 1:
            yield from (article.annotations[one] for one in annotation_ids)

    def _excerpt(self, annotation: Annotation) -> str:
        label = self._desk.session.project.label_set.label(annotation.label)
        words = " ".join(" … ".join(annotation.text).split())
        short = words if len(words) <= _EXCERPT else words[:_EXCERPT].rstrip() + "…"
        return f"{label.title if label else annotation.label}: {short}"

    # ---- keeping up

    def _do(self, row: Action) -> None:
        if row.menu.startswith("file"):  # what is saved, sent or left behind holds all that is said
            self._desk.views.finish_writing()
        row.do(self._desk)
        self.refresh()

    def _keys(self, row: Action) -> list[QKeySequence]:
        """Return the keys of an action; plain letters and signs only while these are wanted."""
        chosen = self._desk.preferences.settings
        keys = sequences(present_keys(row, chosen.keys))
        return keys if chosen.single_keys else [one for one in keys if not is_single(one)]

    def _update(self, action: QAction, row: Action) -> None:
        of = row.of(self._desk) if row.of else None
        words = translated(row.text)
        if of:
            words = self.tr("{action} {step}").format(action=words, step=_doubled(of))
        action.setText(words)
        allowed = self._keys(row)
        if action.shortcuts() != allowed:
            action.setShortcuts(allowed)
        keys = ", ".join(one.toString(_NATIVE) for one in action.shortcuts()[:1])
        told = f"{plain(words)} ({keys})" if keys else plain(words)
        action.setToolTip(plain_tooltip(told))
        action.setEnabled(row.when(self._desk))
        if row.checked:
            action.setChecked(row.checked(self._desk))


_NATIVE = QKeySequence.SequenceFormat.NativeText


def _doubled(text: str) -> str:
    """Return words for a menu in which `&` marks no access key."""
    return text.replace("&", "&&")
