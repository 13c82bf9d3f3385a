"""Real documents (data/LICENSE) among planted ones, through the answer's filter."""

import json

import answer


def among(numbers, planted):
    """The real documents of these numbers and the planted ones, in turn."""
    with open("data/documents.json", encoding="utf-8") as file:
        real = json.load(file)
    documents = []
    for i in range(max(len(numbers), len(planted))):
        documents += [dict(real[n]) for n in numbers[i : i + 1]] + planted[i : i + 1]
    return answer.quality_filter(documents)
