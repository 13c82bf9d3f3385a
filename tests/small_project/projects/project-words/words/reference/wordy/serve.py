"""`serve FILE --port P`: GET /healthz, GET /count?word=x."""

import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlparse


def serve(words: list[str]) -> None:
    """Until it is stopped."""
    table = json.loads(Path(words[0]).read_text())

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            """Answer one request."""
            asked = urlparse(self.path)
            body = {"ok": True}
            if asked.path == "/count":
                body = {"count": table.get(parse_qs(asked.query)["word"][0], 0)}
            data = json.dumps(body).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

    try:
        ThreadingHTTPServer(("127.0.0.1", int(words[2])), Handler).serve_forever()
    except OSError as e:
        sys.exit(f"Port {words[2]} cannot be used: {e.strerror}.")
