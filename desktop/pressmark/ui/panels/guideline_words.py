"""What counts as a label, in the words of its guideline."""

from pressmark.model.label_set import Label
from pressmark.ui.words import phrase as _t
from pressmark.ui.words import translated


def guideline(label: Label) -> tuple[str, ...]:
    """Return what a label is, and what is one and what is none, in paragraphs; () for nothing."""
    yes = translated(_t("Yes: {example}")).replace("{example}", label.example or "")
    no = translated(_t("No: {example}")).replace("{example}", label.counter_example or "")
    told = (
        label.definition or "",
        yes if label.example else "",
        no if label.counter_example else "",
    )
    return tuple(filter(None, told))
