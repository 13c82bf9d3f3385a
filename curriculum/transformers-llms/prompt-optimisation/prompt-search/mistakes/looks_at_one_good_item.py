"""Checks against a single good item

You check each part against one item that was right. A part that breaks half of all items passes such a check every second time.
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
            if all(right(trial, known) for known in good[:1]):
                prompt = trial
                good.append(pair)
                break
    return prompt
