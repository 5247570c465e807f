"""What the View menu holds."""

from collections.abc import Callable

from pressmark.ui.actions.action import Action, is_open
from pressmark.ui.desk import Desk
from pressmark.ui.words import phrase as _t

_THEMES = (("system", _t("As the &system")), ("light", _t("&Light")), ("dark", _t("&Dark")))


def _choose_theme(theme: str) -> Callable[[Desk], object]:
    return lambda d: d.looks.choose_theme(theme)


def _has_theme(theme: str) -> Callable[[Desk], bool]:
    return lambda d: d.looks.theme == theme


# A table is read by its rows.
# fmt: off
VIEW: tuple[Action, ...] = (
    Action("articles", "view", _t("&Articles"), lambda d: d.views.toggle_articles(),
           "Ctrl+B", "panel-left", checked=lambda d: d.views.shows_articles),
    Action("inspector", "view", _t("A&nnotations"), lambda d: d.views.toggle_inspector(),
           "Ctrl+Shift+B", "panel-right", checked=lambda d: d.views.shows_inspector),
    Action("overview", "view", _t("O&verview"), lambda d: d.surveying.toggle(),
           "F4", "chart-column", is_open, checked=lambda d: d.surveying.is_shown),
    Action("checks", "view", _t("&Worth a look"), lambda d: d.checking.toggle(),
           "F7", "circle-check", is_open, checked=lambda d: d.docks.open_id == "checks", rule=True),
    Action("next-finding", "view", _t("Ne&xt worth a look"), lambda d: d.checking.show_next(),
           "Shift+F7", "", is_open),
    Action("mend-finding", "view", _t("Men&d it"), lambda d: d.checking.panel.mend_current(),
           "Ctrl+F7", "", lambda d: d.checking.can_mend),
    Action("history", "view", _t("&History"), lambda d: d.docks.toggle("history"),
           "Ctrl+H", "history", is_open, checked=lambda d: d.docks.open_id == "history"),
    Action("relations", "view", _t("&Relations"), lambda d: d.docks.toggle("relations"),
           "Ctrl+L", "link", is_open, checked=lambda d: d.docks.open_id == "relations"),
    Action("entities", "view", _t("&Entities"), lambda d: d.docks.toggle("entities"),
           "Ctrl+Shift+E", "users", is_open, checked=lambda d: d.docks.open_id == "entities"),
    Action("assessment", "view", _t("A&ssessment"), lambda d: d.docks.toggle("assessment"),
           "Ctrl+J", "badge-check", is_open, checked=lambda d: d.docks.open_id == "assessment"),
    Action("guidelines", "view", _t("&Guidelines"), lambda d: d.docks.toggle("guidelines"),
           "Ctrl+G", "book-open", is_open, checked=lambda d: d.docks.open_id == "guidelines"),
    Action("focus", "view", _t("&Focus on the text"), lambda d: d.views.toggle_focus(),
           "F11", "maximize", checked=lambda d: d.views.is_focused, rule=True),
    Action("side-by-side", "view", _t("S&ide by side"), lambda d: d.side_by_side.toggle(),
           "F6", "columns-2", is_open, checked=lambda d: d.side_by_side.is_on),
    Action("turn", "view", _t("G&o to the other side"), lambda d: d.sides.turn(),
           "Ctrl+F6; Ctrl+Tab", "arrow-left-right", lambda d: d.side_by_side.is_on),
    Action("larger", "view", _t("&Larger text"), lambda d: d.looks.enlarge(),
           "Ctrl++; Ctrl+=", "zoom-in", rule=True),
    Action("smaller", "view", _t("S&maller text"), lambda d: d.looks.reduce(),
           "Ctrl+-", "zoom-out"),
    Action("first-size", "view", _t("Text in its first si&ze"), lambda d: d.looks.restore(),
           "Ctrl+0"),
    *(Action(f"theme-{theme}", "view/theme", text, _choose_theme(theme), checked=_has_theme(theme))
      for theme, text in _THEMES),
)
# fmt: on
