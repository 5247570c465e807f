"""How a check of the self-test says that something is wrong."""


class FaultError(Exception):
    """What a check found to be wrong."""


def expect(is_so: bool, otherwise: str) -> None:  # noqa: FBT001 -- it is what is expected
    """Raise FaultError, with these words, where something is not so."""
    if not is_so:
        raise FaultError(otherwise)
