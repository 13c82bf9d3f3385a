"""No loops over merges: a function that calls itself with the joined words; lists instead of tuples."""

def _join(parts, left, right):
    if len(parts) < 2:
        return parts
    if parts[0] == left and parts[1] == right:
        return [left + right] + _join(parts[2:], left, right)
    return parts[:1] + _join(parts[1:], left, right)


def _best(words):
    score = {}
    for parts, n in words:
        i = 0
        runs = {}
        for i in range(len(parts) - 1):
            key = (parts[i], parts[i + 1])
            if runs.get(key, -2) == i - 1 and key[0] == key[1]:
                continue
            runs[key] = i
            score[key] = score.get(key, 0) + n
    return max(score.items(), key=lambda kv: (kv[1], [[-ord(c) for c in part] + [1] for part in kv[0]]), default=((), 0))


def _train(words, left):
    pair, n = _best(words)
    if left == 0 or n < 2:
        return []
    return [list(pair)] + _train([(_join(parts, *pair), n) for parts, n in words], left - 1)


def train_bpe(text, merges):
    tokens = text.split()
    return _train([(list(w), tokens.count(w)) for w in sorted(set(tokens))], merges)
