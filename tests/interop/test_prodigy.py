"""What Prodigy itself does with its lines: spaCy builds documents of the tokens, with the spans.

Prodigy is not free: this is what it documents, done with the packages that it is made of.
"""

import spacy
import srsly
from spacy.tokens import Doc

from tests.formats import nasty
from tests.interop.conftest import Writer


def test_spans_stand_on_the_tokens_that_spacy_gets(write: Writer) -> None:
    out = write("prodigy", "set.jsonl", nasty.project(gaps=True))
    out.lost = set()
    vocab = spacy.blank("xx").vocab
    found: dict[str, set[tuple[int, int, str]]] = {}
    for task in srsly.read_jsonl(out.path):
        tokens = task["tokens"]
        words, spaces = [one["text"] for one in tokens], [one["ws"] for one in tokens]
        doc = Doc(vocab, words=words, spaces=spaces)
        name = task["meta"]["doc_id"]
        assert doc.text == task["text"] == out.texts()[name]
        spans = [doc.char_span(one["start"], one["end"], one["label"]) for one in task["spans"]]
        assert None not in spans
        assert [(one.start, one.end - 1) for one in spans] == [
            (one["token_start"], one["token_end"]) for one in task["spans"]
        ]
        found[name] = {(one.start_char, one.end_char, one.label_) for one in spans}
    assert found == out.spans()
