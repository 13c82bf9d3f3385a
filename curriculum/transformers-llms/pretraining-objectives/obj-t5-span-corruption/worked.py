"""The figures of the lesson, computed with the solution."""

from answer import corrupt, reconstruct


def worked():
    """Six tokens with two spans, and the lengths that the text gives for 512."""
    tokens, spans, first = [11, 12, 13, 14, 15, 16], [(1, 3), (4, 5)], 199
    inputs, targets = corrupt(tokens, spans, first)
    if reconstruct(inputs, targets, first) != tokens:
        raise ValueError("the text cannot be rebuilt")
    removed = sum(end - start for start, end in spans)
    long = round(512 * 0.15)
    holes = round(long / 3)
    if [long, holes, 512 - long + holes, long + holes + 1] != [77, 26, 461, 104]:
        raise ValueError("the lengths are others")
    return [tokens, spans, inputs, targets, len(tokens), removed, len(spans), len(inputs), len(targets), 1]
