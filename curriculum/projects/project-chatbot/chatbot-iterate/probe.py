"""Feed ratings, run the pipeline, run it again, change one thing, run it again; then the workflow's own commands.

The libraries are loaded once, in a process that forks for each `python -m bot`: a command runs as ever, only without the wait for its imports.
`python` and `dvc` on the PATH are small programs that write down with which words they were called.
"""

import json
import os
import sqlite3
import sys
import time

import stage

INPUTS = stage.REPOSITORY / "turn"
RIGHT = {"items": 40, "metrics": {}, "difference": {"mean": 0.1, "low": 0.05, "high": 0.15}, "p_value": 0.001, "better": "a", "names": None, "judge": None}
CLIENT = '''#!{python} -IS
import json, os, socket, sys
words = sys.argv[1:]
with open({log!r}, "a") as log:
    log.write(json.dumps([os.path.basename(sys.argv[0]), *words]) + "\\n")
if sys.argv[0].endswith("dvc"):
    os.execv({dvc!r}, ["dvc", *words])
if words[:1] != ["-m"] or words[1:2] not in (["bot"], ["pytest"]):
    os.execv({python!r}, ["python", *words])
given = sys.stdin.read()
line = socket.create_connection(("127.0.0.1", int(open({where!r}).read())))
line.sendall((json.dumps([words[1:], os.getcwd(), dict(os.environ), given]) + "\\n").encode())
with line.makefile("rb") as answer:
    code, out, err = json.loads(answer.read() or b'[1, "", "The command was ended."]')
sys.stdout.write(out)
sys.stderr.write(err)
sys.exit(code)
'''
SERVER = '''
import json, os, runpy, signal, socket, sys, tempfile, traceback
import torch, transformers, peft, pyarrow, mlflow, alembic.command, mlflow.store.tracking.sqlalchemy_store
import transformers.models.llama.modeling_llama, transformers.models.bert.modeling_bert
where, model, real = sys.argv[1:]
transformers.utils.logging.disable_progress_bar()
tokeniser = transformers.AutoTokenizer.from_pretrained(real)
torch.manual_seed(5)
transformers.LlamaForCausalLM(transformers.LlamaConfig(vocab_size=len(tokeniser), hidden_size=32, intermediate_size=32, num_hidden_layers=1, num_attention_heads=2)).save_pretrained(model)
tokeniser.save_pretrained(model)
server = socket.create_server(("127.0.0.1", 0))
with open(where + ".new", "w") as file:
    file.write(str(server.getsockname()[1]))
os.rename(where + ".new", where)
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
def work(words, cwd, environment, files):
    for to, file in enumerate(files):
        os.dup2(file.fileno(), to)
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv, sys.path[0] = words, cwd
    try:
        runpy.run_module(words[0], run_name="__main__", alter_sys=True)
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
    except BaseException:
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
while True:
    line, _ = server.accept()
    if os.fork():
        line.close()
        continue
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    words, cwd, environment, given = json.loads(line.makefile("rb").readline())
    files = [tempfile.TemporaryFile() for _ in range(3)]
    files[0].write(given.encode())
    files[0].seek(0)
    child = os.fork()
    if not child:
        line.close()
        work(words, cwd, environment, files)
    _, status = os.waitpid(child, 0)
    out, err = (os.pread(f.fileno(), 1 << 24, 0).decode("utf-8", "replace") for f in files[1:])
    line.sendall(json.dumps([os.waitstatus_to_exitcode(status) % 256, out, err]).encode())
    os._exit(0)
'''


def learnt(data, pairs, log, gold):
    """What `feedback` makes of ratings, of none, and of a line that is none."""
    lines = lambda rows: "".join(json.dumps(r) + "\n" for r in rows)
    folder = stage.put("data", {"chunks.jsonl": lines(data), "card.json": json.dumps({"hash": "5e" * 16}),
                                "documents.jsonl": lines({k: c[k] for k in ("source", "title", "text")} for c in data)})  # fmt: skip
    made = stage.put("pairs", {f"{k}.jsonl": lines(v) for k, v in pairs.items()} | {"card.json": json.dumps({"data_hash": "5e" * 16})})
    told = stage.put("told", {"gold.jsonl": lines(gold), "log.jsonl": lines(log), "none.jsonl": "", "bad.jsonl": lines([*log[:2], {"id": "x", "rating": "sideways"}])})
    run = lambda name, out: stage.run("feedback", folder, made, "--log", told / name, "--gold", told / "gold.jsonl", "--out", stage.WORK / out)
    run("log.jsonl", "out").ok()
    run("none.jsonl", "plain").ok()
    read = lambda out: {k: stage.json_lines(stage.WORK / out / f"{k}.jsonl", "prompt", "completion") for k in ("train", "heldout")}
    return {"with": read("out"), "without": read("plain"), "bad": {**run("bad.jsonl", "bad").refused(), "left": (stage.WORK / "bad").exists()}}


def turned(data, pairs, log, gold, wanted, docs, ratings, exam, more, other):
    """All parts; the pipeline is left out where `feedback` alone is wrong: it would only take time."""
    found = {"learnt": learnt(data, pairs, log, gold), "turn": None, "flow": None}
    if len(found["learnt"]["with"]["train"]) - len(pairs["train"]) != wanted:
        return found
    env = _tools()
    _prepare(docs, ratings, exam)
    first = _repro(env)
    turn = {"first": first, "second": _repro(env), "changes": None, "third": None}
    found["turn"] = turn
    if turn["second"]["ran"] or first["champion"] is not None:
        return found
    turn["changes"] = _changes(other)
    if not turn["changes"]["a document"]:
        return found
    turn["crowned"] = _crown(env)
    with (INPUTS / "feedback.jsonl").open("a") as file:
        file.writelines(json.dumps(row) + "\n" for row in more)
    turn["third"] = _repro(env)
    if "train" in turn["third"]["ran"] and turn["third"]["champion"] is not None:
        found["flow"] = _workflow(env)
    return found


def _tools():
    """Programs that note how they are called, and the process that forks for them; the environment that finds them."""
    tools, where = stage.folder("tools"), stage.WORK / "fork"
    dvc = os.path.join(sys.prefix, "bin", "dvc")
    text = CLIENT.format(python=sys.executable, log=str(stage.WORK / "calls"), dvc=dvc, where=str(where))
    for name in ("python", "python3", "dvc"):
        (tools / name).write_text(text)
        (tools / name).chmod(0o755)
    (stage.WORK / "server.py").write_text(SERVER)
    real = os.path.join(sys.prefix, "share", "gradus", "smollm2-135m-instruct")
    env = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_VERBOSITY": "error", "TOKENIZERS_PARALLELISM": "false", "PATH": f"{tools}:{sys.prefix}/bin:/usr/bin:/bin"}
    server = stage.start(stage.WORK / "server.py", where, stage.WORK / "model", real, program=[sys.executable], threads=1, env=env)
    while not where.exists():
        if not server.alive():
            raise RuntimeError(server.said())
        time.sleep(0.05)
    return env


def _prepare(docs, ratings, exam):
    """Inputs of our own in the repository, and its settings set to them."""
    import tomlkit

    for name, text in {**{f"docs/{n}": t for n, t in docs.items()}, "feedback.jsonl": ratings, "gold.jsonl": exam}.items():
        at = INPUTS / name
        at.parent.mkdir(parents=True, exist_ok=True)
        at.write_text(text if isinstance(text, str) else "".join(json.dumps(row) + "\n" for row in text))
    _set(steps=2, docs="turn/docs", feedback="turn/feedback.jsonl", gold="turn/gold.jsonl")
    path = stage.REPOSITORY / "bot.toml"
    settings = tomlkit.parse(stage.text(path))
    settings.setdefault("models", {})["language"] = str(stage.WORK / "model")
    path.write_text(tomlkit.dumps(settings))
    (stage.REPOSITORY / "dvc.lock").unlink(missing_ok=True)
    stage.run("init", "-q", program=["git"], cwd=stage.REPOSITORY).ok()
    if not (stage.REPOSITORY / ".dvc").is_dir():
        stage.run("init", "-q", program=["dvc"], cwd=stage.REPOSITORY).ok()


def _set(**values):
    from ruamel.yaml import YAML

    yaml, path = YAML(), stage.REPOSITORY / "params.yaml"
    held = yaml.load(stage.text(path))
    if not isinstance(held, dict):
        raise stage.Unfit("params.yaml is no table of settings.")
    held.update(values)
    with path.open("w") as file:
        yaml.dump(held, file)


def _calls():
    path = stage.WORK / "calls"
    found = [json.loads(line) for line in path.read_text().splitlines()] if path.is_file() else []
    path.unlink(missing_ok=True)
    return found


def _repro(env):
    """Run the pipeline: which commands of the bot it ran, what was decided, what the store holds."""
    _calls()
    stage.run("repro", program=["dvc"], cwd=stage.REPOSITORY, env=env, threads=1, seconds=300).ok()
    ran = [c[3] if c[1:3] == ["-m", "bot"] and len(c) > 3 else " ".join(c) for c in _calls() if c[0] != "dvc"]
    said = stage.read_json(stage.REPOSITORY / "runs" / "decision.json")
    if not isinstance(said, dict) or {"version", "promoted", "champion", "reason"} - said.keys():
        raise stage.Unfit(f"runs/decision.json does not have version, promoted, champion and reason: {str(said)[:150]}.")
    return {"ran": ran, "said": said, **_store()}


def _store():
    """Versions and champion as MLflow's own tables have them."""
    path = stage.REPOSITORY / "store" / "mlflow.db"
    if not path.is_file():
        raise stage.Unfit("There is no store/mlflow.db after the pipeline.")
    with sqlite3.connect(path) as c:
        versions = [v for (v,) in c.execute("select version from model_versions where name = 'chatbot' order by version")]
        champion = c.execute("select version from registered_model_aliases where name = 'chatbot' and alias = 'champion'").fetchone()
    return {"versions": versions, "champion": int(champion[0]) if champion else None}


def _changes(other):
    """Which stages DVC calls out of date after one change each; each is taken back."""
    import yaml

    lock = yaml.safe_load(stage.text(stage.REPOSITORY / "dvc.lock"))["stages"]

    def stale():
        said = stage.run("status", "--json", program=["dvc"], cwd=stage.REPOSITORY, threads=1).ok().out
        return {name: str(lock.get(name, {}).get("cmd", "")) for name in json.loads(said)}

    before, found = stale(), {}
    document, rate = min((INPUTS / "docs").iterdir()), stage.REPOSITORY / "bot.toml"
    for name, path, change in (
        ("a document", document, lambda t: t + "\n" + other + "\n"),
        ("gold", INPUTS / "gold.jsonl", lambda t: t.replace("?", "??", 1)),
        ("steps", stage.REPOSITORY / "params.yaml", lambda t: t.replace("steps: 2", "steps: 3")),
        ("rate", rate, lambda t: t.replace("rate = 0.001", "rate = 0.002")),
    ):
        was = path.read_text()
        path.write_text(change(was))
        found[name] = {k: v for k, v in stale().items() if k not in before} if path.read_text() != was else None
        path.write_text(was)
    return found


def _crown(env):
    """`iterate` on the pipeline's own run with a report that opens the gate, and with one that is damaged."""
    run = next((p.parent for p in sorted(stage.REPOSITORY.rglob("result.json")) if (p.parent / "adapter").is_dir()), None)
    if run is None:
        raise stage.Unfit("There is no folder with result.json and adapter/ in the repository after the pipeline.")
    report = {k: stage.put(k, {"report.json": text}) for k, text in (("good", json.dumps(RIGHT)), ("damaged", '{"better": "a"'))}
    store = stage.REPOSITORY / "store"
    told = {k: stage.run("-m", "bot", "iterate", run, "--store", store, "--gate", r, "--out", stage.WORK / f"{k}.json", program=["python"], cwd=stage.REPOSITORY,
                         env=env, threads=1) for k, r in report.items()}  # fmt: skip
    told["good"].ok()
    return {"said": stage.read_json(stage.WORK / "good.json"), "bad": told["damaged"].refused(), **_store()}


def _workflow(env):
    """The workflow as YAML reads it, and what each of its `run:` did here."""
    import yaml

    path = stage.REPOSITORY / ".github" / "workflows" / "ci.yml"
    try:
        flow = yaml.safe_load(stage.text(path))
    except yaml.YAMLError as e:
        raise stage.Unfit(f".github/workflows/ci.yml is not YAML ({str(e).splitlines()[0]}).")
    if wrong := _misshapen(flow):
        return {"wrong": wrong, "ran": [], "calls": []}
    _calls()
    ran, plain = [], lambda found: {str(k): str(v) for k, v in (found or {}).items()}
    for job in flow["jobs"].values():
        for step in job["steps"]:
            lines = [line for line in str(step.get("run", "")).splitlines() if not any(w in line for w in ("pip install", "apt-get"))]
            if not any(line.strip() for line in lines):
                continue
            more = {**plain(flow.get("env")), **plain(job.get("env")), **plain(step.get("env")), **env, "PYTEST_ADDOPTS": "--collect-only -q -p no:cacheprovider"}
            done = stage.run("\n".join(lines), program=["bash", "-e", "-o", "pipefail", "-c"], cwd=stage.REPOSITORY, env=more, threads=1, seconds=200)
            ran.append({"what": lines[0].strip()[:100], "code": done.code, "said": (done.err or done.out).strip()[-300:]})
    return {"wrong": "", "ran": ran, "calls": [" ".join(c[:3]) for c in _calls()]}


def _misshapen(flow):
    """Why this is no workflow; "" if it is one."""
    if not isinstance(flow, dict) or not (flow.get("on") or True in flow):  # YAML 1.1 reads the word on as true
        return "it does not say `on:` what it runs"
    if not isinstance(flow.get("jobs"), dict) or not flow["jobs"]:
        return "it has no jobs"
    for name, job in flow["jobs"].items():
        if not isinstance(job, dict) or not job.get("runs-on") or not isinstance(job.get("steps"), list):
            return f"the job {name} lacks runs-on or steps"
        if not all(isinstance(s, dict) and ("run" in s) != ("uses" in s) for s in job["steps"]):
            return f"a step of the job {name} has not exactly one of run and uses"
    return ""
