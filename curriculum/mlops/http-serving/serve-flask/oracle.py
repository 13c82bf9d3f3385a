"""What every request must be answered with, worked out without HTTP: exact sums in fractions, the model kept as the service keeps it."""

import json
from fractions import Fraction

DISK = {"data/model.json": open("data/model.json", encoding="utf-8").read()}
KEPT = {}


def start():
    KEPT.clear()
    KEPT.update(json.loads(DISK["data/model.json"]))


def answer(status, body):
    return {"status": status, "type": "application/json", "json": body}


def respond(request):
    known = {"/health": "GET", "/predict": "POST"}.get(request["path"])
    if known is None:
        return {"status": 404, "type": "text/plain", "text": ""}
    if known != request["method"]:
        return {"status": 405, "type": "text/plain", "text": ""}
    if known == "GET":
        return answer(200, {"status": "ok", "version": KEPT["version"]})
    try:
        sent = json.loads(request["body"].decode("utf-8"))
    except (ValueError, RecursionError):
        return answer(400, {"error": "no JSON"})
    features = sent.get("features") if type(sent) is dict else None
    if type(features) is not dict or set(features) != set(KEPT["weights"]) or any(type(v) not in (int, float) for v in features.values()):
        return answer(422, {"error": "not the contract"})
    try:
        exact = Fraction(KEPT["bias"]) + sum(Fraction(KEPT["weights"][n]) * Fraction(v) for n, v in features.items())
        if any(abs(v) > 1.7976931348623157e308 for v in features.values()):
            raise OverflowError
        return answer(200, {"prediction": float(exact), "version": KEPT["version"]})
    except (OverflowError, ValueError):
        return answer(422, {"error": "not finite"})


def run(items):
    if not KEPT:
        start()
    out = []
    for item in items:
        if "put" in item:
            DISK[item["put"]] = item["text"]
        elif "restart" in item:
            start()
        else:
            out += [respond(r) for r in item["together"]]
    return out
