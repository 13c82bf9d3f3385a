"""Words cut once and remembered; pieces returned as a tuple."""


def wordpiece(text, vocabulary, unknown="[UNK]", mark="##", longest=100):
    memory = {}
    result = ()
    for word in text.split():
        if word not in memory:
            memory[word] = (unknown,)
            left, pieces = word, ()
            while left and len(word) <= longest:
                candidates = [left[:i] for i in range(1, len(left) + 1)]
                fitting = [c for c in candidates if (mark * bool(pieces)) + c in vocabulary]
                if not fitting:
                    break
                pieces += (mark * bool(pieces) + fitting[-1],)
                left = left[len(fitting[-1]) :]
            if not left:
                memory[word] = pieces
        result += memory[word]
    return result


def join(pieces, mark="##"):
    out = []
    for i, p in enumerate(pieces):
        glued = p[: len(mark)] == mark
        out += ["" if glued or i == 0 else " ", p[len(mark) :] if glued else p]
    return "".join(out)
