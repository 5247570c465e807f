"""Charts as pictures to send on: SVG with real text, and PNG in twice as many dots."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPainter

from pressmark.formats.exporting import write_picture
from pressmark.formats.plots.drawing import Drawing
from pressmark.formats.plots.marks import STATE_GLYPHS, chart_marks
from pressmark.formats.plots.sheet import Entry, Titled, sheet
from pressmark.formats.plots.svg import svg
from pressmark.formats.review_themes import review_themes
from pressmark.model.label_set import LabelSet
from pressmark.model.project import Project
from pressmark.ui.crew import Worker
from pressmark.ui.dialogs.paths import ask_new_file
from pressmark.ui.overview.charts import Chart
from pressmark.ui.overview.painting import marks_of, paint, setting
from pressmark.ui.panels.words import state_words
from pressmark.ui.shown_paths import shown_path
from pressmark.ui.theme.themes import load_theme

_WIDE = 640
"""How wide charts are in a picture, in px."""
_DOTS = 2
"""Dots of a PNG for each px."""
_ON_PAPER = "light"
"""The theme that pictures are drawn in: they go into papers."""


class Pictures(Worker):
    """Asks for a name, draws charts anew for paper, and writes them whole or not at all."""

    def save(self, charts: Sequence[Chart], rows: Mapping[str, int], facts: str, kind: str) -> None:
        """Write charts, of each as many rows as `rows` says; `kind` is "svg" or "png"."""
        project = self._session.project
        title = project.title if len(charts) != 1 else f"{project.title}: {charts[0].title}"
        name = "".join(one if one.isalnum() or one in " -_" else " " for one in title)
        proposed = self._files.folder() / f"{' '.join(name.split()) or 'overview'}.{kind}"
        kinds = {"svg": self.tr("SVG pictures"), "png": self.tr("PNG pictures")}[kind]
        path = ask_new_file(
            self._window, self.tr("Save as picture"), proposed, f"{kinds} (*.{kind})"
        )
        if path is None:
            return
        drawing = sheet_of(project, charts, rows, facts)
        picture = as_svg(drawing, project) if kind == "svg" else as_png(drawing, project.label_set)

        def tell(_nothing: None) -> None:
            self._notices.tell(self.tr("Written to {path}.").format(path=shown_path(path)))

        refuse = self._session.refused.emit
        self._tasks.run(lambda _task: write_picture(path, picture), tell, refuse)


def sheet_of(
    project: Project, charts: Sequence[Chart], rows: Mapping[str, int], facts: str
) -> Drawing:
    """Return charts laid out for a picture, with the project's title and what the marks mean."""
    laid_out = [
        Titled(one.title, one.draw(one.rows[: rows[one.id]], _WIDE, setting())) for one in charts
    ]
    used = {part.key for one in charts for row in one.rows[: rows[one.id]] for part in row.parts}
    known = [Entry(one.id, one.glyph or "tag", one.title) for one in project.label_set.labels]
    known += [Entry(state, glyph, state_words(state)) for state, glyph in STATE_GLYPHS.items()]
    legend = [entry for entry in known if entry.key in used]
    return sheet(project.title, facts, legend, laid_out, setting())


def as_svg(drawing: Drawing, project: Project) -> bytes:
    """Return a drawing as SVG."""
    theme = review_themes()[_ON_PAPER]
    return svg(
        drawing, chart_marks(project.label_set, theme), theme.colours, project.title
    ).encode()


def as_png(drawing: Drawing, labels: LabelSet) -> bytes:
    """Return a drawing as PNG."""
    theme = load_theme(_ON_PAPER)
    image = QImage(
        round(drawing.width * _DOTS), round(drawing.height * _DOTS), QImage.Format.Format_RGB32
    )
    image.setDevicePixelRatio(_DOTS)
    image.fill(theme.colours.paper)
    painter = QPainter(image)
    paint(painter, drawing, marks_of(labels, theme), theme)
    painter.end()
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(kept, "PNG")  # type: ignore[call-overload]  # the stubs name bytes, Qt takes str
    return bytes(kept.data().data())
