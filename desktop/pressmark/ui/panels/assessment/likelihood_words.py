"""The words for how likely something is, and the range that each stands for."""

from PySide6.QtCore import QLocale

from pressmark.model.judgement import Likelihood
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


def likelihood_words(likelihood: Likelihood) -> str:
    """Return what a likelihood is called."""
    return translated(_WORDS[likelihood.id])


def range_words(likelihood: Likelihood) -> str:
    """Return the range that a likelihood stands for."""
    number = QLocale().toString
    words = translated(_t("{low} to {high} %"))
    return words.replace("{low}", number(likelihood.low)).replace("{high}", number(likelihood.high))
