"""Runs first in the frozen program: what is set for other programs stays with those.

A plugin path of another Qt would load its plugins into this one. The path of libraries, which the
start of the frozen program puts its own folder into, would make a browser that is opened from here
load the libraries of this program.
"""

import os

for name in ("QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH"):
    os.environ.pop(name, None)
before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
os.environ.pop("LD_LIBRARY_PATH", None)
if before:
    os.environ["LD_LIBRARY_PATH"] = before
