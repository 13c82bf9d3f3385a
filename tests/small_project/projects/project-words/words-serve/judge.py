"""The table is drawn here."""

from gradus.judging import each
from gradus.kinds.stage_judging import asked, told


def PROBES(rng):
    table = {w: int(n) for w, n in zip(["tree", "house", "river"], rng.integers(2, 90, 3))}
    words = [*table, "unknown"]
    return {"words": asked("ask", shown="ask for three words and an unknown one", planted=table, table=table, words=words)}


@each()
def counts(got, planted):
    """Known words are answered with their count."""
    if all(got[w].get("json") == {"count": n} for w, n in planted.items()):
        return None
    ones = all(got[w].get("json") == {"count": 1} for w in planted)
    return told("Every word is said to stand there once." if ones else "A count is not that of the table.", "always-one" if ones else "")


@each()
def unknown(got):
    """An unknown word counts 0."""
    if got["unknown"].get("json") != {"count": 0}:
        return told("Asked for an unknown word the service gives no count of 0.", "unknown-crashes")
