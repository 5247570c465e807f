"""What ships of Qt: the modules that are imported, and the plugins that windows need.

PySide6 brings a browser engine's worth of parts that Pressmark never loads. Everything here is
named; a part that is not, stays out.
"""

import re
from pathlib import PurePosixPath

MODULES = ("Core", "DBus", "Gui", "PrintSupport", "Svg", "Widgets")
"""The modules of Qt, and where Python uses them, their bindings."""
_LIBRARIES = {*MODULES, "XcbQpa", "WaylandClient"}
_BINDINGS = {*MODULES} - {"DBus"}
PLUGINS = {
    "iconengines": {"qsvgicon"},
    "imageformats": {"qgif", "qjpeg", "qsvg"},
    "platforminputcontexts": {
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    },
    "platforms": {"qcocoa", "qoffscreen", "qwayland", "qwindows", "qxcb"},
    "platformthemes": {"qxdgdesktopportal"},
    "printsupport": {"cupsprintersupport"},
    "styles": {"qmacstyle", "qmodernwindowsstyle"},
    "wayland-decoration-client": {"adwaita", "bradient"},
    "wayland-shell-integration": {"xdg-shell"},
}
"""The plugins, by folder: no OpenGL, no network, no database, no GTK."""
_BROUGHT = (
    re.compile(r"libicu(?:data|i18n|uc)\.so\.\d+"),
    re.compile(r"(?:lib)?(?:pyside6|shiboken6)\.abi3\.(?:so|dll|dylib|\d).*"),
    re.compile(r"Shiboken\.(?:abi3\.so|pyd)"),
    re.compile(r"(?:msvcp|vcruntime)140\w*\.dll", re.IGNORECASE),
)
_PYTHON_FILE = re.compile(r"(?:__init__|_config|_git_pyside_version)\.py")


def ships(path: str, languages: frozenset[str]) -> bool:
    """Say whether a file below the folder PySide6 is needed, e.g. "Qt/lib/libQt6Core.so.6".

    `languages` are the codes that the window can speak: Qt's own words come along for these.
    """
    parts = PurePosixPath(path.replace("\\", "/"))
    if "plugins" in parts.parts:
        return _is_plugin(parts)
    if "translations" in parts.parts:
        return parts.stem in {f"qtbase_{language}" for language in languages}
    return _is_library(parts.name) or (
        len(parts.parts) <= 2 and bool(_PYTHON_FILE.fullmatch(parts.name))
    )


def _is_plugin(path: PurePosixPath) -> bool:
    name = path.name.partition(".")[0].removeprefix("lib")
    return name in PLUGINS.get(path.parent.name, ())


def _is_library(name: str) -> bool:
    """Say whether this is a library of Qt, of PySide6, or one that these are linked to."""
    if any(pattern.fullmatch(name) for pattern in _BROUGHT):
        return True
    binding = re.fullmatch(r"Qt(\w+)(?:\.abi3)?\.(?:so|pyd)", name)
    if binding:
        return binding[1] in _BINDINGS
    library = re.match(r"(?:lib)?Qt6?(\w+?)(?:\.so\.6|\.dll|\.framework|\.dylib|$)", name)
    return library is not None and library[1] in _LIBRARIES
