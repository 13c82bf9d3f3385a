"""Every part alone on two blocks of failing items, then a cover of them by harmless parts, checked on the good ones."""


def search(model, dev, parts, score):
    bare = [score(model([], item), label) for item, label in dev]
    good = [pair for pair, ok in zip(dev, bare) if ok]
    bad = [pair for pair, ok in zip(dev, bare) if not ok][:11]
    repaired = {p: {i for i, (item, label) in enumerate(bad) if score(model([p], item), label)} for p in range(len(parts))}
    chosen, covered = [], set()
    harmless = {}
    for p in sorted(repaired, key=lambda p: -len(repaired[p])):
        if repaired[p] - covered:
            harmless[p] = all(score(model([p], item), label) for item, label in good[:3])
            if harmless[p]:
                chosen.append(p)
                covered |= repaired[p]
    return chosen
