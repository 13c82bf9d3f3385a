"""Track finished runs, promote and roll back, and read the store with MLflow's own client."""

import json
import logging

import stage
import warm

STORES = "mlflow.store.tracking.sqlalchemy_store", "mlflow.store.model_registry.sqlalchemy_store"

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
    import mlflow

    logging.disable(logging.WARNING)
    if not (store / "mlflow.db").is_file():
        raise stage.Unfit("There is no mlflow.db in the store afterwards.")
    return mlflow.MlflowClient(f"sqlite:///{store}/mlflow.db")


def _champion(store):
    """The version that has the alias, None if none has."""
    aliases = _client(store).get_registered_model(NAME).aliases
    return int(aliases["champion"]) if "champion" in aliases else None


def _count(store):
    client = _client(store)
    return len(client.search_runs([e.experiment_id for e in client.search_experiments()]))


def _held(store, versions):
    """What the store holds of these versions and of their runs."""
    client = _client(store)
    try:
        return [_read(client, version) for version in versions]
    except Exception as e:
        raise stage.Unfit(f"The store cannot be read as the task states ({type(e).__name__}: {str(e)[:150]}).") from None


def _read(client, version):
    found = client.get_model_version(NAME, str(version))
    run = client.get_run(found.run_id)
    history = {n: [[m.step, m.value] for m in client.get_metric_history(run.info.run_id, n)] for n in ("loss", "base_loss", "tuned_loss")}
    artifacts = {a.path for a in client.list_artifacts(run.info.run_id)} | {
        a.path for a in client.list_artifacts(run.info.run_id, "adapter")
    }
    tags = {k: v for k, v in run.data.tags.items() if k in ("data_hash", "code_hash")}
    return {
        "run": run.info.run_id,
        "parameters": dict(run.data.params),
        "history": history,
        "tags": tags,
        "artifacts": sorted(artifacts),
        "status": run.info.status,
    }


def _looked(function, *given):
    """Look into the store from a process of its own."""
    found = warm.asked(function, *given)
    if isinstance(found, dict) and "unfit" in found:
        raise stage.Unfit(found["unfit"])
    return found


def _change_the_code():
    """A comment more in one source file of the bot, in a folder below where there is one."""
    sources = [p for p in sorted((stage.REPOSITORY / "bot").rglob("*.py")) if p.name not in ("__main__.py", "__init__.py")]
    if not sources:
        raise stage.Unfit("The package bot has no source file but __main__.py.")
    source = max(sources, key=lambda p: len(p.parts))
    source.write_text(source.read_text("utf-8") + "# changed\n", "utf-8")


def tracked(runs, unfinished, reports, moves):
    """Three runs, one of them twice, the last after a change of the code; then the gate, the way back, and what must be refused."""
    store = stage.WORK / "store"
    alone = stage.run("track", stage.folder("nothing"), "--store", store, seconds=200, threads=1)
    warm.libraries(*STORES)
    folders = [_run(f"run{k}", run) for k, run in enumerate(runs)]
    said = [_said(warm.run("track", folders[k], "--store", store, seconds=200)) for k in (0, 1, 1)]
    _change_the_code()
    said.append(_said(warm.run("track", folders[2], "--store", store, seconds=200)))
    versions = [s.get("version") for s in said]
    if not all(type(v) is int for v in versions):
        raise stage.Unfit(f"`track` prints {said[0]}, without a whole number as version.")
    held, count = _looked(_held, store, [versions[k] for k in (0, 1, 3)]), _looked(_count, store)
    gates = {name: stage.put(f"gate {name}", {"report.json": json.dumps(report)}) for name, report in reports.items()}
    number = dict(zip(("one", "two", "three"), (versions[k] for k in (0, 1, 3)), strict=True))
    told = []
    for move in moves:
        if move["gate"] is None:
            done = warm.run("rollback", NAME, "--store", store, seconds=200)
        else:
            words = ["--version", number[move["version"]]] if move["version"] else []
            done = warm.run("promote", NAME, "--store", store, "--gate", gates[move["gate"]], *words, seconds=200)
        told.append({**done.refused(), "what": move["what"], "champion": _looked(_champion, store)})
    return {
        "versions": versions,
        "runs": [s.get("run") for s in said],
        "held": held,
        "count": count,
        "moves": told,
        "faults": _faults(store, alone, unfinished, gates["better"], max(versions) + 7),
        "after": [_looked(_count, store), _looked(_champion, store)],
    }


def _faults(store, alone, unfinished, gate, unknown):
    """What is said to input that must be refused."""
    empty, cut = stage.folder("no store"), stage.put("cut", {"report.json": '{"better": "a", "na'})
    said = [
        ("a folder that is no run", alone),
        ("a run that has not come to its end", warm.run("track", _run("unfinished", unfinished), "--store", store, seconds=200)),
        ("a version that is not there", warm.run("promote", NAME, "--store", store, "--gate", gate, "--version", unknown, seconds=200)),
        ("a report that was cut", warm.run("promote", NAME, "--store", store, "--gate", cut, seconds=200)),
        ("a name that was never tracked", warm.run("rollback", "nobody", "--store", store, seconds=200)),
        ("a store in which nothing was tracked", warm.run("rollback", NAME, "--store", empty, seconds=200)),
    ]
    return [{**done.refused(), "what": what} for what, done in said]
