import json
from pathlib import Path

import pytest

from pressmark.errors import FormatError
from pressmark.formats.conll import CONLL, ConllOptions
from pressmark.formats.exporting import export
from pressmark.formats.selection import Selection
from pressmark.formats.tags import Scheme
from pressmark.model.project import Project
from tests.formats import nasty
from tests.formats.sets import bare, bring_back, files_of, form

NASTY = nasty.project()


def spans_of(project: Project) -> dict[str, set[tuple[object, ...]]]:
    return {
        article.head.id: {(one.fragments, one.label, one.id) for one in article.annotations}
        for article in Selection(project=project).opened()
    }


def kept_of(project: Project, options: ConllOptions) -> dict[str, set[tuple[object, ...]]]:
    lost = {one.annotation for one in CONLL.losses(Selection(project=project), options).annotations}
    return {
        article: {one for one in spans if one[2] not in lost}
        for article, spans in spans_of(project).items()
    }


@pytest.mark.parametrize("scheme", ["bio", "iobes", "bilou"])
@pytest.mark.parametrize("out", ["set.conll", "set", "set.zip"])
def test_nasty_texts_come_home(scheme: Scheme, out: str, tmp_path: Path) -> None:
    options = ConllOptions(scheme=scheme)
    export(CONLL, Selection(project=NASTY), tmp_path / out, options)
    came = bring_back("conll", tmp_path / out, bare(NASTY.label_set)).project
    kept, back = kept_of(NASTY, options), spans_of(came)
    assert back.keys() == kept.keys()
    assert all(kept[name] <= back[name] for name in kept)
    assert {name: one.open().text for name, one in came.articles.items()} == {
        name: one.open().text for name, one in NASTY.articles.items()
    }
    again = tmp_path / "again.conll"
    export(CONLL, Selection(project=came), again, options)
    if out == "set.conll":
        assert again.read_bytes() == (tmp_path / out).read_bytes()
    more = bring_back("conll", tmp_path / out, came)
    assert more.said.annotations == 0


def test_lines_are_what_readers_split(example: Project) -> None:
    files = files_of("conll", example)
    assert set(files) == {"articles.conll", "articles.offsets"}
    text = files["articles.conll"].decode()
    assert text.startswith("-DOCSTART- -X- O O\n\n")
    for line in text.split("\n"):
        assert len(line.split()) in (0, 4)
    assert text.count("-DOCSTART-") == 2
    assert "\n\n\n" not in text
    assert text.isascii() is False
    assert files["articles.offsets"].isascii()


def test_a_split_makes_a_folder(tmp_path: Path) -> None:
    options = ConllOptions(split="80/10/10")
    with pytest.raises(FormatError, match="needs-folder"):
        export(CONLL, Selection(project=NASTY), tmp_path / "set.conll", options)
    assert not list(tmp_path.iterdir())
    export(CONLL, Selection(project=NASTY), tmp_path / "set", options)
    names = {one.name for one in (tmp_path / "set").iterdir()}
    assert names == {
        f"{one}{end}" for one in ("train", "dev", "test") for end in (".conll", ".offsets")
    }
    came = bring_back("conll", tmp_path / "set", bare(NASTY.label_set))
    assert set(spans_of(came.project)) == set(NASTY.articles)


def test_gaps_come_home_from_their_pieces(tmp_path: Path) -> None:
    gappy = nasty.project(gaps=True)
    export(CONLL, Selection(project=gappy), tmp_path / "set.conll", ConllOptions())
    came = spans_of(bring_back("conll", tmp_path / "set.conll", bare(gappy.label_set)).project)
    pieces = [
        one for one in CONLL.losses(Selection(project=gappy)).annotations if one.why == "in-pieces"
    ]
    assert pieces
    ids = {one[2]: one[0] for spans in came.values() for one in spans}
    for one in pieces:
        before = gappy.article(one.article).annotations[one.annotation]
        if all(text == text.strip() for text in before.text):
            assert ids[one.annotation] == before.fragments


FOREIGN = """\
-DOCSTART- -X- -X- O

EU NNP B-NP S-ORG
rejects VBZ B-VP O
German JJ B-NP B-MISC
call NN I-NP E-MISC

Peter NNP B-NP B-PER
Blackburn NNP I-NP E-PER

-DOCSTART- -X- -X- O

No DT O O
"""


def test_foreign_files_are_joined(tmp_path: Path) -> None:
    path = tmp_path / "eng.conll"
    path.write_text(FOREIGN, "utf-8")
    came = bring_back("conll", path)
    first, second = Selection(project=came.project).opened()
    assert (first.head.title, first.text) == ("eng 1", "EU rejects German call\nPeter Blackburn")
    assert [(one.label, one.text) for one in first.annotations] == [
        ("ORG", ("EU",)),
        ("MISC", ("German call",)),
        ("PER", ("Peter Blackburn",)),
    ]
    assert second.text == "No"
    assert bring_back("conll", path, came.project).said.annotations == 0


@pytest.mark.parametrize("separator", ["\t", " ", " -X- _ "])
def test_two_columns_or_more_are_read(separator: str, tmp_path: Path) -> None:
    path = tmp_path / "set.txt"
    path.write_text(f"He{separator}O\nleft{separator}I-claim\n", "utf-8")
    (article,) = Selection(project=bring_back("conll", path).project).opened()
    assert (article.head.title, article.text) == ("set.txt", "He left")
    assert [one.text for one in article.annotations] == [("left",)]


def test_offsets_of_other_tokens_are_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "set.conll"
    export(CONLL, Selection(project=NASTY), path, ConllOptions())
    lines = (tmp_path / "set.offsets").read_text("utf-8").split("\n")
    for spoilt in ("{", json.dumps({"id": 7}), lines[3]):
        (tmp_path / "set.offsets").write_text(spoilt, "utf-8")
        came = bring_back("conll", path, bare(NASTY.label_set))
        assert {one.head.title for one in came.project.shelf()} > {"set 1", "set 2"}


def test_a_changed_tag_is_taken_as_it_is(tmp_path: Path, example: Project) -> None:
    path = tmp_path / "set.conll"
    export(CONLL, Selection(project=example), path, ConllOptions())
    text = path.read_text("utf-8")
    path.write_text(text.replace("-claim", "-denial"), "utf-8")
    came = bring_back("conll", path, bare(example.label_set)).project
    labels = {
        one.label for article in Selection(project=came).opened() for one in article.annotations
    }
    assert "claim" not in labels
    assert {one.open().text for one in came.shelf()} == {one.open().text for one in example.shelf()}


@pytest.mark.parametrize(
    ("data", "line"),
    [(b"He O\nleft\n", 2), (b"He O\n\nleft NN\n", 3), (b"He O\nl\xff B-a\n", 2)],
)
def test_a_bad_line_is_named(data: bytes, line: int, tmp_path: Path) -> None:
    path = tmp_path / "set.conll"
    path.write_bytes(b"a O\nb O\n")
    assert form("conll").claims("x", path.read_bytes())
    path.write_bytes(b"a O\n" * 20_000 + data)
    with pytest.raises(FormatError) as caught:
        bring_back("conll", path)
    assert caught.value.facts["line"] == 20_000 + line


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"He said.\n",
        b"I O\n",
        b"One B-two\nbut plain words\n",
        b"PK\x03\x04",
        b'{"a": 1}\n[]\n',
    ],
)
def test_other_files_are_not_claimed(data: bytes) -> None:
    assert not form("conll").claims("x.txt", data)
