"""Settings in the palette: each value that can be picked there, and a way to all others."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale

from pressmark.store.setting import Amount, Choice, Setting, Switch
from pressmark.store.settings import SECTIONS, SETTINGS
from pressmark.ui.desk import Desk
from pressmark.ui.palette.entry import Entry
from pressmark.ui.words import translated

_ICON = "settings"


def setting_entries(desk: Desk) -> Iterator[Entry]:
    """Yield what sets a setting to each of its values, or else leads to its field."""
    for setting in SETTINGS:
        if setting.title:
            yield from _of(desk, setting)


def _of(desk: Desk, setting: Setting) -> Iterator[Entry]:
    title, now = translated(setting.title), getattr(desk.preferences.settings, setting.name)
    also = f"{translated(setting.about)} {translated(SECTIONS[setting.section])}"
    choose = partial(desk.customising.choose, setting.name)
    match setting.kind:
        case Choice(words):
            for value, told in words.items():
                aside = _tr("now") if value == now else ""
                do = partial(choose, value)
                yield Entry(f"{title}: {translated(told)}", aside, _ICON, do, also)
        case Switch():
            yield Entry(
                title, _tr("on") if now else _tr("off"), _ICON, partial(choose, not now), also
            )
        case kind:
            unit = translated(kind.unit) if isinstance(kind, Amount) else ""
            aside = unit.replace("{n}", QLocale().toString(now)) if unit else ""
            go = partial(desk.customising.show_preferences, setting.name)
            yield Entry(f"{title}…", aside, _ICON, go, also)


def _tr(text: str) -> str:
    return QCoreApplication.translate("palette", text)
