"""Branch and bound: one example after the other, taken or left; written without NumPy."""

from math import ceil, hypot


def cosine(u, v):
    return sum(a * b for a, b in zip(u, v)) / hypot(*u) / hypot(*v)


def select(query, pool, k, budget):
    if not pool:
        return []
    asked = query["text"].lower().split()
    cap = ceil(k / len(set(e["label"] for e in pool)))
    near = [cosine(e["vector"], query["vector"]) for e in pool]
    found = [(0.0, 0, [])]

    def better(value, tokens, chosen):
        old = found[0]
        if abs(value - old[0]) > 1e-9:
            return value > old[0]
        return (tokens, chosen) < (old[1], old[2])

    def go(i, value, tokens, chosen):
        if better(value, tokens, chosen):
            found[0] = (value, tokens, chosen)
        for j in range(i, len(pool)):
            e = pool[j]
            if len(chosen) < k and tokens + e["tokens"] <= budget and e["text"].lower().split() != asked:
                if sum(pool[c]["label"] == e["label"] for c in chosen) < cap:
                    if all(cosine(pool[c]["vector"], e["vector"]) < 0.95 for c in chosen):
                        go(j + 1, value + near[j], tokens + e["tokens"], chosen + [j])

    go(0, 0.0, 0, [])
    out = []
    for i in sorted(found[0][2]):
        place = len(out)
        while place and near[out[place - 1]] > near[i] + 1e-9:
            place -= 1
        out.insert(place, i)
    return out
