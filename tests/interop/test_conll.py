"""seqeval, in its strict mode and in its usual one, finds every span that was tagged."""

import pytest
from seqeval.metrics.sequence_labeling import get_entities
from seqeval.scheme import BILOU, IOB2, IOBES, Entities

from pressmark.formats.flattening import flattened, label_ranks
from pressmark.formats.selection import Selection
from pressmark.model.project import Project
from tests.formats import nasty
from tests.interop.conftest import Exported, Writer

SCHEMES = {"bio": IOB2, "iobes": IOBES, "bilou": BILOU}


def sentences(out: Exported) -> list[list[tuple[str, str]]]:
    """Return the sentences as every trainer's own few lines read them: split at blank lines."""
    blocks = out.path.read_text("utf-8").split("\n\n")
    rows = [[line.split() for line in block.split("\n") if line] for block in blocks]
    read = [[(row[0], row[-1]) for row in sentence] for sentence in rows if sentence]
    return [one for one in read if one[0][0] != "-DOCSTART-"]


def labels(project: Project) -> list[str]:
    selection = Selection(project=project)
    ranks = label_ranks(selection)
    return sorted(
        one.label
        for article in selection.opened()
        for span, one in flattened(article, "most", ranks).spans()
        if article.text[slice(*span)].strip()
    )


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("which", ["nasty", "example"])
def test_a_strict_reader_finds_every_span(
    scheme: str, which: str, write: Writer, example: Project
) -> None:
    project = example if which == "example" else nasty.project(gaps=True)
    out = write("conll", "set.conll", project, scheme=scheme)
    tags = [[tag for _, tag in sentence] for sentence in sentences(out)]
    strict = Entities(tags, SCHEMES[scheme])
    found = sorted(one.tag for sentence in strict.entities for one in sentence)
    assert found == labels(project)


def test_words_are_those_of_the_texts(write: Writer) -> None:
    out = write("conll", "set.conll")
    words = "".join(word for sentence in sentences(out) for word, _ in sentence)
    texts = Selection(project=out.project).opened()
    assert words == "".join("".join(one.text.split()) for one in texts)


def test_the_usual_reader_agrees(write: Writer, example: Project) -> None:
    out = write("conll", "set.conll", example)
    tags = [[tag for _, tag in sentence] for sentence in sentences(out)]
    assert sorted(label for label, *_ in get_entities(tags)) == labels(example)
