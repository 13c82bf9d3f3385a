"""First finds the harmful parts on good items, then adds what repairs"""

import numpy as np


def search(model, dev, parts, score):
    base = np.array([bool(score(model([], item), label)) for item, label in dev])
    good, bad = np.flatnonzero(base), np.flatnonzero(~base)
    harmless = [p for p in range(len(parts)) if all(score(model([p], dev[i][0]), dev[i][1]) for i in good[:4])]
    prompt = np.array([], dtype=int)
    for i in bad[:14]:
        item, label = dev[i]
        if score(model(prompt, item), label):
            continue
        for p in harmless:
            if p not in prompt and score(model(np.append(prompt, p), item), label):
                prompt = np.append(prompt, p)
                break
    return prompt
