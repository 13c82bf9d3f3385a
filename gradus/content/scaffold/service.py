"""The scaffold of a service step: a server that doubles numbers."""

from __future__ import annotations

import textwrap

from gradus.content.scaffold.slug import slug
from gradus.vocabulary import PlannedStep


def files(planned: PlannedStep, mistakes: list[str], alternatives: int) -> dict[str, str]:
    """Every file but step.toml."""
    out = {**_FIXED, "lesson.md": _LESSON.replace("TITLE", planned.title).replace("TASK", textwrap.fill(planned.task, 100))}
    out["judge.py"] = _JUDGE.replace("TITLE", planned.title)
    for n, name in enumerate(mistakes):
        out[f"mistakes/{slug(name)}.py"] = _MISTAKE.replace("NAME", name.replace('"""', "")).replace("OFF", str(n + 1))
    for n in range(alternatives):
        out[f"alternatives/way_{n + 1}.py"] = _ALTERNATIVES[n % len(_ALTERNATIVES)].replace("NUMBER", str(n + 1))
    return out


_LESSON = """# TITLE

TODO Why it matters, in two sentences.

## The idea

TODO The idea.

## A worked example

TODO With numbers: 21 doubled is 42.

## The task

The roadmap says: TASK

TODO Every rule that is judged. Your answer is `answer.py`, a program that serves HTTP on `127.0.0.1` at the port that the environment variable `PORT` names. `GET /double/N` answers 200 and
`{"double": 2N}` for a whole number, 400 and `{"error": ...}` with a text for anything else.
"""

_FIXED = {
    "worked.py": '''"""TODO Every figure of the lesson, computed without HTTP."""


def worked():
    """A number and its double."""
    number = 21
    return [number, 2 * number]
''',
    "starter.py": '''"""TODO What is to be written here."""

import os

from flask import Flask

service = Flask("starter")
service.run("127.0.0.1", port=int(os.environ["PORT"]))
''',
    "solution.py": '''"""TODO How it is done, and why so."""

import os

from flask import Flask

app = Flask(__name__)


@app.get("/double/<number>")
def double(number):
    return {"double": 2 * int(number)} if number.isdecimal() else ({"error": "send a whole number"}, 400)


app.run("127.0.0.1", int(os.environ["PORT"]))
''',
    "oracle.py": '''"""TODO The responses, worked out without HTTP."""


def run(items):
    out = []
    for item in items:
        for request in item.get("together", ()):
            text = request["path"].rpartition("/")[2]
            whole = text.isdigit()
            body = {"double": int(text) + int(text)} if whole else {"error": "no number"}
            out.append({"status": 200 if whole else 400, "type": "application/json", "json": body})
    return out
''',
}

_JUDGE = '''"""TITLE."""

import numpy as np

from gradus.judging import Miss, each, request, session

# TODO worked by hand, not from the solution
EXPECTED = {"example": [{"status": 200, "type": "application/json", "json": {"double": 42}}]}


def PROBES(rng: np.random.Generator) -> dict:
    probes = {"example": session(request("GET", "/double/21")), "no number": session(request("GET", "/double/x"))}
    return probes | {f"random {i}": session(request("GET", f"/double/{n}")) for i, n in enumerate(rng.integers(0, 999, 6))}


@each()
def responses_are_right(got, ideal):
    """Status and double are right."""
    for g, w in zip(got, ideal, strict=True):
        if g["status"] != w["status"] or (w["status"] == 200 and g.get("json") != w["json"]):
            return Miss(f"The response is {g['status']} {g.get('json')}, expected {w['status']} {w['json']}.")
'''

_SERVER = """

import json
import os
from http.server import BaseHTTPRequestHandler, HTTPServer


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        text = self.path.rpartition("/")[2]
        status, body = (200, {"double": int(text) * 2 + EXTRA}) if text.isdigit() else (400, {"error": "no"})
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())


HTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()
"""
_MISTAKE = '"""NAME\n\nTODO What the code believes, why it looks right, where it breaks.\n"""' + _SERVER.replace("EXTRA", "OFF")
_ALTERNATIVES = ('"""By the standard library (NUMBER)"""' + _SERVER.replace(" + EXTRA", ""),)
