"""FastAPI without response models: the body is read as bytes"""

import json
import math
import os
from pathlib import Path

import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

model = json.loads(Path("data/model.json").read_text("utf-8"))
app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)


class Refused(Exception):
    def __init__(self, status, why):
        super().__init__(why)
        self.status, self.why = status, why


@app.exception_handler(Refused)
def refused(_, e):
    return JSONResponse({"error": e.why}, e.status)


@app.get("/health")
async def health():
    return {"status": "ok", "version": model["version"]}


@app.post("/predict")
async def predict(request: Request):
    try:
        body = json.loads(await request.body())
    except Exception:
        raise Refused(400, "no JSON")
    features = body.get("features") if isinstance(body, dict) else None
    if not isinstance(features, dict):
        raise Refused(422, "features must be an object")
    total = model["bias"]
    for name in set(features) | set(model["weights"]):
        if name not in features or name not in model["weights"]:
            raise Refused(422, f"{name!r} is missing or unknown")
        if type(features[name]) not in (int, float):
            raise Refused(422, f"{name!r} must be a number")
        try:
            total += model["weights"][name] * features[name]
        except OverflowError:
            raise Refused(422, f"{name!r} is too large")
    if math.isnan(total) or math.isinf(total):
        raise Refused(422, "the prediction is not finite")
    return {"prediction": total, "version": model["version"]}


uvicorn.run(app, host="127.0.0.1", port=int(os.environ["PORT"]), log_level="warning")
