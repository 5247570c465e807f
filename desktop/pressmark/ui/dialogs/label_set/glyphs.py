"""The glyphs that a label can have, and what they are called."""

from pressmark.ui.words import phrase as _t

GLYPHS = {
    "megaphone": _t("Megaphone"),
    "quote": _t("Quotation marks"),
    "gavel": _t("Gavel"),
    "ban": _t("Crossed circle"),
    "bookmark": _t("Bookmark"),
    "map-pin": _t("Map pin"),
    "star": _t("Star"),
    "tag": _t("Tag"),
    "flag": _t("Pennant"),
    "shield": _t("Shield"),
    "ship": _t("Ship"),
    "landmark": _t("Government building"),
    "users": _t("People"),
    "user": _t("Person"),
    "building-2": _t("Building"),
    "newspaper": _t("Newspaper"),
    "message-square": _t("Speech bubble"),
    "mail": _t("Letter"),
    "calendar": _t("Calendar"),
    "clock": _t("Clock"),
    "triangle-alert": _t("Warning sign"),
    "circle-help": _t("Question mark"),
    "eye": _t("Eye"),
    "link": _t("Chain link"),
}
"""By the names of their files; those of the prepared marks first."""
