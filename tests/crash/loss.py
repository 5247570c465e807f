"""What all of these tests look for."""


class Lost(AssertionError):  # noqa: N818 -- it says what happened, as a report would
    """Acknowledged work is gone, a project does not open, or something is left lying about."""
