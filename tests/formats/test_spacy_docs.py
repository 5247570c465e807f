import zlib
from pathlib import Path

import pytest

from pressmark.errors import FormatError
from pressmark.formats.exporting import export
from pressmark.formats.format import Format, ReadRequest
from pressmark.formats.msgpack import packed
from pressmark.formats.selection import Selection
from pressmark.formats.spacy_docs import SPACY, SPACY_SPANCAT
from pressmark.model.project import Project
from tests.formats import nasty
from tests.formats.sets import STAMP, bare, bring_back, form

NASTY = nasty.project()


def spans_of(project: Project) -> dict[str, set[tuple[object, ...]]]:
    return {
        article.head.id: {(one.fragments, one.label, one.id) for one in article.annotations}
        for article in Selection(project=project).opened()
    }


def left(form: Format[object], project: Project) -> set[str]:
    return {one.annotation for one in form.losses(Selection(project=project)).annotations}


@pytest.mark.parametrize("out", ["set.spacy", "set", "set.zip"])
@pytest.mark.parametrize("form", [SPACY, SPACY_SPANCAT], ids=lambda one: one.id)
def test_nasty_texts_come_home(form: Format[object], out: str, tmp_path: Path) -> None:
    export(form, Selection(project=NASTY), tmp_path / out, form.options())
    came = bring_back("spacy", tmp_path / out, bare(NASTY.label_set)).project
    lost = left(form, NASTY)
    assert bool(lost) == (form is SPACY)
    assert spans_of(came) == {
        name: {one for one in spans if one[2] not in lost}
        for name, spans in spans_of(NASTY).items()
    }
    for name, article in NASTY.articles.items():
        assert came.articles[name].open().text == article.open().text
    assert bring_back("spacy", tmp_path / out, came).said.annotations == 0


def test_gaps_come_home_from_their_pieces(tmp_path: Path) -> None:
    gappy = nasty.project(gaps=True)
    path = tmp_path / "set.spacy"
    export(SPACY_SPANCAT, Selection(project=gappy), path, SPACY_SPANCAT.options())
    came = bring_back("spacy", path, bare(gappy.label_set)).project
    assert spans_of(came) == spans_of(gappy)
    losses = SPACY_SPANCAT.losses(Selection(project=gappy)).annotations
    assert {one.why for one in losses} == {"in-pieces"}


def test_a_split_makes_a_file_for_each_part(tmp_path: Path) -> None:
    options = SPACY.options(split="80/10/10")
    export(SPACY, Selection(project=NASTY), tmp_path / "set", options)
    names = {one.name for one in (tmp_path / "set").iterdir()}
    assert names == {"train.spacy", "dev.spacy", "test.spacy"}


@pytest.mark.parametrize(
    "data",
    [
        b"not zipped",
        zlib.compress(packed({"version": "0.1", "attrs": [65]})),
        zlib.compress(packed({"version": "0.1", "attrs": [65]}))[:-4],
        zlib.compress(packed([])),
        zlib.compress(
            packed(
                {
                    "version": "0.1",
                    "attrs": [65],
                    "tokens": bytes(8),
                    "spaces": b"",
                    "lengths": bytes(4),
                    "strings": [],
                }
            )
        ),
    ],
)
def test_a_damaged_file_is_refused(data: bytes) -> None:
    read = form("spacy").read
    assert read is not None
    with pytest.raises(FormatError, match="bad-line"):
        read(ReadRequest(data=data, name="x.spacy", project=bare(), stamp=STAMP))


def test_other_files_are_not_claimed() -> None:
    claims = form("spacy").claims
    assert not claims("x.spacy", b"plain")
    assert not claims("x.spacy", zlib.compress(b"something else"))
    assert not claims("x", b"")
