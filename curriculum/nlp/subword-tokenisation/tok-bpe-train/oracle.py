"""The whole text as one string of bracketed parts; str.count and str.replace do the work."""


def train_bpe(text, merges):
    whole = "|".join("".join(f"\ue000{c}\ue001" for c in word) for word in text.split())
    learned = []
    for _ in range(merges):
        parts = [word.strip("\ue000\ue001").split("\ue001\ue000") for word in whole.split("|")]
        pairs = sorted({pair for word in parts for pair in zip(word, word[1:])})
        if not pairs:
            break
        times = [whole.count(f"\ue000{a}\ue001\ue000{b}\ue001") for a, b in pairs]
        if max(times) < 2:
            break
        a, b = pairs[times.index(max(times))]
        learned.append((a, b))
        whole = whole.replace(f"\ue000{a}\ue001\ue000{b}\ue001", f"\ue000{a}{b}\ue001")
    return learned
