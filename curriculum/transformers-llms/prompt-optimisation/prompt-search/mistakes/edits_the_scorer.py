"""Edits the scorer instead of the prompt

You count a reply as right if the label occurs in it. Your search then reports fine scores, and the replies still cannot be read by the program behind
it. The part that would repair the form is never found.
"""

def search(model, dev, parts, score):
    def right(prompt, pair):
        item, label = pair
        return label in model(prompt, item)

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
                good.append(pair)
                break
    return prompt
