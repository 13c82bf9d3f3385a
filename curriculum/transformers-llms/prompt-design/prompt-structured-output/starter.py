"""From a model's reply to a checked value."""


def extract(reply):
    """The first JSON object in the text."""
    raise NotImplementedError


def validate(value, schema):
    """The faults, each as "place keyword"."""
    raise NotImplementedError


def ask(model, prompt, schema, repairs):
    """The first value without faults."""
    raise NotImplementedError
