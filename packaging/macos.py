"""The application and its disk image for macOS, built on a Mac; signed as far as it can be.

With the name of a Developer ID in `PRESSMARK_SIGN_AS` it is signed with that, for the hardened
runtime, and with a keychain profile in `PRESSMARK_NOTARY_PROFILE` Apple is asked to notarise it.
Without them it is signed for this machine alone; README.md says what people see then.
"""

import os
import platform
import shutil
from pathlib import Path

import bill
import notices
from bundle import freezing_python, mark_installed, pictures, pyinstaller, tools
from ground import DIST, PACKAGING, WORK, fresh, output, run, version

_ENTITLEMENTS = PACKAGING / "macos" / "entitlements.plist"


def package() -> Path:
    """Build the disk image."""
    python = freezing_python()
    pictures()
    made = pyinstaller(python)
    application = made / "Pressmark.app"
    contents = application / "Contents"
    parts = [*notices.listed(), *_brought(python)]
    notices.write(contents / "Resources" / "LICENSES", parts)
    name = f"pressmark-{version()}-macos-{platform.machine()}"
    listed = bill.write(DIST / f"{name}.cdx.json", tools(), python, parts)
    bill.problems(listed, tools())
    shutil.copyfile(listed, contents / "Resources" / listed.name)
    mark_installed(contents / "Frameworks", contents / "Resources")
    sign(application)
    return _image(application, DIST / f"{name}.dmg")


def _brought(python: Path) -> list[notices.Part]:
    number, licence = notices.python_licence(python)
    return [notices.interpreter(number, licence), notices.freezer_of(python)]


def sign(application: Path) -> None:
    """Sign the application: with a Developer ID where there is one, else for this machine."""
    identity = os.environ.get("PRESSMARK_SIGN_AS", "-")
    hardened = ("--options", "runtime", "--timestamp") if identity != "-" else ()
    how = ("--force", "--deep", "--sign", identity, *hardened, "--entitlements", _ENTITLEMENTS)
    run("codesign", *how, application)
    run("codesign", "--verify", "--deep", "--strict", application)


def _image(application: Path, made: Path) -> Path:
    """Put the application beside a link to where applications go."""
    folder = fresh(WORK / "image")
    run("ditto", application, folder / application.name)
    (folder / "Applications").symlink_to("/Applications")
    made.unlink(missing_ok=True)
    how = ("-volname", "Pressmark", "-fs", "HFS+", "-format", "UDZO", "-srcfolder", folder)
    run("hdiutil", "create", *how, made)
    profile = os.environ.get("PRESSMARK_NOTARY_PROFILE")
    if profile:
        run("xcrun", "notarytool", "submit", made, "--keychain-profile", profile, "--wait")
        run("xcrun", "stapler", "staple", made)
    return made


def self_tested(image: Path) -> None:
    """Open an image, let the application in it test itself, and close it again."""
    place = fresh(WORK / "mounted")
    run("hdiutil", "attach", "-nobrowse", "-readonly", "-mountpoint", place, image)
    try:
        run(place / "Pressmark.app" / "Contents" / "MacOS" / "pressmark", "self-test")
        print(output("codesign", "--display", "--verbose=2", place / "Pressmark.app"))
    finally:
        run("hdiutil", "detach", place)
