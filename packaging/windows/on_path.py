"""Put the folder of `pressmark.exe` on the PATH, or take it off: run by the installer.

    python on_path.py add|remove user|machine FOLDER

An installer's own strings end at 1024 characters and would cut off a long PATH. Here it is read
and written whole, and its kind, which says whether %NAMES% in it are replaced, stays as it was.
"""

import sys


def changed(before: str, folder: str, *, is_added: bool) -> str:
    """Return the PATH with the folder at its end, or without it; the rest stays as it is."""
    rest = [one for one in before.split(";") if one.rstrip("\\").lower() != folder.lower()]
    if is_added:
        rest = [*(one for one in rest if one), folder]
    return ";".join(rest)


if sys.platform == "win32":
    import ctypes
    import winreg

    _WHERE = {
        "user": (winreg.HKEY_CURRENT_USER, "Environment"),
        "machine": (
            winreg.HKEY_LOCAL_MACHINE,
            r"SYSTEM\CurrentControlSet\Control\Session Manager\Environment",
        ),
    }
    _EVERY_WINDOW, _SETTING_CHANGED, _NO_WAITING = 0xFFFF, 0x1A, 2

    def main() -> None:
        """Do what the arguments say, and tell the windows that are open."""
        what, whose, folder = sys.argv[1:4]
        root, path = _WHERE[whose]
        with winreg.CreateKeyEx(root, path, 0, winreg.KEY_READ | winreg.KEY_WRITE) as key:
            try:
                before, kind = winreg.QueryValueEx(key, "Path")
            except FileNotFoundError:
                before, kind = "", winreg.REG_EXPAND_SZ
            after = changed(before, folder, is_added=what == "add")
            if after == before:
                return
            if after:
                winreg.SetValueEx(key, "Path", 0, kind, after)
            else:
                winreg.DeleteValue(key, "Path")
        ctypes.windll.user32.SendMessageTimeoutW(
            _EVERY_WINDOW, _SETTING_CHANGED, 0, "Environment", _NO_WAITING, 1000, None
        )

    if __name__ == "__main__":
        main()
