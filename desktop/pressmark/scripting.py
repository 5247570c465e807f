"""Projects for scripts: read as records or plain dicts, edited through the edits of the window.

Offsets are code points into an article's text, end-exclusive. What one gets are the records of
`pressmark.model`, which nobody can change; edits make others, so a record that was read before an
edit stays as it was.

What is refused is a PressmarkError (`pressmark.errors`) and changes nothing; `case` says why and
`facts` what it is about:

    >>> try:
    ...     project.export("conll", "set.conll")
    ... except FormatError as error:
    ...     print(error.case, error.facts["count"])
    lossy 15
"""

from collections.abc import Iterator, Mapping, Sequence
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

from pressmark.edits.edit import Stamp
from pressmark.edits.requests import TITLES, Add, Asked, Move, Relabel, Relate, Remove, Set
from pressmark.edits.transaction import Transaction
from pressmark.errors import FormatError
from pressmark.formats.article_lines import article_lines
from pressmark.formats.exporting import export
from pressmark.formats.format import Format, Losses
from pressmark.formats.options import options_from
from pressmark.formats.registry import format_by_id
from pressmark.formats.selection import Selection
from pressmark.model.annotation import Annotation
from pressmark.model.article import Article
from pressmark.model.attribute import Value
from pressmark.model.json import Json
from pressmark.model.project import Project
from pressmark.model.records import Relation
from pressmark.model.span import Span
from pressmark.store.annotators import annotator_for, introduction
from pressmark.store.clock import now
from pressmark.store.open_project import OpenProject, open_project

_NOTHING: Mapping[str, Any] = {}
_UNSAID = "(not given)"


class Annotated(NamedTuple):
    """An annotation and the article that it stands in."""

    article: Article
    annotation: Annotation


def opened(
    path: str | PathLike[str], *, write: bool = False, annotator: str | None = None
) -> "Script":
    """Open a project for a script; see `pressmark.open`.

    ProjectFileError `locked` and the like where it is to be written and cannot be.
    """
    file = open_project(Path(path), write=write)
    if write:
        try:
            file.require_writable()
        except BaseException:
            file.close()
            raise
    return Script(file, annotator)


class Script:
    """A project that a script has open.

    Each edit is one undo step and is in the journal once `save` or the end of the `with` returns;
    the file itself is written then, too. A `with` that an error ends saves what was done before.
    """

    def __init__(self, file: OpenProject, annotator: str | None) -> None:
        self._file = file
        self._who = annotator_for(file.project, annotator)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # ---- reading

    @property
    def project(self) -> Project:
        """The project as it is now: a record, with everything in it."""
        return self._file.project

    def articles(self) -> Iterator[Article]:
        """Yield the articles in canonical order, opened one by one, without earlier texts."""
        return (one.open() for one in self.project.current())

    def annotations(self, label: str | None = None) -> Iterator[Annotated]:
        """Yield the annotations, all or those with a label (an id), article by article."""
        for article in self.articles():
            for one in article.annotations:
                if label in (None, one.label):
                    yield Annotated(article, one)

    def relations(self, type: str | None = None) -> Iterator[Relation]:  # noqa: A002 -- its name
        """Yield the relations, all or those of a type (an id)."""
        return (one for one in self.project.relations if type in (None, one.type))

    def to_dicts(self) -> Iterator[dict[str, Json]]:
        """Yield an article after the other as plain dicts: the lines of Pressmark JSONL.

        Keys: id, title, text, source, published, url, language, zones, states, entities,
        annotators, annotations (id, label, fragments as [start, end] pairs, text, attributes,
        note, ...), relations (those that start in the article).
        """
        return (line for _, line in article_lines(Selection(project=self.project)))

    # ---- handing over

    def losses(self, format: str, options: Mapping[str, str] = _NOTHING) -> Losses:  # noqa: A002
        """Return what a format would lose; FormatError `no-such-format`, or for its options."""
        form = _form(format)
        return form.losses(Selection(project=self.project), options_from(form, options))

    def export(
        self,
        format: str,  # noqa: A002 -- as the option of `pressmark export` is called
        path: str | PathLike[str],
        options: Mapping[str, str] = _NOTHING,
        *,
        allow_loss: bool = False,
    ) -> None:
        """Write an annotation set or a report; FormatError `lossy` unless `allow_loss`."""
        form, selection = _form(format), Selection(project=self.project)
        chosen = options_from(form, options)
        lost = len(form.losses(selection, chosen).annotations)
        if lost and not allow_loss:
            raise FormatError("lossy", format=form.id, count=lost)
        export(form, selection, Path(path), chosen)

    # ---- editing

    def add(  # noqa: PLR0913 -- what an annotation is made of
        self,
        article: str,
        label: str,
        fragments: Sequence[tuple[int, int]],
        attributes: Mapping[str, Value] = _NOTHING,
        *,
        note: str | None = None,
        id: str | None = None,  # noqa: A002 -- as in the file
    ) -> str:
        """Tag fragments, (start, end) each, of an article (an id); return the annotation's id."""
        spans = _spans(fragments)
        asked = Add(
            article=article, label=label, fragments=spans, attributes=attributes, note=note, id=id
        )
        return self._do(asked)

    def move(self, annotation: str, fragments: Sequence[tuple[int, int]]) -> str:
        """Give an annotation (an id) other fragments, taken exactly as given."""
        return self._do(Move(annotation=annotation, fragments=_spans(fragments)))

    def relabel(self, annotation: str, label: str) -> str:
        """Give an annotation another label."""
        return self._do(Relabel(annotation=annotation, label=label))

    def remove(self, annotation: str) -> str:
        """Remove an annotation, and its relations with it."""
        return self._do(Remove(annotation=annotation))

    def set(
        self,
        annotation: str,
        attributes: Mapping[str, Value] = _NOTHING,
        note: str | None = _UNSAID,
    ) -> str:
        """Set attributes (None removes one) and, if given, the note."""
        if note is _UNSAID:
            return self._do(Set(annotation=annotation, attributes=attributes))
        return self._do(Set(annotation=annotation, attributes=attributes, note=note))

    def relate(  # noqa: PLR0913 -- what a relation is made of
        self,
        type: str,  # noqa: A002 -- as in the file
        start: str,
        to: str | None = None,
        *,
        entity: str | None = None,
        inferred: bool = False,
        match: str | None = None,
        note: str | None = None,
    ) -> str:
        """Join an annotation to another or to an entity (ids); return the relation's id."""
        asked = Relate(
            type=type,
            from_=start,
            to=to,
            entity=entity,
            inferred=inferred,
            match=match,
            note=note,
        )
        return self._do(asked)

    def undo(self) -> None:
        """Take the last step of this script back."""
        self._file.undo(self._stamp())

    def redo(self) -> None:
        """Do the last step that was taken back again."""
        self._file.redo()

    def save(self) -> None:
        """Write the file; ProjectFileError `changed-outside` where somebody else did meanwhile.

        What was done is in the journal in any case, and is there again when it is opened.
        """
        self._file.save()

    def close(self) -> None:
        """Save what is not saved yet, and let go of the file."""
        try:
            if self._file.read_only is None and not self._file.saved:
                self._file.save()
        finally:
            self._file.close()

    def _do(self, asked: Asked) -> str:
        stamp = self._stamp()
        acknowledged, edits = asked.edits(self.project, stamp)
        first = introduction(self._who, self.project)
        self._file.commit(Transaction(TITLES[type(asked)], (*first, *edits), stamp))
        return acknowledged

    def _stamp(self) -> Stamp:
        return Stamp(self._who.id, now())


def _form(format_id: str) -> Format[Any]:
    form = format_by_id(format_id)
    if form is None:
        raise FormatError("no-such-format", id=format_id)
    return form


def _spans(fragments: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in fragments)
