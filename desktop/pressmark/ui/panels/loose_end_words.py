"""What annotations are called that lack a relation: "Denial without a claim"."""

from PySide6.QtCore import QCoreApplication

from pressmark.analysis.loose_ends import LooseEnd
from pressmark.model.label_set import LabelSet


def loose_end_words(labels: LabelSet, end: LooseEnd) -> str:
    """Return the words for one way to lack a relation, e.g. "Claim that no denial denies"."""
    kind = labels.relation_type(end.type)
    if kind is None:
        return end.type
    named = (labels.label(one) for one in (kind.to if end.starts else kind.from_))
    others = [label.title.lower() for label in named if label is not None]
    listed = others[0] if others else ""
    if len(others) > 1:
        template = QCoreApplication.translate("panels", "{first} or {last}")
        listed = template.format(first=", ".join(others[:-1]), last=others[-1])
    own = labels.label(end.label)
    words = QCoreApplication.translate("panels", "{label} that {relation} no {others}")
    if not end.starts:
        words = QCoreApplication.translate("panels", "{label} that no {others} {relation}")
    title = own.title if own is not None else end.label
    return words.format(label=title, relation=kind.title, others=listed)
