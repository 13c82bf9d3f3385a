"""Recursion over the failing items with a plain list of facts"""

def search(model, dev, parts, score):
    def ask(prompt, pair):
        return bool(score(model(list(prompt), pair[0]), pair[1]))

    facts = [(pair, ask((), pair)) for pair in dev]
    fine = tuple(pair for pair, ok in facts if ok)

    def extend(prompt, rest):
        if not rest:
            return prompt
        pair, *others = rest
        if ask(prompt, pair):
            return extend(prompt, others)
        helpful = (p for p in range(len(parts)) if p not in prompt and ask((*prompt, p), pair))
        safe = next((p for p in helpful if all(ask((*prompt, p), good) for good in fine)), None)
        return extend(prompt if safe is None else (*prompt, safe), others)

    return tuple(extend((), [pair for pair, ok in facts if not ok]))
