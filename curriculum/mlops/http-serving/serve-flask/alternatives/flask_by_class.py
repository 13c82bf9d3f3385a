"""Flask with numpy vectors and error handlers in one class"""

import os

import numpy as np
from flask import Flask, json, jsonify, request
from werkzeug.exceptions import BadRequest, UnprocessableEntity


class Model:
    def __init__(self, path):
        stored = json.load(open(path))
        self.version, self.bias = stored["version"], stored["bias"]
        self.names = list(stored["weights"])
        self.weights = np.array([stored["weights"][n] for n in self.names], dtype=float)

    def __call__(self, features):
        if not isinstance(features, dict):
            raise UnprocessableEntity("features must be an object")
        if set(features) ^ set(self.names):
            raise UnprocessableEntity("the names of features do not fit the model")
        values = [features[n] for n in self.names]
        if any(isinstance(v, bool) or not isinstance(v, (int, float)) for v in values):
            raise UnprocessableEntity("every value must be a number")
        try:
            with np.errstate(all="ignore"):
                result = float(self.bias + self.weights @ np.array([float(v) for v in values]))
        except OverflowError:
            result = float("inf")
        if not np.isfinite(result):
            raise UnprocessableEntity("the result is not finite")
        return result


def create():
    app, model = Flask("service"), Model("data/model.json")

    @app.errorhandler(BadRequest)
    @app.errorhandler(UnprocessableEntity)
    def told(e):
        return jsonify(error=e.description), e.code

    @app.route("/health", methods=["GET"])
    def health():
        return jsonify(status="ok", version=model.version)

    @app.route("/predict", methods=["POST"])
    def predict():
        try:
            body = json.loads(request.data or request.get_data())
        except (ValueError, RecursionError):
            raise BadRequest("the body must be JSON")
        if not isinstance(body, dict):
            raise UnprocessableEntity("the body must be an object")
        return jsonify(prediction=model(body.get("features")), version=model.version)

    return app


if __name__ == "__main__":
    create().run(host="127.0.0.1", port=int(os.environ["PORT"]), threaded=True)
