"""The figures of the lesson, computed from the settings of its examples."""

import math


def worked():
    """What a window leaves, words, bytes, chunks."""
    window, start, frame, system, question, answer = 4096, 1, 4, 250, 90, 500
    left = window - start - (system + frame) - (question + frame) - (answer + frame)
    ratio = 1.3
    word = "naïve"
    parts = [len(c.encode()) for c in word]
    merged = len(word.encode()) - 2  # each of the two merges makes one token of two
    text, chunk, overlap = 1000, 300, 50
    chunks = 1 + math.ceil((text - chunk) / (chunk - overlap))
    return [
        [window, start, frame, system, question, answer, left, ratio, math.floor(left / ratio)],
        [len(word), parts.count(1), max(parts), sum(parts), merged],
        [text, chunk, overlap, text - chunk, chunk - overlap, chunks],
    ]
