from pressmark.model.attribute import Attribute
from pressmark.model.label_set import Label
from pressmark.store.label_sets import default_label_set
from pressmark.ui.panels.inspector.attribute_keys import attribute_keys


def label_with(*attributes: tuple[str, str]) -> Label:
    made = (Attribute(id=title, title=title, kind=kind) for title, kind in attributes)
    return Label(id="l", title="L", attributes=tuple(made))


def test_anchored_attributes_have_digits_in_the_order_of_the_form() -> None:
    keys = attribute_keys(label_with(("Who", "anchored"), ("Sum", "text"), ("Why", "anchored")))
    assert keys == {"Who": "Alt+1", "Sum": "Alt+S", "Why": "Alt+2"}


def test_a_letter_that_opens_a_menu_is_left_to_it() -> None:
    assert attribute_keys(label_with(("Eve", "date"))) == {}
    assert attribute_keys(label_with(("Event", "date"))) == {"Event": "Alt+T"}


def test_no_two_attributes_share_a_key_and_the_tenth_anchor_has_none() -> None:
    keys = attribute_keys(label_with(*((f"A{number}", "anchored") for number in range(12))))
    assert len(keys) == 9
    for label in default_label_set().labels:
        found = attribute_keys(label)
        assert len(set(found.values())) == len(found) == len(label.attributes)
