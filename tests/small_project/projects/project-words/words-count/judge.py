"""Counts are known because the texts are drawn here."""

from gradus.judging import each
from gradus.kinds.stage_judging import asked, told

WORDS = ["tree", "house", "river", "stone", "cloud", "field"]


def PROBES(rng):
    drawn = [str(w) for w in rng.choice(WORDS, 30)]
    texts = {"a.txt": " ".join(drawn[:15]).title(), "b.txt": " ".join(drawn[15:])}
    planted = {"all": {w: drawn.count(w) for w in drawn}, "first": {w: drawn[:15].count(w) for w in drawn[:15]}}
    return {
        "two texts": asked("count", shown="count the words of two texts", planted=planted, texts=texts),
        "no text": asked("count", shown="count in an empty folder", texts={}),
    }


@each("two")
def counted(got, planted):
    """Every word is counted in all texts, whatever its case."""
    if got["counts"] == planted["all"]:
        return None
    if set(got["counts"]) != {w.lower() for w in got["counts"]}:
        return told("Words that differ in case only are counted apart.", "case-counts")
    if got["counts"] == planted["first"]:
        return told("Only the words of the first text are counted.", "first-file")
    return told("The counts are not those of the texts.")


@each("no")
def refuses(got):
    """A folder without text is refused with code 2 and one sentence."""
    if got["code"] != 2 or got["lines"] != 1 or got["traceback"]:
        return told(f"It ended with code {got['code']} and {got['lines']} lines on stderr.")
