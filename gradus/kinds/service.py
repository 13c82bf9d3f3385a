"""Kind `service`: the answer is a program that serves HTTP in a network of its own; what is judged are its responses."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from gradus.kinds.known import Known
from gradus.kinds.python_mutants import mutants
from gradus.plaintext import show
from gradus.questions import asked
from gradus.sandbox import run as sandbox
from gradus.vocabulary import Answer, Check, Finding, Judge, Miss, Observation, Probe, Seen, Step, View

FILE = "answer.py"
ORACLE = "import oracle\n\n\ndef run(items):\n    return oracle.run(items)\n"


def facts(step: Step) -> list[Finding]:
    """Starter and solution parse and name the port; the oracle has one function."""
    found = []
    for name, files in (("solution.py", step.solution), ("starter.py", step.starter)):
        text = files.get(FILE, "")
        try:
            ast.parse(text)
        except SyntaxError as e:
            found.append(
                Finding("python-syntax", str(step.folder / name), e.lineno or 1, f"{name} does not parse ({e.msg}); correct this line.")
            )
        if "PORT" not in text:
            say = f'{name} does not read the environment variable PORT; let it listen on 127.0.0.1 at int(os.environ["PORT"]).'
            found.append(Finding("service-port", str(step.folder / name), 1, say))
    if step.oracle and "def run(" not in step.oracle.get("oracle.py", ""):
        say = "oracle.py has no `run(items)`; write it, returning the list of responses."
        found.append(Finding("service-port", str(step.folder / "oracle.py"), 1, say))
    return found


def present(step: Step, seed: int) -> Mapping[str, Any]:
    """The requests of the worked example."""
    loaded: Judge = step.load()
    drawn = loaded.probes(seed)
    example = drawn.get(next(iter(loaded.expected), ""), next(iter(drawn.values())))
    return {"requests": [asked(r) for item in example.args[0] for r in item.get("together", ())]}


def starter(step: Step, seed: int) -> Mapping[str, str]:
    """The starter as the author wrote it."""
    return step.starter


def solution(step: Step, seed: int) -> Mapping[str, str]:
    """The solution as the author wrote it."""
    return step.solution


# ---------------------------------------------------------------- judging


def judge(step: Step) -> Judge:
    """The step's own judge behind one check of the kind; beside every miss the log of requests."""
    loaded: Judge = step.load()

    def probes(seed: int) -> Mapping[str, Probe]:
        return {name: replace(p, target="probe.ask") for name, p in loaded.probes(seed).items()}

    answered = Check("answered", "Every request is answered over HTTP.", _answered)
    return replace(loaded, probes=probes, checks=tuple(_with_log(c) for c in (answered, *loaded.checks)), form=False)


def _answered(got: Any, ideal: Any, probe: Probe) -> Miss | None:
    for request, response in zip(_requests(probe), got, strict=True):
        if "error" in response:
            return Miss(f"{asked(request)}: {response['error']}.")
    return None


def _requests(probe: Probe) -> list[Mapping[str, Any]]:
    return [r for item in probe.args[0] for r in item.get("together", ())]


def _with_log(check: Check) -> Check:
    """The same check; asked of nothing where a request got no answer."""
    if not check.each:
        return check

    def run(got: Any, ideal: Any, probe: Probe) -> Miss | None:
        if check.name != "answered" and any("error" in response for response in got):
            return Miss("A request got no answer.")
        miss = check.run(*(got, ideal, probe)[: check.run.__code__.co_argcount])
        if miss is None or miss.view is not None:
            return miss
        return replace(miss, view=View("requests", {"log": logged(probe, got, ideal)}))

    return replace(check, run=run)


def logged(probe: Probe, got: Any, ideal: Any) -> list[dict[str, Any]]:
    """What was asked, what came back, and what the author's service says to it."""
    rows = zip(_requests(probe), got, ideal, strict=True)
    return [{"asked": asked(r), "yours": _told(g), "expected": _told(w)} for r, g, w in list(rows)[:30]]


def _told(response: Mapping[str, Any]) -> str:
    if "error" in response:
        return str(response["error"])
    body = response.get("json", response.get("text", response.get("pieces")))
    return f"{response.get('status')} {show(body) if not isinstance(body, str) else show(body[:200])}"


def behaviour(seen: Seen) -> Seen:
    """What counts when a mistake is recognised: of an error's body only whether it tells a traceback, for its words are free."""
    if not isinstance(seen.value, list):
        return seen
    return replace(seen, value=[_behaviour(r) for r in seen.value if isinstance(r, dict)])


def _behaviour(response: Mapping[str, Any]) -> dict[str, Any]:
    if response.get("status", 0) < 400:
        return dict(response)
    kept = {k: v for k, v in response.items() if k in ("status", "type", "headers")}
    return {**kept, "traceback": "Traceback" in str(response.get("text", response.get("json")))}


# ---------------------------------------------------------------- observing


@cache
def _inside() -> str:
    return Path(__file__).with_name("service_inside.py").read_text(encoding="utf-8")


def observe(step: Step, answer: Answer, seed: int, progress: Callable[[Mapping[str, Any]], None] | None = None) -> Observation:
    """Start the server in one box and ask it; the author's own oracle, and nothing else, is a function that is called."""
    probes = judge(step).probes(seed)
    if step.oracle and dict(answer.files) == dict(step.oracle):
        files: dict[str, str | bytes] = {**step.probe, **answer.files, "probe.py": ORACLE}
        asked_ = {name: replace(p, target="probe.run") for name, p in probes.items()}
        return sandbox.run(sandbox.Job(family="numpy", files=files, probes=asked_, limits=step.limits, seed=seed), progress)
    files = {**step.probe, **answer.files, "probe.py": _inside()}
    return sandbox.run(sandbox.Job(family="web", files=files, probes=probes, limits=step.limits, seed=seed, profile="service"), progress)


# ---------------------------------------------------------------- known answers


def answers(step: Step) -> list[Known]:
    """What the folder holds, the cheats that anybody tries, and the mutants of the solution."""
    known = [Known("solution", "solution", step.solution), Known("starter", "starter", step.starter)]
    known += [Known(a.id, "alternative", a.files) for a in step.alternatives]
    known += [Known(m.id, "mistake", m.files, m.id) for m in step.mistakes]
    if step.oracle:
        known.append(Known("oracle", "oracle", step.oracle))
    known += [Known(name, "cheat", {FILE: text}) for name, text in CHEATS.items()]
    return known + [Known(m.hash, "mutant", {FILE: m.text}, note=f"line {m.line}: {m.what}") for m in mutants(step.solution[FILE])]


_SERVER = """import os
from http.server import BaseHTTPRequestHandler, HTTPServer


class Always(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(STATUS)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(b"{}")

    do_POST = do_PUT = do_DELETE = do_PATCH = do_GET


HTTPServer(("127.0.0.1", int(os.environ["PORT"])), Always).serve_forever()
"""
CHEATS = {
    "empty file": "", "exits at once": "import os\nos._exit(0)\n", "answers 200 to everything": _SERVER.replace("STATUS", "200"),
    "answers 404 to everything": _SERVER.replace("STATUS", "404"),
}  # fmt: skip
