"""Rebuilds whatever it is given

You put the rows together without looking whether they fit. A model forgets sentinels or changes their order, and your result is then a wrong text
that looks right. Refuse such a target.
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
    inputs += list(tokens[at:])
    targets += [mark]
    return inputs, targets


def is_mark(token, first):
    return first - 100 < token <= first


def reconstruct(inputs, targets, first_sentinel):
    targets = list(targets) + [first_sentinel - 99]
    out = []
    for t in inputs:
        if is_mark(t, first_sentinel):
            at = targets.index(t) + 1 if t in targets else len(targets) - 1
            while not is_mark(targets[at], first_sentinel):
                out.append(targets[at])
                at += 1
        else:
            out.append(t)
    return out
