"""What the Article menu holds."""

from collections.abc import Callable

from pressmark.ui.actions.action import Action, has_article, is_open, may_change_article
from pressmark.ui.desk import Desk
from pressmark.ui.dialogs.web_address import ask_and_open, web_address
from pressmark.ui.words import phrase as _t

_STATES = (
    ("new", _t("&New"), "Ctrl+1"),
    ("in-progress", _t("&In progress"), "Ctrl+2"),
    ("done", _t("&Done"), "Ctrl+3"),
    ("flagged", _t("&Flagged"), "Ctrl+4"),
)


def _set_state(state: str) -> Callable[[Desk], object]:
    return lambda d: d.articles.set_state(state)


def _has_state(state: str) -> Callable[[Desk], bool]:
    return lambda d: d.articles.state == state


def _how_many(desk: Desk) -> str | None:
    """Return "(12)" where several are meant."""
    count = len(desk.articles.meant)
    return f"({count})" if count > 1 else None


def _address(desk: Desk) -> str | None:
    article = desk.session.article
    return article.head.url if article else None


def _has_other_text(desk: Desk) -> bool:
    return desk.amending.can_compare


# A table is read by its rows.
# fmt: off
ARTICLE: tuple[Action, ...] = (
    Action("next-article", "article", _t("&Next article"), lambda d: d.articles.open_next(),
           "Ctrl+PgDown", "arrow-right", is_open),
    Action("previous-article", "article", _t("&Previous article"),
           lambda d: d.articles.open_previous(), "Ctrl+PgUp", "arrow-left", is_open),
    Action("move-over", "article", _t("S&how on the other side"),
           lambda d: d.side_by_side.move_over(), "Shift+F6", "columns-2", has_article),
    Action("finish", "article", _t("D&one, and next"), lambda d: d.articles.finish(),
           "Ctrl+Return; Ctrl+Enter", "check", may_change_article, rule=True),
    *(Action(f"state-{state}", "article/state", text, _set_state(state), keys,
             when=may_change_article, checked=_has_state(state))
      for state, text, keys in _STATES),
    Action("zone", "article", _t("&Boilerplate on or off"),
           lambda d: d.articles.toggle_zone(d.view.selected_span(), d.view.caret()),
           "B", "eye-off", may_change_article, in_article=True, rule=True),
    Action("describe", "article", _t("&Title, source, date…"), lambda d: d.views.describe_article(),
           "F2", "pencil", may_change_article),
    Action("address", "article", _t("Open address in bro&wser…"),
           lambda d: ask_and_open(_address(d), d.window), "", "external-link",
           lambda d: web_address(_address(d)) is not None),
    Action("correct-text", "article", _t("&Correct the text…"),
           lambda d: d.amending.correct(d.view.caret()), "", "type", may_change_article, rule=True),
    Action("new-version", "article", _t("New &version…"), lambda d: d.amending.take_version(),
           "", "file-plus", may_change_article),
    Action("compare-texts", "article", _t("Co&mpare with its other text…"),
           lambda d: d.amending.compare_linked(), "", "columns-2", _has_other_text),
    Action("save-original", "article", _t("Save ori&ginal…"), lambda d: d.originals.save(),
           "", "download", lambda d: d.originals.is_kept, rule=True),
    Action("read-original", "article", _t("Read original &again…"),
           lambda d: d.originals.read_again(), "", "rotate-ccw",
           lambda d: d.originals.is_kept and may_change_article(d)),
    Action("remove-article", "article", _t("&Remove article"), lambda d: d.articles.remove(),
           "Ctrl+Del", "trash-2", may_change_article, of=_how_many, rule=True),
)
# fmt: on
