"""A prompt found with at most 200 calls."""


def search(model, dev, parts, score):
    """The places of the chosen parts."""
    raise NotImplementedError
