"""Label sets that somebody sent: a foreign file like any other."""

from pathlib import Path

from pressmark.articles.reading import read_bytes
from pressmark.errors import FormatError, RecordError
from pressmark.model.label_set import LabelSet
from pressmark.store.label_sets import read_label_set


def read_label_set_file(path: Path) -> LabelSet:
    """Return the label set in a JSON file.

    ArticleFileError where it cannot be read, FormatError (`bad-label-set`) where it is none.
    """
    try:
        return read_label_set(read_bytes(path))
    except RecordError as error:
        raise FormatError("bad-label-set", path=path, **error.facts) from error
