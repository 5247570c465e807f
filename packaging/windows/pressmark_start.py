"""Where the installed program begins on Windows: as Python's own program would begin it.

Other processes of Pressmark are started as `python.exe -m pressmark`, whichever program this is.
"""

import sys
from pathlib import Path

from pressmark.__main__ import main

sys.executable = str(Path(sys.prefix) / "python.exe")
sys.exit(main())
