"""A WSGI function without a framework"""

import json
import os
from math import isfinite
from wsgiref.simple_server import make_server

with open("data/model.json") as f:
    M = json.load(f)


def decide(method, path, body):
    if path not in ("/health", "/predict"):
        return "404 Not Found", {}
    if (path, method) not in (("/health", "GET"), ("/predict", "POST")):
        return "405 Method Not Allowed", {}
    if path == "/health":
        return "200 OK", dict(status="ok", version=M["version"])
    try:
        data = json.loads(body.decode())
    except (ValueError, RecursionError):
        return "400 Bad Request", dict(error="this is not JSON")
    match data:
        case {"features": dict() as x} if x.keys() == M["weights"].keys():
            pass
        case _:
            return "422 Unprocessable", dict(error="features are missing or have other names")
    if not all(type(v) in (float, int) and abs(v) < 2**1024 for v in x.values()):
        return "422 Unprocessable", dict(error="a value is no number")
    p = M["bias"]
    for k in sorted(x):
        p += x[k] * M["weights"][k]
    if not isfinite(p):
        return "422 Unprocessable", dict(error="too large")
    return "200 OK", dict(prediction=p, version=M["version"])


def app(environ, start):
    length = int(environ.get("CONTENT_LENGTH") or 0)
    status, body = decide(environ["REQUEST_METHOD"], environ["PATH_INFO"], environ["wsgi.input"].read(length))
    start(status, [("Content-Type", "application/json")])
    return [json.dumps(body).encode()]


make_server("127.0.0.1", int(os.environ["PORT"]), app).serve_forever()
