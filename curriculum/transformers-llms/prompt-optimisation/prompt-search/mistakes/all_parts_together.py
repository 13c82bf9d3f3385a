"""Puts all parts together

You use every part there is. Good advice adds up, but so does harm: a single part that breaks half of the items undoes all others.
"""

def search(model, dev, parts, score):
    def right(prompt, pair):
        item, label = pair
        return score(model(prompt, item), label)

    return list(range(len(parts)))
