"""All settings, by what they are about: found by words, applied at once, passed on as a file."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from pressmark.errors import PressmarkError
from pressmark.store.export_presets import read_presets, write_presets
from pressmark.store.setting import Choice, Setting
from pressmark.store.settings import SECTIONS, SETTINGS, Settings
from pressmark.store.settings_file import (
    SUFFIX,
    read_presets_file,
    read_settings_file,
    write_settings_file,
)
from pressmark.ui.dialogs.paths import ask_files, ask_new_file
from pressmark.ui.dialogs.preferences.fields import Field, make_field
from pressmark.ui.dialogs.preferences.setting_row import SettingRow
from pressmark.ui.dialogs.sizes import resize_within_screen
from pressmark.ui.keeping import keep
from pressmark.ui.messages import sentence
from pressmark.ui.preferences import Preferences
from pressmark.ui.shown_paths import shown_path
from pressmark.ui.widgets.hairline import Hairline
from pressmark.ui.widgets.plain_label import PlainLabel
from pressmark.ui.widgets.search_field import SearchField
from pressmark.ui.widgets.undo_line import UndoLine
from pressmark.ui.words import counted, translated
from pressmark.ui.words import phrase as _t

_FIRST = Settings()


class PreferencesDialog(QDialog):
    """A row for each setting; `choose` is called with the name and the value of what is picked."""

    def __init__(
        self,
        preferences: Preferences,
        choose: Callable[[str, object], object],
        change_keys: Callable[[], object],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))
        resize_within_screen(self, 720, 700)
        self._preferences = preferences
        self._choose = choose
        self.search = SearchField(self.tr("Find a setting"))
        self.rows: dict[str, SettingRow] = {}
        self._fields: dict[str, Field] = {}
        self._sections: list[tuple[PlainLabel, list[SettingRow]]] = []
        self._none = PlainLabel(self.tr("Nothing fits."), "muted")
        self._scroll = QScrollArea()
        self._trouble = PlainLabel(role="danger")
        self.done_line = UndoLine()
        self._reset = QPushButton(self.tr("All as at first"))
        self._lay_out(change_keys)
        self.search.textChanged.connect(self._show_fitting)
        preferences.settings_changed.connect(self._refresh)
        self._show_fitting("")
        self._refresh()
        self.search.setFocus()

    def go_to(self, name: str) -> None:
        """Take the focus, into the field of a setting."""
        row = self.rows[name]
        row.field.setFocus()
        self._scroll.ensureWidgetVisible(row)

    # ---- what is shown

    def _lay_out(self, change_keys: Callable[[], object]) -> None:
        header = QHBoxLayout()
        header.setContentsMargins(20, 12, 20, 12)
        header.addWidget(self.search)
        page = self._page(change_keys)
        self._scroll.setWidget(page)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have it, and scroll it
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        page.setAutoFillBackground(False)  # which the scroll area has just set
        self._trouble.setContentsMargins(20, 10, 20, 0)
        self._trouble.setWordWrap(True)
        self._trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(header)
        column.addWidget(Hairline())
        column.addWidget(self._scroll, 1)
        column.addWidget(Hairline())
        column.addWidget(self._trouble)
        column.addLayout(self._footer())

    def _page(self, change_keys: Callable[[], object]) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 12, 20, 16)
        column.setSpacing(0)
        column.addWidget(self._none)
        for section, title in SECTIONS.items():
            heading = PlainLabel(translated(title), "heading")
            heading.setContentsMargins(0, 10, 0, 4)
            rows = [self._row(one) for one in SETTINGS if one.section == section and one.title]
            if section == "tagging":
                rows.append(self._keys_row(change_keys))
            self._sections.append((heading, rows))
            column.addWidget(heading)
            for row in rows:
                column.addWidget(row)
        column.addStretch(1)
        return page

    def _row(self, setting: Setting) -> SettingRow:
        field = self._fields[setting.name] = make_field(setting)
        values = setting.kind.words.values() if isinstance(setting.kind, Choice) else ()
        also = " ".join([translated(SECTIONS[setting.section]), *map(translated, values)])
        row = SettingRow(translated(setting.title), translated(setting.about), field, also)
        field.picked.connect(partial(self._pick, setting.name))
        row.first.clicked.connect(partial(self._put_back, setting.name))
        self.rows[setting.name] = row
        return row

    def _keys_row(self, change_keys: Callable[[], object]) -> SettingRow:
        button = QPushButton(self.tr("Change keys…"))
        button.setAutoDefault(False)
        button.clicked.connect(change_keys)
        row = SettingRow(self.tr("Keys"), self.tr("What each key does."), button)
        row.first.clicked.connect(partial(self._put_back, "keys"))
        self.rows["keys"] = row
        return row

    def _footer(self) -> QHBoxLayout:
        give, take = QPushButton(self.tr("Export…")), QPushButton(self.tr("Import…"))
        close = QPushButton(self.tr("Close"))
        self._reset.clicked.connect(self._reset_all)
        give.clicked.connect(self._ask_export)
        take.clicked.connect(self._ask_import)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(10)
        for button in (self._reset, give, take):
            row.addWidget(button)
        row.addWidget(self.done_line, 1)
        row.addWidget(close)
        for button in (self._reset, give, take, close):
            button.setAutoDefault(False)
        return row

    def _show_fitting(self, typed: str) -> None:
        found = False
        for heading, rows in self._sections:
            fitting = [row for row in rows if row.fits(typed)]
            for row in rows:
                row.setVisible(row in fitting)
            heading.setVisible(bool(fitting))
            found = found or bool(fitting)
        self._none.setVisible(not found)

    def _refresh(self) -> None:
        settings = self._preferences.settings
        changed = {one.name for one in settings.changed()}
        for name, field in self._fields.items():
            field.show_value(getattr(settings, name))
        for name, row in self.rows.items():
            row.show_changed(is_changed=name in changed)
        self._reset.setEnabled(bool(changed))

    # ---- what is done

    def _pick(self, name: str, value: object) -> None:
        self._say("")
        self._choose(name, value)

    def _put_back(self, name: str) -> None:
        self._pick(name, getattr(_FIRST, name))

    def _reset_all(self) -> None:
        before = self._preferences.settings
        names = [one.name for one in before.changed()]
        self._take(_values(_FIRST, names))
        words = counted(
            _t("{n} setting is as at first."), _t("{n} settings are as at first."), len(names)
        )
        self._say(words, lambda: self._take(_values(before, names)))

    def _take(self, values: Mapping[str, Any]) -> None:
        self._preferences.choose(**values)

    def _ask_export(self) -> None:
        proposed = Path.home() / f"{self.tr('pressmark-settings')}{SUFFIX}"
        path = ask_new_file(self, self.tr("Export settings"), proposed, self._kinds())
        if path is not None:
            self.write_to(path)

    def _ask_import(self) -> None:
        found = ask_files(self, self.tr("Import settings"), Path.home(), self._kinds())
        for path in found[:1]:
            self.take_from(path)

    def write_to(self, path: Path) -> None:
        """Write all settings but the personal ones to a file."""
        try:
            write_settings_file(path, self._preferences.settings, read_presets())
        except PressmarkError as error:
            self._complain(error)
        else:
            self._say(self.tr("Written to {path}.").format(path=shown_path(path)))

    def take_from(self, path: Path) -> None:
        """Take over the settings of a file."""
        before = self._preferences.settings
        try:
            taken, unknown = read_settings_file(path, before)
            presets, had = read_presets_file(path), read_presets()
        except PressmarkError as error:
            self._complain(error)
            return
        names = [
            one.name
            for one in fields(before)
            if getattr(before, one.name) != getattr(taken, one.name)
        ]
        self._take(_values(taken, names))
        words = counted(_t("{n} setting changed."), _t("{n} settings changed."), len(names))
        if unknown:
            told = self.tr("Not known here: {names}.").format(names=", ".join(unknown))
            words = f"{words} {told}"
        new = {name: one for name, one in presets.items() if had.get(name) != one}
        if new:
            keep(lambda: write_presets({**had, **new}))
            added = counted(_t("{n} preset of exports."), _t("{n} presets of exports."), len(new))
            words = f"{words} {added}"

        def undo() -> None:
            self._take(_values(before, names))
            if new:
                keep(lambda: write_presets(had))

        self._say(words, undo if names or new else None)

    def _kinds(self) -> str:
        return self.tr("Settings") + f" (*{SUFFIX})"

    def _say(self, words: str, undo: Callable[[], object] | None = None) -> None:
        self._trouble.hide()
        self.done_line.say(words, undo)

    def _complain(self, error: PressmarkError) -> None:
        self.done_line.forget()
        self._trouble.setText(sentence(error))
        self._trouble.show()


def _values(settings: Settings, names: list[str]) -> dict[str, Any]:
    return {name: getattr(settings, name) for name in names}
