"""What is easily overlooked in an article, in words."""

from pressmark.analysis.oddities import oddities
from pressmark.ui.words import counted, phrase

_NAMED = 3


def overlooked_facts(text: str) -> list[str]:
    """Return a few words for each kind of thing; a calm count, for news is full of them."""
    odd, told = oddities(text), []
    if odd.invisible:
        one = phrase("{n} invisible character")
        told.append(counted(one, phrase("{n} invisible characters"), len(odd.invisible)))
    if odd.words:
        one = phrase("{n} word with a letter of another alphabet")
        many = phrase("{n} words with letters of another alphabet")
        words = ", ".join(text[slice(*word)] for word in odd.words[:_NAMED])
        more = "…" if len(odd.words) > _NAMED else ""
        told.append(f"{counted(one, many, len(odd.words))}: {words}{more}")
    if odd.replaced:
        one = phrase("{n} character that could not be read")
        many = phrase("{n} characters that could not be read")
        told.append(counted(one, many, odd.replaced))
    return told
