"""Words that more than one panel says."""

from PySide6.QtCore import QCoreApplication

from pressmark.analysis.words import Length
from pressmark.model.attribute import Attribute
from pressmark.model.records import Entity
from pressmark.ui.words import counted
from pressmark.ui.words import phrase as _t


def state_words(state: str) -> str:
    """Return what the state of a layer is called."""
    return {
        "new": QCoreApplication.translate("panels", "New"),
        "in-progress": QCoreApplication.translate("panels", "In progress"),
        "done": QCoreApplication.translate("panels", "Done"),
        "damaged": QCoreApplication.translate("panels", "Damaged"),
        "flagged": QCoreApplication.translate("panels", "Flagged"),
    }.get(state, state)


def confidence_words(confidence: str) -> str:
    """Return what a confidence is called."""
    return {
        "low": QCoreApplication.translate("panels", "Low"),
        "moderate": QCoreApplication.translate("panels", "Moderate"),
        "high": QCoreApplication.translate("panels", "High"),
    }.get(confidence, confidence)


def annotation_count(count: int) -> str:
    """Return "1 annotation" or "12 annotations"."""
    return counted(_t("{n} annotation"), _t("{n} annotations"), count)


def length_words(length: Length) -> str:
    """Return how long a text is: "812 words", or "812 characters" where words are not spaced."""
    if length.is_words:
        return counted(_t("{n} word"), _t("{n} words"), length.count)
    return counted(_t("{n} character"), _t("{n} characters"), length.count)


def value_words(value: str) -> str:
    """Return how the id of a choice is shown: "legal-characterisation" as words."""
    words = value.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def value_title(attribute: Attribute | None, value: str) -> str:
    """Return what a value of an attribute is called: by its label set, or by its id."""
    return (attribute.value_titles.get(value) if attribute else None) or value_words(value)


def one_line(text: str) -> str:
    """Return a text without its line breaks and runs of blanks."""
    return " ".join(text.split())


def short_name(entity: Entity) -> str:
    """Return an entity's acronym, where its name or an alias is one ("the EU"), else its name."""
    for name in (entity.name, *entity.aliases):
        word = name.removeprefix("the ").removeprefix("The ")
        if 2 <= len(word) <= 6 and word.isalpha() and word.isupper():
            return word
    return entity.name
