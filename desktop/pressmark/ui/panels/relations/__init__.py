"""All relations of a project in a dock, and the annotations that lack one."""
