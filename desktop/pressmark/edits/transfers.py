"""Taking annotations from one article to another, as when its text is corrected."""

from dataclasses import dataclass

from pressmark.edits.annotations import verify_annotation
from pressmark.edits.edit import Applied, Stamp, Touched
from pressmark.errors import EditError
from pressmark.model.annotation import Annotation
from pressmark.model.project import Project


@dataclass(frozen=True, slots=True)
class TransferAnnotations:
    """Take annotations out of `article` into `to`, as they stand there; their relations stay.

    `annotations` are the whole records as they shall be, under the ids that they have.
    """

    article: str
    to: str
    annotations: tuple[Annotation, ...]

    def apply(self, project: Project, stamp: Stamp) -> Applied:
        """Refuse ids that `article` does not hold, and texts that are not slices of `to`'s."""
        del stamp
        for one in (self.article, self.to):
            if one not in project.articles:
                raise EditError("no-article", id=one)
        if self.article == self.to:
            raise EditError("same-article", id=self.to)
        source, target = project.article(self.article), project.article(self.to)
        before: list[Annotation] = []
        for annotation in self.annotations:
            held = source.annotations.get(annotation.id)
            if held is None:
                raise EditError("no-annotation", id=annotation.id)
            verify_annotation(target, annotation)
            before.append(held)
        changed = project.with_transferred(self.article, self.to, self.annotations)
        return Applied(changed, TransferAnnotations(self.to, self.article, tuple(before)))

    def touches(self) -> Touched:
        """Name both articles and the annotations."""
        return Touched((self.article, self.to), tuple(one.id for one in self.annotations))
