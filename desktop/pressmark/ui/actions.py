"""The table of everything that a menu or a key can do; menus, keys and their help come from it."""

from collections.abc import Callable
from dataclasses import dataclass

from pressmark.ui.desk import Desk
from pressmark.ui.words import phrase as _t


def _always(desk: Desk) -> bool:
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


def may_undo(desk: Desk) -> bool:
    """Say whether there is a step to take back."""
    return desk.session.writable and desk.session.undo_title is not None


def may_redo(desk: Desk) -> bool:
    """Say whether there is a step to do again."""
    return desk.session.writable and desk.session.redo_title is not None


_STATES = (
    ("new", _t("&New")),
    ("in-progress", _t("&In progress")),
    ("done", _t("&Done")),
    ("flagged", _t("&Flagged")),
)
_THEMES = (("system", _t("As the &system")), ("light", _t("&Light")), ("dark", _t("&Dark")))


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
    when: Callable[[Desk], bool] = _always
    checked: Callable[[Desk], bool] | None = None
    of: Callable[[Desk], str | None] | None = None
    in_article: bool = False
    rule: bool = False


def _set_state(state: str) -> Callable[[Desk], object]:
    return lambda d: d.articles.set_state(state)


def _has_state(state: str) -> Callable[[Desk], bool]:
    return lambda d: d.articles.state == state


def _choose_theme(theme: str) -> Callable[[Desk], object]:
    return lambda d: d.looks.choose_theme(theme)


def _has_theme(theme: str) -> Callable[[Desk], bool]:
    return lambda d: d.looks.theme == theme


# A table is read by its rows.
# A table is read by its rows.
# A table is read by its rows.
# fmt: off
_FILE = (
    Action("new", "file", _t("&New project…"), lambda d: d.files.new(), "Ctrl+N", "file-plus"),
    Action("open", "file", _t("&Open…"), lambda d: d.files.open(), "Ctrl+O", "folder-open"),
    Action("example", "file", _t("Open e&xample"), lambda d: d.files.open_example()),
    Action("save", "file", _t("&Save now"), lambda d: d.files.save(),
           "Ctrl+S", "save", is_writable, rule=True),
    Action("save-as", "file", _t("Save &as…"), lambda d: d.files.save_as(),
           "Ctrl+Shift+S", when=is_open),
    Action("send-copy", "file", _t("Send a &copy…"), lambda d: d.files.send_copy(), when=is_open),
    Action("import", "file", _t("&Import articles…"), lambda d: d.imports.ask_files(),
           "Ctrl+I", "file-down", is_writable, rule=True),
    Action("import-folder", "file", _t("Import a &folder…"), lambda d: d.imports.ask_folder(),
           "Ctrl+Shift+I", "", is_writable),
    Action("paste", "file", _t("&Paste as article"), lambda d: d.imports.paste(),
           "Ctrl+V", "clipboard-paste", is_writable),
    Action("export", "file", _t("&Export…"), lambda d: d.exports.ask(),
           "Ctrl+E", "download", is_open, rule=True),
    Action("print", "file", _t("P&rint article…"), lambda d: d.printing.ask(),
           "Ctrl+P", "printer", has_article),
    Action("rename", "file", _t("Rena&me project…"), lambda d: d.describing.rename(),
           when=is_writable, rule=True),
    Action("handling", "file", _t("&Handling marking…"), lambda d: d.describing.mark_handling(),
           when=is_writable),
    Action("reset", "file", _t("Rese&t example"), lambda d: d.files.reset_example(),
           "", "rotate-ccw", is_example),
    Action("close", "file", _t("&Quit"), lambda d: d.window.close(), "Ctrl+Q; Ctrl+W", rule=True),
)
_EDIT = (
    Action("undo", "edit", _t("&Undo"), lambda d: d.session.undo(),
           "Ctrl+Z", "undo-2", may_undo, of=lambda d: d.session.undo_title),
    Action("redo", "edit", _t("&Redo"), lambda d: d.session.redo(),
           "Ctrl+Shift+Z; Ctrl+Y", "redo-2", may_redo, of=lambda d: d.session.redo_title),
    Action("copy", "edit", _t("&Copy"), lambda d: d.copying.copy(),
           "Ctrl+C", "copy", has_article, rule=True, in_article=True),
    Action("cite", "edit", _t("Copy as c&itation"), lambda d: d.copying.copy_citation(),
           "Ctrl+Shift+C", "quote", has_article),
    Action("annotator", "edit", _t("&Annotator…"), lambda d: d.describing.name_annotator(),
           "", "user", is_open, rule=True),
)
_ARTICLE = (
    Action("next-article", "article", _t("&Next article"), lambda d: d.articles.open_next(),
           "Ctrl+PgDown", "arrow-right", is_open),
    Action("previous-article", "article", _t("&Previous article"),
           lambda d: d.articles.open_previous(), "Ctrl+PgUp", "arrow-left", is_open),
    Action("finish", "article", _t("D&one, and next"), lambda d: d.articles.finish(),
           "Ctrl+Return; Ctrl+Enter", "check", may_change_article, rule=True),
    *(Action(f"state-{state}", "article/state", text, _set_state(state),
             when=may_change_article, checked=_has_state(state))
      for state, text in _STATES),
    Action("zone", "article", _t("&Boilerplate on or off"),
           lambda d: d.articles.toggle_zone(d.view.selected_span()), "B", "eye-off",
           may_change_article, in_article=True, rule=True),
    Action("describe", "article", _t("&Title, source, date…"), lambda d: d.views.describe_article(),
           "F2", "pencil", may_change_article),
    Action("remove-article", "article", _t("&Remove article"), lambda d: d.articles.remove(),
           "Ctrl+Del", "trash-2", may_change_article, rule=True),
)
_ANNOTATION = (
    Action("next", "annotation", _t("&Next annotation"), lambda d: d.view.next_annotation(),
           "N", "chevron-down", has_article, in_article=True, rule=True),
    Action("previous", "annotation", _t("&Previous annotation"),
           lambda d: d.view.previous_annotation(), "P", "chevron-up", has_article, in_article=True),
    Action("cycle", "annotation", _t("Next of the &overlapping"), lambda d: d.view.cycle(),
           "O", "layers", has_article, in_article=True),
    Action("inspect", "annotation", _t("To the &inspector"), lambda d: d.views.inspect(),
           "Return", "", has_annotation, in_article=True),
    Action("grow", "annotation/edges", _t("&Grow selection"), lambda d: d.view.grow_selection(),
           "E", "", has_article, in_article=True),
    Action("shrink", "annotation/edges", _t("&Shrink selection"),
           lambda d: d.view.shrink_selection(), "Shift+E", "", has_article, in_article=True),
    Action("reanchor", "annotation/edges", _t("&Move to the selection"),
           lambda d: d.view.reanchor(), "R", "", may_change_annotation, in_article=True, rule=True),
    Action("end-forth", "annotation/edges", _t("&End one word on"), lambda d: d.view.move_end(1),
           "]", "", may_change_annotation, in_article=True),
    Action("end-back", "annotation/edges", _t("E&nd one word back"), lambda d: d.view.move_end(-1),
           "[", "", may_change_annotation, in_article=True),
    Action("start-forth", "annotation/edges", _t("S&tart one word on"),
           lambda d: d.view.move_start(1), "Shift+]", "", may_change_annotation, in_article=True),
    Action("start-back", "annotation/edges", _t("St&art one word back"),
           lambda d: d.view.move_start(-1), "Shift+[", "", may_change_annotation, in_article=True),
    Action("exact", "annotation/edges", _t("Select e&xact characters"),
           lambda d: d.view.set_exact(exact=not d.view.is_exact), "", "", has_article,
           checked=lambda d: d.view.is_exact, rule=True),
    Action("note", "annotation", _t("No&te"), lambda d: d.views.write_note(),
           "M", "sticky-note", may_change_annotation, in_article=True, rule=True),
    Action("flag", "annotation", _t("&Flag"), lambda d: d.annotations.toggle_flag(),
           "F", "flag", may_change_annotation, in_article=True,
           checked=lambda d: d.annotations.is_flagged),
    Action("remove", "annotation", _t("&Delete"), lambda d: d.view.remove_active(),
           "Del", "trash-2", may_change_annotation, in_article=True, rule=True),
)
_VIEW = (
    Action("articles", "view", _t("&Articles"), lambda d: d.views.toggle_articles(),
           "Ctrl+B", "panel-left", checked=lambda d: d.views.shows_articles),
    Action("inspector", "view", _t("A&nnotations"), lambda d: d.views.toggle_inspector(),
           "Ctrl+Shift+B", "panel-right", checked=lambda d: d.views.shows_inspector),
    Action("focus", "view", _t("&Focus on the text"), lambda d: d.views.toggle_focus(),
           "F11", "maximize", checked=lambda d: d.views.is_focused),
    Action("larger", "view", _t("&Larger text"), lambda d: d.looks.enlarge(),
           "Ctrl++; Ctrl+=", "zoom-in", rule=True),
    Action("smaller", "view", _t("S&maller text"), lambda d: d.looks.reduce(),
           "Ctrl+-", "zoom-out"),
    Action("first-size", "view", _t("Text in its first si&ze"), lambda d: d.looks.restore(),
           "Ctrl+0"),
    *(Action(f"theme-{theme}", "view/theme", text, _choose_theme(theme), checked=_has_theme(theme))
      for theme, text in _THEMES),
)
_HELP = (
    Action("keys", "help", _t("&Keys"), lambda d: d.help.show_keys(), "F1", "keyboard"),
    Action("diagnostics", "help", _t("Copy &diagnostics"), lambda d: d.help.copy_diagnostics(),
           rule=True),
    Action("about", "help", _t("&About Pressmark"), lambda d: d.help.show_about(), "", "info"),
)
# fmt: on

ACTIONS: tuple[Action, ...] = (*_FILE, *_EDIT, *_ARTICLE, *_ANNOTATION, *_VIEW, *_HELP)
"""Every action, in the order in which menus and help show them."""
