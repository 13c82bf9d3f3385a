"""MLflow in one folder: a SQLite file for runs, versions and aliases, and a folder for artefacts."""

from pathlib import Path

from bot.lineage import Finished

CHAMPION = "champion"  # the alias that is served


class Registry:
    """Runs and versions of a store: `mlflow.db` in the folder, and the artefacts beside it."""

    def __init__(self, store: Path) -> None:
        raise NotImplementedError

    def track(self, run: Finished, code: str, name: str) -> tuple[str, int]:
        """Log a finished run and register it as a version of `name`: the run's id and the version. A run that is there already is not logged again."""
        raise NotImplementedError

    def promote(self, name: str, version: int | None) -> int:
        """Make a version (the latest if None) the champion; Fault if there is none."""
        raise NotImplementedError

    def roll_back(self, name: str) -> int:
        """Make the version the champion that was it before; Fault if none was."""
        raise NotImplementedError
