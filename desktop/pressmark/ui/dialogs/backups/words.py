"""What is said of a backup."""

from pressmark.analysis.contrast import Contrast
from pressmark.ui.words import counted, phrases, translated
from pressmark.ui.words import phrase as _t


def contrast_words(found: Contrast) -> str:
    """Return how a backup differs from now: "3 annotations fewer, 12 changed"."""
    parts = (
        (found.fewer_annotations, phrases("{n} annotation fewer", "{n} annotations fewer")),
        (found.more_annotations, phrases("{n} annotation more", "{n} annotations more")),
        (found.fewer_relations, phrases("{n} relation fewer", "{n} relations fewer")),
        (found.more_relations, phrases("{n} relation more", "{n} relations more")),
        (found.fewer_articles, phrases("{n} article fewer", "{n} articles fewer")),
        (found.more_articles, phrases("{n} article more", "{n} articles more")),
        (found.changed, phrases("{n} changed", "{n} changed")),
    )
    words = [counted(*forms, count) for count, forms in parts if count]
    if found.is_framed_otherwise:
        words.append(translated(_t("title, labels, names or assessment changed")))
    return ", ".join(words) or translated(_t("as now"))
