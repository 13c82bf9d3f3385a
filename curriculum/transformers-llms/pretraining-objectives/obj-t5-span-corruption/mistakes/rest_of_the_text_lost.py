"""Loses the text after the last span

Your input ends with the last sentinel. What follows the last span belongs to the input as well.
"""

def corrupt(tokens, spans, first_sentinel):
    ordered = sorted(spans)
    end_before = 0
    for start, end in ordered:
        if start >= end:
            raise ValueError("empty span")
        if start < end_before or end > len(tokens):
            raise ValueError("span overlaps or is outside")
        end_before = end
    inputs, targets = [], []
    at = 0
    mark = first_sentinel
    for start, end in ordered:
        inputs += list(tokens[at:start])
        inputs += [mark]
        targets += [mark]
        targets += list(tokens[start:end])
        at = end
        mark -= 1
    targets += [mark]
    return inputs, targets


def is_mark(token, first):
    return first - 100 < token <= first


def reconstruct(inputs, targets, first_sentinel):
    here = [t for t in inputs if is_mark(t, first_sentinel)]
    there = [t for t in targets if is_mark(t, first_sentinel)]
    if here != [first_sentinel - i for i in range(len(here))]:
        raise ValueError("marks of the input")
    if there != [first_sentinel - i for i in range(len(here) + 1)]:
        raise ValueError("marks of the target")
    if targets[0] not in there or targets[-1] not in there:
        raise ValueError("text outside the marks")
    out = []
    for t in inputs:
        if is_mark(t, first_sentinel):
            at = targets.index(t) + 1
            while not is_mark(targets[at], first_sentinel):
                out.append(targets[at])
                at += 1
        else:
            out.append(t)
    return out
