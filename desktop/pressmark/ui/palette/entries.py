"""What the palette offers, and how well it fits what was typed."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import islice

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from pressmark.analysis.conditions import Condition
from pressmark.analysis.matching import without_marks
from pressmark.ui.changing_actions import attribute_actions, label_actions
from pressmark.ui.desk import Desk
from pressmark.ui.menu_titles import MENU_TITLES
from pressmark.ui.palette.entry import Entry
from pressmark.ui.palette.setting_entries import setting_entries
from pressmark.ui.panels.annotation_line import annotation_text, label_of
from pressmark.ui.panels.words import one_line
from pressmark.ui.words import plain, translated

MOST = 60
"""How many entries are shown at most."""

_NATIVE = QKeySequence.SequenceFormat.NativeText


def entries(desk: Desk) -> Iterator[Entry]:
    """Yield everything there is: what can be done now, then where one can go."""
    settings = tuple(setting_entries(desk))
    known = {one.words for one in settings}
    yield from (one for one in _actions(desk) if one.words not in known)
    yield from _changing_actions(desk)
    yield from settings
    if desk.session.file is not None:
        yield from _articles(desk)
        yield from _annotations(desk)
        yield from _entities(desk)


def fitting(all_entries: Iterable[Entry], typed: str) -> list[Entry]:
    """Return the entries that have every word typed, the best first; nothing typed fits all."""
    asked = _folded(typed).split()
    if not asked:
        return list(islice(all_entries, MOST))
    ranked = [(rank, one) for one in all_entries if (rank := _rank(one, asked)) is not None]
    return [one for _, one in sorted(ranked, key=lambda pair: pair[0])[:MOST]]


def _rank(entry: Entry, asked: list[str]) -> int | None:
    """Return how far behind an entry comes: 0 begins so, 3 only has the words somewhere within."""
    words = _folded(f"{entry.words} {entry.also}")
    if not all(one in words for one in asked):
        return None
    if words.startswith(asked[0]):
        return 0 if words.startswith(" ".join(asked)) else 1
    return 2 if all(f" {one}" in f" {words}" for one in asked) else 3


def _folded(text: str) -> str:
    return without_marks(text).casefold()


def _actions(desk: Desk) -> Iterator[Entry]:
    for action in (*desk.window.actions(), *desk.view.actions()):
        if action.objectName() not in ("", "palette") and action.isEnabled():
            yield Entry(_words(action), _keys(action), "command", action.trigger)


def _words(action: QAction) -> str:
    """Return what an action is called, and in which submenu it is: "State: Done"."""
    menu = next((one for one in action.associatedObjects() if isinstance(one, QMenu)), None)
    inner = menu is not None and isinstance(menu.parent(), QMenu)
    return (
        f"{plain(menu.title())}: {plain(action.text())}" if menu and inner else plain(action.text())
    )


def _changing_actions(desk: Desk) -> Iterator[Entry]:
    """Yield the labels, where there is something to tag, and the attributes to fill in."""
    may_tag = desk.session.annotation is not None or desk.view.selected_span() is not None
    for row in (*(label_actions(desk) if may_tag else ()), *attribute_actions(desk)):
        if row.when(desk):
            title, _, shown_keys = row.text.partition("\t")
            keys = shown_keys or row.keys.partition("; ")[0]
            aside = QKeySequence(keys).toString(_NATIVE)
            kind = plain(translated(MENU_TITLES[row.menu]))
            yield Entry(f"{kind}: {plain(title)}", aside, "command", partial(row.do, desk))


def _keys(action: QAction) -> str:
    return ", ".join(one.toString(_NATIVE) for one in action.shortcuts()[:1])


def _articles(desk: Desk) -> Iterator[Entry]:
    for shelved in desk.session.project.current():
        head = shelved.head
        title = desk.article_list.title_of(head.id)
        go = partial(_open_article, desk, head.id)
        yield Entry(one_line(title), one_line(head.source or ""), "newspaper", go, head.id)


def _annotations(desk: Desk) -> Iterator[Entry]:
    article, project = desk.session.article, desk.session.project
    for one in article.annotations if article else ():
        go = partial(_show_annotation, desk, one.id)
        label = label_of(project, one).title
        yield Entry(annotation_text(one), label, "highlighter", go, label)


def _entities(desk: Desk) -> Iterator[Entry]:
    for entity in sorted(desk.session.project.entities.values(), key=lambda one: one.name):
        go = partial(_find_entity, desk, entity.id)
        yield Entry(entity.name, entity.type or "", "users", go, " ".join(entity.aliases))


def _open_article(desk: Desk, article_id: str) -> None:
    desk.session.open_article(article_id)
    desk.view.setFocus()


def _show_annotation(desk: Desk, annotation_id: str) -> None:
    desk.session.show(annotation_id)
    desk.view.setFocus()


def _find_entity(desk: Desk, entity_id: str) -> None:
    """Find what names an entity, in whichever attribute."""
    desk.finding.find_where((Condition(value=entity_id),))
