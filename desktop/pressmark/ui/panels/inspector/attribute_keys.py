"""Which keys lead to the attributes of an annotation, from the article and from the form."""

from collections.abc import Mapping

from pressmark.model.label_set import Label
from pressmark.ui.menu_titles import MENU_TITLES
from pressmark.ui.words import translated

_DIGITS = "123456789"


def attribute_keys(label: Label) -> Mapping[str, str]:
    """Return the key of each attribute of a label, as Qt names it, by the attribute's id.

    Anchored attributes have digits, in the order of the form; all others a letter of their title
    that opens no menu.
    """
    digits, taken = iter(_DIGITS), _menu_letters()
    keys: dict[str, str] = {}
    for attribute in label.attributes:
        if attribute.kind == "anchored":
            key = next(digits, None)
        else:
            key = next((one for one in attribute.title.upper() if _is_free(one, taken)), None)
        if key is not None:
            taken.add(key)
            keys[attribute.id] = f"Alt+{key}"
    return keys


def _menu_letters() -> set[str]:
    titles = [translated(title) for name, title in MENU_TITLES.items() if "/" not in name]
    return {title.partition("&")[2][:1].upper() for title in titles}


def _is_free(letter: str, taken: set[str]) -> bool:
    return letter.isascii() and letter.isalpha() and letter not in taken
