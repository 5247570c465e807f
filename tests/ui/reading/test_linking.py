"""Choosing the other end of a relation in the text, and what is drawn of relations there."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from pressmark.edits.relations import AddRelation
from pressmark.model.records import Relation
from pressmark.model.span import Span
from pressmark.store.label_sets import default_label_set
from pressmark.ui.reading.article_view import ArticleView
from pressmark.ui.reading.curves import Curves
from pressmark.ui.reading.linking import Linking
from pressmark.ui.reading.measure import Measure
from pressmark.ui.session import Session
from tests.ui.panels.in_memory import hear
from tests.ui.reading.conftest import Reader
from tests.ui.reading.desk import article
from tests.ui.reading.hands import KEY, SHIFT, TEXT, click, press

LINES = "\n".join([TEXT] * 40)
NESTED = (("claim", 0, 11), ("quote", 14, 63), ("claim", 15, 24), ("denial", 64, 80))


@pytest.fixture
def choosing(read: Reader) -> tuple[Session, ArticleView, Linking]:
    """Return a reading view with the denial active, in which its other end is being chosen."""
    session, view = read(article(TEXT, *NESTED))
    linking = Linking(view)
    session.activate("3")
    linking.begin(default_label_set())
    return session, view, linking


def keys_of(linking: Linking) -> list[tuple[str, str]]:
    return [(one.accessibleName(), one.accessibleDescription()) for one in linking.card.buttons]


def test_keys_choose_the_other_end_and_the_type(
    choosing: tuple[Session, ArticleView, Linking],
) -> None:
    session, view, linking = choosing
    chosen = hear(linking.chosen)
    assert linking.card.isVisible()
    press(view, KEY.Key_P)
    assert linking.other is not None
    assert linking.other.id == "2"
    assert keys_of(linking) == [("denies", "Key D")]
    press(view, KEY.Key_P)
    assert keys_of(linking) == [("denies", "Key D"), ("attributed to", "Key A")]
    press(view, KEY.Key_Return)  # which of the two?
    assert chosen == []
    press(view, KEY.Key_D, with_=SHIFT)
    ((fit, other, inferred),) = chosen
    assert (getattr(fit, "kind").id, other, inferred) == ("denies", "1", True)  # noqa: B009 -- an object
    assert linking.start is None
    assert session.article is not None
    assert len(session.article.annotations) == len(NESTED)  # D did not tag


def test_where_one_type_fits_enter_takes_it(choosing: tuple[Session, ArticleView, Linking]) -> None:
    _, view, linking = choosing
    chosen = hear(linking.chosen)
    press(view, KEY.Key_P, KEY.Key_Return)
    assert [(other, inferred) for _fit, other, inferred in chosen] == [("2", False)]


def test_what_fits_only_the_other_way_round_says_so(
    choosing: tuple[Session, ArticleView, Linking],
) -> None:
    session, view, linking = choosing
    linking.leave()
    session.activate("0")
    linking.begin(default_label_set())
    press(view, KEY.Key_P)
    assert keys_of(linking) == [("denies, from the other one to this one", "Key D")]


def test_clicks_and_the_caret_choose_too(choosing: tuple[Session, ArticleView, Linking]) -> None:
    session, view, linking = choosing
    click(view, 17)
    assert linking.other is not None
    assert linking.other.id == "2"
    click(view, 17)
    assert linking.other.id == "1"
    assert session.annotation is not None
    assert session.annotation.id == "3"  # it stays where the relation starts
    view.set_caret(0)
    press(view, KEY.Key_Right)
    assert linking.other.id == "0"
    chosen = hear(linking.chosen)
    (button,) = linking.card.buttons
    linking.card.inferred.click()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [(other, inferred) for _fit, other, inferred in chosen] == [("0", True)]


def test_esc_leaves_with_nothing_changed(choosing: tuple[Session, ArticleView, Linking]) -> None:
    session, view, linking = choosing
    caret = view.caret()
    press(view, KEY.Key_P, KEY.Key_Right, KEY.Key_Right, KEY.Key_Escape)
    assert linking.start is None
    assert not linking.card.isVisible()
    assert view.caret() == caret
    assert session.undo_title is None
    assert session.annotation is not None
    press(view, KEY.Key_Escape)  # and now it means what it meant before
    assert session.annotation is None


@pytest.mark.parametrize(("typed", "asked"), [("/", ""), ("x", "x")])
def test_what_is_typed_is_looked_for_in_a_list(
    choosing: tuple[Session, ArticleView, Linking], typed: str, asked: str
) -> None:
    _, view, linking = choosing
    lists = hear(linking.list_asked)
    QTest.keyClicks(view, typed)
    assert lists == [(asked,)]
    assert linking.start is None


def test_the_key_of_a_type_that_does_not_fit_does_nothing(
    choosing: tuple[Session, ArticleView, Linking],
) -> None:
    _, view, linking = choosing
    press(view, KEY.Key_P, KEY.Key_S, KEY.Key_T)
    assert linking.start is not None


# ---- what is drawn


@pytest.fixture
def drawn(read: Reader) -> Callable[..., tuple[Session, ArticleView, Curves]]:
    def show(*ends: tuple[str, str]) -> tuple[Session, ArticleView, Curves]:
        far = len(LINES) - 20
        tagged = (*NESTED, ("claim", far, far + 9))
        other = article(TEXT, article_id="b", title="Elsewhere")
        session, view = read(article(LINES, *tagged), other)
        curves = Curves(session, view, lambda relation, _seen_from: relation.type)
        for at, (start, end) in enumerate(ends):
            relation = Relation(id=f"r{at}", type="denies", from_=start, to=end)
            session.commit("Relate", AddRelation(relation))
        return session, view, curves

    return show


def painted(view: ArticleView) -> QImage:
    return view.viewport().grab().toImage()


def test_only_the_active_annotation_has_curves_and_they_keep_off_the_text(
    drawn: Callable[..., tuple[Session, ArticleView, Curves]],
) -> None:
    session, view, curves = drawn(("3", "1"), ("3", "1"), ("1", "0"))
    assert [*curves.arcs()] == []
    session.activate("3")
    assert [one.other for one in curves.arcs()] == ["1", "1"]
    first, second = curves.arcs()
    assert first.line.boundingRect() != second.line.boundingRect()
    text = min(box.left() for at in range(0, 60, 9) for box in view.boxes(Span(at, at + 1)))
    for one in (first, second):
        area = one.line.boundingRect() | one.ends.boundingRect()
        assert area.left() > 0
        assert area.right() < text
    session.activate("1")
    assert [one.other for one in curves.arcs()] == ["3", "3", "0"]


def test_an_end_out_of_sight_is_pointed_at_from_the_edge(
    drawn: Callable[..., tuple[Session, ArticleView, Curves]],
) -> None:
    session, view, curves = drawn(("3", "4"))
    session.activate("3")
    (arc,) = curves.arcs()
    assert arc.ends.boundingRect().bottom() <= view.viewport().height()
    assert arc.ends.boundingRect().bottom() > view.viewport().height() - 12
    view.ruler.setValue(view.ruler.maximum())
    (arc,) = curves.arcs()  # now the other end is in sight, and this one is above
    assert 0 <= arc.ends.boundingRect().top() < 12
    view.ruler.setValue(view.ruler.maximum() // 2)
    assert [*curves.arcs()] == []


def test_a_curve_is_painted_says_what_it_is_and_leads_there(
    drawn: Callable[..., tuple[Session, ArticleView, Curves]],
) -> None:
    session, view, curves = drawn(("3", "4"))
    before = painted(view)
    session.activate("3")
    (arc,) = curves.arcs()
    place = arc.line.pointAtPercent(0.6).toPoint()
    assert painted(view).pixel(place) != before.pixel(place)
    found = curves.at(arc.line.pointAtPercent(0.6))
    assert found is not None
    assert found.words == "denies"
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert session.annotation is not None
    assert session.annotation.id == "4"


@pytest.mark.parametrize("size", [14, 28])
@pytest.mark.parametrize("text", [TEXT, "האיחוד האירופי הודיע כי ההסכם נמשך. " * 6])
def test_curves_keep_to_the_margin_in_every_script_and_size(
    read: Reader, size: int, text: str
) -> None:
    session, view = read(article(text, ("claim", 0, 9), ("denial", 40, 60)))
    view.show_measure(Measure(size))
    curves = Curves(session, view, lambda relation, _seen_from: relation.type)
    relation = Relation(id="r", type="denies", from_="1", to="0")
    session.commit("Relate", AddRelation(relation))
    session.activate("1")
    (arc,) = curves.arcs()
    area = arc.line.boundingRect() | arc.ends.boundingRect()
    assert area.left() > 0
    assert area.right() < view.frame_margins().left()
