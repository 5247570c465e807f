"""The file that a salvage makes, written record by record, so that large ones fit in memory."""

from collections.abc import Iterable
from io import BytesIO

from pressmark.model.json import Json
from pressmark.store.frame import FORMAT, VERSION
from pressmark.store.layout import AFTER_ARTICLES, ARTICLE_END, BEFORE_ARTICLES
from pressmark.store.strict_json import json_bytes

_START = b'{"format": "%s", "version": %d,' % (FORMAT.encode(), VERSION) + BEFORE_ARTICLES


class SalvagedFile:
    """A project file in the making: articles with their annotations, then all else."""

    def __init__(self) -> None:
        self._written = BytesIO()
        self._written.write(_START)
        self._is_within = self._has_annotations = False

    def begin_article(self, line: bytes) -> None:
        """Write the first line of an article, which ends like such lines in the layout."""
        if self._is_within:
            self._written.write(ARTICLE_END + b",")
        self._written.write(b"\n" + line)
        self._is_within, self._has_annotations = True, False

    def add_annotation(self, line: bytes) -> None:
        """Write an annotation of the article that was begun last."""
        self._written.write((b",\n" if self._has_annotations else b"\n") + line)
        self._has_annotations = True

    def ended(self, frame: dict[str, Json], relations: Iterable[bytes]) -> bytes:
        """Write what is around the articles, and return all of the file."""
        if self._is_within:
            self._written.write(ARTICLE_END)
        self._written.write(AFTER_ARTICLES + b"\n" + b",\n".join(relations) + b"\n]")
        for key in frame.keys() - {"format", "version", "articles", "relations"}:
            self._written.write(b",\n%s: %s" % (json_bytes(key), json_bytes(frame[key])))
        self._written.write(b"}\n")
        return self._written.getvalue()
