"""What a notice says of an import: how many came in, and what of the rest."""

from collections.abc import Sequence

from pressmark.ui.dialogs.articles.newcomer import Newcomer
from pressmark.ui.messages import sentence
from pressmark.ui.words import counted, phrases
from pressmark.ui.words import phrase as _t


def told(newcomers: Sequence[Newcomer]) -> str:
    """Return what came in and what did not, a sentence each."""
    taken = [one for one in newcomers if one.comes_in]
    zones = sum(len(one.read.article.head.zones) for one in taken if one.read)
    odd = sum(bool(one.read and one.read.oddities) for one in taken)
    linked = sum(bool(one.like and one.link) for one in taken)
    here = sum(bool(one.here) for one in newcomers)
    refused = [one.refusal for one in newcomers if one.refusal is not None]
    parts = [counted(_t("{n} article imported."), _t("{n} articles imported."), len(taken))]
    rest = (
        (
            phrases(
                "{n} stretch looks like boilerplate and is dimmed.",
                "{n} stretches look like boilerplate and are dimmed.",
            ),
            zones,
        ),
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
        parts.append(sentence(refused[0]))
    elif refused:
        parts.append(counted(_t("{n} file refused."), _t("{n} files refused."), len(refused)))
    return " ".join(parts)
