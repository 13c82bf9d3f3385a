"""Reads only the first five items

You search on the first five items. Sorts of difficulty that do not occur among them, or only once and hopelessly, find no part.
"""

def search(model, dev, parts, score):
    def right(prompt, pair):
        item, label = pair
        return score(model(prompt, item), label)

    prompt = []
    good = []
    bad = []
    for pair in dev[:3]:
        if right(prompt, pair):
            good.append(pair)
        else:
            bad.append(pair)
    for pair in bad:
        if right(prompt, pair):
            good.append(pair)
            continue
        for part in range(len(parts)):
            if part in prompt:
                continue
            trial = prompt + [part]
            if not right(trial, pair):
                continue
            if all(right(trial, known) for known in good):
                prompt = trial
                good.append(pair)
                break
    return prompt
