"""What the Edit menu holds."""

from pressmark.ui.actions.action import (
    Action,
    has_article,
    is_open,
    is_writable,
    may_redo,
    may_undo,
)
from pressmark.ui.palette.palette import open_palette
from pressmark.ui.words import phrase as _t

# A table is read by its rows.
# fmt: off
EDIT: tuple[Action, ...] = (
    Action("undo", "edit", _t("&Undo"), lambda d: d.session.undo(),
           "Ctrl+Z", "undo-2", may_undo, of=lambda d: d.session.undo_title),
    Action("redo", "edit", _t("&Redo"), lambda d: d.session.redo(),
           "Ctrl+Shift+Z; Ctrl+Y", "redo-2", may_redo, of=lambda d: d.session.redo_title),
    Action("copy", "edit", _t("&Copy"), lambda d: d.copying.copy(),
           "Ctrl+C", "copy", has_article, rule=True, in_article=True),
    Action("cite", "edit", _t("Copy as c&itation"), lambda d: d.copying.copy_citation(),
           "Ctrl+Shift+C", "quote", has_article),
    Action("find", "edit", _t("&Find…"), lambda d: d.finding.find_here(),
           "Ctrl+F", "search", has_article, rule=True),
    Action("find-everywhere", "edit", _t("Find in &project…"),
           lambda d: d.finding.find_everywhere(), "Ctrl+Shift+F", "", is_open),
    Action("next-hit", "edit", _t("Ne&xt place"), lambda d: d.finding.next_hit(), "F3",
           when=is_open),
    Action("previous-hit", "edit", _t("Previous p&lace"), lambda d: d.finding.previous_hit(),
           "Shift+F3", when=is_open),
    Action("single-keys", "edit", _t("&Single keys"),
           lambda d: d.preferences.choose(single_keys=not d.preferences.settings.single_keys),
           checked=lambda d: d.preferences.settings.single_keys, rule=True),
    Action("palette", "edit", _t("Find &or run…"), open_palette, "Ctrl+K", "command", rule=True),
    Action("label-set", "edit", _t("La&bel set…"), lambda d: d.label_sets.edit(),
           "Ctrl+Shift+L", "tag", is_open, rule=True),
    Action("load-entities", "edit", _t("Load e&ntities…"), lambda d: d.entities.ask_list(),
           "", "users", is_writable),
    Action("annotator", "edit", _t("&Annotator…"), lambda d: d.describing.name_annotator(),
           "", "user", is_open),
    Action("change-keys", "edit", _t("Change &keys…"), lambda d: d.customising.show_keys(),
           "", "keyboard", rule=True),
    Action("preferences", "edit", _t("Pr&eferences…"), lambda d: d.customising.show_preferences(),
           "Ctrl+,", "settings"),
)
# fmt: on
