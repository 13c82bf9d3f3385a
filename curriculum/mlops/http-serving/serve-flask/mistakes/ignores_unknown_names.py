"""Ignores names that the model does not know

Only the known names are looked up, and everything else falls silent. Whoever sends a new field believes that it counts, and whoever misspells an optional one is never told.
The contract asks for every name and no other.
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
    if not WEIGHTS.keys() <= sent["features"].keys():
        return f"features must have exactly the names {list(WEIGHTS)}"
    wrong = [name for name in WEIGHTS for value in [sent["features"][name]] if not isinstance(value, (int, float)) or isinstance(value, bool)]
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
        prediction = MODEL["bias"] + sum(weight * float(sent["features"][name]) for name, weight in WEIGHTS.items())
    except OverflowError:
        prediction = math.inf
    if not math.isfinite(prediction):
        return {"error": "the numbers are too large or no numbers"}, 422
    return {"prediction": prediction, "version": MODEL["version"]}


if __name__ == "__main__":
    app.run("127.0.0.1", int(os.environ["PORT"]))
