"""What a notice says of an import: how many came in, and what of the rest."""

from collections.abc import Sequence

from pressmark.ui.dialogs.articles.newcomer import Newcomer
from pressmark.ui.dialogs.articles.words import refusal_words
from pressmark.ui.words import counted, phrases, translated
from pressmark.ui.words import phrase as _t

DIMMED = phrases(
    "{n} stretch looks like boilerplate and is dimmed.",
    "{n} stretches look like boilerplate and are dimmed.",
)
"""What is said of the zones of what came in."""


def told(newcomers: Sequence[Newcomer]) -> str:
    """Return what came in and what did not, a sentence each; of one article, how it looks."""
    taken = [one for one in newcomers if one.comes_in]
    single = [one.read for one in newcomers if len(newcomers) == 1 and one.comes_in and one.read]
    zones = sum(len(one.article.head.zones) for one in single)
    odd = sum(bool(one.oddities) for one in single)
    linked = sum(bool(one.like and one.link) for one in taken)
    here = sum(bool(one.here) for one in newcomers)
    refused = [refusal_words(one, one.refusal) for one in newcomers if one.refusal is not None]
    imported = counted(_t("{n} article imported."), _t("{n} articles imported."), len(taken))
    parts = [imported if taken else translated(_t("Nothing new came in."))]
    rest = (
        (DIMMED, zones),
        (phrases("{n} is linked as a reprint.", "{n} are linked as reprints."), linked),
        (phrases("{n} was here already.", "{n} were here already."), here),
        (
            phrases(
                "{n} has invisible characters or letters of another alphabet.",
                "{n} have invisible characters or letters of another alphabet.",
            ),
            odd,
        ),
    )
    parts += [counted(*words, count) for words, count in rest if count]
    if len(refused) == 1:
        parts += refused
    elif refused:
        parts.append(counted(_t("{n} file refused."), _t("{n} files refused."), len(refused)))
    return " ".join(parts)
