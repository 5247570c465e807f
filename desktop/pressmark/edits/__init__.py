"""How a project changes: frozen edits that know their inverse, transactions, history."""
