"""What the File menu holds."""

from pressmark.ui.actions.action import Action, has_article, is_example, is_open, is_writable
from pressmark.ui.words import phrase as _t

# A table is read by its rows.
# fmt: off
FILE: tuple[Action, ...] = (
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
    Action("last-import", "file", _t("&What came in last…"), lambda d: d.imports.show_report(),
           "Ctrl+Shift+R", "file-text", is_open),
    Action("merge", "file", _t("Merge a co&lleague's file…"), lambda d: d.merging.ask(),
           "", "users", is_writable),
    Action("export", "file", _t("&Export…"), lambda d: d.exports.ask(),
           "Ctrl+E", "download", is_open, rule=True),
    Action("print", "file", _t("Print article…"), lambda d: d.printing.ask(),
           "Ctrl+P", "printer", has_article),
    Action("rename", "file", _t("Rena&me project…"), lambda d: d.describing.rename(),
           when=is_writable, rule=True),
    Action("handling", "file", _t("&Handling marking…"), lambda d: d.describing.mark_handling(),
           when=is_writable),
    Action("backups", "file", _t("&Backups…"), lambda d: d.backups.show(), "", "history", is_open),
    Action("reset", "file", _t("Rese&t example"), lambda d: d.files.reset_example(),
           "", "rotate-ccw", is_example),
    Action("forget", "file", _t("For&get this project…"), lambda d: d.forgetting.ask(),
           when=is_open),
    Action("close", "file", _t("&Quit"), lambda d: d.window.close(), "Ctrl+Q; Ctrl+W", rule=True),
)
# fmt: on
