"""MLflow in one folder: a SQLite file for runs, versions and aliases, and a folder for artefacts."""

import logging
import os
from pathlib import Path
from typing import Any

os.environ.setdefault("MLFLOW_DISABLE_TELEMETRY", "true")  # before the import: it would ask the network
os.environ.setdefault("DO_NOT_TRACK", "1")

import mlflow
from mlflow.entities import Metric, Param, RunTag
from mlflow.exceptions import MlflowException

from bot.faults import Fault
from bot.lineage import Finished

EXPERIMENT = "chatbot"
CHAMPION, HISTORY = "champion", "champions"  # the alias that is served, and the versions that had it, the last one last


class Registry:
    """Runs and versions of a store; every change is one that MLflow makes whole or not at all."""

    def __init__(self, store: Path) -> None:
        logging.getLogger("mlflow").setLevel(logging.ERROR)
        logging.getLogger("alembic").setLevel(logging.ERROR)
        store.mkdir(parents=True, exist_ok=True)
        self.folder = store.resolve()
        try:
            self.client: Any = mlflow.MlflowClient(f"sqlite:///{self.folder}/mlflow.db")
            found = self.client.get_experiment_by_name(EXPERIMENT)
        except Exception as error:  # noqa: BLE001  the store's library raises its own kinds for a file that is no database
            raise Fault(
                f"The store {store} cannot be read ({type(error).__name__}): restore its mlflow.db, or name another folder."
            ) from None
        where = (self.folder / "artifacts").as_uri()
        self.experiment = found.experiment_id if found else self.client.create_experiment(EXPERIMENT, where)

    def track(self, run: Finished, code: str, name: str) -> tuple[str, int]:
        """Log a finished run and register it as a version of `name`: the run's id and the version. A run that is there already is not logged again."""
        there = self.client.search_runs(
            [self.experiment], f"tags.key = '{run.key}' and tags.code_hash = '{code}' and attributes.status = 'FINISHED'"
        )
        if there and (versions := self.client.search_model_versions(f"name = '{name}' and run_id = '{there[0].info.run_id}'")):
            return there[0].info.run_id, int(versions[0].version)
        made = self.client.create_run(self.experiment).info.run_id
        tags = {"data_hash": run.data_hash, "code_hash": code, "key": run.key}
        steps = [Metric("loss", loss, 0, step) for step, loss in run.curve]
        figures = [Metric(key, value, 0, 0) for key, value in run.figures.items()]
        self.client.log_batch(
            made, steps + figures, [Param(k, str(v)) for k, v in run.parameters.items()], [RunTag(k, v) for k, v in tags.items()]
        )
        for file in ("run.json", "result.json", "log.jsonl"):
            self.client.log_artifact(made, str(run.folder / file))
        if (run.folder / "adapter").is_dir():
            self.client.log_artifacts(made, str(run.folder / "adapter"), "adapter")
        self.client.set_terminated(made)
        if not self.client.search_registered_models(f"name = '{name}'"):
            self.client.create_registered_model(name)
        uri = self.client.get_run(made).info.artifact_uri
        return made, int(self.client.create_model_version(name, f"{uri}/adapter", made, tags=tags).version)

    def promote(self, name: str, version: int | None) -> int:
        """Make a version (the latest if None) the champion; Fault if there is none."""
        versions = self._versions(name)
        if version is None:
            version = max(versions)
        if version not in versions:
            raise Fault(f"{name} has no version {version}; it has {', '.join(map(str, sorted(versions)))}.")
        past = self._past(name)
        if not past or past[-1] != version:
            past.append(version)
        self._crown(name, past)
        return version

    def roll_back(self, name: str) -> int:
        """Make the version the champion that was it before; Fault if none was."""
        self._versions(name)
        past = self._past(name)
        if len(past) < 2:
            raise Fault(f"{name} has no earlier champion to go back to.")
        self._crown(name, past[:-1])
        return past[-2]

    def _crown(self, name: str, past: list[int]) -> None:
        self.client.set_registered_model_alias(name, CHAMPION, str(past[-1]))
        self.client.set_registered_model_tag(name, HISTORY, " ".join(map(str, past)))

    def _past(self, name: str) -> list[int]:
        return [int(v) for v in self.client.get_registered_model(name).tags.get(HISTORY, "").split()]

    def _versions(self, name: str) -> set[int]:
        try:
            found = {int(v.version) for v in self.client.search_model_versions(f"name = '{name}'")}
        except MlflowException as error:
            raise Fault(f"The store does not take the name {name!r} ({error.error_code}).") from None
        if not found:
            raise Fault(f"The store has no model {name}: track a run first.")
        return found
