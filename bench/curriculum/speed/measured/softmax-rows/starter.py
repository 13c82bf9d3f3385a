def softmax(x):
    """Return the softmax of every row of x."""
    raise NotImplementedError
