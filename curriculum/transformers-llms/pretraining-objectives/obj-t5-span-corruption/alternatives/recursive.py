"""One span at a time, the rest by recursion."""


def corrupt(tokens, spans, first_sentinel):
    spans = sorted(map(tuple, spans))
    for (a, b), (c, _) in zip(spans, spans[1:] + [(len(tokens), None)]):
        if a < 0 or b <= a or c < b:
            raise ValueError("bad spans")
    return _corrupt(list(tokens), spans, first_sentinel, 0)


def _corrupt(tokens, spans, mark, done):
    if not spans:
        return tokens[done:], [mark]
    (a, b), rest = spans[0], spans[1:]
    inputs, targets = _corrupt(tokens, rest, mark - 1, b)
    return tokens[done:a] + [mark] + inputs, [mark] + tokens[a:b] + targets


def reconstruct(inputs, targets, first_sentinel):
    return _rebuild(list(inputs), list(targets), first_sentinel, first_sentinel - 99)


def _rebuild(inputs, targets, mark, lowest):
    special = range(lowest, lowest + 100)
    if not targets or targets[0] != mark:
        raise ValueError("target")
    cut = next((i for i, t in enumerate(inputs) if t in special), None)
    if cut is None:
        if len(targets) > 1:
            raise ValueError("target goes on")
        return inputs
    if inputs[cut] != mark:
        raise ValueError("input")
    end = next((i for i, t in enumerate(targets[1:], 1) if t in special), None)
    if end is None:
        raise ValueError("target ends early")
    return inputs[:cut] + targets[1:end] + _rebuild(inputs[cut + 1 :], targets[end:], mark - 1, lowest)
