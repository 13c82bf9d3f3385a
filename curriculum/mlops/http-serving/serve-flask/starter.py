"""A service for one model. It answers GET /health; the rest is still to be written."""

import os

from flask import Flask

app = Flask(__name__)


@app.get("/health")
def health():
    return {"status": "ok"}


if __name__ == "__main__":
    app.run("127.0.0.1", int(os.environ["PORT"]))
