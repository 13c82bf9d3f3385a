"""Stops after the first part that helps

You end the search as soon as a part helps. There are several sorts of difficulty; look at what still fails.
"""

def search(model, dev, parts, score):
    def right(prompt, pair):
        item, label = pair
        return score(model(prompt, item), label)

    prompt = []
    good = []
    bad = []
    for pair in dev:
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
                return prompt
    return prompt
