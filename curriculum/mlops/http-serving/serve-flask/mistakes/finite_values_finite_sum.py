"""Checks the inputs and not the prediction

Every value is finite, so the prediction must be: it is not. A weight times 1e308 is beyond float64, and what comes back is Infinity, which is no JSON outside Python. Look at the result
before you send it.
"""

import json
import math
import os

from flask import Flask, request

app = Flask(__name__)
with open("data/model.json", encoding="utf-8") as file:
    MODEL = json.load(file)
WEIGHTS = MODEL["weights"]


def fault(sent):
    """Why this is not what the contract asks for; None if it is."""
    if not isinstance(sent, dict) or not isinstance(sent.get("features"), dict):
        return "send an object with the key features, itself an object"
    if sent["features"].keys() != WEIGHTS.keys():
        return f"features must have exactly the names {list(WEIGHTS)}"
    wrong = [name for name, value in sent["features"].items() if not isinstance(value, (int, float)) or isinstance(value, bool)]
    return f"{wrong[0]} must be a number" if wrong else None


@app.get("/health")
def health():
    return {"status": "ok", "version": MODEL["version"]}


@app.post("/predict")
def predict():
    try:
        sent = json.loads(request.get_data())
    except (ValueError, RecursionError):
        return {"error": "the body is not JSON"}, 400
    if why := fault(sent):
        return {"error": why}, 422
    try:
        prediction = MODEL["bias"] + sum(WEIGHTS[name] * float(value) for name, value in sent["features"].items())
    except OverflowError:
        prediction = math.inf
    if not all(math.isfinite(v) if isinstance(v, float) else abs(v) < 2**1024 for v in sent["features"].values()):
        return {"error": "the numbers are too large or no numbers"}, 422
    return {"prediction": prediction, "version": MODEL["version"]}


if __name__ == "__main__":
    app.run("127.0.0.1", int(os.environ["PORT"]))
