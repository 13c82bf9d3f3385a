def minimax(tree, maximise=True):
    """(value, best move, leaves in the order visited) of a game tree, by alpha-beta search."""
    raise NotImplementedError
