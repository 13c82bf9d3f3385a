"""The figures of the lesson, computed with the solution."""

import math

from answer import select

LIMIT = 0.95  # the cosine from which two examples count as the same
POOL = [
    {"text": text, "label": label, "vector": vector, "tokens": tokens}
    for text, label, vector, tokens in [
        ("The box was crushed", "complaint", [0.96, 0.28], 8),
        ("The box was crushed!", "complaint", [0.936, 0.352], 6),
        ("Where is my parcel?", "question", [0.6, 0.8], 7),
        ("Thank you, all good", "praise", [0.28, -0.96], 5),
        ("Arrived torn and late", "complaint", [0.8, -0.6], 9),
        ("the parcel came  BROKEN", "complaint", [1, 0], 5),
    ]
]


def worked():
    """Three budgets, and the greedy choice beside the second."""
    query = {"text": "The parcel came broken", "vector": [1, 0]}
    found = [select(query, POOL, k, budget) for k, budget in ((3, 20), (3, 19), (4, 29))]
    if found != [[3, 2, 0], [3, 2, 1], [3, 2, 4, 0]]:
        raise ValueError(f"the sets are {found}")
    if sum(math.comb(12, k) for k in range(6)) != 1586:
        raise ValueError("there is another number of sets")
    greedy = [0, 2]
    if sum(POOL[i]["tokens"] for i in [*greedy, 3]) <= 19:
        raise ValueError("greedy has room for praise")
    sums = [[sum(POOL[i]["vector"][0] for i in chosen), sum(POOL[i]["tokens"] for i in chosen)] for chosen in [*found, greedy]]
    labels = len({e["label"] for e in POOL})
    rows = [[i, e["vector"], e["tokens"]] for i, e in enumerate(POOL)]
    return [query["vector"], rows, found, sums, [20, 19, 29], [3, 4], labels, [math.ceil(k / labels) for k in (3, 4)], LIMIT]
