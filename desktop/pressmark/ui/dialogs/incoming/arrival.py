"""An annotation set that was read, and has not come in yet."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pressmark.formats.format import Format, ReadSet
from pressmark.formats.pressmark_jsonl import PRESSMARK_JSONL
from pressmark.ui.set_remarks import new_labels, remark_lines


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where it is from, which format it is of, and what there is in it."""

    path: Path
    form: Format[Any]
    found: ReadSet

    @property
    def speaks_for_itself(self) -> bool:
        """Whether there is nothing to say or to ask before it comes in."""
        asks = self.found.readings or new_labels(self.found) or any(remark_lines(self.found))
        return not self.found.edits or (self.form is PRESSMARK_JSONL and not asks)
