"""What is said of a backup."""

from pressmark.analysis.contrast import Contrast
from pressmark.ui.words import counted, translated
from pressmark.ui.words import phrase as _t


def contrast_words(found: Contrast) -> str:
    """Return how a backup differs from now: "3 annotations fewer, 12 changed"."""
    parts = (
        (found.fewer_annotations, _t("{n} annotation fewer"), _t("{n} annotations fewer")),
        (found.more_annotations, _t("{n} annotation more"), _t("{n} annotations more")),
        (found.fewer_articles, _t("{n} article fewer"), _t("{n} articles fewer")),
        (found.more_articles, _t("{n} article more"), _t("{n} articles more")),
        (found.changed, _t("{n} changed"), _t("{n} changed")),
    )
    words = [counted(one, many, count) for count, one, many in parts if count]
    if found.is_framed_otherwise:
        words.append(translated(_t("title, labels or names changed")))
    return ", ".join(words) or translated(_t("as now"))
