"""A view alone in a window, for keys typed at a real X server: says on stdout what came of each.

With the argument "fragments", what is tagged stays active, and something else is selected; with
"field", a field that takes keys is there instead, and says which ones.
"""

import sys

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from pressmark.ui.reading.article_view import ArticleView
from tests.ui.reading.desk import article, session_on

TEXT = "Some words of an article to be tagged, one after the other, with every key there is."
ACTIONS = ("N", "P", "O", "[", "]", "Shift+[", "Ctrl+5", "7")


def say(word: str) -> None:
    sys.stdout.write(word + "\n")
    sys.stdout.flush()


def show_field() -> QWidget:
    """Show a field that takes keys."""
    from pressmark.ui.dialogs.key_editor.key_field import KeyField  # noqa: PLC0415 -- brings it all

    field = KeyField("Press a key")
    field.pressed.connect(lambda key: say(key.toString()))
    field.unusable.connect(lambda: say("unusable"))
    return field


def show_view() -> QWidget:
    """Show an article that tells what its keys do."""
    session = session_on(article(TEXT))
    view = ArticleView(session)
    session.open_article("a")

    def go_on_adding() -> None:
        view.select(view.caret() + 4, view.caret() + 7)
        assert session.annotation
        say(f"{session.annotation.label} {len(session.annotation.fragments)}")

    def go_on(label: str) -> None:
        session.activate("")
        view.select(view.caret(), view.caret() + 3)
        say(label)

    def tagged(annotation_id: str) -> None:
        if annotation_id and session.article:
            label = session.article.annotations[annotation_id].label
            QTimer.singleShot(0, view, lambda: go_on(label))  # when the view is done with the key

    if "fragments" in sys.argv:
        session.annotations_changed.connect(lambda: QTimer.singleShot(0, view, go_on_adding))
    else:
        session.annotation_activated.connect(tagged)
    view.inspector_asked.connect(lambda: say("inspector"))
    for key in ACTIONS:
        action = QAction(view)
        action.setShortcut(key)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _on=False, key=key: say(key))
        view.addAction(action)
    view.select(0, 4)
    view.resize(800, 400)
    return view


def main() -> int:
    app = QApplication([])
    view = show_field() if "field" in sys.argv else show_view()
    view.show()
    ready = QTimer(view, interval=20)

    def tell() -> None:
        if view.hasFocus() and view.isVisible():
            ready.stop()
            say("ready")
        else:  # there is no window manager: the focus is for the taking once the window is there
            view.activateWindow()
            view.setFocus()

    ready.timeout.connect(tell)
    ready.start()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
