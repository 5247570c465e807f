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

    def show_next(self) -> None:
        """Go to the next finding, wherever one reads; the dock opens for it."""
        if self._docks.open_id == DOCK:
            self.panel.show_next()
        else:
            self.toggle()

    @property
    def can_mend(self) -> bool:
        """Whether the dock is open, at a finding that can be mended."""
        return self._docks.open_id == DOCK and self.panel.mend.isEnabled()
