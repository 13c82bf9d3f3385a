"""Parts are tried on failing items, and stay if nothing that was right breaks."""


def search(model, dev, parts, score):
    """The places of the chosen parts."""

    def right(prompt, pair):
        return score(model(prompt, pair[0]), pair[1])

    prompt = []
    good, failing = [], []
    for pair in dev:
        (good if right(prompt, pair) else failing).append(pair)
    for pair in failing:
        trials = [prompt, *([*prompt, part] for part in range(len(parts)) if part not in prompt)]
        for trial in trials:
            # what is right already needs no second look under the prompt that stays
            if right(trial, pair) and (trial == prompt or all(right(trial, known) for known in good)):
                prompt = trial
                break
    return prompt
