"""Greedy and beam search over a next-token function."""


def greedy(step, end, longest):
    """Return the list of tokens that greedy search finds."""
    raise NotImplementedError


def beam(step, end, longest, width, alpha):
    """Return (tokens, score) of the best text on the pile."""
    raise NotImplementedError
