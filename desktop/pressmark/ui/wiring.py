"""Making the parts of the window work together: who hears of what."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, Qt

from pressmark.model.span import Span
from pressmark.ui.attribute_shortcuts import AttributeShortcuts
from pressmark.ui.banner import Banner
from pressmark.ui.complaints import Complaints
from pressmark.ui.conflict_copies import ConflictCopies
from pressmark.ui.desk import Desk
from pressmark.ui.leaving import Leaving
from pressmark.ui.main_window import MainWindow
from pressmark.ui.menus import Menus
from pressmark.ui.opening import Opening
from pressmark.ui.outside import Outside
from pressmark.ui.panels.label_bar import LabelBar
from pressmark.ui.panels.status_line import StatusLine
from pressmark.ui.panes import Panes
from pressmark.ui.read_only import ReadOnly
from pressmark.ui.reading.article_view import ArticleView
from pressmark.ui.reading_place import ReadingPlace
from pressmark.ui.rescue import Rescuing
from pressmark.ui.restarting import Restarting
from pressmark.ui.restored import Restored
from pressmark.ui.spoken_steps import SpokenSteps
from pressmark.ui.tab_order import step_focus
from pressmark.ui.top_bar import TopBar


def wire(desk: Desk, window: MainWindow, panes: Panes) -> None:
    """Make bars and menus for a desk, put everything into the window and connect it."""
    menus = Menus(desk, window.menuBar())
    labels, foot, banner = LabelBar(desk.session), StatusLine(desk.session), Banner()
    top = TopBar(desk.session, labels)
    top.offer(*(menus.action(name) for name in ("articles", "undo", "redo", "palette", "export")))
    window.furnish(top, banner, desk.docks, foot)
    window.step_focus = partial(step_focus, window)
    panes.arrange(desk.preferences.state.docks)
    _wire_reading(desk, menus, labels, foot)
    _wire_lists(desk, menus)
    panes.right.turned_low.connect(lambda low: desk.annotation_list.give_way(is_low=low))
    desk.annotation_list.folded.connect(lambda on: panes.right.fold(is_folded=on))
    _wire_settings(desk)
    _wire_menus(desk, menus)
    rescuing = _wire_files(desk, window, panes, banner)
    for bar in (top, foot):
        rescuing.held_changed.connect(partial(_mark_rescued, rescuing, bar))
    banner.left.connect(desk.sides.setFocus)
    ReadOnly(desk.tools, banner)
    Restarting(desk.tools, desk.preferences)
    Restored(desk.tools, banner)
    window.returned.connect(ConflictCopies(desk.tools, banner, desk.merging.take).look)
    opening = Opening(desk.session, desk.notices, window)
    opening.looked_through.connect(foot.show_matching)
    opening.looked_through.connect(desk.article_list.view.viewport().update)
    opening.conflicts_found.connect(desk.conflicts.tell)
    desk.files.opened.connect(lambda: top.mark_example(is_example=desk.files.is_example()))
    top.rename_asked.connect(desk.describing.rename)
    foot.annotator_named.connect(desk.describing.call_annotator)


def _wire_reading(desk: Desk, menus: Menus, labels: LabelBar, foot: StatusLine) -> None:
    def pick_brush(label_id: str) -> None:
        desk.view.set_brush(label_id)

    labels.brush_picked.connect(pick_brush)
    labels.menu_asked.connect(menus.show_label_menu)
    desk.sides.each(partial(_wire_view, desk, menus, labels, foot))
    desk.sides.turned.connect(lambda: labels.show_brush(desk.view.brush))
    SpokenSteps(desk.session, desk.sides)
    desk.inspector.left.connect(partial(_leave_inspector, desk))
    desk.inspector.article.links.compare_asked.connect(desk.amending.compare)
    desk.inspector.article.links.back_asked.connect(desk.amending.go_back)
    desk.imports.originals_kept.connect(desk.inspector.article.original.show_again)
    desk.inspector.article.original.save_asked.connect(desk.originals.save)
    desk.inspector.article.original.read_asked.connect(desk.originals.read_again)
    desk.docks.closed.connect(desk.surveying.give_focus)
    desk.reverting.panel.entered.connect(desk.sides.setFocus)
    desk.checking.panel.judgement_entered.connect(desk.assessing.show)
    desk.checking.panel.entity_entered.connect(desk.entities.show)
    desk.inspector.annotation.history.clicked.connect(desk.reverting.show_annotation)
    versions = desk.inspector.annotation.versions
    versions.this_wanted.connect(desk.conflicts.keep_active)
    versions.other_wanted.connect(desk.conflicts.keep_other)
    versions.both_wanted.connect(desk.conflicts.keep_both)
    disputes = desk.inspector.article.disputes
    disputes.taken.connect(desk.conflicts.take)
    disputes.dismissed.connect(desk.conflicts.dismiss)
    desk.inspector.annotation.misplaced.find_asked.connect(desk.annotations.find_again)
    desk.conflicts.shown.connect(desk.views.settle)
    desk.conflicts.settled.connect(desk.sides.setFocus)
    desk.inspector.span_asked.connect(lambda span: _show_span(desk.view, span))
    shortcuts = AttributeShortcuts(desk.session, desk.window)
    shortcuts.listen_in(desk.inspector)
    desk.sides.each(shortcuts.listen_in)
    shortcuts.asked.connect(desk.views.ask_attribute)
    desk.inspector.entity_asked.connect(desk.entities.show)
    desk.inspector.span_taken.connect(lambda: desk.view.set_caret(desk.view.caret()))


def _wire_view(
    desk: Desk, menus: Menus, labels: LabelBar, foot: StatusLine, view: ArticleView
) -> None:
    view.brush_changed.connect(labels.show_brush)
    view.stack_announced.connect(foot.announce)
    view.noticed.connect(desk.notices.tell)
    desk.session.stepped.connect(lambda _step: desk.notices.outdate(desk.session.undo))
    desk.session.stepped.connect(lambda _step: desk.conflicts.outdate())
    view.doubled.connect(desk.annotations.tell_of_double)
    view.inspector_asked.connect(desk.views.inspect)
    view.menu_asked.connect(menus.show_context)
    view.header.state_asked.connect(partial(menus.show_menu, "article/state"))
    view.size_asked.connect(lambda step: desk.looks.enlarge() if step > 0 else desk.looks.reduce())

    def obey() -> None:
        view.set_label_keys(on=desk.preferences.settings.single_keys)
        view.set_exact(exact=desk.preferences.settings.exact)
        view.show_measure(desk.looks.measure)

    desk.preferences.settings_changed.connect(obey)
    obey()


def _leave_inspector(desk: Desk) -> None:
    """Go back to what is inspected: the articles that are chosen, or the one that is read."""
    back = desk.article_list.view if desk.article_list.chosen.ids else desk.view
    back.setFocus()


def _show_span(view: ArticleView, span: Span) -> None:
    view.select(span.start, span.end)
    view.scroll_to_span(span)


def _wire_lists(desk: Desk, menus: Menus) -> None:
    articles, annotations = desk.article_list, desk.annotation_list

    def show_article_menu(article_id: str, place: QPoint) -> None:
        if article_id in articles.chosen.ids:
            menus.show_several(place)
            return
        desk.session.open_article(article_id)
        menus.show_menu("article", place)

    def show_annotation_menu(annotation_id: str, place: QPoint) -> None:
        menus.show_context(place, (annotation_id,))

    articles.import_asked.connect(desk.imports.ask_files)
    articles.files_dropped.connect(desk.imports.take)
    articles.entered.connect(desk.sides.setFocus)
    articles.menu_asked.connect(show_article_menu)
    desk.surveying.listed.connect(partial(_show_articles, desk))
    articles.beside_asked.connect(desk.side_by_side.open)
    desk.sides.entered.connect(articles.chosen.clear)
    annotations.entered.connect(desk.sides.setFocus)
    annotations.menu_asked.connect(show_annotation_menu)


def _show_articles(desk: Desk) -> None:
    """Go into the list of articles, which may be hidden."""
    if not desk.views.shows_articles:
        desk.views.toggle_articles()
    desk.article_list.view.setFocus()


def _wire_menus(desk: Desk, menus: Menus) -> None:
    session = desk.session
    for changed in (
        session.project_replaced,
        session.frame_changed,
        session.articles_changed,
        session.annotations_changed,
        session.article_opened,
        session.annotation_activated,
        session.history_changed,
        desk.preferences.settings_changed,
        desk.files.opened,
        desk.views.changed,
        desk.sides.turned,
        desk.docks.changed,
        desk.surveying.changed,
        desk.assessing.panel.current_changed,
        desk.article_list.chosen.changed,
        desk.imports.originals_kept,
    ):
        changed.connect(menus.refresh)


def _wire_settings(desk: Desk) -> None:
    desk.help.change_asked.connect(desk.customising.show_keys)
    desk.customising.edit_label = desk.label_sets.edit

    def obey() -> None:
        desk.inspector.proposing.want(on=desk.preferences.settings.proposals)

    desk.preferences.settings_changed.connect(obey)
    obey()


def _mark_rescued(rescuing: Rescuing, bar: TopBar | StatusLine) -> None:
    bar.mark_rescued(is_rescued=rescuing.is_held)


def _wire_files(desk: Desk, window: MainWindow, panes: Panes, banner: Banner) -> Rescuing:
    session = desk.session
    outside = Outside(desk.tools, banner, desk.conflicts)
    outside.taken_in.connect(desk.autosave.save)
    window.returned.connect(outside.look)
    leaving = Leaving(desk, outside, window, panes)
    window.may_close, window.put_away = leaving.may_close, leaving.put_away
    window.rested.connect(desk.autosave.save)
    window.dropped.connect(desk.imports.take_offered, Qt.ConnectionType.QueuedConnection)
    place = ReadingPlace(
        session, desk.sides, desk.side_by_side, desk.article_list, desk.preferences
    )
    desk.files.note_place, desk.files.go_back = place.note, place.go_back
    rescuing = Rescuing(desk.tools, banner, desk.backups)
    leaving.is_held = lambda: rescuing.is_held
    session.refused.connect(Complaints(desk, banner, outside, rescuing, window).tell)

    def name_window() -> None:
        project = session.project if session.file else None
        marked = (project.title, project.handling) if project else ("Pressmark",)
        title = " · ".join(filter(None, marked))
        rescued = QCoreApplication.translate("wiring", "{title} (rescued)")
        window.setWindowTitle(rescued.format(title=title) if rescuing.is_held else title)

    rescuing.held_changed.connect(name_window)
    session.project_replaced.connect(name_window)
    session.frame_changed.connect(name_window)
    return rescuing
