"""The backups of a project: what there is, what differs, where they are kept."""
