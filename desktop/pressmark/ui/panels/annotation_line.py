"""An annotation as one line: its mark, its words, and who speaks in it."""

from dataclasses import dataclass

from pressmark.model.annotation import Annotation
from pressmark.model.attribute import anchors
from pressmark.model.label_set import Label
from pressmark.model.project import Project
from pressmark.ui.panels.words import one_line, short_name

_LONGEST = 240
"""Code points of each fragment that a line needs at most."""


@dataclass(frozen=True, slots=True)
class AnnotationLine:
    """What the row of one annotation shows; `aside` stands small at its end.

    `is_misplaced`: its words do not stand where it says.
    """

    label: Label
    text: str
    aside: str
    is_flagged: bool = False
    is_misplaced: bool = False


def annotation_line(project: Project, annotation: Annotation, aside: str) -> AnnotationLine:
    """Return the line of an annotation."""
    label = label_of(project, annotation)
    return AnnotationLine(label, annotation_text(annotation), aside, annotation.flag)


def label_of(project: Project, annotation: Annotation) -> Label:
    """Return an annotation's label; one that only has an id where the label set has none."""
    known = project.label_set.label(annotation.label)
    return known or Label(id=annotation.label, title=annotation.label)


def annotation_text(annotation: Annotation) -> str:
    """Return the beginning of an annotation's words on one line, gaps as ellipses."""
    return one_line(" … ".join(text[:_LONGEST] for text in annotation.text))


def actor_name(project: Project, annotation: Annotation) -> str:
    """Return whom the first attribute names that can name somebody and does; "" for nobody."""
    for attribute in label_of(project, annotation).attributes:
        if not (attribute.entity or attribute.kind == "entity"):
            continue
        for anchor in anchors(annotation.attributes.get(attribute.id)):
            known = (project.entities.get(entity) for entity in anchor.entities)
            names = [short_name(entity) for entity in known if entity is not None]
            if names or anchor.text:
                return ", ".join(names) or one_line(anchor.text or "")
    return ""
