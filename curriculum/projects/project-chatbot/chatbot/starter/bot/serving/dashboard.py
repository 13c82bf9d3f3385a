"""The page /dashboard: what the logs add up to, and whether the questions changed. Everything that people wrote is shown as text."""

from pathlib import Path

from bot.serving.journal import Journal
from bot.settings import Settings

PAGE = Path(__file__).with_name("dashboard.html")


class Dashboard:
    """The page of one DATA folder. One look at a time; the drift is computed anew only when there are new questions."""

    def __init__(self, journal: Journal, baseline: Path, settings: Settings) -> None:
        raise NotImplementedError("write this part")

    def page(self, statuses: dict[str, int]) -> str:
        """The whole page; `statuses`: how many chat requests got which status since the start."""
        raise NotImplementedError("write this part")
