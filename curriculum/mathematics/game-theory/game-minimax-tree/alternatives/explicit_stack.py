"""No recursion: a stack of frames with the next child, the bounds and the best so far."""

INF = float("inf")


def minimax(tree, maximise=True):
    if isinstance(tree, list) and not tree:
        raise ValueError("an empty tree")
    leaves, result = [], None
    stack = [[tree, maximise, 0, -INF, INF, None, None]]
    while stack:
        frame = stack[-1]
        node, mine, at, alpha, beta, best, move = frame
        if not isinstance(node, list):
            leaves.append(node)
            result = (node, None)
            stack.pop()
            continue
        if result is not None:
            value = result[0]
            result = None
            if best is None or (mine and value > best) or (not mine and value < best):
                best, move = value, at - 1
            if mine:
                alpha = max(alpha, value)
            else:
                beta = min(beta, value)
            frame[3:] = [alpha, beta, best, move]
        if at == len(node) or alpha >= beta:
            result = (best, move)
            stack.pop()
        else:
            frame[2] = at + 1
            stack.append([node[at], not mine, 0, alpha, beta, None, None])
    return (*result, leaves)
