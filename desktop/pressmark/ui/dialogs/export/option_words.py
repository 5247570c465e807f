"""The options of formats in the words of the window."""

from collections.abc import Mapping

from pressmark.formats.options import Option
from pressmark.formats.reports.contents import LANGUAGE
from pressmark.store.settings import LANGUAGES
from pressmark.ui.words import phrase as _t
from pressmark.ui.words import translated

TITLES: Mapping[str, str] = {
    "layer of the annotations": _t("Layer of the annotations"),
    "made for": _t("Made for"),
    "made for projects that tag": _t("Made for projects that tag"),
    "language of the report": _t("Language"),
    "paper": _t("Paper"),
    "where spans overlap": _t("Where spans overlap"),
    "scheme of the tags": _t("Scheme of the tags"),
    "split by article": _t("Split by article"),
    "seed of the split": _t("Seed of the split"),
    "near-copies on one side": _t("Near-copies on one side of the split"),
    "summary and judgements": _t("Summary and judgements"),
    "key figures with charts": _t("Key figures with charts"),
    "table of claims": _t("Table of claims"),
    "quotes by speaker": _t("Quotes by speaker"),
    "denials beside what they deny": _t("Denials beside what they deny"),
    "sanctions as records": _t("Sanctions as records"),
    "what carries labels of the project's own": _t("What carries labels of your own"),
    "relations across articles": _t("Relations across articles"),
    "articles with their marks": _t("Articles with their marks"),
    "sources and their grades": _t("Sources and their grades"),
    "labels, guidelines, what the words mean": _t("Method: labels, guidelines, words"),
}
"""What options are called, by what they say they are about (or by their name)."""

VALUES: Mapping[str, str] = {
    "spreadsheet": _t("Spreadsheets"),
    "raw": _t("Programs, as it is"),
    "labels": _t("By label order"),
    "most": _t("Keep the most spans"),
    "longest": _t("Longest first"),
    "shortest": _t("Shortest first"),
    "bio": _t("BIO"),
    "iobes": _t("IOBES"),
    "bilou": _t("BILOU"),
    "a4": _t("A4"),
    "us-letter": _t("US Letter"),
    "none": _t("Not split"),
    "layout labels": _t("Labels only"),
    "layout relations": _t("Labels and relations"),
}
"""What their values are called; one that means something else elsewhere stands behind its name."""


def option_words(option: Option) -> str:
    """Return what an option is called."""
    key = option.about or option.name
    return translated(TITLES.get(key, key.capitalize()))


def value_words(option: Option, value: str) -> str:
    """Return what one of its values is called; free ones, such as "80/10/10", are as they are.

    A language is called what those who speak it call it.
    """
    if option.name == LANGUAGE:
        return LANGUAGES.get(value, value)
    return translated(VALUES.get(f"{option.name} {value}", VALUES.get(value, value)))
