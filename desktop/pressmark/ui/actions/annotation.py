"""What the Annotation menu holds."""

from pressmark.ui.actions.action import (
    Action,
    has_annotation,
    has_article,
    is_open,
    may_change_annotation,
    may_settle,
)
from pressmark.ui.words import phrase as _t

# A table is read by its rows.
# fmt: off
ANNOTATION: tuple[Action, ...] = (
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
    Action("next-conflict", "annotation/versions", _t("&Next with two versions"),
           lambda d: d.conflicts.show_next(), "F8", "", is_open),
    Action("keep-this", "annotation/versions", _t("Keep &this version"),
           lambda d: d.conflicts.keep_active(), when=may_settle, rule=True),
    Action("keep-other", "annotation/versions", _t("Keep the &other version"),
           lambda d: d.conflicts.keep_other(), when=may_settle),
    Action("keep-both", "annotation/versions", _t("Keep &both versions"),
           lambda d: d.conflicts.keep_both(), when=may_settle),
    Action("note", "annotation", _t("No&te"), lambda d: d.views.write_note(),
           "M", "sticky-note", may_change_annotation, in_article=True, rule=True),
    Action("flag", "annotation", _t("&Flag"), lambda d: d.annotations.toggle_flag(),
           "F", "flag", may_change_annotation, in_article=True,
           checked=lambda d: d.annotations.is_flagged),
    Action("remove", "annotation", _t("&Delete"), lambda d: d.view.remove_active(),
           "Del", "trash-2", may_change_annotation, in_article=True, rule=True),
)
# fmt: on
