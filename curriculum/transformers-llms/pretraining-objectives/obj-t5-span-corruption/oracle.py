"""A mark for each token says in which span it lies; the way back through dictionaries."""


def corrupt(tokens, spans, first_sentinel):
    owner = [None] * len(tokens)
    for k, (start, end) in enumerate(sorted(spans, key=lambda s: s[0])):
        if start < 0 or end > len(tokens) or start >= end or any(o is not None for o in owner[start:end]):
            raise ValueError((start, end))
        owner[start:end] = [k] * (end - start)
    inputs = []
    for i, token in enumerate(tokens):
        if owner[i] is None:
            inputs.append(token)
        elif i == 0 or owner[i - 1] != owner[i]:
            inputs.append(first_sentinel - owner[i])
    targets = []
    for k in range(len(spans)):
        targets.append(first_sentinel - k)
        targets.extend(t for t, o in zip(tokens, owner) if o == k)
    return inputs, targets + [first_sentinel - len(spans)]


def reconstruct(inputs, targets, first_sentinel):
    marks = set(range(first_sentinel - 99, first_sentinel + 1))
    there = [t for t in targets if t in marks]
    here = [t for t in inputs if t in marks]
    if here != [first_sentinel - k for k in range(len(here))] or there != [first_sentinel - k for k in range(len(here) + 1)]:
        raise ValueError("sentinels")
    if targets[0] not in marks or targets[-1] not in marks:
        raise ValueError("target")
    fill, current = {}, None
    for t in targets:
        if t in marks:
            current = t
            fill[t] = []
        else:
            fill[current].append(t)
    result = []
    for t in inputs:
        result.extend(fill[t] if t in marks else [t])
    return result
