"""Spends calls on clones

You score one order of the same parts after another. Here the order changes nothing: these are equal prompts, and each of them is paid for. When the
calls are used up, most parts have not been tried at all.
"""

def search(model, dev, parts, score):
    def right(prompt, pair):
        item, label = pair
        return score(model(prompt, item), label)

    best, top = [], -1
    calls = 0
    for a in range(len(parts)):
        for b in range(len(parts)):
            for trial in ([a], [b]) if a == b else ([a, b], [b, a]):
                if calls + len(dev[:10]) > 190:
                    return best
                calls += len(dev[:10])
                now = sum(right(trial, p) for p in dev[:10])
                if now > top:
                    best, top = trial, now
    return best
