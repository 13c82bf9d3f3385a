"""Packed rows: nothing lost, nothing seen across borders, a label wherever the document goes on."""

import numpy as np
from gradus.judging import Miss, array, call, close, each, script

EXPECTED = {
    "worked example": {"tokens": [[5, 6, 7, 1], [8, 1, 9, 10], [11, 12, 1, 0]], "document": [[0, 0, 0, 0], [1, 1, 2, 2], [2, 2, 2, -1]],
        "positions": [[0, 1, 2, 3], [0, 1, 0, 1], [0, 1, 2, 0]], "labels": [[6, 7, 1, -100], [1, -100, 10, 11], [12, 1, -100, -100]]},
    "mask of the worked example": [[[True, False, False, False], [True, True, False, False], [False, False, True, False], [False, False, True, True]]],
}

def documents(rng, n, most, low=0):
    return [[int(t) for t in rng.integers(0, 9, rng.integers(low, most + 1))] for _ in range(n)]

def PROBES(rng):
    p = {"worked example": call("pack", [[5, 6, 7], [8], [9, 10, 11, 12]], 4, 1, 0), "one short document": call("pack", [[3, 4]], 8, 1, 0)}
    p |= {"rows of one token": call("pack", [[3, 4], [5]], 1, 1, 0), "exactly full": call("pack", [[3, 4], [5, 6]], 3, 1, 0), "a border at the row's end": call("pack", [[3, 4, 5], [6, 7, 8], [9]], 4, 1, 0)}
    p |= {"a document over three rows": call("pack", [list(range(10, 24)), [30, 31]], 5, 1, 0), "separators inside": call("pack", [[3, 1, 4, 1], [1], [5, 1, 6]], 6, 1, 0)}
    p |= {"padding is the separator": call("pack", [[3, 4], [5, 1, 1]], 5, 1, 1), "padding inside a document": call("pack", [[0, 3, 0], [0, 0]], 6, 1, 0)}
    p |= {"empty documents": call("pack", [[], [3, 4], [], [5, 6], []], 5, 1, 0), "nothing at all": call("pack", [], 4, 1, 0), "only empty documents": call("pack", [[], []], 3, 1, 0)}
    p |= {f"drawn {i}": call("pack", documents(rng, int(rng.integers(1, 7)), int(rng.integers(1, 9))), int(rng.integers(2, 9)), *((9, 10) if i < 3 else (8, 8))) for i in range(6)}
    for i, n in enumerate((4, 12, 25)):
        some = [int(v) for v in rng.choice(40, n, replace=False)]
        p[f"Hamlet, {n} speeches"] = script("hamlet", some, int(rng.choice([32, 50, 64])), (256, 0, 257)[i], shown=f"pack on {n} speeches of Hamlet as bytes, separator 256, padding {(256, 0, 257)[i]}")
    p["mask of the worked example"] = call("attention_mask", np.array([[1, 1, 2, 2]]))
    p |= {"mask with padding": call("attention_mask", np.array([[0, 0, 1, -1, -1, -1], [2, 3, 3, 3, 4, 4]])), "mask of one document": call("attention_mask", np.array([[7, 7, 7]]))}
    p |= {f"mask, drawn {i}": call("attention_mask", np.sort(rng.integers(0, 4, (int(rng.integers(1, 4)), int(rng.integers(1, 9)))), axis=1)) for i in range(3)}
    return p

PACKED = ("worked", "one short", "rows", "exactly", "a border", "a document", "separators", "padding", "empty", "nothing", "only", "drawn", "Hamlet")

def part(name, got, ideal):
    g, w = array(got[name]), array(ideal[name])
    return close(g, w, path=name) if g is not None and g.shape == w.shape else Miss(f"{name} has not the shape {w.shape}.")

@each(*PACKED)
def nothing_lost(got, ideal):
    """The rows hold every token of every document and one separator after each, in order, and padding at the very end only."""
    return part("tokens", got, ideal)

@each(*PACKED)
def owners(got, ideal):
    """Each place names its document, padding none."""
    return part("document", got, ideal)

@each(*PACKED)
def positions_restart(got, ideal):
    """Positions count from 0 for each document in each row."""
    return part("positions", got, ideal)

@each(*PACKED)
def labels_inside_documents(got, ideal):
    """Each token predicts the next one of its document, also across the end of a row; separators and padding predict nothing."""
    have, want = (int(np.sum(array(x["labels"]) != -100)) for x in (got, ideal))
    return part("labels", got, ideal) or (Miss(f"{have} labels for {want} tokens.") if have != want else None)

@each("mask")
def own_document_only(got, ideal):
    """A token sees its own document up to itself; padding sees itself."""
    return close(got, ideal)
