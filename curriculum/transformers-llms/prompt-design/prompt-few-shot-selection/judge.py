"""Few-shot examples: what is allowed, what is best, in which order."""

import math

import numpy as np

from gradus.judging import Miss, call, each

ROWS = [("The box was crushed", "complaint", [0.96, 0.28], 8), ("The box was crushed!", "complaint", [0.936, 0.352], 6), ("Where is my parcel?", "question", [0.6, 0.8], 7),
        ("Thank you, all good", "praise", [0.28, -0.96], 5), ("Arrived torn and late", "complaint", [0.8, -0.6], 9), ("the parcel came  BROKEN", "complaint", [1.0, 0.0], 5)]
POOL = [dict(zip(("text", "label", "vector", "tokens"), row)) for row in ROWS]
QUERY = {"text": "The parcel came broken", "vector": [1.0, 0.0]}
EXPECTED = {"worked example": [3, 2, 0], "one token less": [3, 2, 1], "four of them": [3, 2, 4, 0]}


def cos(a, b):
    return float(np.dot(a["vector"], b["vector"]) / np.linalg.norm(a["vector"]) / np.linalg.norm(b["vector"]))


def PROBES(rng):
    def example(i, vector, label=None, tokens=None):
        scale = float(10 ** rng.uniform(-1, 1))
        return {"text": f"example {i}", "label": label or str(rng.choice(["a", "b", "c"])), "vector": [float(x) * scale for x in vector], "tokens": int(tokens or rng.integers(3, 20))}

    def drawn(n, twins, toward=1.0, labels=None):
        query = {"text": str(rng.choice(["Is it  on?", " done\n", "WHY"])), "vector": [float(x) for x in rng.normal(size=3)]}
        vectors = [np.array(query["vector"]) * toward * rng.random() + rng.normal(size=3) for _ in range(n)]
        pool = [example(i, v, labels and labels[i]) for i, v in enumerate(vectors)]
        for i in range(twins):
            a, b = (int(x) for x in rng.choice(n, 2, replace=False))
            pool[b]["vector"] = [x * 0.7 + float(rng.normal()) * 0.04 for x in pool[a]["vector"]]
        if rng.random() < 0.7:
            pool[int(rng.integers(0, n))] |= {"text": [query["text"], query["text"].upper(), "  ".join(query["text"].lower().split()) + " "][int(rng.integers(3))], "tokens": 3, "vector": [2 * x + float(rng.normal()) * 0.1 for x in query["vector"]]}
        return query, pool

    probes = {"worked example": call("select", QUERY, POOL, 3, 20), "one token less": call("select", QUERY, POOL, 3, 19), "four of them": call("select", QUERY, POOL, 4, 29)}
    probes |= {f"budget {b}": call("select", QUERY, POOL, 3, b) for b in (0, 4, 5, 12, 15, 17)} | {f"k is {k}": call("select", QUERY, POOL, k, 100) for k in (1, 2, 3, 5)}
    probes |= {"empty pool": call("select", QUERY, [], 3, 50), "the query alone": call("select", QUERY, POOL[5:], 3, 50), "one label": call("select", QUERY, [example(i, [1, y], "a") for i, y in enumerate((0, 0.7, -0.7, 2))], 4, 99)}
    probes["label of the query alone"] = call("select", QUERY, [*(e | {"label": "a"} for e in POOL[:5]), POOL[5]], 3, 60)
    probes["far away"] = call("select", QUERY, [example(i, v) for i, v in enumerate(([-1, 0.1], [-0.2, 1], [-0.5, -1]))], 3, 90)
    probes["one near, others far away"] = call("select", QUERY, [example(i, v, "abc"[i]) for i, v in enumerate(([-1, 0.1], [0.3, 1], [-0.5, -1]))], 3, 90)
    probes["very near, not the query"] = call("select", QUERY, [example(0, [1, 0.01], "a"), example(1, [0.5, 0.9], "b")], 2, 90)
    probes["ties, tokens decide"] = call("select", QUERY, [example(0, [3, 4], "a", 9), example(1, [3, -4], "a", 7), example(2, [6, -8], "a", 8)], 1, 50)
    probes["ties, places decide"] = call("select", QUERY, [example(i, v, "ab"[i % 2], 6) for i, v in enumerate(([0, 1], [4, -3], [4, 3], [8, 6], [0.8, -0.6]))], 2, 50)
    probes["ties, order of the result"] = call("select", QUERY, [example(i, v, "ab"[i % 2], 6) for i, v in enumerate(([4, 3], [3, 4], [4, -3], [3, -4]))], 4, 50)
    hog = [example(i, v, "abcb"[i], t) for i, (v, t) in enumerate([([0.99, 0.1], 18), ([0.9, 0.5], 10), ([0.9, -0.5], 9), ([0.2, 1], 2)])]
    probes["one long example"] = call("select", QUERY, hog, 3, 20)
    probes["a near-duplicate between two"] = call("select", QUERY, [example(i, [math.cos(a), math.sin(a)], "a", 5) for i, a in enumerate((0.10, -0.16, 0.36))], 3, 50)
    for i in range(14):
        query, pool = drawn(int(rng.integers(5, 11)), int(rng.integers(0, 4)), 2.0)
        probes[f"random {i}"] = call("select", query, pool, int(rng.integers(2, 6)), int(rng.integers(15, 60)))
    probes["large"] = call("select", *drawn(12, 3, 2.5, [*"aaaaaabbbccc"]), 5, 48)
    return probes


@each()
def allowed(got, ideal, probe):
    """The chosen set is allowed: not the query, no near-duplicates, no label too often, within budget, at most k."""
    query, pool, k, budget = probe.args
    if any(i not in range(len(pool)) for i in got) or len(set(got)) < len(got):
        return Miss("A place is no place of the pool, or stands twice.")
    chosen, cap = [pool[int(i)] for i in got], math.ceil(k / max(1, len({e["label"] for e in pool})))
    if any(e["text"].lower().split() == query["text"].lower().split() for e in chosen):
        return Miss("The query itself is among the examples.")
    if twins := [f"{i} and {j}" for i in got for j in got if i < j and cos(pool[int(i)], pool[int(j)]) >= 0.95]:
        return Miss(f"Examples {twins[0]} are near-duplicates.")
    if often := [e["label"] for e in chosen if [c["label"] for c in chosen].count(e["label"]) > cap]:
        return Miss(f"The label {often[0]!r} occurs more than {cap} times.")
    spent = sum(e["tokens"] for e in chosen)
    return Miss(f"You choose {len(got)} examples with {spent} tokens; allowed are {k} and {budget}.") if spent > budget or len(got) > k else None


@each()
def best(got, ideal, probe):
    """No allowed set has a larger sum of similarities, ties go by tokens, then by places; and the nearest example stands last."""
    sums = [sum(cos(probe.args[1][int(i) % len(probe.args[1])], probe.args[0]) for i in s if probe.args[1]) for s in (got, ideal)]
    if sorted(got) != sorted(ideal):
        return Miss(f"You choose {sorted(got)} with the sum {sums[0]:.4f}; {sorted(ideal)} has {sums[1]:.4f}.")
    return None if list(got) == list(ideal) else Miss(f"The set is right; its order is {list(got)}, expected {list(ideal)}.")
