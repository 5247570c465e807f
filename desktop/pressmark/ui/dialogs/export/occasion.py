"""What an export begins with: the project, what is chosen in it, and what was chosen before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from pressmark.model.project import Project
from pressmark.store.export_choice import ExportChoice


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """A project and the folder to write to; ids of the article that is open and of those chosen.

    `reported` is when the last report was written, or "". `choices` are the last ones by format,
    the latest last; `presets` are by name.
    """

    project: Project
    folder: Path
    open: str = ""
    chosen: tuple[str, ...] = ()
    reported: str = ""
    choices: Mapping[str, ExportChoice] = field(default_factory=lambda: MappingProxyType({}))
    presets: Mapping[str, ExportChoice] = field(default_factory=lambda: MappingProxyType({}))
