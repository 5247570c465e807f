"""What `self-test` proves about coming in and going out, one function a check."""

from pathlib import Path

from pressmark.articles.extract import Wishes
from pressmark.articles.kinds import KINDS
from pressmark.articles.reading import file_from_bytes
from pressmark.edits.additions import addition
from pressmark.edits.edit import Stamp
from pressmark.edits.transaction import Transaction
from pressmark.formats.exporting import export
from pressmark.formats.format import NoOptions, ReadRequest
from pressmark.formats.pressmark_jsonl import PRESSMARK_JSONL
from pressmark.formats.registry import WRITTEN
from pressmark.formats.selection import Selection
from pressmark.model.span import Span
from pressmark.paths import resource, seed
from pressmark.store.open_project import new_project, open_project, read_project
from pressmark.store.save import write_file
from pressmark.ui.fault import expect

STAMP = Stamp("self-test", "2020-01-01T00:00:00Z")
_SAID = ("The Zürich office said", "A spokesman, who asked not to be named, denied that")
"""What stands in every sample; lines of a PDF end where they like."""


def importers(_folder: Path) -> str:
    """Prove that an article comes in from every kind of file, foreign ones through the child."""
    samples = {path.stem: path for path in resource("samples").iterdir()}
    for kind in KINDS:
        expect(kind.id in samples, f"there is no sample of {kind.id}")
        sample = samples[kind.id]
        wishes = Wishes(name=sample.name, kind="" if kind.suffixes else kind.id)
        read = file_from_bytes(sample.read_bytes(), added=STAMP.time, wishes=wishes)
        expect(read.kind == kind.id, f"{sample.name} was taken for {read.kind}")
        expect(bool(read.articles) and not read.refused, f"not all of {sample.name} came in")
        text = read.articles[0].article.text
        expect(all(words in text for words in _SAID), f"{sample.name} was read as {text!r}")
    return f"{len(KINDS)} kinds of file"


def exporters(folder: Path) -> str:
    """Prove that the example goes out in every format whose packages this copy carries."""
    selection = Selection(project=read_project(seed("example.pressmark")).project)
    for form in WRITTEN:
        if form.is_here:
            path = folder / form.id / f"example{form.suffix}"
            path.parent.mkdir()
            export(form, selection, path, form.options())
            made = [one for one in path.parent.rglob("*") if one.is_file()]
            expect(bool(made), f"{form.id} wrote nothing")
            expect(all(one.stat().st_size for one in made), f"{form.id} wrote an empty file")
    absent = [form.name for form in WRITTEN if not form.is_here]
    told = f", without {', '.join(absent)}" if absent else ""
    return f"{len(WRITTEN) - len(absent)} formats{told}"


def exchange(folder: Path) -> str:
    """Prove that the example and a new tag come back, whole, from what was exported."""
    path = folder / "example.pressmark"
    write_file(path, [seed("example.pressmark").read_bytes()])
    with open_project(path) as file:
        first = file.project.shelf()[0].head.id
        edit = addition(file.project, first, "claim", (Span(100, 120),), STAMP)
        file.commit(Transaction("Tag claim", (edit,), STAMP))
        exported = folder / "exported.jsonl"
        export(PRESSMARK_JSONL, Selection(project=file.project), exported, NoOptions())
        before = file.project
    with new_project(folder / "again.pressmark", title="Again") as file:
        request = ReadRequest(
            data=exported.read_bytes(), name=exported.name, project=file.project, stamp=STAMP
        )
        if PRESSMARK_JSONL.read is not None:
            found = PRESSMARK_JSONL.read(request)
            file.commit(Transaction("Import", found.edits, STAMP, "import"))
        count = file.project.annotation_count()
        for article in before.opened():
            again = file.project.article(article.head.id)
            expect(again.annotations == article.annotations, f"{article.head.id} differs")
    return f"{count} annotations"
