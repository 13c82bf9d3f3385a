"""A trie of characters, walked as far as it goes; recursion over the rest of a word."""


def _trie(entries):
    root = {}
    for entry in entries:
        node = root
        for c in entry:
            node = node.setdefault(c, {})
        node[None] = True
    return root


def _longest(node, word, at):
    found = None
    while at < len(word) and word[at] in node:
        node = node[word[at]]
        at += 1
        if None in node:
            found = at
    return found


def wordpiece(text, vocabulary, unknown="[UNK]", mark="##", longest=100):
    starts = _trie(vocabulary)
    rests = _trie(v[len(mark):] for v in vocabulary if v[: len(mark)] == mark)

    def rest(word, at, node):
        if at == len(word):
            return []
        end = _longest(node, word, at)
        if end is None:
            raise LookupError
        return [(mark if at else "") + word[at:end], *rest(word, end, rests)]

    out = []
    for word in text.split():
        try:
            if len(word) > longest:
                raise LookupError
            out.extend(rest(word, 0, starts))
        except LookupError:
            out.append(unknown)
    return out


def join(pieces, mark="##"):
    words = []
    for piece in pieces:
        if piece[: len(mark)] == mark:
            if not words:
                words.append("")
            words[-1] += piece[len(mark):]
        else:
            words.append(piece)
    return " ".join(words)
