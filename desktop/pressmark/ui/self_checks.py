"""What `self-test` proves, one function a check: it returns what it found, or raises."""

import hashlib
import sys
from base64 import urlsafe_b64encode
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, PackagePath, distribution, files
from pathlib import Path

from PySide6.QtCore import QEvent, QLibraryInfo, QSize, qVersion
from PySide6.QtGui import QColor, QFontDatabase, QGuiApplication, QImage, QPainter, QRawFont
from PySide6.QtWidgets import QApplication

import pressmark
from pressmark.edits.frame import RenameProject
from pressmark.edits.transaction import Transaction
from pressmark.paths import seed
from pressmark.store.glimpse import Glimpse
from pressmark.store.help_pages import help_pages
from pressmark.store.label_sets import default_label_set
from pressmark.store.open_project import new_project, read_project
from pressmark.store.save import write_file
from pressmark.ui.actions.table import ACTIONS
from pressmark.ui.dialogs.about import components
from pressmark.ui.exchange_checks import STAMP, exchange, exporters, importers
from pressmark.ui.fault import expect
from pressmark.ui.furnishing import furnish
from pressmark.ui.main_window import MainWindow
from pressmark.ui.theme.fonts import article_font, interface_font, load_fonts
from pressmark.ui.theme.icons import has_icon, icon_pixmap
from pressmark.ui.theme.lanes import paint_lane
from pressmark.ui.theme.themes import load_theme

Check = Callable[[Path], str]
"""Given an empty folder of its own."""

MANIFEST = Path(sys.prefix) / "installed.sha256"
"""The list that an installer brings of what it puts down, as `sha256sum` writes it."""
BY_INSTALLER = "Pressmark installer"
_SIZE = QSize(1440, 900)
_NEAR = 48
_PACKED = Path(pressmark.__file__).parent / "resources"
_SHIPPED = (("pressmark", "resources"), ("pressmark", "seeds"))
_CUTS = {
    "Inter": {"Regular", "Medium", "SemiBold", "Bold"},
    "Source Serif 4": {"Regular", "Italic", "Semibold", "Bold"},
}
_BUNDLED_SCRIPTS = {"Latin": "ñ", "Cyrillic": "Ж", "Greek": "λ"}
_OTHER_SCRIPTS = {
    "Hangul": QFontDatabase.WritingSystem.Korean,
    "Hebrew": QFontDatabase.WritingSystem.Hebrew,
    "Arabic": QFontDatabase.WritingSystem.Arabic,
}


def installation(_folder: Path) -> str:
    """Prove that all that an installer put down is there, unchanged: the program and its parts."""
    if _installed_by() != BY_INSTALLER and not MANIFEST.is_file():
        return "not from an installer"
    root = MANIFEST.parent.parent
    lines = MANIFEST.read_text(encoding="utf-8").strip().split("\n")  # OSError: it is gone
    for line in lines:
        digest, _, name = line.partition("  ")
        with (root / name).open("rb") as file:
            is_same = hashlib.file_digest(file, "sha256").hexdigest() == digest
        expect(is_same, f"{name} was changed")
    return f"{len(lines)} files"


def resources(_folder: Path) -> str:
    """Prove that what was installed is there, unchanged, and the icons that are named."""
    installed = _installed()
    expect(bool(installed) or not _PACKED.is_dir(), "the list of what was installed is gone")
    for path in installed:
        content = Path(path.locate()).read_bytes()  # OSError: it is gone
        digest = urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip("=")
        expect(path.hash is not None and path.hash.value == digest, f"{path} was changed")
    names = {action.icon for action in ACTIONS if action.icon}
    names |= {label.glyph for label in default_label_set().labels if label.glyph}
    names |= {mark.glyph for mark in load_theme("light").marks.values()}
    missing = sorted(name for name in names if not has_icon(name))
    expect(not missing, f"icons missing: {', '.join(missing)}")
    example = read_project(seed("example.pressmark")).project
    pages = len(help_pages("en"))  # OSError: one is gone
    told = f"{len(installed)} files as installed, {len(names)} icons, {pages} help pages"
    return f"{told}, example {example.id}"


def fonts(_folder: Path) -> str:
    """Prove that the bundled fonts are there and have the letters they should have."""
    families = set(load_fonts())
    for family, cuts in _CUTS.items():
        missing = sorted(cuts - set(QFontDatabase.styles(family)))
        expect(not missing, f"{family} lacks {', '.join(missing)}")
    for font in (article_font(), interface_font()):
        raw = QRawFont.fromFont(font)
        expect(raw.familyName() in families, f"{raw.familyName()} stands in for a bundled font")
        for script, letter in _BUNDLED_SCRIPTS.items():
            has_it = raw.supportsCharacter(ord(letter))
            expect(has_it, f"{raw.familyName()} has no {script} letters")
    others = {
        script: bool(QFontDatabase.families(system)) for script, system in _OTHER_SCRIPTS.items()
    }
    lacking = [script for script, is_there in others.items() if not is_there]
    return f"this system has no font for {', '.join(lacking)}" if lacking else "all scripts"


def qt_plugins(_folder: Path) -> str:
    """Prove that Qt finds the plugin for this system's windows, and draws SVG."""
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
    names = [path.stem for path in folder.iterdir()]
    native = {"win32": "qwindows", "darwin": "libqcocoa"}.get(sys.platform, "libqxcb")
    expect(native in names, f"{native} is not among {sorted(names)}")
    drawn = icon_pixmap("gavel", QColor("#7a1730"), 32).toImage()
    expect(_has_colour(drawn, QColor("#7a1730")), "an icon was drawn without its colour")
    return f"{QGuiApplication.platformName()}, Qt {qVersion()}"


def saving(folder: Path) -> str:
    """Prove that a project is saved under a name in other scripts, and read again."""
    path = folder / "Zürich – 서울" / "Überblick.pressmark"
    path.parent.mkdir()
    with new_project(path, title="Überblick") as file:
        file.commit(Transaction("Rename project", (RenameProject("서울"),), STAMP))
        file.save()
        expect(file.saved, "the project was not saved")
    title = read_project(path).project.title
    expect(title == "서울", f"the title was read as {title!r}")
    left = sorted(one.name for one in path.parent.iterdir() if one.name.endswith(".tmp"))
    expect(not left, f"left behind: {left}")
    return path.name


def marks(_folder: Path) -> str:
    """Prove that every mark of both themes leaves its colour on its paper."""
    painted = 0
    for theme in (load_theme("light"), load_theme("dark")):
        for mark in theme.marks.values():
            image = QImage(200, 24, QImage.Format.Format_RGB32)
            image.fill(theme.colours.paper)
            painter = QPainter(image)
            paint_lane(painter, 10, 190, 12, mark)
            painter.end()
            expect(_has_colour(image, mark.colour), f"{mark.id} in {theme.name} is not seen")
            painted += 1
    return f"{painted} marks"


def licences(_folder: Path) -> str:
    """Prove that the licence of everything that ships is there to be read."""
    listed = components()
    for component in listed:
        expect(bool(component.text().strip()), f"no licence of {component.name}")
    return f"{len(listed)} components"


def window(folder: Path) -> str:
    """Prove that the window opens on the example and shows its article with its marks."""
    path = folder / "example.pressmark"
    write_file(path, [seed("example.pressmark").read_bytes()])
    frame = MainWindow(Glimpse(theme="light"))
    frame.resize(_SIZE)
    desk = furnish(frame)
    try:
        expect(desk.files.open_path(path), "the example did not open")
        desk.looks.choose_theme("light")
        frame.show()
        QApplication.processEvents()
        picture = frame.grab().toImage()
        picture.save(str(folder / "window.png"))
        theme = load_theme("light")
        expect(_has_colour(picture, theme.colours.paper), "there is no paper")
        for label in ("claim", "quote"):
            expect(_has_colour(picture, theme.marks[label].colour), f"no {label} is seen")
    finally:
        frame.close()
        frame.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return f"{picture.width()} x {picture.height()}"


CHECKS: tuple[Check, ...] = (
    installation,
    resources,
    fonts,
    qt_plugins,
    saving,
    marks,
    licences,
    importers,
    exporters,
    exchange,
    window,
)
"""All checks, in the order in which they are run."""


def _installed_by() -> str:
    """Return which program installed this copy, "" where none did."""
    try:
        return (distribution("pressmark").read_text("INSTALLER") or "").strip()
    except PackageNotFoundError:
        return ""


def _installed() -> list[PackagePath]:
    """Return the resources and seeds that an installer has put beside the code; none here."""
    try:
        listed = files("pressmark") or []
    except PackageNotFoundError:
        return []
    return [path for path in listed if path.parts[:2] in _SHIPPED]


def _has_colour(image: QImage, colour: QColor) -> bool:
    """Say whether a pixel is about of that colour; fine lines are softened at their edges."""
    return any(
        _distance(image.pixelColor(x, y), colour) < _NEAR
        for y in range(image.height())
        for x in range(image.width())
    )


def _distance(one: QColor, other: QColor) -> int:
    return (
        abs(one.red() - other.red())
        + abs(one.green() - other.green())
        + abs(one.blue() - other.blue())
    )
