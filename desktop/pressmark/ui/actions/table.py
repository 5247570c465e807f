"""Every action there is; menus, keys and their help come from here."""

from pressmark.ui.actions.annotation import ANNOTATION
from pressmark.ui.actions.article import ARTICLE
from pressmark.ui.actions.edit import EDIT
from pressmark.ui.actions.file import FILE
from pressmark.ui.actions.help import HELP
from pressmark.ui.actions.view import VIEW

ACTIONS = (*FILE, *EDIT, *ARTICLE, *ANNOTATION, *VIEW, *HELP)
"""Every action, in the order in which menus and help show them."""
