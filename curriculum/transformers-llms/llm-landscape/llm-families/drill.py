"""Model families by their configuration, side, objective, access, variant, size and use."""

from gradus.drilling import choice, number

BERT_WRITES = ("Thinks BERT generates text left to right",
               "You let an encoder write. It was trained to fill gaps that it sees from both sides, and has no way of continuing a text word by word.")
ALL_OPEN = ("Takes every family for open weights",
            "You look for weights that are not published. Of some models there is only an interface on the maker's machines, and hardly a number about their size.")
BASE_CHAT = ("Confuses base and chat variants",
             "You take one variant for the other. A base model continues text as the web would; a chat or instruct variant was tuned further to answer.")
CUES = {  # what gives a family away when it is chosen wrongly
    "BERT": ("Takes it for BERT", "You name the encoder. Its file would say how many positions it learned, 512, and that it tells two sentences apart by a type."),
    "GPT-2": ("Takes it for GPT-2", "You name GPT-2. Its file writes n_embd, n_layer and n_head, and it knows 50,257 tokens."),
    "T5": ("Takes it for T5", "You name the encoder-decoder. Its file writes d_model and d_ff, and buckets for relative positions instead of a table."),
    "Llama": ("Takes it for Llama", "You name Llama. Look for rms_norm_eps with silu, and for a vocabulary of 32,000 or 128,256."),
    "Falcon": ("Takes it for Falcon", "You name Falcon. It would say that attention and feed-forward part stand side by side, and that heads share keys: parallel_attn, multi_query."),
    "Gemma": ("Takes it for Gemma", "You name Gemma. Its vocabulary of 256,000 stands out, and so does head_dim, written down as 256."),
    "Claude": ("Takes every family for open weights", "You expect a configuration file of a model that exists only behind an interface. Nothing of the kind is published for it."),
}
FILES = {  # checkpoint: values from its public config.json
    "BERT": [{"hidden_size": 768, "num_hidden_layers": 12, "num_attention_heads": 12}, {"hidden_size": 1024, "num_hidden_layers": 24, "num_attention_heads": 16}],
    "GPT-2": [{"n_embd": 768, "n_layer": 12, "n_head": 12}, {"n_embd": 1024, "n_layer": 24, "n_head": 16}, {"n_embd": 1280, "n_layer": 36, "n_head": 20}, {"n_embd": 1600, "n_layer": 48, "n_head": 25}],
    "T5": [{"d_model": 512, "d_ff": 2048, "num_layers": 6, "num_heads": 8}, {"d_model": 768, "d_ff": 3072, "num_layers": 12, "num_heads": 12}, {"d_model": 1024, "d_ff": 4096, "num_layers": 24, "num_heads": 16}],
    "Llama": [{"hidden_size": 4096, "num_hidden_layers": 32, "num_attention_heads": 32, "vocab_size": 32000}, {"hidden_size": 5120, "num_hidden_layers": 40, "num_attention_heads": 40, "vocab_size": 32000},
              {"hidden_size": 4096, "num_hidden_layers": 32, "num_attention_heads": 32, "num_key_value_heads": 8, "vocab_size": 128256}],
    "Falcon": [{"hidden_size": 4544, "num_hidden_layers": 32, "num_attention_heads": 71}, {"hidden_size": 8192, "num_hidden_layers": 60, "num_attention_heads": 128}],
    "Gemma": [{"hidden_size": 2048, "num_hidden_layers": 18, "num_attention_heads": 8}, {"hidden_size": 3072, "num_hidden_layers": 28, "num_attention_heads": 16}],
}
MARKS = {
    "BERT": {"type_vocab_size": 2, "max_position_embeddings": 512, "vocab_size": 30522, "hidden_act": "gelu"}, "GPT-2": {"vocab_size": 50257, "n_positions": 1024, "activation_function": "gelu_new"},
    "T5": {"relative_attention_num_buckets": 32, "is_encoder_decoder": True, "vocab_size": 32128}, "Llama": {"rms_norm_eps": 1e-05, "hidden_act": "silu"},
    "Falcon": {"parallel_attn": True, "multi_query": True, "vocab_size": 65024, "alibi": False, "bias": False}, "Gemma": {"vocab_size": 256000, "head_dim": 256, "rms_norm_eps": 1e-06},
}


def pick(rng, values):
    return values[int(rng.integers(len(values)))]


def some(rng, values, n):
    return [values[int(i)] for i in rng.permutation(len(values))[:n]]


def clear(right, wrong):
    values = [right, *(w[0] for w in wrong)]
    return all(abs(a - b) > 0.01 * max(abs(a), abs(b)) for i, a in enumerate(values) for b in values[:i])


def config(rng):
    """The family of a configuration file"""
    right = pick(rng, list(FILES))
    shape = pick(rng, FILES[right])
    marks = MARKS[right]
    rows = list((shape | {k: marks[k] for k in some(rng, list(marks), 2)}).items())
    lines = "\n".join(f"    {k}: {v}".replace("True", "true").replace("False", "false") for k, v in some(rng, rows, len(rows)))
    others = some(rng, [n for n in CUES if n != right], 4)
    return choice(rng, f"Whose is this part of a configuration?\n\n{lines}\n", right, [(o, *CUES[o]) for o in others], "Compare the names of the keys and the vocabulary with the table of the lesson.", rows=[list(r) for r in rows])


def side(rng):
    """Who sees what"""
    n = int(rng.integers(12, 200))
    at = int(rng.integers(4, n - 4))
    right = pick(rng, ["BERT", "T5", "decoder"])
    decoders = ["GPT-2", "GPT-2 XL", "Llama 2", "Llama 2 70B", "Falcon-40B", "Gemma 7B"]
    if right == "BERT":
        ask = f"A text of {n} words, nothing to be written. Which model's representation of word {at} depends on word {at + 2}?"
        wrong = [(d, "Lets a decoder look ahead", "You let a decoder see what comes later. Its mask hides everything to the right, in training and in use.") for d in some(rng, decoders, 1)]
        options = ["BERT-large", *[w[0] for w in wrong]]
        more = some(rng, [d for d in decoders if d not in options], 2)
        wrong += [(more[0], "Takes size for sight", "You choose a large model. However many layers it has, each of them hides what stands to the right."), (more[1], "Takes newer for two-sided", "You choose a recent model. Being newer did not turn its head: it reads to the left only.")]
        return choice(rng, ask, "BERT-large", wrong, "Only an encoder reads to both sides.", who="both sides")
    if right == "T5":
        ask = f"A text of {n} words is read to both sides; then another one is written from left to right, looking across at what was read. Which model is built so?"
        d = some(rng, decoders, 2)
        return choice(rng, ask, "T5-large", [("BERT-large", *BERT_WRITES), (d[0], "Takes one stack for two", "You choose a model with a single stack. It treats input and output as one text, and reads both only to the left."),
                                       (d[1], "Takes a prompt for an encoder", "You take the prompt for something read to both sides. In this model each word of the prompt sees only the words before it.")], "Two stacks, with a look across.", who="two stacks")
    name = pick(rng, decoders)
    return choice(rng, f"After {n} words the next one is to be predicted, then the one after it. Which model was trained for just that?", name,
                  [("BERT-large", *BERT_WRITES), ("RoBERTa", "Takes BERT's sister for a writer", "You choose an encoder of BERT's kind. It too was trained on hidden words inside a text, not on what comes next."),
                   ("T5's encoder", "Takes the reading half for the writing one", "You choose the half that reads. What writes in that model is its other half.")], "Trained on the next word: a decoder.", who=name)


OBJECTIVE = {
    "BERT": ("hide {p} % of the words, guess them from both sides", "encoder"), "T5": ("cut out stretches of {s} words, write them behind marks", "both"), "GPT-2": ("guess each word from the words before it", "decoder"),
}


def objective(rng):
    """What a model was trained on"""
    family = pick(rng, list(OBJECTIVE) + ["Llama 2", "Falcon-7B", "Gemma 2B"])
    kind = family if family in OBJECTIVE else "GPT-2"
    texts = {k: v[0].format(p=15, s=3) for k, v in OBJECTIVE.items()}
    words = {
        "BERT": ("Hides words from a model that writes", "You hide words inside the text and show both sides. A model so trained fills gaps; this one writes in another way."),
        "T5": ("Takes cutting out for this model's training", "You cut out stretches and let a second stack write them. This one has another pre-training."),
        "GPT-2": BERT_WRITES if family == "BERT" else ("Takes next-word prediction for everybody's training", "You let it guess the next word. That is the decoder's training; here a text with gaps was read to both sides first."),
    }
    wrong = [(texts[k], *words[k]) for k in texts if k != kind]
    wrong.append(("rank two answers as people ranked them", *BASE_CHAT))
    stock = pick(rng, ["collection", "mountain", "crawl", "stock", "mixture"])
    return choice(rng, f"{family} was first pre-trained on a {stock} of text (the base model). What was the exercise?",
                  texts[kind], wrong, f"{family}: {texts[kind]}.", family=family)


OPEN = ["BERT-large", "T5-11B", "GPT-2 XL", "Llama 2 70B", "Falcon-40B", "Gemma 7B"]
CLOSED = ["Claude 3 Opus", "GPT-4", "GPT-3 (175B)", "Claude 2", "Claude 3 Haiku"]
NEEDS = ["run it on a ship without a line to the shore", "look at the weights of layer {k}", "keep exactly this version for {k} years, whatever its maker does", "quantise it to {b} bits", "cut off its last {k} layers", "send no word outside the hospital's own machines"]


def access(rng):
    """Whose weights can be had"""
    k, b = int(rng.integers(2, 9)), pick(rng, [3, 4, 8])
    need = pick(rng, NEEDS).format(k=k, b=b)
    if rng.random() < 0.65:
        right, wrong = pick(rng, OPEN), some(rng, CLOSED, 3)
        words = [ALL_OPEN, ("Takes a famous name for a file", "You choose by name. Of this model no weights were published; there is a line to its maker and a price per token."),
                 ("Takes an interface for possession", "You choose a model that one can call. Calling is not holding: version, place and end of service are the maker's to decide.")]
        return choice(rng, f"You want to {need}. With which of these is that possible at all?", right, [(o, *w) for o, w in zip(wrong, words)], f"The weights of {right} are public; the others are offered as a service only.", need=need)
    right, wrong = pick(rng, CLOSED), some(rng, OPEN, 3)
    words = [("Overlooks published weights", "You rule out a model whose weights can be downloaded. Whether its licence suits you is another question."),
             ("Takes old for lost", "You rule out a model whose weights have been public since it appeared."), ("Takes large for closed", "You rule it out for its size. Size is a matter of hardware; its weights are public.")]
    return choice(rng, f"You want to {need}. With which of these is that impossible, because its weights are not published?", right, [(o, *w) for o, w in zip(wrong, words)], f"{right} is offered as a service only.", need=need)


PAIRS = [("Llama-2-7b", "Llama-2-7b-chat"), ("Llama-2-70b", "Llama-2-70b-chat"), ("gemma-7b", "gemma-7b-it"), ("gemma-2b", "gemma-2b-it"), ("falcon-7b", "falcon-7b-instruct"), ("falcon-40b", "falcon-40b-instruct"), ("Meta-Llama-3-8B", "Meta-Llama-3-8B-Instruct")]
PLACES = ["Norway", "Peru", "Kenya", "Nepal", "Cuba", "Ghana", "Laos", "Oman"]


def variant(rng):
    """Base or chat"""
    base, chat = pick(rng, PAIRS)
    place, other = some(rng, PLACES, 2)
    kind = int(rng.integers(4))
    situation, right = [
        (f"Asked \"What is the capital of {place}?\", it goes on: \"What is the capital of {other}? Choose the right answer from the list\"", base),
        (f"Asked \"What is the capital of {place}?\", it names the city, in a polite sentence, and offers more", chat),
        (f"It is to be trained further on raw reports from {place}, without questions and answers, and to keep continuing text evenly", base),
        (f"Tomorrow a help desk in {place} is to talk with it, with a system message, without any training of your own", chat),
    ][kind]
    wrong = [(chat if right == base else base, *BASE_CHAT), ("bert-base-uncased", *BERT_WRITES), ("t5-base", "Takes T5's task words for talk", "You choose a model that turns one text into another, for tasks it was trained on. It neither chats nor continues raw text as a decoder does.")]
    return choice(rng, f"{situation}. Which checkpoint fits?", right, wrong, f"The ending tells: -chat, -it and -instruct were tuned to answer; the bare name is the base model. Here: {right}.", kind=kind, base=base, chat=chat)


TABLES = [("BERT-base", 30522, 768), ("BERT-large", 30522, 1024), ("GPT-2", 50257, 768), ("GPT-2 XL", 50257, 1600), ("T5-base", 32128, 768), ("Llama 2 7B", 32000, 4096), ("Llama 2 13B", 32000, 5120), ("Llama 3 8B", 128256, 4096), ("Falcon-7B", 65024, 4544), ("Falcon-40B", 65024, 8192), ("Gemma 2B", 256000, 2048), ("Gemma 7B", 256000, 3072)]


def embedding(rng):
    """The size of the token table"""
    name, v, d = pick(rng, TABLES)
    bits = pick(rng, [4, 8, 16, 32])
    right = v * d * bits / 8 / 1e6
    wrong = [
        (v * d / 1e6 if bits > 8 else v * d * bits / 1e6, "Counts numbers, not bytes" if bits > 8 else "Counts bits, not bytes", "You mix up numbers, bits and bytes. Eight bits are a byte; a number may have less or more than one."),
        (v * bits / 8 / 1e6, "Forgets the width", "You count one number for each token. Each token has a vector as wide as the model."),
        (d * d * bits / 8 / 1e6, "Takes a square matrix for the token table", "You multiply the width with itself. The table has a row for each token of the vocabulary."),
        (v * d * bits / 4 / 1e6, "Counts the table twice", "You count an output table of its own as well. Asked is the one that turns tokens into vectors."),
    ]
    return number(f"{name} knows {v} tokens and has width {d}. How many MB ($10^6$ bytes) does its table of token vectors take with {bits} bits a number?", right, wrong, f"${v} \\cdot {d} \\cdot {bits} / 8$ bytes.", rtol=2e-3, unit="MB", v=v, d=d, bits=bits)


USES = {
    "BERT": (["sort {n} letters a day into {k} departments, on a plain processor", "mark all place names in {n} reports", "score {n} pairs of question and passage, nothing is written"],
             ("Takes an encoder for a writer", "You choose a model that gives labels and scores. Here text has to be written.")),
    "T5": (["fine-tune a small model that turns {n} English headlines into German ones, text to text", "train one small model for {k} tasks that each turn a text into another, with a task word in front", "shorten {n} reports with a small model that reads all of it to both sides before it writes"],
           ("Takes a text-to-text model for everything", "You choose two stacks. Either nothing is to be written here, or a conversation has to be carried on, for which this family was not made.")),
    "Llama 2 chat": (["hold a conversation with {n} users in your own cellar, weights in your hands", "let employees ask freely, {n} times a day, on a machine that leaves the building for nobody", "answer {n} open questions offline, with a system message"],
                     ("Reaches for the chat model", "You choose a model that talks, with billions of weights. The task at hand is done by a far smaller one, and better tuned to it.")),
}


def use(rng):
    """A typical use"""
    right = pick(rng, list(USES))
    n, k = int(rng.integers(3, 90)) * 100, int(rng.integers(3, 20))
    wrong = [(o, *USES[o][1]) for o in USES if o != right]
    wrong.append(("Claude 3 weights", *ALL_OPEN))
    return choice(rng, f"You want to {pick(rng, USES[right][0]).format(n=n, k=k)}. Which is the natural choice?", right, wrong, f"{right}: compare the last column of the lesson's table.", right_is=right)


TEMPLATES = [config, side, objective, access, variant, embedding, use]

EXPECTED = {  # the embedding of seed 1 is the lesson's worked example
    "config": {1: "T5", 2: "Gemma", 3: "Falcon"}, "side": {2: "BERT-large", 3: "BERT-large"}, "objective": {1: "guess each word from the words before it"}, "access": {1: "Gemma 7B", 2: "GPT-4"},
    "variant": {1: "gemma-2b-it", 2: "falcon-40b-instruct"}, "embedding": {1: "262.144 MB", 2: "524.288 MB"}, "use": {1: "T5", 2: "Llama 2 chat"},
}
