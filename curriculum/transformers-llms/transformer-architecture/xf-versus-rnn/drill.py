"""Steps in a row, hops, memory and arithmetic of recurrent layers and of attention."""

from math import ceil

from gradus.drilling import choice, number

PARALLEL = ("Lets a Transformer write in parallel",
            "You count one pass for all new tokens. That is so in training, where the text is known. While writing, each token is the input of the next pass, so the passes stand in a row.")
CONSTANT = ("Takes the memory of an LSTM for a shortcut",
            "You let an LSTM reach back in one hop. Its gates protect what is carried, but it is still carried from position to position, once for each.")
LINEAR = ("Leaves the quadratic term out",
          "You count one score for each token. Each token is compared with every token, so the scores grow with the square of the length; for long input they are most of it.")


def pick(rng, values):
    return values[int(rng.integers(len(values)))]


def clear(right, wrong):
    values = [right, *(w[0] for w in wrong)]
    return all(abs(a - b) > 0.01 * max(abs(a), abs(b)) for i, a in enumerate(values) for b in values[:i])


def training_chain(rng):
    """The longest chain of dependent layer evaluations in training"""
    while True:
        n, layers = int(rng.integers(20, 900)), int(rng.integers(2, 25))
        kind = pick(rng, ["one-way", "two-way", "attention"])
        what, right = {
            "one-way": (f"{layers} stacked LSTM layers, all reading from left to right", n + layers - 1),
            "two-way": (f"{layers} stacked bidirectional LSTM layers (each reads in both directions and hands both results on)", n * layers),
            "attention": (f"a Transformer encoder with {layers} layers", layers),
        }[kind]
        every = {"one-way": n + layers - 1, "two-way": n * layers, "attention": layers}
        wrong = [
            (n, "Counts one layer only", "You count the positions and forget that layers stand on one another. Follow a chain to the top output of the last position."),
            (1, "Believes that a whole network is one step", "You count a single step. Even if all positions are done side by side, a layer has to wait for the one below it."),
        ]
        if kind != "attention":
            wrong.append((layers, "Treats recurrence as parallel", "You count layers alone. A recurrent cell needs the state of the position before it, so the positions of one layer stand in a row."))
        else:
            wrong.append((n + layers - 1, "Gives the Transformer recurrence", "You let attention wait for the position before. In training all positions are there at once, and a layer treats them together."))
        if kind == "one-way":
            wrong.append((every["two-way"], "Finishes a layer before the next begins", "You let each layer wait until the one below has read everything. A one-way layer may begin as soon as the first result is there, so the layers overlap."))
        if kind == "two-way":
            wrong.append((every["one-way"], "Lets bidirectional layers overlap", "You let a layer begin with the first result below. But the backward half of that result is known only after the whole sequence was read."))
        if clear(right, wrong):
            break
    return number(f"In the forward pass of training, {what} read{'s' * (kind == 'attention')} a sequence of {n} tokens. How many layer evaluations (one layer at one position, or at all positions together) are in the longest chain in which each needs the one before?",
                  right, wrong, {"one-way": f"Along the first layer and then up, or any such way: ${n} + {layers} - 1$.", "two-way": f"Every layer needs a whole pass of the one below: ${layers} \\cdot {n}$.", "attention": "One evaluation a layer, for all positions at once."}[kind],
                  rtol=0, atol=0.1, n=n, layers=layers, kind=kind)


def generation_chain(rng):
    """The chain of layer evaluations while generating"""
    while True:
        layers, prompt, new = int(rng.integers(4, 49)), int(rng.integers(30, 2000)), int(rng.integers(10, 400))
        right = layers * new
        wrong = [
            (layers, *PARALLEL),
            (layers * (prompt + new), "Reads the prompt token by token", "You give every token of the prompt a pass of its own. The prompt is known from the start, so one pass treats all of it."),
            (layers * (new + 1), "Gives the prompt's pass no token", "You count a pass for the prompt and then one for each new token. The pass over the prompt already ends with a prediction: that is the first new token."),
            (new, "Counts passes instead of layer evaluations", "You count the passes through the model. In each of them the layers wait for one another."),
        ]
        if clear(right, wrong):
            break
    return number(f"A decoder-only Transformer with {layers} layers gets a prompt of {prompt} tokens and writes {new} new tokens, with a key-value cache and plain sampling. How many layer evaluations stand in a row until the last new token is known?",
                  right, wrong, f"One pass over the whole prompt gives the first token, {new - 1} further passes the others: ${new} \\cdot {layers}$.", rtol=0, atol=0.1, layers=layers, prompt=prompt, new=new)


def hops(rng):
    """The fewest hops between two positions"""
    while True:
        a = int(rng.integers(1, 400))
        b = a + int(rng.integers(40, 3000))
        d = b - a
        kind = pick(rng, ["lstm", "attention", "window", "convolution"])
        w = pick(rng, [16, 32, 50, 64, 128]) if kind == "window" else pick(rng, [3, 5, 7, 9])
        what, right = {
            "lstm": ("LSTM cells that read from left to right", d), "attention": ("causal self-attention over all earlier positions", 1),
            "window": (f"causal self-attention in which a position sees itself and the {w} positions before it", ceil(d / w)),
            "convolution": (f"causal convolutions of kernel size {w} (a position sees itself and the {w - 1} before it)", ceil(d / (w - 1))),
        }[kind]
        wrong = [(1, *CONSTANT) if kind == "lstm" else (d, "Moves one position a hop", "You move one position at a time, as recurrence does. Here a position sees further back than its neighbour, so a hop is longer.")]
        if kind in ("window", "convolution"):
            wrong.append((1, "Reaches everything in one hop", "You treat the layer as attention over everything. It sees only a stretch; what lies further back has to be handed on, layer by layer."))
            wrong.append((ceil(d / (w - 1)) if kind == "window" else ceil(d / w), "Is one off in how far a hop reaches", "You use a reach that is one off. Ask how far back the furthest visible position is: itself is distance 0."))
        else:
            wrong.append((b, "Counts from the start of the text", "You count from the first token. Only the way between the two positions matters."))
            wrong.append((2 if kind == "attention" else 2 * d, "Counts every hop twice", "You count a hop there and one back. Information goes one way, from the earlier position to the later."))
        if clear(right, wrong):
            break
    return number(f"Layers of {what} are stacked, as many as needed. By how many hops at least (connections between two different positions) does information from token {a} reach token {b}?",
                  right, wrong, f"The distance is {d}; " + {"lstm": "each hop covers 1.", "attention": "one hop covers any distance."}.get(kind, f"each hop covers at most {w if kind == 'window' else w - 1}; round up."),
                  rtol=0, atol=0.1, a=a, b=b, kind=kind, w=w)


def score_memory(rng):
    """The memory of all attention scores"""
    while True:
        n, heads, batch = pick(rng, [512, 768, 1024, 1536, 2048, 3072, 4096, 6144, 8192]), pick(rng, [4, 6, 8, 12, 16, 20, 32]), pick(rng, [1, 2, 3, 4, 8])
        size = pick(rng, [2, 4])
        mib = 2**20
        right = batch * heads * n * n * size / mib
        wrong = [
            (batch * heads * n * size / mib, *LINEAR),
            (batch * n * n * size / mib, "Forgets the heads", "You count one table of scores for each text. Each head has a table of its own."),
            (batch * heads * n * n / mib, "Counts entries for bytes", "You count the scores and not what each takes. A number of 16 bits has two bytes, one of 32 bits four."),
            (2 * batch * heads * n * size / mib, "Counts keys and values for scores", "You count two numbers a token and head. That would be a cache of one-number keys and values; asked is the table in which every token meets every token."),
        ]
        if clear(right, wrong):
            break
    return number(f"One self-attention layer with {heads} heads treats {batch} text{'s' * (batch > 1)} of {n} tokens and keeps the full table of scores, masked ones included, in {8 * size}-bit numbers. How many MiB ($2^{{20}}$ bytes) is that?",
                  right, wrong, f"${batch} \\cdot {heads} \\cdot {n}^2 \\cdot {size}$ bytes.", rtol=2e-3, unit="MiB", n=n, heads=heads, batch=batch, size=size)


def state(rng):
    """What is kept while generating"""
    while True:
        layers, d, n = pick(rng, [2, 4, 6, 12, 16, 24, 32]), pick(rng, [512, 768, 1024, 2048, 4096]), pick(rng, [300, 500, 1000, 2000, 3000, 8000])
        kind = pick(rng, ["lstm", "attention"])
        kib = 2**10
        lstm, cache = 2 * layers * d * 2 / kib, 2 * layers * n * d * 2 / kib
        right, other = (lstm, cache) if kind == "lstm" else (cache, lstm)
        wrong = [
            (other, "Lets the state of an LSTM grow", "You keep something for every token. A recurrent layer keeps one state and overwrites it; that is its charm and its weakness.") if kind == "lstm" else
            (other, "Keeps a fixed state for attention", "You keep the same amount for any length. Attention looks back at every token, so something of every token has to stay."),
            (right / 2, "Keeps one of two", "You keep one vector where two are needed: cell state and output in an LSTM, key and value in attention."),
            (right / layers, "Counts one layer", "You count a single layer. Every layer has its own."),
            (right * 2, "Takes 16 bits for four bytes", "You count four bytes a number. Sixteen bits are two bytes."),
        ]
        if clear(right, wrong):
            break
    what = f"{layers} LSTM layers of width {d} (cell state and output, each of width {d})" if kind == "lstm" else f"{layers} attention layers of width {d} with a full key-value cache (all heads together have width {d}, for keys and for values)"
    return number(f"A language model of {what} has read {n} tokens. How many KiB ($2^{{10}}$ bytes) must it keep to go on, in 16-bit numbers?", right, wrong,
                  f"$2 \\cdot {layers} \\cdot {d} \\cdot 2$ bytes" + (", whatever the length." if kind == "lstm" else f", times {n} tokens."), rtol=2e-3, unit="KiB", layers=layers, d=d, n=n, kind=kind)


def arithmetic(rng):
    """Multiplications of one layer"""
    while True:
        n, d = pick(rng, [128, 256, 512, 1024, 2048, 4096, 8192, 16384]), pick(rng, [256, 512, 768, 1024, 2048])
        kind = pick(rng, ["lstm", "attention", "attention"])
        m = 1e6
        if kind == "lstm":
            right = 8 * n * d * d / m
            wrong = [
                (2 * n * d * d / m, "Counts one gate of four", "You count one pair of matrices. An LSTM has three gates and a candidate, each with a matrix for the input and one for the state."),
                (4 * n * d * d / m, "Leaves the recurrent matrices out", "You count the input's matrices and not those that act on the state before."),
                (8 * d * d / m, "Counts one position", "You count a single position. The cell is evaluated at every one."),
                ((4 * n * d * d + 2 * n * n * d) / m, "Gives the LSTM attention", "You count scores between all positions. An LSTM compares no two positions; it reads them in turn."),
            ]
        else:
            right = (4 * n * d * d + 2 * n * n * d) / m
            wrong = [
                (4 * n * d * d / m, *LINEAR),
                ((3 * n * d * d + 2 * n * n * d) / m, "Forgets the output projection", "You count the three projections into queries, keys and values. A fourth leads back out of the heads."),
                ((4 * n * d * d + n * n * d) / m, "Counts scores and not the mixing", "You count the products of queries with keys. The weights are then multiplied with the values, which costs as much again."),
                (2 * n * n * d / m, "Leaves the projections out", "You count what happens between tokens only. Each token is also multiplied with four square matrices."),
            ]
        if clear(right, wrong):
            break
    what = "An LSTM layer (input and state of width" if kind == "lstm" else "A self-attention layer (queries, keys, values and output of width"
    return number(f"{what} {d}; no biases, no feed-forward part) reads {n} tokens" + (" without a mask" if kind != "lstm" else "") + ". How many million multiplications do its matrix products take?", right, wrong,
                  f"$8 n d^2$ with $n = {n}$, $d = {d}$." if kind == "lstm" else f"$4 n d^2 + 2 n^2 d$ with $n = {n}$, $d = {d}$.", rtol=2e-3, n=n, d=d, kind=kind)


def longer(rng):
    """What a longer input costs"""
    while True:
        lin, quad, f, n = int(rng.integers(5, 90)), int(rng.integers(2, 60)), pick(rng, [2, 3, 4, 5, 8, 10]), pick(rng, [500, 1000, 2000, 4000])
        right = lin * f + quad * f * f
        wrong = [
            ((lin + quad) * f, *LINEAR),
            ((lin + quad) * f * f, "Squares everything", "You let the whole time grow with the square. Projections and feed-forward parts treat each token by itself; they grow with the length."),
            (lin + quad * f * f, "Keeps the rest as it is", "You let the scores grow and leave the rest. More tokens are also more to project."),
            (lin * f * f + quad * f, "Exchanges the two parts", "You square the part that treats tokens one by one, and not the one that compares all with all."),
        ]
        if clear(right, wrong):
            break
    return number(f"A Transformer reads {n} tokens in {lin + quad} ms: {lin} ms for projections and feed-forward parts, {quad} ms for scores and mixing of values. How many ms does it take for {n * f} tokens, if time follows the count of operations?",
                  right, wrong, f"${lin} \\cdot {f} + {quad} \\cdot {f}^2$.", rtol=2e-3, unit="ms", lin=lin, quad=quad, factor=f)


RIGHTS = [
    "In training, the {L} layers of the Transformer treat all {n} tokens side by side.", "From token 1 to token {n} the LSTM needs {d} hops, attention one.",
    "The state that the LSTM keeps is as large after {n} tokens as after one.", "At {n2} tokens the Transformer's table of scores is four times that at {n}.",
    "While writing, the Transformer's key-value cache at {n2} tokens is twice that at {n}.",
]


def claim(rng):
    """Which claim is true"""
    n, layers = int(rng.integers(50, 3000)), pick(rng, [2, 4, 6, 8, 12, 16, 24])
    right = pick(rng, RIGHTS).format(L=layers, n=n, n2=2 * n, d=n - 1)
    wrong = [
        (f"While writing, the Transformer finds its next {n} tokens in one pass.", *PARALLEL),
        (f"An LSTM's cell state links token {n} to token 1 in one hop.", *CONSTANT),
        (f"At {2 * n} tokens the Transformer's table of scores is twice that at {n}.", *LINEAR),
        (f"In training, the LSTM can work on all {n} tokens at once, since the text is known.", "Takes a known text for a known state",
         "You say that knowing the words is enough. The words are known, but the state at a position is not, before the position in front of it was read."),
    ]
    keep = [wrong[int(i)] for i in sorted(rng.permutation(4)[:3])]
    return choice(rng, f"An LSTM and a Transformer encoder-decoder without windows, {layers} layers each, {n} tokens. Which claim is true?", right, keep, "Compare each claim with the table of the lesson.")


TEMPLATES = [training_chain, generation_chain, hops, score_memory, state, arithmetic, longer, claim]

EXPECTED = {  # seed 1 of the first six numbers is the lesson's worked example
    "training_chain": {1: "13"}, "generation_chain": {1: "3036", 2: "2132"}, "hops": {1: "195", 2: "814"}, "score_memory": {1: "768 MiB", 2: "432 MiB"},
    "state": {1: "144000 KiB", 2: "72 KiB"}, "arithmetic": {1: "4026.53"}, "longer": {1: "2344 ms"}, "claim": {1: "1", 2: "1"},
}
