"""The words for how likely something is, and the range that each stands for."""

from PySide6.QtCore import QLocale

from pressmark.model.judgement import Likelihood
from pressmark.ui.panels.words import value_words
from pressmark.ui.words import phrase as _t
from pressmark.ui.words import translated

_WORDS = {
    "almost-no-chance": _t("Almost no chance"),
    "very-unlikely": _t("Very unlikely"),
    "unlikely": _t("Unlikely"),
    "roughly-even-chance": _t("Roughly even chance"),
    "likely": _t("Likely"),
    "very-likely": _t("Very likely"),
    "almost-certainly": _t("Almost certainly"),
}


def likelihood_said(likelihood_id: str) -> str:
    """Return what the likelihood of an id is called; of some other file, the id in words."""
    words = _WORDS.get(likelihood_id)
    return translated(words) if words else value_words(likelihood_id)


def range_words(likelihood: Likelihood) -> str:
    """Return the range that a likelihood stands for."""
    number = QLocale().toString
    words = translated(_t("{low} to {high} %"))
    return words.replace("{low}", number(likelihood.low)).replace("{high}", number(likelihood.high))
