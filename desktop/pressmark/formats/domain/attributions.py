"""Attributions: quotes as triples of source, cue and content, with offsets in code points."""

from collections.abc import Iterator

from pressmark.formats.domain.one_label import Found, annotations_of, names_of, others_lost
from pressmark.formats.format import Format, NoOptions
from pressmark.formats.json_documents import ascii_line
from pressmark.formats.selection import Selection
from pressmark.model.attribute import Anchor
from pressmark.model.json import Json
from pressmark.model.project import Project

_QUOTE = "quote"


def _write(selection: Selection, options: NoOptions) -> Iterator[bytes]:
    """Yield a line for each article that has quotes: its text, and the triples."""
    del options
    for article in selection.opened():
        triples = [_triple(selection.project, one) for one in annotations_of(_QUOTE, article)]
        if triples:
            line: Json = {
                "id": article.head.id,
                "title": article.head.title,
                "text": article.text,
                "attributions": [*triples],
            }
            yield ascii_line(line)


def _triple(project: Project, found: Found) -> Json:
    one = found.annotation
    spans: list[Json] = [[span.start, span.end] for span in one.fragments]
    sources = found.anchors("speaker")
    return {
        "id": one.id,
        "source": [_anchored(anchor) for anchor in sources if anchor.text],
        "source_names": [*names_of(project, sources)],
        "cue": [_anchored(anchor) for anchor in found.anchors("cue") if anchor.text],
        "content": {"spans": spans, "text": [*one.text]},
        "form": found.words("form"),
        "speech_act": found.words("speech_act"),
    }


def _anchored(anchor: Anchor) -> Json:
    return {"start": anchor.start, "end": anchor.end, "text": anchor.text}


ATTRIBUTIONS = Format(
    id="attributions",
    name="Quotes as triples",
    about="Source, cue and content of every quote, an article a line: to train on.",
    suffix=".jsonl",
    group="training",
    holds=frozenset({"text", "overlap", "fragments"}),
    options=NoOptions,
    write=_write,
    find_lost=others_lost(_QUOTE),
)
