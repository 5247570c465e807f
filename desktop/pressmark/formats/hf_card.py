"""The card of a Hugging Face dataset: its README.md, which says what is in which file."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from pressmark.formats.hf_rows import SHAPE, Shape
from pressmark.formats.selection import Selection
from pressmark.formats.splitting import WHOLE, SplitOptions

NAMES = ("train", "validation", "test")
"""How the parts of a dataset are called there."""
_LARGER = (1_000, 10_000, 100_000)

_ABOUT = """\
One row an article. Offsets count Unicode code points into `text` and are end-exclusive, so that
`text[start:end]` is the `text` of a span. A span with gaps has several `fragments`; its `start`
and `end` are then the outer borders. Spans overlap and nest.

| column | what it holds |
| --- | --- |
| `id`, `title`, `text`, `byline`, `source`, `published`, `url`, `language`, `grade` | the article |
| `zones` | stretches of boilerplate |
| `spans` | label, borders, fragments, note, confidence, annotator and times of each annotation |
| `spans.attributes` | one entry a value; its `kind` says which columns hold it: `value` for text, \
`number`, `flag`, or `start`, `end`, `text`, `entities` for anchored ones |
| `relations` | from one span (`from`) to another (`to`) or to an `entity` |
| `entities`, `annotators` | those that the row names |
| `more` | fields without a column, as JSON |
"""


def dataset_card(
    selection: Selection,
    parts: Mapping[str, frozenset[str] | None],
    suffix: str,
    options: SplitOptions,
) -> bytes:
    """Return the card of a dataset whose parts are the files `data/<part><suffix>`."""
    sizes, labels = _counted(selection, parts)
    front = [
        "---",
        f"pretty_name: {json.dumps(selection.project.title, ensure_ascii=True)}",
        "task_categories:",
        "- token-classification",
        "size_categories:",
        f"- {_size(sum(count for count, _ in sizes.values()))}",
        *_languages(selection),
        "dataset_info:",
        "  features:",
        *(f"  {line}" for line in _features(SHAPE)),
        "configs:",
        "- config_name: default",
        "  data_files:",
    ]
    for part in parts:
        front += [f"  - split: {part}", f"    path: data/{part}{suffix}"]
    table = [
        "| split | articles | spans |",
        "| --- | ---: | ---: |",
        *(f"| {part} | {articles} | {spans} |" for part, (articles, spans) in sizes.items()),
        "",
        "| label | spans |",
        "| --- | ---: |",
        *(f"| {_cell(label)} | {count} |" for label, count in sorted(labels.items())),
    ]
    title = " ".join(selection.project.title.split()) or "Annotated articles"
    words = [*front, "---", "", f"# {_cell(title)}", "", *table, "", _ABOUT, _split(options)]
    return "\n".join(words).encode()


def _features(shape: Shape) -> Iterator[str]:
    """Yield what each column is: JSON lines leave empty lists, and times, to guessing."""
    for name, kind in shape.items():
        yield f"- name: {name}"
        if isinstance(kind, str):
            yield f"  dtype: {kind}"
        elif isinstance(kind[0], str):
            yield f"  list: {kind[0]}"
        else:
            yield "  list:"
            yield from (f"  {line}" for line in _features(kind[0]))


def _counted(
    selection: Selection, parts: Mapping[str, frozenset[str] | None]
) -> tuple[dict[str, tuple[int, int]], Counter[str]]:
    sizes, labels = {}, Counter[str]()
    for part, ids in parts.items():
        articles = spans = 0
        for article in selection.counted(ids):
            articles += 1
            spans += sum(article.counts.values())
            labels.update(article.counts)
        sizes[part] = (articles, spans)
    return sizes, labels


def _languages(selection: Selection) -> Iterable[str]:
    tags = {one.head.language.split("-")[0] for one in selection.shelf() if one.head.language}
    known = sorted(tag for tag in tags if tag.isascii() and tag.isalpha() and 2 <= len(tag) <= 3)
    return ["language:", *(f"- {json.dumps(tag.lower())}" for tag in known)] if known else []


def _size(count: int) -> str:
    names = ("n<1K", "1K<n<10K", "10K<n<100K", "100K<n<1M")
    return names[sum(count >= one for one in _LARGER)]


def _split(options: SplitOptions) -> str:
    if options.split == WHOLE:
        return "The articles are not split.\n"
    together = "; near-copies are in one split" if options.copies else ""
    return f"Split by article, {options.split}, with seed {options.seed}{together}.\n"


def _cell(words: str) -> str:
    """Return words that are no markup."""
    return "".join(f"\\{one}" if one in "\\`*_{}[]<>()#+-!|~&" else one for one in words)
