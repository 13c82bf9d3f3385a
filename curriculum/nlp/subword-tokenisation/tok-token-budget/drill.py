"""Tokens of texts, and what they take of a window and a purse."""

import math

from gradus.drilling import choice, number

WORDS = ("Counts words as tokens", "You take every word for one token. Words fall into parts; the ratio says into how many on average.")
FRAME = ("Forgets template tokens", "You count the texts of the messages alone. Each message is framed by template tokens, and the model reads these too.")
SPECIAL = ("Forgets special tokens", "You leave out the tokens that mark start and end. They stand in the window like any other.")
EQUAL = ("Assumes equal cost across languages", "You take the ratio of English for the other language. A tokenizer trained on English cuts other scripts into more parts.")
CHARACTERS = ("Counts characters as tokens", "You count characters. Without merges each byte is a token, and characters beyond the English ones have several bytes.")
PIECES = ["naïve", "café", "Zoë", "straße", "東京", "你好", "привет", "мир", "γειά", "ok", "hello", "data", "no", "🙂", "👍", "नमस्ते", "ไทย", "über", "año", "run", "to"]


def pick(rng, values):
    return values[int(rng.integers(len(values)))]


def asked(rng, draw, atol=0.4):
    """Draw until right and wrong answers can all be told apart."""
    while True:
        ask, right, wrong, why, given = draw()
        values = [right, *(w[0] for w in wrong)]
        if all(abs(a - b) > 0.9 for i, a in enumerate(values) for b in values[:i]):
            return number(ask, right, wrong, why, rtol=0.0, atol=atol, **given)


def words_to_tokens(rng):
    """Words to tokens"""
    def draw():
        words, tenths = int(rng.integers(3, 60)) * 100, pick(rng, [12, 13, 14, 15, 18, 22])
        r = tenths / 10
        wrong = [(words, *WORDS), (words / r, "Divides instead of multiplying", "You divide by the ratio. It says how many tokens a word has, more than one, so there are more tokens than words."),
                 (words * 4, "Counts characters", "You count letters: about four to a word. A token holds several of them.")]
        return f"A tokenizer spends {r} tokens on a word of your texts, on average. How many tokens has a text of {words} words?", words * r, wrong, f"${words} \\cdot {r}$.", {"words": words, "tenths": tenths}
    return asked(rng, draw)


def bytes_of_a_text(rng):
    """Bytes of a text"""
    def draw():
        text = " ".join(pick(rng, PIECES) for _ in range(3))
        n = len(text.encode())
        wrong = [(len(text), *CHARACTERS), (3, *WORDS), (n - 2, "Leaves the blanks out", "You count the words' bytes alone. A blank is a byte, and a token like any other."), (2 * len(text), "Counts two bytes a character", "You give every character two bytes. In UTF-8 it is one for English letters and two, three or four for others.")]
        return f"How many tokens has `{text}` in a byte-level tokenizer without merges?", n, wrong, "Bytes, character by character: " + ", ".join(f"{'blank' if c == ' ' else c} {len(c.encode())}" for c in text) + ".", {"text": text}
    return asked(rng, draw)


MERGED = [["t h", "th e", "i n", "in g"], ["l o", "lo w", "e r", "n e"], ["a n", "an d", "h a", "s t"], ["o n", "i on", "t ion", "a t"]]


def replay(text, merges):
    """The parts of a text after all merges, and how many merges were made."""
    parts = list(text)
    for merge in merges:
        left, right = merge.split()
        out = []
        for p in parts:
            out[-1:] = [left + right] if out and (out[-1], p) == (left, right) else [*out[-1:], p]
        parts = out
    return parts


def tokens_after_merges(rng):
    """Tokens after merges"""
    k = int(rng.integers(len(MERGED)))
    merges = MERGED[k]
    stock = [["the", "thing", "in", "bathe", "king", "anthem", "sing", "hinge", "tin", "then"], ["low", "lower", "never", "slow", "newer", "lone", "flower", "nerve", "allow", "error"],
             ["and", "hand", "stand", "has", "last", "band", "than", "haste", "anthem", "sandal"], ["on", "nation", "station", "lion", "at", "ration", "onion", "tone", "cat", "action"]][k]

    def draw():
        text = " ".join(pick(rng, stock) for _ in range(3))
        parts = replay(text, merges)
        wrong = [(3, *WORDS), (len(text), "Ignores the merges", "You count the letters. Every merge joins two neighbouring parts to one token, at all its places."),
                 (len(parts) - 2, "Leaves the blanks out", "You count the words' parts alone. No merge takes up a blank here, so each is a token of its own."),
                 (len(text) - len(merges), "Counts every merge once", "You take off one token for each rule. A rule is applied at all its places, and at none if its parts never meet.")]
        rules = ", ".join("`" + m.replace(" ", "`+`") + "`" for m in merges)
        return f"A tokenizer has the merges {rules}, in this order. How many tokens has `{text}`?", len(parts), wrong, "Parts: " + " | ".join("blank" if p == " " else p for p in parts) + ".", {"text": text, "merges": merges}
    return asked(rng, draw)


def left_in_the_window(rng):
    """What is left of a window"""
    def draw():
        window, frame = pick(rng, [2048, 4096, 8192, 16384]), pick(rng, [3, 4, 5, 7])
        system, question, answer = (int(rng.integers(a, b)) for a, b in ((50, 400), (20, 150), (200, 900)))
        right = window - 1 - (system + frame) - (question + frame) - (answer + frame)
        wrong = [(right + 3 * frame, *FRAME), (right + 1, *SPECIAL), (right + answer + frame, "Forgets the answer", "You fill the window before the model has written a word. The answer stands in the same window."),
                 (right + 2 * frame, "Frames one message only", "You count the template once. Every message has its own, that of the answer too."),
                 (right + system + frame, "Forgets the system prompt", "You leave the system prompt out. Users do not see it; the model reads it every time.")]
        ask = (f"A window has {window} tokens. One start token stands before everything, and each message costs {frame} template tokens besides its text. The system prompt has {system} tokens, the question {question}, "
               f"and {answer} are reserved for the text of the answer, which is a message too. How many tokens are left for documents inside the question's message?")
        return ask, right, wrong, f"${window} - 1 - ({system} + {frame}) - ({question} + {frame}) - ({answer} + {frame})$.", {"window": window, "frame": frame, "system": system, "question": question, "answer": answer}
    return asked(rng, draw)


def lost_by_truncation(rng):
    """What truncation loses"""
    def draw():
        limit, tenths, words = pick(rng, [128, 256, 384, 512]), pick(rng, [12, 13, 14, 15, 16]), int(rng.integers(50, 120)) * 10
        tokens = words * tenths // 10
        lost = tokens - (limit - 2)
        wrong = [(tokens - limit, *SPECIAL), (words - limit, *WORDS), (tokens - limit - 2, "Adds special tokens to the room", "You treat the two marks as extra room. They take places that the text could have had."), (words - (limit - 2), "Counts words, with special tokens", "You compare words with a limit in tokens. Turn the words into tokens first.")]
        return f"An embedding model reads {limit} tokens at most, a start and an end token among them, and cuts the rest off. A text has {words} words with exactly {tenths / 10} tokens a word. How many tokens of the text are lost?", lost, wrong, f"The text has {tokens} tokens, and room is for ${limit} - 2$.", {"limit": limit, "tenths": tenths, "words": words}
    return asked(rng, draw)


def chunks(rng):
    """Chunks with overlap"""
    def draw():
        c, o = pick(rng, [200, 256, 300, 400, 512]), pick(rng, [20, 32, 50, 64, 100])
        n = int(rng.integers(30, 150)) * 100
        right = 1 + math.ceil((n - c) / (c - o))
        wrong = [(math.ceil(n / c), "Forgets the overlap", "You lay the chunks end to end. What overlaps is read twice, so each further chunk brings less that is new."),
                 (math.ceil(n / (c - o)) + 1, "Counts one chunk too many", "You give the first chunk an overlap too, and then add one more. It has nothing before it: it covers its whole length."),
                 (math.ceil((n - c) / (c - o)), "Forgets the first chunk", "You count the chunks after the first. The first one covers its whole length, and the rest is shared among the others."),
                 (math.ceil(n / (c + o)), "Lets chunks grow by the overlap", "You add the overlap to the size. Overlapping means that a chunk begins inside the one before it.")]
        return f"A text of {n} tokens is cut into chunks of {c} tokens that overlap by {o}. How many chunks are there, a shorter one at the end included?", right, wrong, f"$1 + \\lceil ({n} - {c})/({c} - {o}) \\rceil$.", {"n": n, "c": c, "o": o}
    return asked(rng, draw)


def price(rng):
    """The price in another language"""
    def draw():
        texts, chars = int(rng.integers(2, 30)) * 1000, int(rng.integers(4, 20)) * 100
        english, other, language, dollars = pick(rng, [4.0, 4.5, 5.0]), *pick(rng, [(2.0, "Russian"), (1.0, "Thai"), (0.8, "Hindi"), (1.25, "Japanese"), (2.5, "Turkish")]), pick(rng, [2, 3, 5, 8])
        pay = lambda ratio: texts * chars / ratio * dollars / 1e6
        wrong = [(pay(english), *EQUAL), (pay(1 / other) if other != 1 else pay(0.5), "Multiplies characters by the ratio", "You multiply where the ratio divides. It says how many characters share one token."),
                 (pay(other) / texts * 1000, "Prices a thousand texts", "You count a thousand texts whatever their number. All of them are sent."), (pay(other) * 1.3, "Adds tokens for words", "You take the English surcharge for words on top. The ratio given counts characters and holds everything already.")]
        ask = f"A model costs {dollars} dollars per million tokens. Its tokenizer puts {english} characters into a token of English and {other} into a token of {language}. You send {texts} {language} texts of {chars} characters each. What do they cost, in dollars, to 0.4?"
        return ask, pay(other), wrong, f"${texts} \\cdot {chars} / {other}$ tokens, times {dollars} dollars per million.", {"texts": texts, "chars": chars, "other": other, "dollars": dollars}
    return asked(rng, draw)


SAMPLES = ["good day", "bonjour", "grüß dich", "добрый день", "γειά σου", "こんにちは", "你好吗", "안녕하세요", "नमस्ते", "สวัสดี", "🙂🙂🙂", "¡qué tal!", "hello there friend", "dzień dobry", "שלום לך", "مرحبا بك"]


def costs_most(rng):
    """Which text costs most"""
    while True:
        options = [SAMPLES[int(i)] for i in rng.permutation(len(SAMPLES))[:4]]
        sizes = [len(o.encode()) for o in options]
        if len(set(sizes)) == 4 and len(set(map(len, options))) == 4:
            break
    best = max(options, key=lambda o: len(o.encode()))
    others = sorted((o for o in options if o != best), key=len, reverse=True)
    names = [("Takes the longest text that is left", "You go by the number of characters. Without merges the bytes decide, and one character may have four of them."), (EQUAL[0], "You take every script for equally dear. An English letter is one byte, most Asian characters three, an emoji four."),
             ("Takes the shortest text", "You choose a text of few characters that are dear, but there are too few of them. Multiply and compare.")]
    return choice(rng, "Which of these texts has the most tokens in a byte-level tokenizer without merges?", best, [(o, n, w) for o, (n, w) in zip(others, names)],
                  ", ".join(f"{o}: {len(o.encode())} bytes" for o in options) + ".", options=options)


TEMPLATES = [words_to_tokens, bytes_of_a_text, tokens_after_merges, left_in_the_window, lost_by_truncation, chunks, price, costs_most]

EXPECTED = {  # worked by hand from the rules of the lesson
    "words_to_tokens": {2: "6500"},
    "bytes_of_a_text": {1: "27", 2: "17"},
    "tokens_after_merges": {1: "8"},
    "left_in_the_window": {1: "3399"},
    "lost_by_truncation": {2: "231"},
    "chunks": {1: "48"},
    "price": {1: "14.4"},
    "costs_most": {1: "2"},
}
