def mean(values):
    """Return the mean of a list of numbers."""
    raise NotImplementedError
