"""Spans replaced from the right in copies of the list."""


def corrupt(tokens, spans, first_sentinel):
    n = len(tokens)
    taken = [place for start, end in spans for place in range(start, end)]
    if any(start >= end for start, end in spans) or len(set(taken)) < len(taken) or not set(taken) <= set(range(n)):
        raise ValueError("spans must be non-empty, inside and apart")
    inputs, targets = list(tokens), [first_sentinel - len(spans)]
    for k in range(len(spans) - 1, -1, -1):
        start, end = sorted(spans)[k]
        targets[0:0] = [first_sentinel - k, *tokens[start:end]]
        inputs[start:end] = [first_sentinel - k]
    return tuple(inputs), tuple(targets)


def reconstruct(inputs, targets, first_sentinel):
    where = {}
    for place, token in enumerate(targets):
        if 0 <= first_sentinel - token < 100:
            where.setdefault(first_sentinel - token, []).append(place)
    n = sum(0 <= first_sentinel - t < 100 for t in inputs)
    if list(where) != list(range(n + 1)) or any(len(p) > 1 for p in where.values()) or where[0] != [0] or where[n] != [len(targets) - 1]:
        raise ValueError("target")
    out, k = [], 0
    for token in inputs:
        if not 0 <= first_sentinel - token < 100:
            out.append(token)
            continue
        if first_sentinel - token != k:
            raise ValueError("input")
        out += targets[where[k][0] + 1 : where[k + 1][0]]
        k += 1
    return out
