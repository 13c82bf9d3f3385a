"""Does the service keep its contract when the requests do not?"""

import numpy as np

from gradus.judging import Miss, close, each, put, request, restart, session

EXPECTED = {
    "example": [{"status": 200, "type": "application/json", "json": {"status": "ok", "version": "2024-05"}},
        {"status": 200, "type": "application/json", "json": {"prediction": 127.5, "version": "2024-05"}},
    ]
}  # fmt: skip
NAMES = "age area distance floor height rooms score width".split()


def predict(features: object, **more) -> dict:
    return request("POST", "/predict", json={"features": features, **more})


def drawn(rng: np.random.Generator) -> tuple[dict, list[str]]:
    """A model to put down, and its names."""
    names = [str(n) for n in rng.permutation(NAMES)[: rng.integers(2, 6)]]
    weights = ", ".join(f'"{n}": {rng.normal() * 10:.6f}' for n in names)
    return put("data/model.json", f'{{"version": "v{rng.integers(1, 999)}", "bias": {rng.normal() * 9:.6f}, "weights": {{{weights}}}}}'), names


def asks(rng: np.random.Generator, names: list[str], n: int = 3) -> list[dict]:
    return [predict({str(k): round(float(rng.normal() * 50), 4) for k in rng.permutation(names)}) for _ in range(n)]


def PROBES(rng: np.random.Generator) -> dict:
    (model, names), (other, unlike), good, kind = drawn(rng), drawn(rng), {"area": 50, "rooms": 2}, {"content-type": "application/json"}
    unread = ("", "{", "nonsense", "{'features': 1}", b"\xff\xfe", '{"features": {"area": 1, "rooms": }}')
    text = '{"features": {"area": 50, "rooms": 2}}'
    deep = [request("POST", "/predict", body=b) for b in ("[" * 3000, text.replace("50", "[" * 3000 + "]" * 3000), text.replace("50", "9" * 5000))]
    return {
        "example": session(request("GET", "/health"), predict(good)),
        "no content type": session(request("POST", "/predict", body=text), request("POST", "/predict", body=text, headers={"content-type": "text/plain"})),
        "not JSON": session(*[request("POST", "/predict", body=b, headers=kind) for b in unread]),
        "not an object": session(*[request("POST", "/predict", json=v) for v in ([], "features", 3, True, [{"features": good}])], request("POST", "/predict", body="null")),
        "no features": session(request("POST", "/predict", json={}), request("POST", "/predict", json=good), *[predict(v) for v in (None, [50, 2], "area", 1)]),
        "missing name": session(predict({}), predict({"area": 50}), predict({"rooms": 2, "area ": 50})),
        "unknown name": session(predict({**good, "colour": 1}), predict({**good, "": 0}), predict(good, note="kept out")),
        "text for a number": session(*[predict({**good, "rooms": v}) for v in ("2", "", "two", "NaN")]),
        "true for a number": session(predict({**good, "rooms": True}), predict({"area": False, "rooms": 1})),
        "null or nested": session(*[predict({**good, "area": v}) for v in (None, [50], {"value": 50})]),
        "not finite": session(*[request("POST", "/predict", body=text.replace("50", v)) for v in ("NaN", "Infinity", "-Infinity", "1e308", "1e999", "9" * 400)]),
        "extreme but fine": session(predict({"area": 1e300, "rooms": -1e300}), predict({"area": 0, "rooms": -0.0}), predict({"area": 10**20, "rooms": 2})),
        "nested too deeply": session(*deep),
        "other paths": session(*[request("GET", p) for p in ("/", "/predictions", "/health/deep", "/PREDICT")], request("POST", "/nowhere", json=good)),
        "other methods": session(request("GET", "/predict"), request("DELETE", "/predict"), request("POST", "/health", json={}), request("PUT", "/health")),
        "new model": session(model, restart(), request("GET", "/health"), *asks(rng, names), predict(good), predict({**dict.fromkeys(names, 1.5), names[0]: "1.5"})),
        "replaced while serving": session(other, request("GET", "/health"), *asks(rng, names, 2), *asks(rng, unlike, 1)),
        "removed while serving": session(put("data/model.json", None), request("GET", "/health"), *asks(rng, names, 2)),
        "another model": session(other, restart(), request("GET", "/health"), *asks(rng, unlike, 4)),
    }  # fmt: skip


def first(got, ideal, wrong):
    """A Miss for the first response of which `wrong` says why."""
    return next((Miss(f"Response {i + 1}: {why}") for i, (g, w) in enumerate(zip(got, ideal, strict=True)) if (why := wrong(g, w))), None)


@each()
def statuses(got, ideal, probe):
    """Every response has the status that the contract names."""
    free = (400, 422) if "9" * 5000 in str(probe.args) else ()  # too deep or too long for a parser: either will do
    return first(got, ideal, lambda g, w: g["status"] not in (w["status"], *free) and f"the status is {g['status']}, expected {w['status']}.")


@each()
def predictions(got, ideal):
    """Health and predictions are right and tell the version of the model that the service started with."""
    return next((m for g, w in zip(got, ideal, strict=True) if w["status"] == 200 and (m := close(g.get("json"), w["json"], rtol=1e-9))), None)


@each()
def errors(got, ideal):
    """400 and 422 come with a JSON object that has a text under `error`."""
    words = [str((r["json"].get("error") or "") if isinstance(r.get("json"), dict) else "").strip() for r in got]
    return first(words, ideal, lambda g, w: w["status"] in (400, 422) and not g and "there is no text under error.")
