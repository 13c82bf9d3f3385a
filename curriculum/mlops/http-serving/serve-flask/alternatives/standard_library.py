"""The standard library alone: http.server with threads"""

import json
import math
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MODEL = json.load(open("data/model.json"))
ALLOWED = {"/health": "GET", "/predict": "POST"}


class Handler(BaseHTTPRequestHandler):
    def reply(self, status, body):
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def answer(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        allowed = ALLOWED.get(self.path.split("?")[0])
        if not allowed:
            return self.reply(404, {"error": "no such path"})
        if allowed != self.command:
            return self.reply(405, {"error": "not with this method"})
        if self.command == "GET":
            return self.reply(200, {"status": "ok", "version": MODEL["version"]})
        try:
            sent = json.loads(body)
        except (ValueError, RecursionError) as e:
            return self.reply(400, {"error": f"not JSON: {type(e).__name__}"})
        try:
            features = dict(sent["features"].items())
            assert sorted(features) == sorted(MODEL["weights"]), "the names do not fit"
            assert not any(isinstance(v, (bool, str, list, dict, type(None))) for v in features.values()), "only numbers"
            p = math.fsum([MODEL["bias"], *(w * float(features[n]) for n, w in MODEL["weights"].items())])
            assert math.isfinite(p), "not finite"
        except (AssertionError, TypeError, KeyError, AttributeError, OverflowError, ValueError) as e:
            return self.reply(422, {"error": str(e) or "not what is asked for"})
        return self.reply(200, {"prediction": p, "version": MODEL["version"]})

    do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = answer

    def log_message(self, *args):
        pass


ThreadingHTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()
