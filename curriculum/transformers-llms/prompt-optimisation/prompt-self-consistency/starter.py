"""Self-consistency: sample, read, vote, stop."""


def extract(chain):
    """The final answer of a chain as a float, or None."""
    raise NotImplementedError


def vote(model, question, most, weighted=False):
    """{"answer": ..., "used": ..., "share": ...}"""
    raise NotImplementedError
