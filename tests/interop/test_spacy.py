"""spaCy itself reads what Pressmark writes without it, and trains on it."""

from pathlib import Path

import pytest
import spacy
from spacy.cli.convert import convert
from spacy.strings import hash_string
from spacy.symbols import IDS
from spacy.tokens import Doc, DocBin
from spacy.training import Corpus, Example

from pressmark.formats.source import source_at
from pressmark.formats.spacy_strings import SYMBOLS, number_of
from pressmark.model.project import Project
from tests.formats import nasty
from tests.formats.sets import bare, bring_back
from tests.interop.conftest import Writer


def docs(path: Path) -> list[Doc]:
    return list(DocBin().from_disk(path).get_docs(spacy.blank("xx").vocab))


def test_strings_have_spacys_numbers() -> None:
    assert dict(SYMBOLS) == IDS
    words = {word for text in nasty.TEXTS.values() for word in (text, *text, *text.split())}
    store = spacy.blank("xx").vocab.strings
    for word in words:
        assert number_of(word) == store[word]
        assert word in IDS or not word or number_of(word) == hash_string(word)


def test_entities_stand_where_they_should(write: Writer) -> None:
    out = write("spacy", "set.spacy")
    read = {doc.user_data["id"]: doc for doc in docs(out.path)}
    assert {name: doc.text for name, doc in read.items()} == out.texts()
    assert out.spans() == {
        name: {(one.start_char, one.end_char, one.label_) for one in doc.ents}
        for name, doc in read.items()
    }


def test_groups_hold_everything(write: Writer) -> None:
    out = write("spacy-spancat", "set.spacy", nasty.project(gaps=True))
    out.lost = set()
    read = {doc.user_data["id"]: doc for doc in docs(out.path)}
    assert {name: doc.text for name, doc in read.items()} == out.texts()
    assert out.spans() == {
        name: {(one.start_char, one.end_char, one.label_) for one in doc.spans["sc"]}
        for name, doc in read.items()
    }
    ids = {span.id_ for doc in read.values() for span in doc.spans["sc"]}
    assert ids == set(out.project.places)


def test_what_spacy_writes_comes_in(write: Writer, tmp_path: Path) -> None:
    for format_id in ("spacy", "spacy-spancat"):
        out = write(format_id, "set.spacy")
        theirs = tmp_path / "theirs.spacy"
        DocBin(store_user_data=True, docs=docs(out.path)).to_disk(theirs)
        assert source_at(theirs, Path.read_bytes).form is not None
        came = bring_back("spacy", theirs, bare(out.project.label_set)).project
        assert {
            article.head.id: {
                (*one.span, one.label)
                for one in article.open().annotations
                if len(one.fragments) == 1
            }
            for article in came.shelf()
        } == out.spans()


@pytest.mark.parametrize(("format_id", "pipe"), [("spacy", "ner"), ("spacy-spancat", "spancat")])
def test_a_step_of_training_goes_through(
    format_id: str, pipe: str, write: Writer, example: Project
) -> None:
    out = write(format_id, "set.spacy", example)
    nlp = spacy.blank("en")
    trained = nlp.add_pipe(pipe)
    examples = list(Corpus(out.path)(nlp))
    assert len(examples) == 2
    for label in ("claim", "quote", "sanction", "denial"):
        trained.add_label(label)
    optimizer = nlp.initialize(lambda: examples)
    aligned = [
        Example(nlp.make_doc(one.reference.text), one.reference)
        if pipe == "spancat"
        else Example(one.reference.copy(), one.reference)
        for one in examples
    ]
    losses = nlp.update(aligned, sgd=optimizer)
    assert losses[pipe] > 0


@pytest.mark.parametrize("scheme", ["bio", "bilou"])
def test_its_converter_takes_conll(scheme: str, write: Writer, tmp_path: Path) -> None:
    out = write("conll", "set.conll", scheme=scheme)
    convert(out.path, tmp_path, file_type="spacy", converter="conll", n_sents=0)
    read = docs(tmp_path / "set.spacy")
    entities = sum(len(doc.ents) for doc in read)
    assert entities == sum(len(spans) for spans in out.spans().values()) + out.trimmed
