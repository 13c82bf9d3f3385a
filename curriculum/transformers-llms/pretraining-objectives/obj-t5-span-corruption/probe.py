"""A sonnet (data/LICENSE) there and back, its tokens shown as words."""

import answer


def sonnet(number, spans):
    """Input and target as words, sentinels as <0>, <1>, ..., and what is rebuilt from them."""
    with open("data/sonnets.txt", encoding="utf-8") as file:
        words = file.read().strip().split("\n\n")[number].split()
    stock = sorted(set(words))
    tokens = [stock.index(w) for w in words]
    first = len(stock) + 99

    def show(row):
        return " ".join(stock[t] if 0 <= t < len(stock) else f"<{first - t}>" for t in row)

    inputs, targets = answer.corrupt(list(tokens), [tuple(s) for s in spans], first)
    back = answer.reconstruct(list(inputs), list(targets), first)
    return {"inputs": show(inputs), "targets": show(targets), "rebuilt": list(back) == tokens}


def both(tokens, spans, first_sentinel):
    """The two rows as a dict, so that each is looked at by itself."""
    inputs, targets = answer.corrupt(tokens, spans, first_sentinel)
    return {"inputs": [int(t) for t in inputs], "targets": [int(t) for t in targets]}
