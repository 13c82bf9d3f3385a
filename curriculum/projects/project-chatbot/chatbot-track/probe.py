"""Track finished runs, promote and roll back, and read the store with MLflow's own client."""

import json

import stage

NAME = "chatbot"


def _run(name, run):
    """A finished run as `train` leaves it; without figures it has not come to its end."""
    files = {
        "run.json": json.dumps(run["parameters"] | {"data_hash": run["data_hash"]}),
        "log.jsonl": "".join(json.dumps({"step": k, "loss": x}) + "\n" for k, x in enumerate(run["curve"], 1)),
        "adapter/adapter_config.json": json.dumps({"r": 8}),
        "adapter/adapter_model.safetensors": b"\0" * 64,
    }
    if run["figures"]:
        files["result.json"] = json.dumps(run["figures"] | run["parameters"])
    return stage.put(name, files)


def _said(done):
    """The one JSON object on stdout of a command that ended well."""
    found = stage.objects(done.ok().out, f"what `{done.command}` prints")
    if len(found) != 1:
        raise stage.Unfit(f"`{done.command}` prints {len(found)} JSON objects, not one.")
    return found[0]


def _client(store):
    import os

    os.environ.update(MLFLOW_DISABLE_TELEMETRY="true", DO_NOT_TRACK="1")
    import logging

    logging.disable(logging.WARNING)
    import mlflow

    if not (store / "mlflow.db").is_file():
        raise stage.Unfit("There is no mlflow.db in the store afterwards.")
    return mlflow.MlflowClient(f"sqlite:///{store}/mlflow.db")


def _champion(client):
    """The version that has the alias, None if none has."""
    aliases = client.get_registered_model(NAME).aliases
    return int(aliases["champion"]) if "champion" in aliases else None


def _read(client, version):
    """What the store holds of a version and of its run."""
    found = client.get_model_version(NAME, str(version))
    run = client.get_run(found.run_id)
    history = {n: [[m.step, m.value] for m in client.get_metric_history(run.info.run_id, n)] for n in ("loss", "base_loss", "tuned_loss")}
    artifacts = {a.path for a in client.list_artifacts(run.info.run_id)} | {
        a.path for a in client.list_artifacts(run.info.run_id, "adapter")
    }
    tags = {k: v for k, v in run.data.tags.items() if k in ("data_hash", "code_hash")}
    return {
        "parameters": dict(run.data.params),
        "history": history,
        "tags": tags,
        "artifacts": sorted(artifacts),
        "status": run.info.status,
    }


def tracked(runs, unfinished, reports):
    """Three runs, one of them twice, the last after a change of the code; then the gate and the way back."""
    store = stage.WORK / "store"
    folders = [_run(f"run{k}", run) for k, run in enumerate(runs)]
    said = [_said(stage.run("track", folders[k], "--store", store, seconds=200, threads=1)) for k in (0, 1, 1)]
    source = next(p for p in sorted((stage.REPOSITORY / "bot").rglob("*.py")) if p.name not in ("__main__.py", "__init__.py"))
    source.write_text(source.read_text("utf-8") + "# changed\n", "utf-8")
    said.append(_said(stage.run("track", folders[2], "--store", store, seconds=200, threads=1)))
    versions = [s.get("version") for s in said]
    if not all(type(v) is int for v in versions):
        raise stage.Unfit(f"`track` prints {said[0]}, without a whole number as version.")
    client = _client(store)
    try:
        held = [_read(client, versions[k]) for k in (0, 1, 3)]
    except Exception as e:
        raise stage.Unfit(f"The store cannot be read as the task states ({type(e).__name__}: {str(e)[:150]}).")
    count = len(client.search_runs([e.experiment_id for e in client.search_experiments()]))
    moves = []
    for name, words, report in (
        ("promote 1", ["--version", versions[0]], "better"),
        ("no better", ["--version", versions[1]], "no better"),
        ("worse", ["--version", versions[1]], "worse"),
        ("biased", ["--version", versions[1]], "biased"),
        ("a judge with habits", ["--version", versions[1]], "a judge with habits"),
        ("promote the latest", [], "better"),
        ("roll back", None, None),
        ("roll back too far", None, None),
    ):
        if words is None:
            done = stage.run("rollback", NAME, "--store", store, seconds=200, threads=1)
        else:
            gate = stage.put(f"gate {report}", {"report.json": json.dumps(reports[report])})
            done = stage.run("promote", NAME, "--store", store, "--gate", gate, *words, seconds=200, threads=1)
        moves.append({**done.refused(), "what": name, "champion": _champion(client)})
    faults = []
    for what, run in (
        ("a run that has not come to its end", _run("unfinished", unfinished)),
        ("a folder that is no run", stage.folder("nothing")),
    ):
        faults.append({**stage.run("track", run, "--store", store, seconds=200, threads=1).refused(), "what": what})
    after = len(client.search_runs([e.experiment_id for e in client.search_experiments()]))
    return {"versions": versions, "held": held, "count": count, "moves": moves, "faults": faults, "after": after}
