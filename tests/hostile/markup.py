"""A project by somebody who wants to know who reads it: markup in every text that it holds."""

import json
from pathlib import Path
from typing import Any

BEACON = "beacon.png"

_STRUCTURE = {
    *("format", "id", "label", "annotator", "from", "to", "type", "entity", "entities", "kind"),
    *("key", "keys", "states", "raw_sha256", "added", "created", "changed"),
}
"""Keys whose values are ids, times or one of a few words: a file with others would be refused."""

_QUOTED = {"text", "prefix", "suffix"}
"""Keys whose values are words of the article."""


def markup(folder: Path) -> str:
    """Return markup that names a picture in each way there is, and a page."""
    sources = (BEACON, f"file://{folder / BEACON}", f"http://127.0.0.1:9/{BEACON}")
    pictures = "".join(f'<img src="{source}">' for source in sources)
    return f'<b>bold</b>{pictures}<a href="file://{folder / BEACON}">page</a>'


def hostile(example: bytes, words: str) -> bytes:
    """Return the example with `words` in the place of every text, and before every article's."""
    document = json.loads(example)
    document |= {"handling": words, "unknown": words}
    for article in document["articles"]:
        article |= {"published": words, "url": words, "grade": words, "keywords": [words]}
    spoiled = _spoilt(document, words, len(words) + 2)
    for article in spoiled["articles"]:
        article["text"] = f"{words}\n\n{article['text']}"
        article["annotations"].append(_quotation(article, words))
    spoiled["articles"][0]["title"] = None  # shown by its first line
    return json.dumps(spoiled).encode()


def _spoilt(value: Any, words: str, moved: int, key: str = "") -> Any:  # noqa: ANN401 -- any JSON
    if key in _STRUCTURE and not isinstance(value, dict):
        return value
    if isinstance(value, dict):
        return {name: _spoilt(one, words, moved, name) for name, one in value.items()}
    if isinstance(value, list):
        return [_spoilt(one, words, moved, key) for one in value]
    if isinstance(value, str):
        return value if key in _QUOTED else words
    is_offset = key in {"start", "end", "fragments"}
    return value + moved if is_offset else value


def _quotation(article: dict[str, Any], words: str) -> dict[str, Any]:
    """Return an annotation of the markup itself."""
    return {
        **article["annotations"][0],
        "id": f"hostile-{article['id']}",
        "label": words,
        "fragments": [[0, len(words)]],
        "text": [words],
        "prefix": "",
        "suffix": "",
        "attributes": {words: words},
    }
