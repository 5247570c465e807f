"""The dock that lists what is worth a look."""

from pressmark.ui.docks import Docks
from pressmark.ui.panels.checks.checks_panel import ChecksPanel
from pressmark.ui.reading.sides import Sides
from pressmark.ui.session import Session

DOCK = "checks"


class Checking:
    """Opens the dock, which looks through the project as long as it is open."""

    def __init__(self, session: Session, sides: Sides, docks: Docks) -> None:
        self._docks = docks
        self.panel = ChecksPanel(session)
        self.panel.entered.connect(sides.setFocus)
        docks.add(DOCK, self.panel.tr("Worth a look"), self.panel)

    def toggle(self) -> None:
        """Open the dock, or close it."""
        self._docks.toggle(DOCK)
        if self._docks.open_id == DOCK:
            self.panel.look()
