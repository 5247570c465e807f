"""Words for people, written where nobody knows yet in which language they will be shown."""


def phrase(text: str) -> str:
    """Return words as they are, marked for translation (`packaging/catalogues.py` finds them)."""
    return text


def phrases(one: str, many: str) -> tuple[str, str]:
    """Mark the two forms of words that are counted elsewhere; return them as they are."""
    return one, many
