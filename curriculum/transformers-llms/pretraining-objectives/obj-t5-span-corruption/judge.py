"""Span corruption: one sentinel a hole, in order and to the end, and the way back."""

from gradus.judging import Miss, call, close, each, script

EXPECTED = {
    "corrupt, the lesson's row": {"inputs": [11, 199, 14, 198, 16], "targets": [199, 12, 13, 198, 15, 197]},
    "reconstruct, the lesson's rows": [11, 12, 13, 14, 15, 16],
}

def drawn_spans(rng, n):
    cuts = sorted(int(v) for v in rng.choice(n + 1, size=2 * int(rng.integers(0, (n + 1) // 2 + 1)), replace=False))
    spans = [(a, b) for a, b in zip(cuts[::2], cuts[1::2])]
    return [spans[i] for i in rng.permutation(len(spans))]

def rows(tokens, spans, first):
    """Input and target of an honest corruption."""
    inputs, targets, at = [], [], 0
    for k, (a, b) in enumerate(sorted(spans)):
        inputs, targets, at = inputs + tokens[at:a] + [first - k], targets + [first - k] + tokens[a:b], b
    return inputs + tokens[at:], targets + [first - len(spans)]

def both(tokens, spans, first):
    return script("both", tokens, spans, first, shown=f"corrupt({tokens}, {spans}, {first})")

def PROBES(rng):
    row = [5, 7, 5, 5, 8, 300, 7, 6]
    p = {"corrupt, the lesson's row": both([11, 12, 13, 14, 15, 16], [(1, 3), (4, 5)], 199), "corrupt, no spans": both([3, 4], [], 200), "corrupt, empty row": both([], [], 150), "corrupt, everything": both([4, 4, 4], [(0, 3)], 150)}
    p |= {"corrupt, at both ends": both(row, [(0, 1), (7, 8)], 150), "corrupt, spans touch": both(row, [(1, 3), (3, 4)], 150), "corrupt, any order": both(row, [(6, 8), (0, 2), (3, 4)], 150), "corrupt, one token": both(row, [(2, 3)], 250), "corrupt, twelve spans": both(list(range(40)), [(3 * i, 3 * i + 2) for i in range(12)], 199)}
    wrong = {"overlapping": [(1, 4), (3, 6)], "one inside the other": [(1, 6), (2, 3)], "the same twice": [(2, 4), (2, 4)], "an empty span": [(3, 3)], "a span turned round": [(4, 2)], "beyond the end": [(6, 9)], "before the beginning": [(-2, 1)], "an empty one at the end": [(8, 8)]}
    p |= {f"refuse, {name}": both(row, spans, 150) for name, spans in wrong.items()}
    for i in range(9):
        n, first = int(rng.integers(1, 25)), int(rng.integers(150, 400))
        tokens, spans = [int(t) for t in rng.integers(0, 40, n)], drawn_spans(rng, n)
        p[f"corrupt, drawn {i}"] = both(tokens, spans, first)
        if i < 6:
            p[f"reconstruct, drawn {i}"] = call("reconstruct", *rows(tokens, spans, first), first)
    a, b = [11, 199, 14, 198, 16], [199, 12, 13, 198, 15, 197]
    p |= {"reconstruct, the lesson's rows": call("reconstruct", a, b, 199), "reconstruct, nothing removed": call("reconstruct", [200, 7, 4], [150], 150), "reconstruct, an empty hole": call("reconstruct", a, [199, 198, 15, 197], 199), "reconstruct, both empty": call("reconstruct", [], [199], 199)}
    p["reconstruct, holes at the ends"] = call("reconstruct", [150, 4, 149], [150, 7, 7, 149, 8, 148], 150)
    p["reconstruct, numbers beside the sentinels"] = call("reconstruct", [200, 99, 199, 5], [199, 200, 99, 198], 199)
    broken = {"no final sentinel": (a, b[:-1]), "out of order": (a, [198, 15, 199, 12, 13, 197]), "turned in the input": ([11, 198, 14, 199, 16], b), "one sentinel again": ([11, 199, 14, 199, 16], [199, 12, 199, 15, 198]), "a gap": ([11, 199, 14, 197, 16], [199, 12, 197, 15, 196]),
        "text before the first": (a, [5, *b]), "text after the last": (a, [*b, 5]), "a hole too few": ([11, 199, 14, 16], b), "a hole too many": (a, [199, 12, 198]), "empty target": (a, []), "starts too low": ([11, 198], [198, 5, 197]), "text alone": ([11], [12]), "not in the target": ([4, 199], [199]), "the last sentinel in the input": ([*a, 100], b)}
    p |= {f"refuse, {name}": call("reconstruct", *given, 199) for name, given in broken.items()}
    for i in range(3):
        n, spans = int(rng.integers(12)), drawn_spans(rng, 90)[:8]
        p[f"sonnet {i}"] = script("sonnet", n, spans, shown=f"corrupt on sonnet {n} with the spans {spans}, and back")
    return p

@each("corrupt")
def input_agrees(got, ideal):
    """The input holds what remains, with one sentinel for each span, counted down from left to right."""
    return close(got["inputs"], ideal["inputs"], path="inputs")

@each("corrupt")
def target_agrees(got, ideal):
    """The target holds each sentinel with the tokens that it stands for, and one more sentinel at the end."""
    return close(got["targets"], ideal["targets"], path="targets")

@each("reconstruct")
def rebuilt(got, ideal):
    """Input and target together give the original tokens."""
    return close(got, ideal)

@each("sonnet")
def there_and_back(got, ideal):
    """A sonnet is taken apart and rebuilt word by word."""
    return close(got["inputs"], ideal["inputs"]) or close(got["targets"], ideal["targets"]) or (None if got["rebuilt"] else Miss("What you rebuild is not the sonnet."))
