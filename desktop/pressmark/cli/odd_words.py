"""The words for what is easily overlooked in an article."""

from pressmark.analysis.oddities import Oddities
from pressmark.cli.printing import counted

_NAMED = 3


def odd_words(text: str, odd: Oddities) -> list[str]:
    """Return what is easily overlooked in an article, in a few words for each kind."""
    told = []
    if odd.invisible:
        turning = f", {odd.turning} of them turn the writing direction" if odd.turning else ""
        told.append(f"contains {counted(len(odd.invisible), 'invisible character')}{turning}")
    if odd.words:
        words = ", ".join(text[slice(*word)] for word in odd.words[:_NAMED])
        more = ", ..." if len(odd.words) > _NAMED else ""
        count = counted(len(odd.words), "word")
        told.append(f"{count} with a letter of another alphabet: {words}{more}")
    if odd.replaced:
        told.append(f"contains {counted(odd.replaced, 'replacement character')} (U+FFFD)")
    return told
