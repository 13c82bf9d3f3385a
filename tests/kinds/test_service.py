"""A server goes through the whole path: started in a network of its own, asked from outside, its responses told as plain values."""

from __future__ import annotations

import socket
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gradus.judging import Miss, close, each, put, request, restart, session, together
from gradus.kinds import service
from gradus.sandbox.held import held
from gradus.vocabulary import Answer, Judge, Level, Limits, Mistake, Observation, Outcome, Probe, Step, Wall
from tests.kinds import golden

GOLDEN = Path(__file__).parents[1] / "golden" / "service"
SOLUTION = (GOLDEN / "accepted" / "answer.py").read_text("utf-8")
SERVER = """import os, json, time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
COUNT = 0
class H(BaseHTTPRequestHandler):
    def say(self, body, status=200, kind="application/json"):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("X-Own", "kept")
        self.end_headers()
        self.wfile.write(body)
    def do_GET(self):
        global COUNT
        COUNT += 1
BODY
ThreadingHTTPServer(("127.0.0.1", int(os.environ["PORT"])), H).serve_forever()
"""


@each()
def doubles(got: Any, ideal: Any) -> Miss | None:
    """What comes back is right."""
    for g, w in zip(got, ideal, strict=True):
        if g["status"] != w["status"]:
            return Miss(f"The status is {g['status']}, expected {w['status']}.")
    return close([g.get("json") for g in got], [w.get("json") for w in ideal])


def probes(seed: int) -> dict[str, Probe]:
    return {
        "example": session(request("GET", "/double/21")),
        "no number": session(request("GET", "/double/x"), request("GET", "/double/2")),
    }


JUDGE = Judge(probes, (doubles,), {"example": [{"status": 200, "type": "application/json", "json": {"double": 42}}]})
ALWAYS = (GOLDEN / "rejected-as-a-known-mistake" / "answer.py").read_text("utf-8")
STEP = Step(
    "golden-service", "Golden", "service", Level.INTRO, 5, "c", "t", Path("/nowhere"), "golden service", limits=Limits(seconds=30),
    starter={service.FILE: "import os\nos.environ['PORT']\n"}, solution={service.FILE: SOLUTION},
    mistakes=(Mistake("always-200", "Always 200", "The status says that all is well.", {service.FILE: ALWAYS}),),
    load=lambda: JUDGE,
)  # fmt: skip


def observed(text: str, *items: dict[str, Any]) -> Observation:
    step = replace(STEP, load=lambda: replace(JUDGE, probes=lambda seed: {"one": session(*items)}))
    return service.observe(step, Answer({service.FILE: text}), 1)


def responses(body: str, *items: dict[str, Any]) -> list[dict[str, Any]]:
    seen = observed(SERVER.replace("BODY", "\n".join("        " + line for line in body.split("\n"))), *items)
    assert seen.stopped is None, seen.stopped
    return list(seen.seen["one"].value)


@pytest.mark.parametrize("case", golden.cases("service"), ids=lambda p: p.name)
def test_a_golden_answer_gets_its_outcome_and_its_words(case: Path) -> None:
    golden.holds(case, STEP, service.FILE)


def test_every_outcome_has_a_golden_case() -> None:
    assert golden.outcomes("service") == golden.EVERY


def test_state_lives_from_request_to_request_and_ends_with_a_restart() -> None:
    got = responses("self.say(str(COUNT).encode())", request("GET", "/"), request("GET", "/"), restart(), request("GET", "/"))
    assert [r["json"] for r in got] == [1, 2, 1]


def test_files_are_put_down_and_taken_away_between_requests() -> None:
    body = "self.say(json.dumps(sorted(os.listdir('data')) if os.path.exists('data') else None).encode())"
    got = responses(body, put("data/x.json", "{}"), request("GET", "/"), put("data/x.json", None), request("GET", "/"))
    assert [r["json"] for r in got] == [["x.json"], []]


def test_requests_at_the_same_time_are_answered_side_by_side() -> None:
    """Forty waits of 0.3 s one after the other would take longer than every request may."""
    got = responses("time.sleep(0.3)\nself.say(b'1')", together(*[request("GET", "/", seconds=8.0) for _ in range(40)]))
    assert [r.get("json") for r in got] == [1] * 40


def test_a_stream_is_told_in_pieces_and_hung_up_when_asked() -> None:
    body = "self.say(b'a ', kind='text/event-stream')\nself.wfile.flush()\ntime.sleep(0.3)\nself.wfile.write(b'b ')"
    whole, cut = responses(body, request("GET", "/", stream=True), request("GET", "/", stream=True, stop_after=1))
    assert ("".join(whole["pieces"]), whole["early"], cut["pieces"]) == ("a b ", True, ["a "])


def test_headers_come_back_where_they_are_asked_for() -> None:
    got = responses("self.say(b'x', kind='text/plain')", request("GET", "/", keep=["X-Own"]), request("GET", "/"))
    assert got[0]["headers"] == {"X-Own": "kept"}
    assert "headers" not in got[1]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("time.sleep(60)", "no answer within 0.5 s"),
        ("for i in range(600):\n    self.wfile.write(b'H')\n    time.sleep(0.01)", "no answer within 0.5 s"),
        ("self.say(b'x' * 3_000_000)", "larger than 1 MB"),
        ("self.wfile.write(b'HTTP/1.1 200 OK\\r\\nContent-Length: 9\\r\\n\\r\\nabc')", "closed before the answer was complete"),
        ("self.wfile.write(b'HTTP/1.1 200 OK\\r\\n' + b'X: ' + b'y' * 200_000 + b'\\r\\n\\r\\n')", "not HTTP"),
        ("self.wfile.write(b'\\x00\\xff\\r\\n\\r\\n')", "not HTTP"),
    ],
)
def test_whatever_a_server_does_ends_in_a_sentence(body: str, says: str) -> None:
    assert says in responses(body, request("GET", "/", seconds=0.5))[0]["error"]


def test_a_server_that_died_is_started_again_for_the_next_probe() -> None:
    text = SERVER.replace("BODY", "        os._exit(3) if self.path == '/die' else self.say(b'1')")
    asked = {"dies": session(request("GET", "/die")), "lives": session(request("GET", "/"))}
    step, came_back = replace(STEP, load=lambda: replace(JUDGE, probes=lambda seed: asked)), []
    for _ in range(3):  # a process that is just dying can still take a connection: now and then the first request behind it is lost
        seen = service.observe(step, Answer({service.FILE: text}), 1)
        assert "error" in seen.seen["dies"].value[0]
        came_back.append(seen.seen["lives"].value[0].get("json") == 1)
        if came_back[-1]:
            break
    assert any(came_back)


def test_a_server_that_listens_no_more_is_started_again_although_its_process_lives() -> None:
    body = """        self.say(b'1')
        if self.path == '/deaf':
            self.server.socket.close()
            time.sleep(60)"""
    asked = {"deaf": session(request("GET", "/deaf", seconds=1)), "lives": session(request("GET", "/"))}
    step = replace(STEP, load=lambda: replace(JUDGE, probes=lambda seed: asked))
    seen = service.observe(step, Answer({service.FILE: SERVER.replace("BODY", body)}), 1)
    assert seen.seen["lives"].value[0]["json"] == 1


def test_a_server_starts_no_programs_and_reaches_no_other_network() -> None:
    with socket.create_server(("127.0.0.1", 0)) as host:
        host.settimeout(0.3)
        body = f"""said = []
for act in (os.fork, lambda: os.execv("/bin/true", ["true"]), lambda: __import__("socket").create_connection(("127.0.0.1", {host.getsockname()[1]}), 1)):
    try:
        act()
        said.append("done")
    except OSError as e:
        said.append(type(e).__name__)
self.say(json.dumps(said).encode())"""
        if held().wall is not Wall.BOX:
            return
        got = responses(body, request("GET", "/"))[0]
        assert got["json"] == ["PermissionError", "PermissionError", "ConnectionRefusedError"]
        with pytest.raises(TimeoutError):
            host.accept()


def test_a_server_holds_no_channel_to_the_judge() -> None:
    body = "self.say(json.dumps([os.readlink('/proc/self/fd/' + n).partition(':')[0] for n in os.listdir('/proc/self/fd') if n == '3']).encode())"
    assert responses(body, request("GET", "/"))[0].get("json") == ["pipe"]


def test_the_broken_outcome_is_not_one_of_a_server() -> None:
    assert observed("import os\nos.environ['PORT']\n", request("GET", "/")).stopped.outcome is Outcome.MALFORMED  # type: ignore[union-attr]
