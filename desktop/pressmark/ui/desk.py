"""Everything that an action can act on, by name."""

from dataclasses import dataclass

from PySide6.QtWidgets import QMainWindow

from pressmark.ui.amending import Amending
from pressmark.ui.annotation_actions import AnnotationActions
from pressmark.ui.article_actions import ArticleActions
from pressmark.ui.assessing import Assessing
from pressmark.ui.autosave import Autosave
from pressmark.ui.backups import Backups
from pressmark.ui.checking import Checking
from pressmark.ui.conflicts import Conflicts
from pressmark.ui.copying import Copying
from pressmark.ui.crew import Tools
from pressmark.ui.customising import Customising
from pressmark.ui.describing import Describing
from pressmark.ui.docks import Docks
from pressmark.ui.entities import Entities
from pressmark.ui.exports import Exports
from pressmark.ui.finding import Finding
from pressmark.ui.forgetting import Forgetting
from pressmark.ui.guide import Guide
from pressmark.ui.guidelines import Guidelines
from pressmark.ui.help import Help
from pressmark.ui.imports import Imports
from pressmark.ui.label_sets import LabelSets
from pressmark.ui.looks import Looks
from pressmark.ui.merging import Merging
from pressmark.ui.notices import Notices
from pressmark.ui.originals import Originals
from pressmark.ui.panels.annotation_list import AnnotationList
from pressmark.ui.panels.article_list import ArticleList
from pressmark.ui.panels.inspector.inspector import Inspector
from pressmark.ui.preferences import Preferences
from pressmark.ui.printing import Printing
from pressmark.ui.project_files import ProjectFiles
from pressmark.ui.reading.article_view import ArticleView
from pressmark.ui.reading.sides import Sides
from pressmark.ui.relating import Relating
from pressmark.ui.reverting import Reverting
from pressmark.ui.session import Session
from pressmark.ui.side_by_side import SideBySide
from pressmark.ui.surveying import Surveying
from pressmark.ui.tasks import TaskRunner
from pressmark.ui.tour.tour import Tour
from pressmark.ui.views import Views


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The window, what stands in it, and those who work for it."""

    window: QMainWindow
    preferences: Preferences
    tools: Tools

    docks: Docks
    sides: Sides
    article_list: ArticleList
    inspector: Inspector
    annotation_list: AnnotationList

    autosave: Autosave
    imports: Imports
    exports: Exports
    merging: Merging
    conflicts: Conflicts
    backups: Backups
    forgetting: Forgetting
    reverting: Reverting
    checking: Checking
    finding: Finding
    surveying: Surveying
    entities: Entities
    label_sets: LabelSets
    relating: Relating
    assessing: Assessing
    guidelines: Guidelines
    printing: Printing
    describing: Describing
    articles: ArticleActions
    amending: Amending
    originals: Originals
    annotations: AnnotationActions
    copying: Copying
    looks: Looks
    customising: Customising
    views: Views
    side_by_side: SideBySide
    help: Help
    guide: Guide
    tour: Tour

    @property
    def session(self) -> Session:
        """The open project and what is chosen in it."""
        return self.tools.session

    @property
    def files(self) -> ProjectFiles:
        """The files of projects."""
        return self.tools.files

    @property
    def tasks(self) -> TaskRunner:
        """What runs in the background."""
        return self.tools.tasks

    @property
    def notices(self) -> Notices:
        """What has a word to say."""
        return self.tools.notices

    @property
    def view(self) -> ArticleView:
        """The view in which one reads."""
        return self.sides.view
