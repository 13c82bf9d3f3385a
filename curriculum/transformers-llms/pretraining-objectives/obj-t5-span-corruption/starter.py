"""Span corruption and its undoing."""


def corrupt(tokens, spans, first_sentinel):
    """Return (inputs, targets)."""
    raise NotImplementedError


def reconstruct(inputs, targets, first_sentinel):
    """The original tokens; ValueError if the two rows do not fit."""
    raise NotImplementedError
