"""Making the parts of the window, once its frame is on the screen."""

from PySide6.QtWidgets import QWidget

from pressmark.ui.amending import Amending
from pressmark.ui.annotation_actions import AnnotationActions
from pressmark.ui.article_actions import ArticleActions
from pressmark.ui.assessing import Assessing
from pressmark.ui.autosave import Autosave
from pressmark.ui.backups import Backups
from pressmark.ui.centre import Centre
from pressmark.ui.checking import Checking
from pressmark.ui.conflicts import Conflicts
from pressmark.ui.copying import Copying
from pressmark.ui.crew import Tools
from pressmark.ui.customising import Customising
from pressmark.ui.describing import Describing
from pressmark.ui.desk import Desk
from pressmark.ui.docks import Docks
from pressmark.ui.entities import Entities
from pressmark.ui.exports import Exports
from pressmark.ui.finding import Finding
from pressmark.ui.forgetting import Forgetting
from pressmark.ui.guide import Guide
from pressmark.ui.guidelines import Guidelines
from pressmark.ui.help import Help
from pressmark.ui.imports import Imports
from pressmark.ui.key_groups import key_groups
from pressmark.ui.label_sets import LabelSets
from pressmark.ui.looks import Looks
from pressmark.ui.main_window import MainWindow
from pressmark.ui.merging import Merging
from pressmark.ui.notices import Notices
from pressmark.ui.originals import Originals
from pressmark.ui.panels.annotation_list import AnnotationList
from pressmark.ui.panels.article_list import ArticleList
from pressmark.ui.panels.inspector.inspector import Inspector
from pressmark.ui.panes import Panes
from pressmark.ui.preferences import Preferences
from pressmark.ui.printing import Printing
from pressmark.ui.project_files import ProjectFiles
from pressmark.ui.reading.sides import Sides
from pressmark.ui.relating import Relating
from pressmark.ui.reverting import Reverting
from pressmark.ui.session import Session
from pressmark.ui.side_by_side import SideBySide
from pressmark.ui.surveying import Surveying
from pressmark.ui.tasks import TaskRunner
from pressmark.ui.told_actions import told
from pressmark.ui.tour.tour import Tour
from pressmark.ui.views import Views
from pressmark.ui.wiring import wire


def furnish(window: MainWindow) -> Desk:
    """Put panes, bars and menus into a window and make them work together."""
    preferences = Preferences(window)
    looks = Looks(preferences, window)
    looks.apply()  # before there are widgets that would be dressed twice
    session = Session(window)
    article_list, sides, inspector, annotation_list = _parts(session)
    panes = Panes(article_list, sides, inspector, annotation_list)
    centre = Centre(panes)
    docks = Docks(centre)
    notices = Notices(sides)
    files = ProjectFiles(session, preferences, notices, window)
    tools = Tools(session, files, TaskRunner(window), notices, window)
    conflicts = Conflicts(tools)
    views = Views(window, session, panes, inspector)
    finding = Finding(tools, sides, docks)
    amending = Amending(tools)
    describing = Describing(session, preferences, window)
    desk = Desk(
        window=window,
        preferences=preferences,
        tools=tools,
        docks=docks,
        sides=sides,
        article_list=article_list,
        inspector=inspector,
        annotation_list=annotation_list,
        autosave=Autosave(session, tools.tasks, window),
        imports=Imports(tools, preferences),
        exports=Exports(tools, article_list.chosen),
        merging=Merging(tools, conflicts),
        conflicts=conflicts,
        backups=Backups(tools, preferences),
        forgetting=Forgetting(tools, preferences),
        reverting=Reverting(tools, docks),
        checking=Checking(session, sides, docks),
        finding=finding,
        surveying=Surveying(tools, centre, finding, article_list, sides),
        relating=Relating(tools, sides, inspector, docks),
        assessing=Assessing(tools, sides, docks),
        guidelines=Guidelines(tools, sides, docks),
        entities=Entities(tools, docks),
        label_sets=LabelSets(tools),
        printing=Printing(session, window),
        describing=describing,
        articles=ArticleActions(session, article_list, sides, notices, window),
        amending=amending,
        originals=Originals(tools, amending),
        annotations=AnnotationActions(session, notices, window),
        copying=Copying(session, sides, window),
        looks=looks,
        customising=Customising(session, preferences, describing, window),
        views=views,
        side_by_side=SideBySide(session, sides, views, article_list.order),
        help=Help(session, preferences, key_groups, notices, window),
        guide=Guide(tools, preferences, docks, told, _pages(sides, inspector, article_list)),
        tour=Tour(tools, preferences, sides, docks, told),
    )
    wire(desk, window, panes)
    return desk


def _parts(session: Session) -> tuple[ArticleList, Sides, Inspector, AnnotationList]:
    """Make what stands in the panes."""
    article_list, sides = ArticleList(session), Sides(session)
    inspector = Inspector(session, sides.selected_span, article_list.chosen)
    return article_list, sides, inspector, AnnotationList(session)


def _pages(
    sides: Sides, inspector: Inspector, article_list: ArticleList
) -> tuple[tuple[QWidget, str], ...]:
    """Return which help page is about which part of the window."""
    return (sides, "reading"), (inspector, "attributes"), (article_list, "exchange")
