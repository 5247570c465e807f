from pressmark.analysis.earlier_values import entities_by_use, texts_by_use
from pressmark.model.annotation import Annotation
from pressmark.model.attribute import Anchor, Value


def having(*values: Value) -> list[Annotation]:
    return [
        Annotation(id=str(at), label="x", fragments=(), text=(), attributes={"a": value, "b": "no"})
        for at, value in enumerate(values)
    ]


def test_texts_come_by_how_often_they_were_used() -> None:
    assert texts_by_use(having("once", "twice", None, 3, "twice"), "a") == ("twice", "once")


def test_entities_come_by_how_often_they_were_named() -> None:
    eu, both = Anchor(entities=("eu",)), Anchor(entities=("kim", "eu"))
    assert entities_by_use(having((both, eu), "text", eu), "a") == ("eu", "kim")
    assert entities_by_use(having(eu), "c") == ()
