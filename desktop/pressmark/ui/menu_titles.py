"""What the menus are called, and in which order they stand."""

from pressmark.ui.words import phrase as _t

MENU_TITLES = {
    "file": _t("&File"),
    "file/recent": _t("Open &recent"),
    "edit": _t("&Edit"),
    "article": _t("&Article"),
    "article/state": _t("&State"),
    "annotation": _t("A&nnotation"),
    "annotation/label": _t("&Label"),
    "annotation/attribute": _t("Attrib&ute"),
    "annotation/edges": _t("S&election and edges"),
    "annotation/versions": _t("Two &versions"),
    "view": _t("&View"),
    "view/theme": _t("&Theme"),
    "help": _t("&Help"),
}
"""Titles by the id of the menu, of a submenu as "view/theme"."""
