"""Each part alone on a few failing items; a set cover of the harmless ones"""

from itertools import combinations


def search(model, dev, parts, score):
    ok = {i: score(model([], item), label) for i, (item, label) in enumerate(dev)}
    failing = [i for i in ok if not ok[i]][:11]
    fine = [i for i in ok if ok[i]][:3]
    effect = {}
    for part in range(len(parts)):
        gains = frozenset(i for i in failing if score(model((part,), dev[i][0]), dev[i][1]))
        if gains and all(score(model((part,), dev[i][0]), dev[i][1]) for i in fine):
            effect[part] = gains
    reach = frozenset().union(*effect.values()) if effect else frozenset()
    for size in range(len(effect) + 1):
        for chosen in combinations(effect, size):
            if frozenset().union(*(effect[p] for p in chosen)) == reach:
                return list(chosen)
    return list(effect)
