"""Opening an article's address in the browser: only on the web, and only after saying where."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from pressmark.ui.words import translated as _tr

_SHOWN = 160
"""Characters of an address that are shown."""


def web_address(text: str | None) -> QUrl | None:
    """Return an address that a browser may be sent to: http or https, with a host; else None.

    Who would sign in with a name before the host has more to read than the host: not offered.
    """
    url = QUrl((text or "").strip())
    is_on_web = url.isValid() and url.scheme() in {"http", "https"} and bool(url.host())
    return url if is_on_web and not url.userInfo() else None


def host_of(url: QUrl) -> str:
    """Return the host in ASCII: letters of other alphabets look alike, "xn--" does not."""
    return url.host(QUrl.ComponentFormattingOption.FullyEncoded)


def ask_and_open(text: str | None, parent: QWidget) -> None:
    """Say which host would be contacted, and send the browser there if that is wanted."""
    url = web_address(text)
    if url is not None and _is_wanted(url, parent):
        QDesktopServices.openUrl(url)


def _is_wanted(url: QUrl, parent: QWidget) -> bool:
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(_tr("Open in browser"))
    words = _tr("Open {host} in your browser? This contacts the site.")
    box.setText(words.format(host=host_of(url)))
    shown = bytes(url.toEncoded().data()).decode()
    box.setInformativeText(shown if len(shown) <= _SHOWN else shown[:_SHOWN] + "…")
    wanted = box.addButton(_tr("Open in browser"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    return clicked is wanted
