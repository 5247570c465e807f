"""Damaged project files: each opens without loss, or is refused in one sentence, unchanged."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pressmark.cli import messages as cli_messages
from pressmark.errors import ProjectFileError
from pressmark.store.checking import Finding, check_articles
from pressmark.store.open_project import OpenProject, open_project
from pressmark.store.project_file import parse_project, project_bytes, project_chunks
from pressmark.store.salvage import salvage
from pressmark.ui import messages as ui_messages
from tests.damage.layouts import LAYOUTS, elsewhere
from tests.damage.reading import alike, lacking, records_in, strictly
from tests.damage.variants import KINDS, Variant, flip, laid, lines

SHIPPED = (Path(__file__).resolve().parents[2] / "seeds" / "example.pressmark").read_bytes()
DOCUMENT = json.loads(SHIPPED)
PROJECT = parse_project(SHIPPED).project
RECORDS = {
    piece: name
    for layout in ({"ensure_ascii": False}, *LAYOUTS.values())
    for piece, name in records_in(json.dumps(DOCUMENT, **layout))
}
"""Each annotation as it stands in each layout, and its id."""


@pytest.mark.parametrize("kind", [*KINDS, elsewhere], ids=lambda kind: kind.__name__)
def test_no_damage_costs_more_than_it_must(kind: Any, tmp_path: Path) -> None:  # noqa: ANN401
    wrong: dict[str, list[str]] = {}
    for variant in kind(SHIPPED):
        folder = tmp_path / "one"
        folder.mkdir()
        path = folder / "damaged.pressmark"
        path.write_bytes(variant.data)
        wrong[variant.name] = [
            *complaints(variant, path),
            *("the file changed" for _ in [0] if path.read_bytes() != variant.data),
            *(f"left {one.name}" for one in folder.iterdir() if one != path),
        ]
        path.unlink()
        folder.rmdir()
    assert {name: told for name, told in wrong.items() if told} == {}


def complaints(variant: Variant, path: Path) -> Iterator[str]:
    """Yield what is wrong with how Pressmark takes a damaged file."""
    try:
        file = open_project(path)
    except ProjectFileError as error:
        yield from _about_refusal(variant, error)
    else:
        with file:
            yield from _about_opening(variant, file)


def _about_refusal(variant: Variant, error: ProjectFileError) -> Iterator[str]:
    if not cli_messages.has_sentence(error):
        yield f"no sentence of the verbs for {error.case}"
    if not ui_messages.has_sentence(error.code, error.case):
        yield f"no sentence of the window for {error.case}"
    told = cli_messages.sentence(error)
    if re.search(r"[?\n]|\([a-z]+[-_][a-z]+\)", told):
        yield f"a sentence with gaps: {told}"
    if _is_harmless(variant):
        yield f"refused, though nothing is wrong: {error}"
    yield from _about_salvage(variant)


def _about_salvage(variant: Variant) -> Iterator[str]:
    """Hold that every annotation whose record is whole comes back, in whatever layout."""
    found = salvage(variant.data)
    offered = {one.id for article in found.project.opened() for one in article.annotations}
    whole = {name for piece, name in RECORDS.items() if piece in variant.data}
    yield from (f"{name} is whole, and was not salvaged" for name in whole - offered)
    if found.kept != len(offered) or found.total < found.kept:
        yield f"{found.kept} of {found.total} cannot be"


def _about_opening(variant: Variant, file: OpenProject) -> Iterator[str]:
    project = file.project
    seen = [one for checked in check_articles(project) for one in checked.findings]
    findings = [*file.opening.findings, *seen]
    for one in findings:
        if one.kind not in cli_messages._WRONG:
            yield f"no words for {one.kind}"
    again = parse_project(b"".join(project_chunks(project)), newer=True)
    if [*again.project.places] != [*project.places]:
        yield "saved and read again, it lists other annotations"
    for article in project.shelf():
        if not any(one.kind == "damaged" and one.article == article.head.id for one in findings):
            listed = {key for key, place in project.places.items() if place == article.head.id}
            if listed != {*article.open().annotations.ids()}:
                yield f"article {article.head.id} lists other annotations than it has"
    if _is_harmless(variant) and not (project == PROJECT and project_bytes(project) == SHIPPED):
        yield "nothing is wrong with it, and it opens as another project"
    yield from _about_loss(variant, json_of(file), findings)


def json_of(file: OpenProject) -> Any:  # noqa: ANN401 -- JSON
    try:
        return json.loads(project_bytes(file.project))
    except (ValueError, RecursionError):  # a damaged article is kept as it is
        return None


def _about_loss(variant: Variant, saved: Any, findings: list[Finding]) -> Iterator[str]:  # noqa: ANN401
    """Hold that what an open project saves is all that its file says, but for what is told."""
    told = {one.kind for one in findings}
    try:
        document = strictly(variant.data)
    except (ValueError, RecursionError):
        if "damaged" not in told:
            yield "it is no JSON, and nobody is told"
        yield from _about_salvage(variant)
        return
    if not told & {"damaged", "repaired"}:
        del document["version"]  # a newer one is read only: it is never saved
        document.pop("generator", None)
        where = lacking(document, saved)
        if where is not None:
            yield f"it loses {where}"


def _is_harmless(variant: Variant) -> bool:
    """Say whether a variant still says what the sound file does."""
    try:
        return alike(DOCUMENT, strictly(variant.data))
    except (ValueError, RecursionError):
        return False


def test_there_are_hundreds_of_variants_all_different() -> None:
    made = [variant.data for kind in (*KINDS, elsewhere) for variant in kind(SHIPPED)]
    assert len(made) > 1200
    assert len(set(made)) > 0.99 * len(made)
    assert SHIPPED not in made


@pytest.mark.parametrize("kind", [flip, lines], ids=lambda kind: kind.__name__)
def test_variants_are_the_same_at_every_run(kind: Any) -> None:  # noqa: ANN401
    assert [*kind(SHIPPED)] == [*kind(SHIPPED)]


def test_an_article_without_a_list_of_annotations_has_none() -> None:
    held = json.loads(SHIPPED)
    del held["articles"][0]["annotations"]
    project = parse_project(laid(held)).project
    assert [len(one.annotations) for one in project.opened()] == [0, 26]
