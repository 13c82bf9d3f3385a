"""The lengths that occur in the vocabulary, tried from the longest; join by replace."""


def wordpiece(text, vocabulary, unknown="[UNK]", mark="##", longest=100):
    sizes = sorted({len(v) for v in vocabulary}, reverse=True)

    def pieces(word):
        at = 0
        while at < len(word):
            head = mark if at else ""
            for size in sizes:
                take = size - len(head)
                if 0 < take <= len(word) - at and head + word[at : at + take] in vocabulary:
                    yield head + word[at : at + take]
                    at += take
                    break
            else:
                yield None
                return

    out = []
    for word in text.split():
        cut = [None] if len(word) > longest else list(pieces(word))
        out += [unknown] if None in cut else cut
    return out


def join(pieces, mark="##"):
    line = " ".join(["", *pieces]).replace(" " + mark, "")
    return line[1:] if line[:1] == " " else line
