"""How a judge.py puts its questions where a call is not enough: repositories for git, requests for a server, runs of a program.

Everything here is plain data; gradus.judging offers it to authors.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from gradus.vocabulary import Probe

# ---------------------------------------------------------------- git


def commit(branch: str, message: str, files: Mapping[str, str | None], author: str = "", start: str = "") -> dict[str, Any]:
    """A commit on `branch` that writes these files (None removes one).  A new branch begins at the tip of `start`."""
    return {"branch": branch, "message": message, "files": dict(files), "author": author or "Sam Other <sam@example.org>", "start": start}


def repository(
    *commits: Mapping[str, Any],
    on: str = "main",
    files: Mapping[str, str] | None = None,
    config: Mapping[str, str] | None = None,
    shown: str | None = None,
) -> Probe:
    """Run the answer's commands in a folder (kind `git`): a repository with these commits and `on` checked out, or none without commits.

    `files` lie in the folder uncommitted, `config` is set for the user.  What comes back: docs/kinds.md.
    """
    start = {"commits": [dict(c) for c in commits], "on": on, "files": dict(files or {}), "config": dict(config or {})}
    return Probe("git.run", (start,), shown=shown or _told(start))


def _told(start: Mapping[str, Any]) -> str:
    commits, files = start["commits"], start["files"]
    branches = list(dict.fromkeys(c["branch"] for c in commits))
    what = f"a repository with {len(commits)} commits on {', '.join(branches)}" if commits else "a folder without repository"
    return f"your commands in {what}" + (f", uncommitted: {', '.join(files)}" if files else "")


# ---------------------------------------------------------------- service


def request(
    method: str, path: str, *, json: Any = None, body: str | bytes | None = None, headers: Mapping[str, str] | None = None,
    stream: bool = False, stop_after: int | None = None, keep: Sequence[str] = (), seconds: float = 5.0,
) -> dict[str, Any]:  # fmt: skip
    """One HTTP request: `json` is sent as JSON, `body` as it is; `keep` names headers of the response that are wanted.

    The response: {"status", "type", "json" or "text"} or {"error"}; of a `stream` {"pieces", "early"}, hung up after `stop_after` pieces.
    """
    head = dict(headers or {})
    data = body.encode() if isinstance(body, str) else body or b""
    if json is not None:
        data = _dumps(json)
        head.setdefault("content-type", "application/json")
    return {
        "method": method, "path": path, "headers": head, "body": data, "stream": stream, "stop_after": stop_after, "keep": list(keep),
        "seconds": seconds,
    }  # fmt: skip


def _dumps(value: Any) -> bytes:
    return json.dumps(value).encode()


def together(*requests: Mapping[str, Any]) -> dict[str, Any]:
    """These requests at the same time."""
    return {"together": [dict(r) for r in requests]}


def put(name: str, text: str | None) -> dict[str, Any]:
    """Between two requests: write a file beside the answer, None takes it away."""
    return {"put": name, "text": text}


def restart() -> dict[str, Any]:
    """Between two requests: kill the server and start it anew; its files are still there."""
    return {"restart": True}


def session(*items: Mapping[str, Any], shown: str | None = None) -> Probe:
    """Ask the answer's server (kind `service`) one thing after another; what comes back is the list of responses."""
    plain = [dict(i) if {"together", "put", "restart"} & set(i) else {"together": [dict(i)]} for i in items]
    return Probe("service.ask", (plain,), shown=shown or "; ".join(_line(i) for i in plain))


def _line(item: Mapping[str, Any]) -> str:
    if "together" in item:
        return " and at once ".join(asked(r) for r in item["together"])
    return "restart" if "restart" in item else f"{'remove' if item['text'] is None else 'write'} {item['put']}"


def asked(r: Mapping[str, Any]) -> str:
    """A request in one line: POST /predict {"x": 1}."""
    return f"{r['method']} {r['path']} {r['body'].decode('utf-8', 'replace')[:200]}".rstrip()


# ---------------------------------------------------------------- program


def program(stdin: str = "", *args: str, seconds: float = 1.0, checked: bool | None = None) -> Probe:
    """Run the answer's program (kind `program`) with this input and these arguments; {"out", "exit", "ended"} comes back.

    `seconds` of processor time.  `checked` runs it with the language's own checks on (bounds, iterators, overflow); None: where the
    input is small.
    """
    small = len(stdin) <= 4000 if checked is None else checked
    lines = stdin.splitlines()
    told = " / ".join(lines[:8]) if len(lines) <= 8 else f"{' / '.join(lines[:3])} / … {len(lines)} lines"
    shown = " ".join(["the program", *args]) + (f" with the input {told!r}" if stdin else " without input")
    return Probe("program.run", (stdin, list(args), seconds, small), shown=shown)
