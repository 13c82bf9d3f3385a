"""A new part replaces the old ones

You try each part alone and let it take the place of the prompt. So at the end a single sort of difficulty is repaired, and the parts found before are
lost.
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
            trial = [part]
            if not right(trial, pair):
                continue
            if all(right(trial, known) for known in good[:3]):
                prompt = trial
                good.append(pair)
                break
    return prompt
