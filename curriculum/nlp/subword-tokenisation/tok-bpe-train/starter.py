"""Train byte-pair encoding."""


def train_bpe(text, merges):
    """Return the list of merges, pairs (left, right) of text parts in the order they are learned."""
    raise NotImplementedError
