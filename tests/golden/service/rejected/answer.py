import os
from http.server import BaseHTTPRequestHandler, HTTPServer


class H(BaseHTTPRequestHandler):
    def do_GET(self):
        n = self.path.rpartition("/")[2]
        status, body = (200, "{\"double\": %d}" % (2 * int(n))) if n.isdigit() else (400, "{}")
        body = body.replace("4", "5")
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(body.encode())


HTTPServer(("127.0.0.1", int(os.environ["PORT"])), H).serve_forever()
