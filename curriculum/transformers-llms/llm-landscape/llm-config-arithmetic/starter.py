"""What a config.json says about size and memory."""


def parameters(config):
    """Return how many weights the model has."""
    raise NotImplementedError


def cache_bytes(config, tokens, width):
    """Return the bytes of the key-value cache of one text."""
    raise NotImplementedError


def longest_text(config, memory, width):
    """Return how many tokens fit, by the limit and by memory."""
    raise NotImplementedError
