"""LoRA by numbers: what is trained, what the optimiser keeps, what is stored."""

from math import floor

from gradus.drilling import choice, number

MULTIPLIES = ("Multiplies in and out size instead of adding",
              "You count a whole matrix for each rank. The update is a product of two narrow matrices: one has the input's width, the other the output's, so the widths are added.")
GONE = ("Forgets optimiser states of the base are gone",
        "You let the optimiser keep something for every weight. Frozen weights get no gradient and no moments; only what is trained has them.")
LAYERS = ("Takes rank for number of layers",
          "You read the rank as the number of layers that are adapted. It is the inner width of each added pair; every layer gets such pairs.")
SHAPES = [(2048, 256, 5632, 22, 1.1), (2048, 512, 8192, 16, 1.2), (3072, 1024, 8192, 28, 3.2), (4096, 1024, 14336, 32, 8.0), (4096, 4096, 11008, 32, 6.7), (5120, 5120, 13824, 40, 13.0), (3584, 512, 18944, 28, 7.6), (8192, 1024, 28672, 80, 70.6)]
TARGETS = {  # what is adapted: (input, output) of each matrix, of d, kv, ff
    "queries and values": lambda d, kv, ff: [(d, d), (d, kv)],
    "queries, keys, values and output": lambda d, kv, ff: [(d, d), (d, kv), (d, kv), (d, d)],
    "the three matrices of the feed-forward part": lambda d, kv, ff: [(d, ff), (d, ff), (ff, d)],
    "all seven matrices": lambda d, kv, ff: [(d, d), (d, kv), (d, kv), (d, d), (d, ff), (d, ff), (ff, d)],
}


def pick(rng, values):
    return values[int(rng.integers(len(values)))]


def clear(right, wrong):
    values = [right, *(w[0] for w in wrong)]
    return all(abs(a - b) > 0.012 * max(abs(a), abs(b)) for i, a in enumerate(values) for b in values[:i])


def draw(rng):
    d, kv, ff, layers, _ = pick(rng, SHAPES)
    what = pick(rng, list(TARGETS))
    return d, kv, ff, layers, what, TARGETS[what](d, kv, ff), pick(rng, [2, 4, 8, 16, 32, 64])


def told(d, kv, ff, layers, what, r):
    return (f"A model has {layers} layers of width {d}; in each, queries and output are {d} x {d}, keys and values have {kv} outputs, and the feed-forward part has three matrices between {d} and {ff}. "
            f"LoRA of rank {r} adapts {what} in every layer.")


def trainable(rng):
    """How many weights are trained"""
    while True:
        d, kv, ff, layers, what, pairs, r = draw(rng)
        m = 1e6
        right = layers * sum(r * (a + b) for a, b in pairs) / m
        wrong = [
            (layers * sum(r * a * b for a, b in pairs) / m, *MULTIPLIES),
            (sum(r * (a + b) for a, b in pairs) / m, *LAYERS),
            (layers * sum(r * a for a, b in pairs) / m, "Counts one of the two matrices", "You count the matrix that reads and not the one that writes. Each adapted place gets a pair."),
            (layers * sum(a + b for a, b in pairs) / m if r > 2 else layers * sum(a * b for a, b in pairs) / m, "Leaves the rank out", "You count the pair as if its inner width were 1, or the frozen matrix itself. The rank is how many columns and rows the pair has inside."),
        ]
        if clear(right, wrong):
            break
    return number(told(d, kv, ff, layers, what, r) + " How many million weights are trained?", right, wrong, "Rank times (input + output), for " + ", ".join(f"{a} + {b}" for a, b in pairs) + f"; times {layers} layers.",
                  rtol=2e-3, shapes=[list(p) for p in pairs], layers=layers, r=r)


def optimiser(rng):
    """What the optimiser keeps"""
    while True:
        base, t = pick(rng, [1.1, 1.7, 3.2, 6.7, 7.2, 8.0, 13.0, 32.5, 70.6]), int(rng.integers(3, 400)) * 0.5
        right = t * 8
        wrong = [
            (base * 1000 * 8, *GONE), (t * 4, "Keeps one moment", "You count one number for each trained weight. Adam keeps a running mean of the gradient and one of its square."),
            (t * 16, "Counts weight and gradient among the states", "You count four numbers for each trained weight. Two of them, weight and gradient, are no states of the optimiser."),
            (t * 64, "Counts bits for bytes", "You count bits. A number of 32 bits has four bytes."),
        ]
        if clear(right, wrong):
            break
    return number(f"{t:g} million adapter weights beside a frozen model of {base} billion are trained with Adam, its two moments in 32 bits. How many MB ($10^6$ bytes) do the optimiser's states take?", right, wrong, f"${t:g} \\cdot 2 \\cdot 4$.", rtol=2e-3, unit="MB", base=base, t=t)


def memory(rng):
    """Weights, gradients and states together"""
    while True:
        base, t, bits = pick(rng, [1.1, 1.7, 3.2, 6.7, 7.2, 8.0, 13.0, 32.5, 70.6]), int(rng.integers(10, 400)), pick(rng, [4, 8, 16])
        frozen, trained = base * bits / 8, t * 16 / 1000
        right = frozen + trained
        wrong = [
            (base * bits / 8 + base * 12 + trained, *GONE),
            (trained, "Leaves the frozen model out", "You count what is trained. The frozen model takes part in every forward pass and has to be there."),
            (frozen * 8 + trained, "Counts bits for bytes", "You count a byte for each bit of the frozen model. Eight bits are a byte."),
            (base * 16, "Fully fine-tunes", "You let every weight be trained, with gradient and moments in 32 bits. Then there would be no adapter to speak of."),
        ]
        if clear(right, wrong):
            break
    return number(f"A model of {base} billion weights lies frozen in memory with {bits} bits a weight. Beside it {t} million adapter weights are trained: weight, gradient and Adam's two moments, each in 32 bits. How many GB ($10^9$ bytes) is that together, activations aside?", right, wrong,
                  f"${base} \\cdot {bits}/8 + 0.001 \\cdot {t} \\cdot 16$.", rtol=5e-3, unit="GB", base=base, t=t, bits=bits)


def file(rng):
    """The size of the adapter's file"""
    while True:
        d, kv, ff, layers, what, pairs, r = draw(rng)
        bits = pick(rng, [16, 32])
        right = layers * sum(r * (a + b) for a, b in pairs) * bits / 8 / 1e6
        wrong = [
            (layers * sum(a * b for a, b in pairs) * bits / 8 / 1e6, "Stores the adapted matrices", "You store the matrices that were adapted, as if they had been changed. They stay in the base model's file; the adapter's holds the narrow pairs."),
            (layers * sum(r * a * b for a, b in pairs) * bits / 8 / 1e6, *MULTIPLIES),
            (sum(r * (a + b) for a, b in pairs) * bits / 8 / 1e6, *LAYERS),
            (layers * sum(r * (a + b) for a, b in pairs) * (bits / 8 + 8) / 1e6, "Stores the optimiser's moments", "You add Adam's two moments. They are needed to go on training, not to use the adapter."),
        ]
        if clear(right, wrong):
            break
    return number(told(d, kv, ff, layers, what, r) + f" The adapter is saved with {bits} bits a weight. How many MB ($10^6$ bytes) does its file take?", right, wrong, f"Trained weights times {bits // 8} bytes.",
                  rtol=2e-3, unit="MB", shapes=[list(p) for p in pairs], layers=layers, r=r, bits=bits)


def largest(rng):
    """The largest rank within a budget"""
    while True:
        d, kv, ff, layers, what, pairs, _ = draw(rng)
        one = layers * sum(a + b for a, b in pairs) * 2
        budget = int(rng.integers(15, 400))
        exact = budget * 1e6 / one
        right = floor(exact)
        wrong = [
            (right + 1, "Rounds up", "You take the next rank above. The file is then larger than the budget."),
            (floor(exact * layers), *LAYERS),
            (floor(exact * 2), "Takes 16 bits for one byte", "You count one byte for each weight. Sixteen bits are two."),
            (floor(exact * sum(a + b for a, b in pairs) / sum(a for a, b in pairs)), "Counts one of the two matrices", "You count only the matrix that reads. The pair has one that writes as well."),
        ]
        if 2 <= right < 200 and exact - right > 0.02 and exact - right < 0.98 and len({right, *(w[0] for w in wrong)}) == 5:
            break
    return number(told(d, kv, ff, layers, what, "r").replace("rank r", "rank $r$") + f" The file, with 16 bits a weight, may take {budget} MB ($10^6$ bytes). What is the largest whole rank?", right, wrong, f"Rank 1 takes {one / 1e6:.4f} MB; divide and round down.",
                  rtol=0, atol=0.1, shapes=[list(p) for p in pairs], layers=layers, budget=budget)


def share(rng):
    """The trained share of one matrix"""
    while True:
        a, b, r = pick(rng, [576, 768, 1024, 2048, 3072, 4096, 5120, 8192]), pick(rng, [256, 512, 768, 1024, 1536, 2048, 4096, 11008, 14336]), pick(rng, [1, 2, 4, 8, 16, 32, 64])
        right = 100 * r * (a + b) / (a * b)
        wrong = [
            (100 * r / b, "Counts one of the two matrices", "You count the matrix that reads. The one that writes is trained as well."),
            (100 * r / (a + b), "Turns the ratio round", "You divide the rank by the sum of the widths. The trained numbers are rank times that sum; the frozen ones are the product of the widths."),
(right / 2, "Averages the two matrices", "You take the mean of the two narrow matrices. Both are trained, so their sizes are added."),
            (100.0 * r, *MULTIPLIES),
        ]
        if right < 90 and clear(right, wrong):
            break
    return number(f"A frozen matrix has {a} inputs and {b} outputs. LoRA of rank {r} adapts it. How many per cent of the frozen matrix's size are trained?", right, wrong, f"$100 \\cdot {r} \\cdot ({a} + {b}) / ({a} \\cdot {b})$.", rtol=5e-3, unit="%", a=a, b=b, r=r)


def claim(rng):
    """Which claim is true"""
    r, layers, d = pick(rng, [4, 8, 16]), pick(rng, [24, 28, 32, 40, 80]), pick(rng, [2048, 3072, 4096, 5120, 8192])
    right = pick(rng, [
        f"Going from rank {r} to rank {2 * r} doubles the weights that are trained.", f"Merged into the {layers} layers, the adapter makes a pass no slower.",
        f"The frozen weights still take part in each forward and backward pass at rank {r}.", f"Two tasks with rank {r} can share one copy of the base model in memory.", f"At a {d} x {d} matrix rank {r} trains {2 * r * d:,} weights.",
    ])
    wrong = [
        (f"At a {d} x {d} matrix rank {r} trains {r * d * d:,} weights.", *MULTIPLIES), (f"Adam keeps its moments for the frozen weights of all {layers} layers as well.", *GONE), (f"Rank {r} means that {r} of the {layers} layers get an adapter.", *LAYERS),
    ]
    return choice(rng, f"LoRA of rank {r} on a model with {layers} layers of width {d}. Which claim is true?", right, wrong, "Rank is the inner width of each added pair; what is frozen is used, but neither changed nor tracked by the optimiser.")


TEMPLATES = [trainable, optimiser, memory, file, largest, share, claim]

EXPECTED = {  # seed 1 is the lesson's worked example
    "trainable": {1: "4.096", 2: "1.261568"}, "optimiser": {1: "824 MB", 2: "424 MB"}, "memory": {1: "17.744 GB"}, "file": {1: "226.492 MB"}, "largest": {1: "107", 2: "102"}, "share": {1: "3.6458 %"}, "claim": {2: "1"},
}
