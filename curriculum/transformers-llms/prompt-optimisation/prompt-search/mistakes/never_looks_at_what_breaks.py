"""Never looks at what a part breaks

You keep every part that repairs a failing item. Some repair a few by luck and break half of the rest; without a look at items that were right you
cannot see it.
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
            if True:
                prompt = trial
                good.append(pair)
                break
    return prompt
