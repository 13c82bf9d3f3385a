"""A regular expression of all pieces, the longest first."""

import re


def wordpiece(text, vocabulary, unknown="[UNK]", mark="##", longest=100):
    def choices(entries):
        entries = sorted((e for e in entries if e), key=len, reverse=True)
        return re.compile("|".join(map(re.escape, entries)) or "(?!)")

    first = choices(vocabulary)
    later = choices([v[len(mark) :] for v in vocabulary if v.startswith(mark)])
    result = []
    for word in text.split():
        found, at = [], 0
        while at < len(word) <= longest:
            hit = (later if at else first).match(word, at)
            if not hit:
                break
            found.append(mark + hit.group() if at else hit.group())
            at = hit.end()
        result.extend(found if at == len(word) else [unknown])
    return result


def join(pieces, mark="##"):
    words = []
    for piece in pieces:
        if piece.startswith(mark) and words:
            words[-1] += piece[len(mark) :]
        else:
            words.append(piece[len(mark) :] if piece.startswith(mark) else piece)
    return " ".join(words)
