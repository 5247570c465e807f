"""The page follows the session."""

from PySide6.QtWidgets import QApplication

from pressmark.edits.annotations import AddAnnotation, MoveAnnotation
from pressmark.edits.articles import SetZones
from pressmark.model.article import Zone
from pressmark.model.span import Span
from pressmark.ui.reading.measure import Measure
from pressmark.ui.theme.appearance import apply_theme
from pressmark.ui.theme.themes import load_theme
from tests.ui.reading.conftest import Reader
from tests.ui.reading.desk import annotation, article
from tests.ui.reading.hands import KEY, TEXT, press


def test_what_changes_elsewhere_is_shown(read: Reader) -> None:
    session, view = read(article(TEXT, ("claim", 4, 6)))
    session.commit("Move", MoveAnnotation("a", "0", (Span(13, 22),)))
    assert view.sheet
    assert [one.id for one in view.sheet.stacking.at(15)] == ["0"]
    session.undo()
    assert [one.id for one in view.sheet.stacking.at(4)] == ["0"]
    assert view.active


def test_articles_are_found_where_they_were_left(read: Reader) -> None:
    long = "\n".join(f"Paragraph {number} of a long article." for number in range(200))
    session, view = read(article(long), article(TEXT, article_id="b"))
    view.restore_place(3000, 2500)
    before = view.place()
    assert before[0] == 3000
    session.open_article("b")
    assert view.place() == (0, 0)
    session.open_article("a")
    assert view.place() == before


def test_another_size_of_type_keeps_the_place(read: Reader) -> None:
    long = "\n".join(f"Paragraph {number} of a long article." for number in range(200))
    _, view = read(article(long))
    view.restore_place(3000, 2500)
    line = view.place()[1]
    view.show_measure(Measure(28))
    assert view.place() == (3000, line)
    assert view.document().defaultFont().pixelSize() == 28


def test_nothing_to_show_is_shown_as_nothing(read: Reader) -> None:
    session, view = read(article(TEXT))
    session.open_article("")
    press(view, KEY.Key_1, KEY.Key_Right, KEY.Key_Escape)
    view.next_annotation()
    view.cycle()
    assert view.text == ""
    assert view.visible() == Span(0, 0)


def test_a_scrolled_to_annotation_is_seen(read: Reader) -> None:
    long = "\n".join(f"Paragraph {number} of a long article." for number in range(200))
    session, view = read(article(long, ("claim", 5000, 5030)))
    session.show("0")
    assert view.visible().contains(Span(5000, 5030))


def test_zones_are_dimmed_and_follow_their_edit(read: Reader) -> None:
    session, view = read(article(TEXT, zones=(Zone(start=4, end=6, kind="byline"),)))
    assert [one.cursor.selectedText() for one in view.extraSelections()] == ["EU"]
    session.commit("Zone", SetZones("a", (Zone(start=7, end=11, kind="byline"),)))
    assert [one.cursor.selectedText() for one in view.extraSelections()] == ["said"]


def test_another_theme_is_put_on_at_once(read: Reader, qapp: QApplication) -> None:
    _, view = read(article(TEXT, ("claim", 4, 6)))
    apply_theme(qapp, load_theme("dark"))
    picture = view.viewport().grab().toImage()
    assert picture.pixelColor(2, 2) == load_theme("dark").colours.paper
    piece = view.boxes(Span(4, 6))[0]
    corner = picture.pixelColor(int(piece.center().x()), int(piece.top()) + 2)
    assert corner == load_theme("dark").marks["claim"].wash


def test_another_size_of_type_keeps_the_active_annotation(read: Reader) -> None:
    session, view = read(article(TEXT, ("claim", 4, 6)))
    session.activate("0")
    view.show_measure(Measure(14))
    assert view.active == session.annotation


def test_very_many_changes_at_once_are_taken_in(read: Reader) -> None:
    session, view = read(article(TEXT * 40))
    made = [
        annotation(view.text, "claim", (at, at + 9), annotation_id=f"n{at}")
        for at in range(0, len(view.text) - 9, 5)
    ]
    session.commit("Import", *(AddAnnotation("a", one) for one in made))
    assert view.sheet
    assert len(view.sheet.stacking.annotations) == len(made)
    assert view.sheet.bands.page(0).pieces
    session.undo()
    assert not view.sheet.bands.page(0).pieces


def test_the_active_annotation_stays_in_sight_where_the_view_gets_lower(read: Reader) -> None:
    long = "\n".join(f"Paragraph {number} of a long article." for number in range(200))
    session, view = read(article(long, ("claim", 400, 411), ("quote", 0, 9)))
    session.activate("0")
    view.scroll_to_line(0)
    assert view.visible().end > 411
    view.resize(view.width(), 300)
    seen = view.visible()
    assert seen.start <= 400
    assert seen.end >= 411


def test_what_was_out_of_sight_is_left_there_where_the_view_gets_lower(read: Reader) -> None:
    long = "\n".join(f"Paragraph {number} of a long article." for number in range(200))
    session, view = read(article(long, ("claim", 3000, 3009)))
    session.activate("0")
    view.scroll_to_line(0)
    view.resize(view.width(), 300)
    assert view.visible().start == 0
