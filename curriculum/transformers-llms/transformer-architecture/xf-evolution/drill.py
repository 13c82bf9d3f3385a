"""From counted words to pre-trained Transformers: which idea answered which weakness, and what each can and cannot do."""

from gradus.drilling import choice, number, order

LATE_ATTENTION = ("Thinks attention first appeared with the Transformer",
                  "You date attention to 2017. Three years before, it stood in recurrent translation models, between encoder and decoder (Bahdanau, Cho and Bengio, 2014). New in 2017 was leaving the recurrence out.")
RECURRENT = ("Credits the Transformer with recurrence",
             "You give the Transformer a state that is handed from word to word. It has none: its layers look at all positions at once, and that is why a known text can be treated in parallel.")
ONE_HALF = ("Takes BERT and GPT for the same half",
            "You take the two for one design. One reads in both directions and fills gaps; the other sees only what came before and writes on. They are opposite halves of the model of 2017.")

WORDS = {  # idea: three ways to say it
    "ngram": ["Counting how often a word follows the two before it", "Tables of word triples with their counts", "Prediction from the relative frequency of short word sequences"],
    "recurrent": ["A network that hands a state from word to word", "A hidden state that is updated at every word, by the same weights", "Feeding a network's own last state back into it"],
    "gates": ["Gates that decide what enters a state and what leaves it", "A memory cell with learned doors for writing and reading", "A state that is carried on by addition, under learned control"],
    "pair": ["One network that reads a sentence into a vector, a second that writes from it", "An encoder that ends in one vector, and a decoder that starts from it", "Translating by squeezing the source into a vector of fixed size"],
    "attention": ["Letting the decoder of a recurrent translator look back at all source words, weighted", "A weighted look at every encoder state, beside the recurrence", "Soft alignment: at each written word, weights over the read ones"],
    "transformer": ["Leaving the recurrence out: layers in which all positions look at all others", "Self-attention and feed-forward layers alone, with positions added", "Giving up the state from word to word, keeping only the weighted looks"],
    "family": ["One large pre-trained model without recurrence, fine-tuned for each task with little change", "Pre-training such layers on raw text, then adapting them to many tasks", "Models without recurrence, trained first on plain text and passed on to everybody"],
}
CHAIN = list(WORDS)
NOTES = {
    "ngram": "n-grams (Shannon 1948)", "recurrent": "recurrent nets (Elman 1990)", "gates": "LSTM gates (Hochreiter and Schmidhuber 1997)", "pair": "encoder-decoder (Cho and others, June 2014)",
    "attention": "attention (Bahdanau and others, September 2014)", "transformer": "Transformer (Vaswani and others, June 2017)", "family": "GPT and BERT (June and October 2018)",
}


def pick(rng, values):
    return values[int(rng.integers(len(values)))]


def clear(right, wrong):
    values = [right, *(w[0] for w in wrong)]
    return all(abs(a - b) > 0.01 * max(abs(a), abs(b)) for i, a in enumerate(values) for b in values[:i])


def chain(rng):
    """The order in which the ideas came"""
    names = [n for n in CHAIN if n not in ("ngram", "pair") or rng.random() < 0.6]
    at = {n: i for i, n in enumerate(names)}

    def swapped(first, later):
        moved = [i for i in range(len(names)) if i != at[first]]
        moved.insert(moved.index(at[later]) + 1, at[first])
        return moved

    def blame(done):
        place = {i: k for k, i in enumerate(done)}
        pairs = [("attention", "transformer"), ("recurrent", "gates"), ("transformer", "family")]
        return next((k for k, (a, b) in enumerate(pairs) if place[at[a]] > place[at[b]]), None)

    wrong = [
        (swapped("attention", "transformer"), *LATE_ATTENTION),
        (swapped("recurrent", "gates"), "Puts the gates before what they repair", "You put the gates first. They were made because a plain state forgets: its gradient fades or explodes over many words. What they repair must have been there."),
        (swapped("transformer", "family"), "Puts the families before their architecture", "You put the pre-trained families first. They consist of layers of the model of 2017; pre-training is what was done with it from 2018 on."),
    ]
    return order(rng, "Put these ideas into the order in which they came. Each removes a weakness of one before it.", [pick(rng, WORDS[n]) for n in names], wrong,
                 "In order: " + ", ".join(NOTES[n] for n in names) + ".", valid=lambda done: list(done) == sorted(done), blame=blame, names=names)


CURES = {  # idea as an option: (problems with a slot, words when chosen wrongly)
    "gates in a recurrent net": (
        ["A recurrent net learns agreement over 5 words, but over {n} words its gradient has all but vanished", "After {n} words the state has forgotten the subject of the sentence, and training does not mend it",
         "The error at word {n} should change what was stored at word 1; on the way back it shrinks at every step"],
        ("Answers with what keeps a state", "You choose what protects a state over many steps. Here no fading gradient is the trouble; read which word the difficulty turns on.")),
    "weighted looks from decoder to source": (
        ["A translator with encoder and decoder does well up to 15 words, and falls apart at {n}: all must fit one vector", "For a sentence of {n} words the decoder has to start from one vector of fixed size",
         "Whether 5 or {n} words were read, the writing network sees the same few hundred numbers"],
        ("Answers with the look back at the source", "You choose what frees a translator from its one vector. The difficulty here lies elsewhere; ask whether a second network waits behind a narrow door.")),
    "layers of self-attention alone": (
        ["Eight accelerators stand idle, because word {n} cannot be worked on before word {m} is done", "Training on texts of {n} words is slow although all words are known: each step waits for the one before",
         "A recurrent translator with attention keeps its hardware waiting: {n} words, {n} steps in a row"],
        ("Answers with what removes the waiting", "You choose what lets all positions be treated at once. In this case nobody complains about steps that wait for each other.")),
    "pre-training on raw text": (
        ["There are {n} labelled reviews and billions of words without labels; a net trained on the reviews alone is poor", "For each of {n} tasks somebody trains a net from random weights, on a small labelled set",
         "The task has {n} labelled examples, too few to learn what words mean"],
        ("Answers with what saves labels", "You choose what makes use of text without labels. The trouble described is not that labels are few.")),
    "a state handed from word to word": (
        ["Tables of word triples cannot know what stood {n} words earlier", "A count of three-word sequences ignores the subject that stood {n} words before the verb",
         "The model looks at two words; what decides was said {n} words ago, and a longer table would be empty"],
        ("Answers with the first kind of memory", "You choose what first gave a model a view beyond a fixed window. Here the model has such a view already; what it suffers from came later.")),
}


def cure(rng):
    """Which idea removed which weakness"""
    names = list(CURES)
    right = pick(rng, names)
    n = int(rng.integers(30, 90))
    problem = pick(rng, CURES[right][0]).format(n=n, m=n - 1)
    others = [names[int(i)] for i in rng.permutation(len(names)) if names[int(i)] != right][:4]
    return choice(rng, f"*{problem}.* Which idea was the answer?", right, [(o, *CURES[o][1]) for o in others], f"It was {right}.", problem=problem)


HALVES = {
    "the encoder half": [("BERT (2018)", "fills gaps in a sentence that it sees from both sides"), ("BERT (2018)", "was trained on hidden words and on whether two sentences follow one another"), ("RoBERTa (2019)", "is trained as BERT, on hidden words, without the question about the next sentence")],
    "the decoder half": [("GPT (2018)", "predicts the next word from those before it"), ("GPT-2 (2019)", "writes a text on, each position seeing only what stands before"), ("GPT-3 (2020)", "continues a prompt, with examples in the prompt itself")],
    "both halves together": [("T5 (2019)", "reads a task as text and writes the answer as text, with cross-attention"), ("the Transformer of 2017", "reads a sentence in one language and writes it in another"), ("BART (2019)", "reads a spoiled text in both directions and writes the original from left to right")],
}


def half(rng):
    """Which half of the Transformer"""
    right = pick(rng, list(HALVES))
    name, does = pick(rng, HALVES[right])
    wrong = {
        "the encoder half": ONE_HALF if right == "the decoder half" else ("Overlooks that it writes", "You give it only the side that reads. Something must then write a text of another length, word by word, and look at what was read."),
        "the decoder half": ONE_HALF if right == "the encoder half" else ("Overlooks that it reads with a part of its own", "You give it only the side that writes. Its input is first read in both directions by a stack of its own, and looked at across."),
        "both halves together": ("Adds a half that is not there", "You give it two stacks. There is one: nothing is looked at across, from a writing stack into a reading one."),
    }
    seen = int(rng.integers(3, 60))
    third = ("a recurrent net with gates", *RECURRENT)
    place = pick(rng, ["", f" Its layers treat a text of {seen} tokens."])
    return choice(rng, f"{name[0].upper() + name[1:]} {does}.{place} Which parts of the model of 2017 does it use?", right, [*((o, *wrong[o]) for o in HALVES if o != right), third],
                  f"{name[0].upper() + name[1:]}: {right}.", name=name)


TRUE = {
    "the Transformer (2017)": ["it has no state that passes from word to word", "it needs positions to be added, since its layers see a set", "its layers treat all words of a known text at once"],
    "the LSTM (1997)": ["its gates decide what enters the cell state", "it reads a text in as many steps as it has words", "it carries its memory through every word between"],
    "attention in Bahdanau's translator (2014)": ["it stands beside a recurrent encoder and decoder", "it weighs the encoder's states anew for each written word", "it spares the decoder the one vector of fixed size"],
    "a trigram model": ["it gives unseen triples nothing, unless counts are smoothed", "it knows nothing of what stood three words before", "it is learned by counting alone"],
}
FALSE = {
    "the Transformer (2017)": ("it hands a hidden state from word to word", *RECURRENT),
    "the LSTM (1997)": ("it treats all words of a text at the same time", "Gives the LSTM parallel reading", "You let a recurrent net read all words at once. Its state at a word needs the state at the word before, so the words stand in a row."),
    "attention in Bahdanau's translator (2014)": ("it came after the Transformer and simplified it", *LATE_ATTENTION),
    "a trigram model": ("it knows that kettle and pot mean similar things", "Gives counts a sense of meaning", "You let a table of counts know what words mean. To it words are names without neighbours; likeness came with learned vectors."),
}


def fact(rng):
    """Which statement is true"""
    names = [list(TRUE)[int(i)] for i in rng.permutation(len(TRUE))]
    right, *others = names
    return choice(rng, "Which statement is true?", f"Of {right}: {pick(rng, TRUE[right])}.", [(f"Of {o}: {FALSE[o][0]}.", *FALSE[o][1:]) for o in others],
                  f"The true one is about {right}; each of the others turns a property into its opposite.", about=right)


def table(rng):
    """The size of an n-gram table"""
    while True:
        v, n = int(rng.integers(3, 60)) * pick(rng, [10, 100, 1000]), pick(rng, [2, 3, 4])
        right = float(v) ** n
        wrong = [
            (float(v) * n, "Multiplies vocabulary and length", "You multiply where choices combine. Each place can hold any word, whatever stands in the others."),
            (float(v) ** (n - 1), "Counts the contexts only", "You count what can stand before the predicted word. The predicted word itself is a place of the sequence too."),
            (float(v) ** (n + 1), "Counts one place too many", "You count one place more than the sequence has. An n-gram has n places, the predicted word among them."),
            (float(n) ** v, "Exchanges base and exponent", "You raise the length to the power of the vocabulary. Ask how many words can stand in the first place, then in the second.") if v * (n - 1) < 80 else
            (float(v) ** n / 2, "Takes order for irrelevant", "You halve the number as if a sequence and its mirror were one. In language order is what is counted."),
        ]
        if clear(right, wrong):
            break
    return number(f"A vocabulary has {v} words. How many different sequences of {n} words are there, each a cell of the {n}-gram table? (Type powers as `1e12` if you like.)", right, wrong, f"${v}^{n}$: any word in each place.", v=v, n=n)


def fading(rng):
    """What is left of a gradient"""
    while True:
        r, steps = pick(rng, [0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99]), int(rng.integers(5, 60))
        right = 100 * r**steps
        wrong = [
            (max(0.0, 100 * (1 - steps * (1 - r))), "Subtracts the same amount each step", "You take away the same amount at every word. Each step multiplies what is left, so the loss gets smaller and never reaches the end."),
            (100 * r, "Lets the factor act once", "You apply the factor once. It acts at every word on the way back."),
            (100 * (1 - r**steps), "Gives what is lost", "You give the part that has gone. Asked is what still arrives."),
            (100 * r / steps, "Divides by the number of steps", "You divide by the steps. Each step multiplies by the factor again."),
        ]
        if 0.001 < right and clear(right, wrong):
            break
    return number(f"Going back through a recurrent net, a gradient is multiplied by {r} at each word. How many per cent of it arrive {steps} words earlier?", right, wrong, f"$100 \\cdot {r}^{{{steps}}}$.", rtol=0.005, unit="%", r=r, steps=steps)


def bottleneck(rng):
    """What the decoder can see"""
    while True:
        n, d = int(rng.integers(8, 80)), pick(rng, [256, 512, 620, 1000, 1024])
        att = bool(rng.random() < 0.5)
        right, other = (n * d, d) if att else (d, n * d)
        wrong = [
            (other, "Keeps the one vector in spite of attention", "You let the decoder see one state. That was the weakness that attention removed, in a recurrent translator and three years before the Transformer.") if att else (other, "Gives the first translators attention", "You let the decoder look at the state of every word. The encoder-decoder of June 2014 hands on its last state alone; looking back was the next idea."),
            (n, "Counts words for numbers", "You count the words read. The decoder sees no words but states, each of them a vector."),
            (n * n, "Counts words against words", "You count pairs of source words. That is what self-attention does three years later; here written words look at read ones."),
        ]
        if clear(right, wrong):
            break
    what = "with attention: it may weigh all encoder states" if att else "without attention: it starts from the encoder's last state"
    return number(f"A recurrent translator of 2014, {what}. The source has {n} words, each encoder state {d} numbers. How many numbers of the encoder can the decoder use?", right, wrong,
                  f"All states: ${n} \\cdot {d}$." if att else f"One state of {d} numbers.", rtol=0, atol=0.1, n=n, d=d, att=att)


TEMPLATES = [chain, cure, half, fact, table, fading, bottleneck]

EXPECTED = {  # the numbers of seed 1 are the lesson's worked example
    "chain": {1: "6 1 3 4 5 2", 2: "3 6 1 7 5 2 4"}, "cure": {1: "layers of self-attention alone", 2: "a state handed from word to word"}, "half": {1: "the decoder half", 2: "both halves together"},
    "fact": {1: "2", 2: "1"}, "table": {1: "7.07281e13", 2: "250000"}, "fading": {1: "0.46862 %", 2: "68.123 %"}, "bottleneck": {1: "620", 2: "34816"},
}
