"""What the service counts about itself, for Prometheus."""

from collections.abc import Callable


class Meters:
    """All of them in a registry of their own, so that two services in one process do not count together."""

    def __init__(self, waiting: Callable[[], float]) -> None:
        raise NotImplementedError("write this part")

    def page(self) -> bytes:
        """In the text format of Prometheus."""
        raise NotImplementedError("write this part")
