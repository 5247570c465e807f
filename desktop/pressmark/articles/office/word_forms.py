"""Words in Word files that stand beside its text: what was chosen in forms, diagrams (SmartArt)."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from pressmark.articles.office.blocks import Paragraph, Run

_CHECKED, _UNCHECKED = "\u2612", "\u2610"


def form_value(sign: Element) -> str:
    """Return what the field of an old form shows that has no result: its choice, or a box.

    `sign` is where the field begins.
    """
    if (box := sign.find("ffData/checkBox")) is not None:
        state = box.find("checked")
        state = box.find("default") if state is None else state
        is_off = state is None or state.get("val", "1") in ("0", "false", "off")
        return _UNCHECKED if is_off else _CHECKED
    if (choices := sign.find("ffData/ddList")) is None:
        return ""
    entries = [one.get("val", "") for one in choices.iterfind("listEntry")]
    chosen = choices.find("result")
    chosen = choices.find("default") if chosen is None else chosen
    at = "0" if chosen is None else chosen.get("val", "")
    return next((one for number, one in enumerate(entries) if str(number) == at), "")


def diagram_words(root: Element | None) -> Iterator[Paragraph]:
    """Yield the words of a diagram, box by box in the order they are kept in."""
    for box in () if root is None else root.iter("dgm:pt"):
        for paragraph in box.iter("a:p"):
            words = "".join(one.text or "" for one in paragraph.iter("a:t"))
            if words.strip():
                yield Paragraph([Run(words)])
