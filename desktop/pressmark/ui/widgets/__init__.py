"""Small widgets that panels and dialogs are built of, each in both themes and by keyboard."""
