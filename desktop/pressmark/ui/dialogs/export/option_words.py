"""The options of formats in the words of the window."""

from pressmark.formats.options import Option
from pressmark.ui.words import phrase as _t
from pressmark.ui.words import translated

_ABOUT = {
    "made for": _t("Made for"),
    "where spans overlap": _t("Where spans overlap"),
    "scheme of the tags": _t("Scheme of the tags"),
    "split by article": _t("Split by article"),
    "seed of the split": _t("Seed of the split"),
    "near-copies on one side": _t("Near-copies on one side"),
}
_CHOICES = {
    "true": _t("Yes"),
    "false": _t("No"),
    "spreadsheet": _t("Spreadsheet"),
    "raw": _t("Raw"),
    "most": _t("Keep the most spans"),
    "longest": _t("Longest first"),
    "shortest": _t("Shortest first"),
    "labels": _t("By label order"),
    "bio": _t("BIO"),
    "iobes": _t("IOBES"),
    "bilou": _t("BILOU"),
}


def option_words(option: Option) -> str:
    """Return what an option is about."""
    return translated(_ABOUT.get(option.about, (option.about or option.name).capitalize()))


def choice_words(choice: str) -> str:
    """Return what one of its choices is called."""
    return translated(_CHOICES.get(choice, choice.capitalize()))
