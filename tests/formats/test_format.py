from dataclasses import replace

from pressmark.formats.csv_rows import CSV
from pressmark.formats.format import Losses, Lost
from pressmark.formats.pressmark_jsonl import PRESSMARK_JSONL
from pressmark.formats.refi.qdpx import QDC
from pressmark.formats.reports.html import HTML
from pressmark.formats.selection import Selection
from pressmark.model.project import Project


def test_what_a_format_has_no_place_for_is_counted(example: Project) -> None:
    losses = CSV.losses(Selection(project=example))
    assert losses.annotations == ()
    assert losses.unheld == {"text": 2, "relations": 43, "zones": 10}


def test_what_is_not_there_is_not_lost(example: Project) -> None:
    quotes = Selection(project=example, labels=frozenset({"denial"}), notes=False)
    bare = replace(CSV, holds=frozenset({"text", "overlap"}))
    unheld = bare.losses(quotes).unheld
    assert "notes" not in unheld
    assert unheld["attributes"] == sum(
        len(one.attributes) for article in quotes.opened() for one in article.annotations
    )


def test_annotations_that_do_not_fit_are_named(example: Project) -> None:
    lost = (Lost("a", "x", "overlap"),)
    choosy = replace(HTML, find_lost=lambda _selection, _options: lost)
    assert choosy.losses(Selection(project=example)) == Losses(lost)


def test_only_what_can_be_read_back_is_lossless() -> None:
    assert PRESSMARK_JSONL.lossless
    assert not HTML.lossless
    assert not CSV.lossless


def test_a_format_of_labels_misses_nothing_else(example: Project) -> None:
    assert QDC.losses(Selection(project=example)) == Losses()
