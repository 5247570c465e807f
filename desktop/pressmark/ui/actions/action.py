"""One row of the table of actions, and when such rows can be done."""

from collections.abc import Callable
from dataclasses import dataclass

from pressmark.ui.desk import Desk


def always(desk: Desk) -> bool:
    """Say yes: this can be done at any time."""
    del desk
    return True


def is_open(desk: Desk) -> bool:
    """Say whether a project is open."""
    return desk.session.file is not None


def is_writable(desk: Desk) -> bool:
    """Say whether a project is open and may be changed."""
    return desk.session.writable


def is_example(desk: Desk) -> bool:
    """Say whether the example is open, and may be changed."""
    return desk.session.writable and desk.files.is_example()


def has_article(desk: Desk) -> bool:
    """Say whether there is an article in the reading view."""
    return desk.session.article is not None


def may_change_article(desk: Desk) -> bool:
    """Say whether there is an article that may be changed."""
    return desk.session.writable and has_article(desk)


def has_annotation(desk: Desk) -> bool:
    """Say whether an annotation is active."""
    return desk.session.annotation is not None


def may_change_annotation(desk: Desk) -> bool:
    """Say whether an annotation is active that may be changed."""
    return desk.session.writable and has_annotation(desk)


def has_proposals(desk: Desk) -> bool:
    """Say whether anything is proposed for the attributes of the active annotation."""
    return desk.session.writable and bool(desk.inspector.proposing.proposed())


def may_merge_double(desk: Desk) -> bool:
    """Say whether an annotation is active that is tagged nearly the same twice."""
    return desk.session.writable and desk.annotations.double is not None


def may_find_again(desk: Desk) -> bool:
    """Say whether an annotation is active whose words stand elsewhere, and may be changed."""
    return desk.session.writable and desk.annotations.is_misplaced


def may_settle(desk: Desk) -> bool:
    """Say whether an annotation is active that is kept in two versions, and may be changed."""
    return desk.session.writable and desk.conflicts.pair is not None


def may_undo(desk: Desk) -> bool:
    """Say whether there is a step to take back."""
    return desk.session.writable and desk.session.undo_title is not None


def may_redo(desk: Desk) -> bool:
    """Say whether there is a step to do again."""
    return desk.session.writable and desk.session.redo_title is not None


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can be done.

    `menu` is the id of its menu, of a submenu as "view/theme". `text` is for translation, with
    `&` before its access key; `keys` are Qt's portable names of keys with "; " between, and work
    only while the article has the focus if `in_article`. `when` says whether it can be done now,
    `checked` whether its tick is on, `of` what it would be done to ("Undo" of "Tag claim"). `rule`
    draws a line above.
    """

    id: str
    menu: str
    text: str
    do: Callable[[Desk], object]
    keys: str = ""
    icon: str = ""
    when: Callable[[Desk], bool] = always
    checked: Callable[[Desk], bool] | None = None
    of: Callable[[Desk], str | None] | None = None
    in_article: bool = False
    rule: bool = False
