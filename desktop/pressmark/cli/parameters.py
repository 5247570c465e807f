"""The parameters that verbs share.

`readable=False` wherever a path is: Typer would ask the system first, and call a file that may not
be read wrong usage.
"""

from pathlib import Path
from typing import Annotated

import typer

ProjectFile = Annotated[Path, typer.Argument(readable=False)]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of lines.")]
