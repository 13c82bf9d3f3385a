"""Spans out of a row, and back into it."""


def corrupt(tokens, spans, first_sentinel):
    """What remains with sentinels in the holes, and what was removed behind its sentinels."""
    inputs, targets, at = [], [], 0
    for sentinel, (start, end) in zip(_sentinels(first_sentinel), sorted(spans)):
        if not at <= start < end <= len(tokens):
            raise ValueError(f"the span {start}, {end} is empty, outside or overlaps")
        inputs += [*tokens[at:start], sentinel]
        targets += [sentinel, *tokens[start:end]]
        at = end
    return [*inputs, *tokens[at:]], [*targets, first_sentinel - len(spans)]


def reconstruct(inputs, targets, first_sentinel):
    """Each hole filled with what stands behind its sentinel in the target."""
    kept, removed = _parts(inputs, first_sentinel), _parts(targets, first_sentinel)
    if len(removed) != len(kept) + 1 or removed[0] + removed[-1]:
        raise ValueError("input and target do not fit together")
    return [token for before, hole in zip(kept, removed[1:]) for token in before + hole]


def _sentinels(first):
    return range(first, first - 100, -1)


def _parts(row, first):
    """The row cut at its sentinels, which must come in order."""
    parts = [[]]
    for token in row:
        if token not in _sentinels(first):
            parts[-1].append(token)
        elif token == first - len(parts) + 1:
            parts.append([])
        else:
            raise ValueError(f"sentinel {token} is out of order")
    return parts
