"""What can go wrong, as types with a code and facts: the words for people are made in each face."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar


class PressmarkError(Exception):
    """Anything Pressmark refuses or cannot do; `code` names the case, `facts` fill its sentence.

    A face (`ui.messages`, `cli.messages`) looks the sentence up by `code`. The text of the
    exception itself is for logs: code and facts, never the words of an article.
    """

    code: ClassVar[str] = "pressmark"

    def __init__(self, code: str | None = None, **facts: object) -> None:
        self.case = code or self.code
        self.facts: Mapping[str, object] = MappingProxyType(facts)
        super().__init__(self.case, *(f"{name}={value}" for name, value in facts.items()))

    def __str__(self) -> str:
        """Return the case and its facts: "lossy: format=conll, count=15"."""
        case, *facts = map(str, self.args)
        return f"{case}: {', '.join(facts)}" if facts else case


class EditError(PressmarkError):
    """An edit does not fit the project; the project is untouched. Facts: `id`, ..."""

    code = "edit"


class ProjectFileError(PressmarkError):
    """A project file cannot be read or written as asked. Facts: `path`, `reason`, `where`, ..."""

    code = "project-file"


class RecordError(PressmarkError):
    """JSON that is malformed, or not the record it should be.

    Facts: `reason`, and the place as `line` and `column` (from 1) or as `where` (a path of keys).
    """

    code = "record"


class ArticleFileError(PressmarkError):
    """A file cannot be taken in as an article. Facts: `path`, `reason`."""

    code = "article-file"


class FormatError(PressmarkError):
    """An annotation set cannot be read or written. Facts: `path`, `line`, `reason`."""

    code = "format"


class SettingsError(PressmarkError):
    """A setting has a value it cannot have. Facts: `name`, `value`."""

    code = "settings"


class CancelledError(PressmarkError):
    """Somebody asked a long piece of work to stop; nothing of it remains."""

    code = "cancelled"


class QueryError(PressmarkError):
    """A search cannot be carried out: a pattern that is wrong, or too complex. Facts: `reason`."""

    code = "query"
