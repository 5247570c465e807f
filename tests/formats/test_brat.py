import json
import re
from pathlib import Path

import pytest

from pressmark.errors import FormatError
from pressmark.formats.brat import BRAT
from pressmark.formats.exporting import export
from pressmark.formats.format import NoOptions
from pressmark.formats.selection import Selection
from pressmark.model.project import Project
from tests.formats import nasty
from tests.formats.sets import bare, bring_back, files_of

NASTY = nasty.project(gaps=True)
TEXT_BOUND = re.compile(r"(T\d+)\t([A-Za-z0-9_-]+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)", re.DOTALL)
OTHERS = re.compile(r"R\d+\t\S+ Arg1:T\d+ Arg2:T\d+|#\d+\tAnnotatorNotes T\d+\t.+")


def out(project: Project, path: Path) -> Path:
    export(BRAT, Selection(project=project), path, NoOptions())
    return path


@pytest.mark.parametrize("name", ["set", "set.zip"])
@pytest.mark.parametrize("which", ["nasty", "example"])
def test_everything_comes_home(name: str, which: str, tmp_path: Path, example: Project) -> None:
    project = NASTY if which == "nasty" else example
    lost = {one.annotation for one in BRAT.losses(Selection(project=project)).annotations}
    came = bring_back("brat", out(project, tmp_path / name), bare(project.label_set)).project
    assert set(came.articles) == set(project.articles)
    for key, shelved in project.articles.items():
        before, after = shelved.open(), came.articles[key].open()
        assert after.text == before.text
        assert after.head == before.head
        kept = [one for one in before.annotations if one.id not in lost]
        assert [one for one in after.annotations if one.id not in lost] == kept
    if which == "example":
        assert came.relations == project.relations
        assert came.entities == project.entities
    again = bring_back("brat", tmp_path / name, came)
    assert again.said.annotations == 0


def test_lines_are_as_brat_reads_them() -> None:
    files = files_of("brat", NASTY)
    for name, data in files.items():
        if not name.endswith(".ann"):
            continue
        text = files[name.replace(".ann", ".txt")].decode()
        seen = set()
        for line in data.decode().splitlines():  # as brat does
            key = line.partition("\t")[0]
            assert key not in seen
            seen.add(key)
            if not key.startswith("T"):
                assert OTHERS.fullmatch(line)
                continue
            found = TEXT_BOUND.fullmatch(line)
            assert found
            pairs = [tuple(map(int, pair.split())) for pair in found[3].split(";")]
            assert " ".join(text[start:end] for start, end in pairs) == found[4]
            assert all(start < end for start, end in pairs)


def test_every_text_has_its_annotations_and_the_labels_are_declared(example: Project) -> None:
    files = files_of("brat", example)
    texts = {name.removesuffix(".txt") for name in files if name.endswith(".txt")}
    assert texts == {name.removesuffix(".ann") for name in files if name.endswith(".ann")}
    conf = files["annotation.conf"].decode()
    sections = re.findall(r"^\[(\w+)\]$", conf, re.MULTILINE)
    assert sections == ["entities", "relations", "events", "attributes"]
    assert "\nclaim\nquote\nsanction\ndenial\n" in conf
    assert re.search(r"^presupposed\tArg:claim$", conf, re.MULTILINE)
    assert re.search(r"^form\tArg:quote, Value:direct\|indirect\|mixed", conf, re.MULTILINE)
    assert "claim | Claim" in files["visual.conf"].decode()


FOREIGN = """\
T1\tOrganization 0 4\tSony
T2\tMERGE-ORG 14 27\tjoint venture
T3\tOrganization 33 41\tEricsson
E1\tMERGE-ORG:T2 Org1:T1 Org2:T3
T4\tCountry 75 81;90 91\tSweden x
R1\tOrigin Arg1:T3 Arg2:T4
*\tEquiv T1 T3
A1\tNegation E1
A2\tConfidence E1 L2
#1\tAnnotatorNotes T1\tthe firm
N1\tReference T1 Wikipedia:534366\tSony
"""
TEXT = "Sony announced joint venture with Ericsson. " + " " * 31 + "Sweden".ljust(15) + "x\n"


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    folder = tmp_path / "set"
    (folder / "inner").mkdir(parents=True)
    text = TEXT.replace("announced joint", "announces joint")
    joint = text.index("joint")
    ann = FOREIGN.replace("14 27", f"{joint} {joint + 13}")
    ericsson = text.index("Ericsson")
    ann = ann.replace("33 41", f"{ericsson} {ericsson + 8}")
    (folder / "inner" / "doc-1.txt").write_text(text, "utf-8")
    (folder / "inner" / "doc-1.ann").write_text(ann, "utf-8")
    return folder


def test_foreign_files_come_in(foreign: Path) -> None:
    came = bring_back("brat", foreign)
    (article,) = Selection(project=came.project).opened()
    assert article.head.title == "inner/doc-1"
    by_label = {(one.label, one.text): one for one in article.annotations}
    assert set(by_label) == {
        ("Organization", ("Sony",)),
        ("MERGE-ORG", ("joint venture",)),
        ("Organization", ("Ericsson",)),
        ("Country", ("Sweden", "x")),
    }
    assert by_label["Organization", ("Sony",)].note == "the firm"
    event = by_label["MERGE-ORG", ("joint venture",)]
    assert dict(event.attributes) == {"Negation": True, "Confidence": "L2"}
    types = sorted(one.type for one in came.project.relations)
    assert types == ["Equiv", "Org1", "Org2", "Origin"]
    assert ("normalisation", "1") in [(one.code, one.what) for one in came.said.skipped]
    assert bring_back("brat", foreign, came.project).said.annotations == 0


def test_what_was_changed_in_brat_is_taken(tmp_path: Path, example: Project) -> None:
    folder = out(example, tmp_path / "set")
    path = next(folder.glob("*.ann"))
    path.write_text(path.read_text("utf-8").replace("\tclaim ", "\tdenial "), "utf-8")
    name = path.stem
    came = bring_back("brat", folder, example)
    after = came.project.article(name).annotations
    before = example.article(name).annotations
    assert all(after[one.id].label == "denial" for one in before if one.label == "claim")
    assert all(after[one.id].attributes == one.attributes for one in before)


@pytest.mark.parametrize(
    "line",
    ["T1 claim 0 1 x", "T1\tclaim 0\tx", "R1\tdenies Arg1:T1", "?\tx", "A1\tx", "T1\tclaim a b\tx"],
)
def test_a_bad_line_is_named(line: str, tmp_path: Path) -> None:
    folder = tmp_path / "set"
    folder.mkdir()
    (folder / "a.txt").write_text("Text", "utf-8")
    (folder / "a.ann").write_text(f"T9\tclaim 0 4\tText\n{line}\n", "utf-8")
    with pytest.raises(FormatError) as caught:
        bring_back("brat", folder)
    assert (caught.value.facts["line"], caught.value.facts["where"]) == (2, "a.ann")


def test_words_that_stand_nowhere_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "set"
    folder.mkdir()
    (folder / "a.txt").write_text("Text", "utf-8")
    (folder / "a.ann").write_text("T9\tclaim 0 4\tWord\n", "utf-8")
    with pytest.raises(FormatError, match="bad-line"):
        bring_back("brat", folder)


def test_the_file_beside_is_plain_json(example: Project) -> None:
    lines = files_of("brat", example)["pressmark.jsonl"].split(b"\n")
    assert [json.loads(line)["file"] for line in lines if line] == [
        one.head.id for one in example.shelf()
    ]
