"""Which ids the records of a broken file have, so that no two of them get the same."""

from collections import defaultdict
from collections.abc import Mapping

from pressmark.errors import RecordError
from pressmark.model.ids import is_id, new_id


class Claims:
    """The ids that records have so far, by kind, each with the line it was found on."""

    def __init__(self) -> None:
        self._lines: dict[str, dict[str, int]] = defaultdict(dict)
        self._contents: dict[tuple[str, str], int] = {}

    def lines(self, kind: str) -> Mapping[str, int]:
        """Return the ids of a kind of records, and where they stand."""
        return self._lines[kind]

    def claim(self, kind: str, record_id: str, number: int, record: bytes) -> str:
        """Return the id that a record is to have: a new one where its own is another's, or none.

        RecordError where it is the same record once more, or `record` is empty: it is one that
        others name, so that no other id would do.
        """
        name, content = record_id, hash(record)
        if not is_id(record_id) or record_id in self._lines[kind]:
            if not record or self._contents.get((kind, record_id)) == content:
                raise RecordError(reason="duplicate-id" if is_id(record_id) else "bad-id")
            name = new_id()
        self._lines[kind][name] = number
        self._contents[kind, name] = content
        return name
