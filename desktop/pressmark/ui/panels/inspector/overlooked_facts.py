"""What is easily overlooked in an article, in words."""

from pressmark.analysis.oddities import oddities
from pressmark.ui.words import counted, phrases

_NAMED = 3


def overlooked_facts(text: str) -> list[str]:
    """Return a few words for each kind of thing; a calm count, for news is full of them."""
    odd, told = oddities(text), []
    if odd.invisible:
        unseen = phrases("{n} invisible character", "{n} invisible characters")
        told.append(counted(*unseen, len(odd.invisible)))
    if odd.words:
        mixed = phrases(
            "{n} word with a letter of another alphabet",
            "{n} words with letters of another alphabet",
        )
        words = ", ".join(text[slice(*word)] for word in odd.words[:_NAMED])
        more = "…" if len(odd.words) > _NAMED else ""
        told.append(f"{counted(*mixed, len(odd.words))}: {words}{more}")
    if odd.replaced:
        unread = phrases(
            "{n} character that could not be read", "{n} characters that could not be read"
        )
        told.append(counted(*unread, odd.replaced))
    return told
