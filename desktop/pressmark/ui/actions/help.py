"""What the Help menu holds."""

from pressmark.ui.actions.action import Action
from pressmark.ui.words import phrase as _t

# A table is read by its rows.
# fmt: off
HELP: tuple[Action, ...] = (
    Action("contents", "help", _t("&Contents"), lambda d: d.guide.show_contents(), "Ctrl+F1",
           "circle-help"),
    Action("help-here", "help", _t("On &where you are"), lambda d: d.guide.show_here(),
           "Shift+F1"),
    Action("tour", "help", _t("&Tour"), lambda d: d.tour.begin(), "", "map-pin"),
    Action("keys", "help", _t("&Keys"), lambda d: d.help.show_keys(), "F1", "keyboard"),
    Action("diagnostics", "help", _t("Copy &diagnostics"), lambda d: d.help.copy_diagnostics(),
           rule=True),
    Action("about", "help", _t("&About Pressmark"), lambda d: d.help.show_about(), "", "info"),
)
# fmt: on
