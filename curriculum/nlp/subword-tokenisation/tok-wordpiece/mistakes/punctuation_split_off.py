"""Punctuation split off

You cut words at punctuation before matching. BERT does so in a step before this one; here words are what stands between blanks.
"""

import re


def wordpiece(text, vocabulary, unknown="[UNK]", mark="##", longest=100):
    out = []
    for word in re.findall(r"\w+|[^\w\s]", text):
        if len(word) > longest:
            out.append(unknown)
            continue
        pieces = []
        start = 0
        bad = False
        while start < len(word):
            end = len(word)
            found = None
            while start < end:
                piece = word[start:end]
                if start > 0:
                    piece = mark + piece
                if piece in vocabulary:
                    found = piece
                    break
                end -= 1
            if found is None:
                bad = True
                break
            pieces.append(found)
            start = end
        if bad:
            out.append(unknown)
        else:
            out.extend(pieces)
    return out


def join(pieces, mark="##"):
    text = ""
    for i, piece in enumerate(pieces):
        if piece.startswith(mark):
            text += piece[len(mark):]
        else:
            text += (" " if i else "") + piece
    return text
