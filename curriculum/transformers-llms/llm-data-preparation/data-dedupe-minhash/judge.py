"""Near-duplicates: shingles, signatures, bands, and one text kept of each group."""

import numpy as np
from gradus.judging import Miss, call, close, each, same_set, script, whole

UNLUCKY = (["we ship the new release on monday at noon", "we ship the new release on friday at noon"], 0.5, 2, [982854005, 981899133, 915657327, 623911808, 717851221, 409553333], [695638376, 1043866350, 379664477, 765906556, 427142331, 651256118])
EXPECTED = {  # 3421780262 is the check value of CRC-32 that its standard prints, for 123456789
    "shingles of the lesson": {"the cat sat", "cat sat on", "sat on the", "on the mat"},
    "signature of a known code": [3421780262, 2548593218], "bands of the lesson": 6,
    "candidates of two bands": ["(0, 1)", "(0, 3)"], "kept, a chain": [0, 4], "kept, an unlucky pair": [0, 1],
}
WORDS = "the a of Model model TOKEN loss data née 京都 x1 it's".split()

def text(rng, n):
    return "".join(str(rng.choice(WORDS)) + str(rng.choice([" ", "  ", "\n", "\t"])) for _ in range(n))

def hashes(rng, n):
    return [int(v) for v in rng.integers(1, 2**30, n)], [int(v) for v in rng.integers(0, 2**30, n)]

def pairs(signatures, bands):
    return script("pairs", signatures, bands, shown=f"candidates({signatures}, {bands})")

def PROBES(rng):
    p = {"shingles of the lesson": call("shingles", "The cat sat  on the mat", 3), "shingles, empty": call("shingles", " \n", 2), "shingles, a run twice": call("shingles", "to be or not to be", 2)}
    p |= {f"shingles, {n} words": call("shingles", text(rng, n), k) for n, k in ((1, 3), (2, 3), (3, 3), (9, 1), (30, 2), (12, 4))}
    p |= {"signature of a known code": call("signature", ["123456789"], [1, 2], [0, 5]), "signature, empty": call("signature", [], *hashes(rng, 4))}
    some = [f"w{i} v" for i in range(100)]
    p["signature, first 80"], p["signature, last 80"] = (call("signature", part, *ab) for ab in [hashes(rng, 128)] for part in (some[:80], some[20:]))
    p |= {f"signature, {n} shingles": call("signature", [text(rng, 3).strip() for _ in range(n)], *hashes(rng, 5)) for n in (1, 2, 7)}
    p |= {"bands of the lesson": call("bands_for", 12, 0.5, 0.8), "bands, recall just reached": call("bands_for", 2, 0.5, 0.75), "bands, none suffices": call("bands_for", 4, 0.3)}
    p |= {f"bands, {n} at {t}": call("bands_for", n, t) for n, t in ((128, 0.8), (64, 0.5), (60, 0.7), (30, 0.9), (1, 1.0), (128, 0.65))}
    p["bands, drawn"] = call("bands_for", int(rng.choice([24, 36, 90])), round(0.55 + 0.4 * float(rng.random()), 3), 0.9)
    p |= {"candidates of two bands": pairs([[1, 2, 3, 4], [1, 2, 9, 9], [3, 4, 1, 2], [7, 2, 3, 4]], 2), "candidates, none": pairs([], 3)}
    p |= {f"candidates, {b} bands": pairs(rng.integers(0, 3, (9, 12)).tolist(), b) for b in (2, 3, 4, 12)}
    p |= {"candidates, one band": pairs([[1, 2], [2, 1], [1, 2], [1, 2]], 1)}
    a, b = hashes(rng, 64)
    chain = ["a b c d e f g h", "c d e f g h i j", "e f g h i j k l", "C D e  f g h i j", "p q r s t u v"]
    p |= {"kept, a chain": call("deduplicate", chain, 0.4, 2, a, b), "kept, an unlucky pair": call("deduplicate", *UNLUCKY), "kept, nothing": call("deduplicate", [], 0.7, 2, a, b)}
    p |= {"kept, joined late": call("deduplicate", [chain[i] for i in (4, 0, 2, 1)], 0.4, 2, a, b), "kept, exactly at the threshold": call("deduplicate", ["a b c", "z", "b c d"], 0.5, 1, a, b)}
    p |= {"kept, a part of a longer text": call("deduplicate", ["a b c d e f g h i j k l", "c d e f g h"], 0.5, 2, a, b), "kept, texts without words": call("deduplicate", ["", "one two three", " ", "one two three"], 0.9, 2, a, b), "kept, same words in another order": call("deduplicate", ["one two three four", "four three two one", "ONE two three FOUR"], 0.6, 2, a, b)}
    for i, threshold in enumerate((0.55, 0.72, 0.85)):
        who = [int(v) for v in rng.integers(0, 22, 6)]
        copies = [(w, [int(v) for v in rng.integers(0, 60, rng.integers(0, 7))], int(rng.integers(0, 3))) for w in who for _ in range(int(rng.integers(1, 5)))]
        p[f"tutorial {i}"] = script("on_tutorial", [copies[j] for j in rng.permutation(len(copies))], threshold, int(rng.integers(2, 4)), *hashes(rng, 60),
            shown=f"deduplicate on {len(copies)} edited copies of six paragraphs of the Python tutorial, threshold {threshold}")
    return p

@each("shingles")
def shingles_agree(got, ideal):
    """The shingles are the runs of k words, each once; a short text has one."""
    return same_set(got, ideal)

@whole
def minima_estimate(seen, ideal):
    """Equal places of two signatures estimate the Jaccard similarity: 60 of 100 shingles shared give 0.6 within five standard errors."""
    share = float(np.mean(np.asarray(seen["signature, first 80"]) == np.asarray(seen["signature, last 80"])))
    return Miss(f"The share of equal places is {share:.2f}, but the sets have J = 0.6.", "signature, first 80") if abs(share - 0.6) > 0.22 else None

@each("signature")
def signatures_agree(got, ideal):
    """Each number is the minimum of its hash function over all shingles."""
    return close(got, ideal, 0, 0)

@each("bands")
def bands_agree(got, ideal):
    """The number of bands is the smallest divisor that reaches the recall at the threshold."""
    return close(got, ideal)

@each("candidates")
def pairs_agree(got, ideal):
    """Candidates agree in all rows of one and the same band, and each pair is told once, in order."""
    return same_set(got, ideal) or close(got, ideal)

@each("kept", "tutorial")
def one_of_each_group(got, ideal):
    """Exactly one text of each group of duplicates stays, the first, and every other text."""
    gone = [i for i in ideal if i not in list(got)]
    if extra := [i for i in got if i not in ideal]:
        return Miss(f"Text {extra[0]} stays, but an earlier text is in its group.")
    return Miss(f"Text {gone[0]} is removed, but nothing before it is in its group.") if gone else close(got, ideal)
