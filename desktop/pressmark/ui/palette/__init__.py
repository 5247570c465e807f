"""One line that finds whatever one can do or go to: actions, articles, annotations, entities."""
