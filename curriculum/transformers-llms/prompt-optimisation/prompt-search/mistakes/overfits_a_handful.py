"""Overfits a handful of items

You try parts on a handful of items and keep whatever does not lower their score. On so few items a harmful part often looks harmless, or lucky. A
part needs many items that were right to prove that it breaks none.
"""

def search(model, dev, parts, score):
    def right(prompt, pair):
        item, label = pair
        return score(model(prompt, item), label)

    few = dev[:3]
    prompt = []
    best = sum(right(prompt, p) for p in few)
    for part in range(len(parts)):
        now = sum(right(prompt + [part], p) for p in few)
        if now >= best:
            prompt, best = prompt + [part], now
    return prompt
