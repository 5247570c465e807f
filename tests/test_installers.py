"""What installers hold and leave out, and what they do to a PATH."""

import importlib
import json
import re
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType

import pytest

Part = Callable[[str], ModuleType]


@pytest.fixture
def part(root: Path, monkeypatch: pytest.MonkeyPatch) -> Part:
    """Return a function that returns a module of the folder packaging, by its name there."""

    def found(name: str) -> ModuleType:
        folder, _, module = f"packaging/{name}".rpartition("/")
        monkeypatch.syspath_prepend(root / "packaging")
        monkeypatch.syspath_prepend(root / folder)
        monkeypatch.delitem(sys.modules, module, raising=False)
        return importlib.import_module(module)

    return found


@pytest.mark.parametrize(
    "path",
    [
        *("Qt/lib/libQt6Core.so.6", "Qt/lib/libicudata.so.73", "QtWidgets.abi3.so", "QtSvg.pyd"),
        *("Qt6Widgets.dll", "msvcp140.dll", "plugins/platforms/qwindows.dll", "__init__.py"),
        *("Qt/plugins/platforms/libqxcb.so", "Qt/plugins/iconengines/libqsvgicon.so"),
        *("Qt/translations/qtbase_uk.qm", "libpyside6.abi3.so.6.11", "Shiboken.abi3.so"),
    ],
)
def test_what_the_window_needs_of_qt_ships(part: Part, path: str) -> None:
    assert part("qt_files").ships(path, frozenset({"en", "uk"}))


@pytest.mark.parametrize(
    "path",
    [
        *("Qt/lib/libQt6Network.so.6", "Qt/lib/libQt6Quick.so.6", "QtNetwork.abi3.so", "QtQml.pyd"),
        *("opengl32sw.dll", "Qt6Pdf.dll", "Qt/plugins/platformthemes/libqgtk3.so", "designer"),
        *("Qt/plugins/tls/libqopensslbackend.so", "Qt/translations/qtbase_de.qm"),
        *("pyside6.abi3.lib", "QtCore.pyi", "scripts/deploy.py", "Qt/qml/QtQuick/qmldir"),
    ],
)
def test_what_it_does_not_need_of_qt_stays_out(part: Part, path: str) -> None:
    assert not part("qt_files").ships(path, frozenset({"en", "uk"}))


def test_packages_ship_without_what_nobody_reads(part: Part) -> None:
    ships = part("shipped").ships
    for path in (
        *("pressmark/resources/icons/gavel.svg", "pressmark-0.1.0.dist-info/RECORD"),
        *("babel/locale-data/uk.dat", "babel/global.dat", "tzdata/zoneinfo/UTC"),
        *("lxml/etree.cpython-311-x86_64-linux-gnu.so", "typst/__init__.py"),
        "trafilatura-2.3.1.dist-info/METADATA",
        *("justext/stoplists/English.txt", "tld/res/effective_tld_names.dat.txt"),
    ):
        assert ships(path), path
    for path in (
        *("babel/locale-data/de.dat", "certifi/cacert.pem", "pytz/zoneinfo/UTC"),
        *("lxml/includes/libxml/tree.h", "typst/__init__.pyi", "regex/tests/test_regex.py"),
        *("lxml-6.1.3.dist-info/METADATA", "pressmark-0.1.0.dist-info/direct_url.json"),
    ):
        assert not ships(path), path


def test_the_languages_of_qt_are_those_of_the_window(part: Part, root: Path) -> None:
    catalogues = {path.stem for path in (root / "resources" / "languages").glob("*.po")}
    assert set(part("shipped").LANGUAGES) == {"en", *catalogues}


def test_there_is_no_tls_in_an_installer(part: Part) -> None:
    assert {"ssl", "_ssl", "_hashlib"} <= set(part("shipped").EXCLUDED)
    assert {"libssl-3.dll", "libcrypto-3.dll", "_ssl.pyd"} <= part("windows_runtime")._UNUSED


@pytest.mark.parametrize(
    ("before", "added"),
    [
        ("", r"C:\Pressmark\bin"),
        (r"%SystemRoot%;D:\tools", r"%SystemRoot%;D:\tools;C:\Pressmark\bin"),
        (r"c:\pressmark\BIN\;D:\tools", r"D:\tools;C:\Pressmark\bin"),
        ("x;" * 4000 + "y", "x;" * 4000 + r"y;C:\Pressmark\bin"),
    ],
)
def test_the_path_is_added_to_and_given_back(part: Part, before: str, added: str) -> None:
    changed = part("windows/on_path").changed
    folder = r"C:\Pressmark\bin"
    assert changed(before, folder, is_added=True) == added
    assert changed(added, folder, is_added=True) == added
    assert folder not in changed(added, folder, is_added=False)
    if folder.lower() not in before.lower():
        assert changed(added, folder, is_added=False) == before


def test_the_workflow_builds_every_target(part: Part, root: Path) -> None:
    text = (root / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
    named = {name for only in re.findall(r'only: "([^"]+)"', text) for name in only.split(",")}
    targets = {target.name: target for target in part("targets").TARGETS}
    assert named == set(targets)
    for target in targets.values():
        assert (root / "packaging" / target.cycle).is_file()


def test_every_part_of_an_installer_has_terms(part: Part, tmp_path: Path, root: Path) -> None:
    notices = part("notices")
    parts = [*notices.listed(on_windows=True), notices.interpreter("3.13.2", "Terms.")]
    folder = notices.write(tmp_path / "LICENSES", parts)
    there = {path.name for path in folder.iterdir()}
    listed = json.loads((root / "resources" / "licences" / "licences.json").read_bytes())
    assert there >= {name for row in listed for name in row["files"]} | {"cpython.txt"}
    text = (folder / "README.txt").read_text(encoding="utf-8")
    assert "CPython 3.13.2\n    PSF-2.0\n    cpython.txt\n" in text
    assert "LGPL-3.0-only" in text
    assert "colorama" not in {one.component for one in notices.listed()}


def test_what_several_ask_for_is_made_one_time(part: Part) -> None:
    both = threading.Barrier(2)
    made: list[str] = []

    @part("ground").once
    def bundle() -> list[str]:
        made.append("bundle")
        return made

    def ask() -> object:
        both.wait(60)
        return bundle()

    with ThreadPoolExecutor(2) as pool:
        asked = [pool.submit(ask), pool.submit(ask)]
    assert [one.result() for one in asked] == [made, made]
    assert made == ["bundle"]


@pytest.mark.parametrize(
    ("with_test", "is_owed", "became"),
    [(True, True, "FAILED"), (True, False, "skipped"), (False, True, "skipped")],
)
def test_what_is_owed_may_not_be_left_out(
    part: Part, *, with_test: bool, is_owed: bool, became: str
) -> None:
    build = part("build")

    def lacking() -> Path:
        raise build.MissingToolError("makensis is not installed (Debian: nsis)")

    target = build.Target(
        name="one", systems={sys.platform}, build=lacking, cycle="one.py", is_owed=is_owed
    )
    outcome = build.made(target, with_test=with_test)
    assert (outcome.built, outcome.is_well) == (became, became == "skipped")
    assert outcome.line().endswith("makensis is not installed (Debian: nsis)")


@pytest.mark.parametrize(("is_owed", "became"), [(True, "FAILED"), (False, "skipped")])
def test_nor_may_its_test(
    part: Part, tmp_path: Path, capfd: pytest.CaptureFixture[str], *, is_owed: bool, became: str
) -> None:
    build = part("build")
    cycle = tmp_path / "cycle.py"
    cycle.write_text("print('begun'); print('no wine'); raise SystemExit(3)", encoding="ascii")
    target = build.Target(name="one", systems=set(), build=Path, cycle=str(cycle), is_owed=is_owed)
    assert build.tested(target, tmp_path) == (became, "no wine")
    assert capfd.readouterr().out.endswith("no wine\n")
