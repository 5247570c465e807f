"""What a script does with a project: `import pressmark`, without a window or Qt."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import pressmark
from pressmark.errors import EditError, FormatError, ProjectFileError
from pressmark.store.open_project import open_project


@pytest.fixture
def path(seeds: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(seeds / "example.pressmark", tmp_path / "example.pressmark"))


def test_a_project_is_read_as_records_and_as_dicts(path: Path) -> None:
    with pressmark.open(path) as project:
        assert len(list(project.articles())) == 2
        quotes = list(project.annotations(label="quote"))
        assert len(quotes) == 14
        for article, one in quotes:
            assert [article.text[start:end] for start, end in one.fragments] == list(one.text)
        assert all(one.type == "denies" for one in project.relations("denies"))
        assert len(list(project.annotations())) == 38
        dicts = list(project.to_dicts())
    assert [len(one["annotations"]) for one in dicts] == [12, 26]  # type: ignore[arg-type]
    assert json.loads(json.dumps(dicts)) == dicts


def test_a_project_that_is_read_can_be_read_by_others_and_is_not_changed(path: Path) -> None:
    before = path.read_bytes()
    with pressmark.open(path) as one, pressmark.open(path) as other:
        assert one.project == other.project
        with pytest.raises(EditError, match="read-only"):
            one.remove("B18")
    assert path.read_bytes() == before


def test_edits_are_kept_and_are_the_annotator_s(path: Path) -> None:
    with pressmark.open(path, write=True, annotator="Rule 7") as project:
        article = next(project.articles())
        made = project.add(
            article.head.id, "claim", [(160, 170), (180, 190)], {"presupposed": True}
        )
        project.set(made, {"presupposed": None, "summary": "In short"}, note="From a rule")
        project.relabel(made, "quote")
        project.move(made, [(160, 190)])
        project.remove("B18")
        project.undo()
        assert made in project.project.places
    with pressmark.open(path) as project:
        one = project.project.annotation(made)
        assert (one.label, one.note, one.span) == ("quote", "From a rule", (160, 190))
        assert project.project.annotators[one.annotator].name == "Rule 7"
        assert "B18" in project.project.places
        assert len(list(project.annotations())) == 39
    assert open_project(path, write=False).saved


def test_what_cannot_be_done_says_so_and_changes_nothing(path: Path) -> None:
    with pressmark.open(path, write=True) as project:
        article = next(project.articles()).head.id
        before = project.project
        with pytest.raises(EditError):
            project.add(article, "claim", [(5, 5)])
        with pytest.raises(EditError):
            project.relabel("nobody", "claim")
        with pytest.raises(EditError):
            project.relate("denies", "B18", "B18")
        assert project.project == before
        with pytest.raises(ProjectFileError):
            pressmark.open(path, write=True)


def test_a_refusal_says_what_it_is_about(path: Path, tmp_path: Path) -> None:
    with pressmark.open(path) as project, pytest.raises(FormatError) as caught:
        project.export("conll", tmp_path / "set.conll")
    assert (caught.value.case, caught.value.facts["count"]) == ("lossy", 15)
    assert str(caught.value) == "lossy: format=conll, count=15"


def test_a_script_that_fails_keeps_what_it_did_before(path: Path) -> None:
    def fail() -> None:
        with pressmark.open(path, write=True) as project:
            project.remove("B18")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    with pressmark.open(path) as project:
        assert "B18" not in project.project.places


def test_relations_are_made_and_redone(path: Path) -> None:
    with pressmark.open(path, write=True) as project:
        denial = next(project.annotations("denial")).annotation.id
        claim = next(project.annotations("claim")).annotation.id
        made = project.relate("denies", denial, claim, inferred=True)
        project.undo()
        assert made not in {one.id for one in project.relations()}
        project.redo()
        assert made in {one.id for one in project.relations("denies")}


def test_sets_are_written_and_losses_asked_about(path: Path, tmp_path: Path) -> None:
    with pressmark.open(path) as project:
        project.export("csv", tmp_path / "a.csv", {"flavour": "raw"})
        assert (tmp_path / "a.csv").read_bytes().startswith(b"doc_id,")
        lost = len(project.losses("conll").annotations)
        assert lost > 0
        with pytest.raises(FormatError) as refused:
            project.export("conll", tmp_path / "a.conll")
        assert (refused.value.case, refused.value.facts["count"]) == ("lossy", lost)
        assert not (tmp_path / "a.conll").exists()
        project.export("conll", tmp_path / "a.conll", allow_loss=True)
        with pytest.raises(FormatError, match="no-such-format"):
            project.losses("nothing")


def test_a_script_needs_no_window(path: Path) -> None:
    script = (
        "import sys, pressmark\n"
        "assert not [name for name in sys.modules if name.startswith('pressmark.s')]\n"
        "with pressmark.open(sys.argv[1]) as project: print(len(list(project.to_dicts())))\n"
        "assert not [name for name in sys.modules if 'PySide6' in name or 'shiboken' in name]\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=False
    )
    assert (done.stdout.strip(), done.stderr) == ("2", "")
