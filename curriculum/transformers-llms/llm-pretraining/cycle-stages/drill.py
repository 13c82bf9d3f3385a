"""Where an action, a data set or a loss belongs in the life of a language model, in which order, and what it costs."""

from gradus.drilling import choice, number, order

STAGES = {  # stage: words when it is chosen wrongly
    "pre-training on raw text": ("Expects raw text where examples are marked", "You choose the first and largest stage. Its examples are plain text whose next words are the targets; nobody writes answers for it, and it does not begin from a finished model."),
    "supervised fine-tuning": ("Takes every tuning for learning from given answers", "You choose the stage that shows questions with the answers to give, and moves all weights. Look at what changes here, and at what a single example holds."),
    "adapter tuning (as LoRA)": ("Looks for small added weights", "You choose the way that freezes the model and trains a few added numbers. Here nothing is frozen, or nothing is trained at all."),
    "tuning on preferences": ("Looks for a judgement between two answers", "You choose the stage whose examples say which of two answers is better. No such comparison decides the weights here."),
    "evaluation": ("Takes work on the model for measuring it", "You choose the step that measures and leaves all weights alone. Here the model itself becomes another, or is written anew for the machine."),
    "optimisation for serving": ("Takes it for making the model cheaper to run", "You choose the step that makes a finished model smaller or faster, so that it behaves as before. Here its behaviour is to change, or to be measured."),
}
LABELLED = ("Expects pre-training to use labelled answers", "You look for answers that somebody wrote. In the first stage the text is its own label: each next word is the target of the words before it.")
AT_THE_END = ("Places evaluation only at the end", "You measure once, when all is done. Whatever got worse on the way can then be traced to nothing. A measurement belongs behind each change, on cases that were set aside before.")
KNOWLEDGE = ("Uses preference tuning to add knowledge", "You hope that judgements between answers teach facts. They move the model among answers that it can already give; a fact that it never read is in none of them.")
TOPICS = ["maritime law", "bee diseases", "sewing patterns", "railway signals", "old maps", "chess openings", "soil tests", "hospital menus", "insurance claims", "violin repair"]

ACTIONS = {
    "pre-training on raw text": ["{b} billion words of crawled pages go through a network with random weights, each word predicted from those before it", "a new model reads {b} billion words in the order of a shuffled crawl; the learning rate first rises, then falls for {k} weeks", "weights start at random; {k} weeks later the model continues any text on {t}"],
    "supervised fine-tuning": ["all weights are trained on {n} questions on {t}, each with the answer that it should give", "{n} dialogues on {t} written by people are shown; only the assistant's words count in the loss, every weight may move", "experts write {n} model answers on {t}; the base model, unfrozen, learns to give such answers"],
    "adapter tuning (as LoRA)": ["the model is frozen; two narrow matrices beside each attention layer learn {n} answers on {t}", "{k} million added numbers are trained on {t}, the {b} billion others stay as they are", "a file of {k} million numbers on {t} is trained, to be loaded beside the unchanged model"],
    "tuning on preferences": ["for {n} prompts on {t} people chose the better of two answers; the model is moved towards such choices", "a reward is learned from {n} comparisons on {t}, then the model is trained to earn it without moving far", "the probability of the preferred answer is raised against that of the other one, for {n} pairs on {t}"],
    "evaluation": ["{n} questions on {t} that no training saw are answered, and the share of right ones is written down", "perplexity is computed on {n} held-out pages on {t}", "two versions answer {n} prompts on {t}; people who do not know which is which choose"],
    "optimisation for serving": ["the finished weights are rounded to {k} bits, so that answers on {t} fit a smaller machine", "a small model drafts {k} tokens at a time, and the large one checks them; answers on {t} stay the same", "keys and values of {n} sessions on {t} share their memory in pages; no weight changes"],
}
DATA = {
    "pre-training on raw text": ["`{{\"text\": \"The harbour of {c} froze over in 18{y}, and ...\"}}`, {b} billion such lines", "{b} billion words of books and pages, duplicates removed, nothing marked"],
    "supervised fine-tuning": ["`{{\"prompt\": \"Explain {t} to a child.\", \"answer\": \"...\"}}`, {n} lines, used to move all weights", "{n} pairs of an instruction on {t} and the answer that an expert wrote, for every weight of the model"],
    "tuning on preferences": ["`{{\"prompt\": \"...{t}...\", \"chosen\": \"...\", \"rejected\": \"...\"}}`, {n} lines", "{n} prompts on {t}, two answers each, and which of them a reader preferred"],
    "evaluation": ["{n} questions on {t} with their solutions, under lock, each with a string by which leaks can be found", "`{{\"question\": \"...{t}...\", \"solution\": \"...\", \"may_train\": false}}`, {n} lines"],
}


def pick(rng, values):
    return values[int(rng.integers(len(values)))]


def fill(rng, text):
    return text.format(b=int(rng.integers(3, 900)), k=int(rng.integers(3, 9)), n=int(rng.integers(3, 99)) * 100, t=pick(rng, TOPICS), c=pick(rng, ["Riga", "Gdansk", "Turku", "Bergen"]), y=int(rng.integers(10, 99)))


def clear(right, wrong):
    values = [right, *(w[0] for w in wrong)]
    return all(abs(a - b) > 0.01 * max(abs(a), abs(b)) for i, a in enumerate(values) for b in values[:i])


def named(rng, right, ask, why):
    others = [s for s in STAGES if s != right]
    keep = [others[int(i)] for i in rng.permutation(len(others))[:4]]
    raw = right == "pre-training on raw text"
    return choice(rng, ask, right, [(s, *(LABELLED if raw and s == "supervised fine-tuning" else STAGES[s])) for s in keep], why, right_is=right)


def action(rng):
    """The stage of an action"""
    right = pick(rng, list(ACTIONS))
    return named(rng, right, f"*{fill(rng, pick(rng, ACTIONS[right]))}.* Which stage is this?", f"It is {right}: ask which weights change, and what one example holds.")


def data(rng):
    """The stage of a data set"""
    right = pick(rng, list(DATA))
    return named(rng, right, f"{fill(rng, pick(rng, DATA[right]))}. For which stage are these data?", f"They are for {right}: ask what a single line holds.")


LOSSES = {
    "pre-training on raw text": ["the mean of $-\\log p$ of every word of {n} raw pages, given the words before it", "cross-entropy over all {n} thousand positions of a batch of crawled text"],
    "supervised fine-tuning": ["the mean of $-\\log p$ of the answer's words, given question and answer so far; the gradient reaches all weights of the model ({n} questions)", "cross-entropy in which the {k} words of each question are masked out, minimised over all weights"],
    "tuning on preferences": ["$-\\log\\sigma(\\beta(\\Delta_w - \\Delta_l))$, with the log-ratios to a frozen model of the better and the worse answer, for {n} pairs", "minus a learned reward plus a multiple of the divergence from the start model, over {n} sampled answers"],
    "evaluation": ["the share of {n} set-aside questions whose answer is wrong; no gradient is taken of it", "perplexity over {n} set-aside pages, without any update"],
}


def loss(rng):
    """The stage of a loss"""
    right = pick(rng, list(LOSSES))
    return named(rng, right, f"The number on the screen is {fill(rng, pick(rng, LOSSES[right]))}. Which stage is this?", f"It is {right}.")


def plan(rng):
    """The order of a project"""
    topic, n = pick(rng, TOPICS), int(rng.integers(2, 30)) * 50
    tasks = {
        "cases": f"Set aside {n} questions on {topic}", "base": f"Measure the bare model on the {n} questions", "tune": f"Fine-tune it on answers about {topic}",
        "mid": "Measure the fine-tuned model on the same questions", "prefer": "Tune the result on preferred answers", "late": "Measure the preference-tuned model on the same questions",
        "small": "Round its weights to 4 bits", "last": "Measure the rounded model on the same questions",
    }
    drop = pick(rng, [(), ("base",), ("prefer", "late"), ("small", "last")])
    ids = [i for i in tasks if i not in drop]
    at = {i: k for k, i in enumerate(ids)}

    def to_end(moving):
        return [k for k in range(len(ids)) if ids[k] not in moving] + [at[m] for m in moving]

    measures = [i for i in ids if i in ("base", "mid", "late", "last")]
    late_cases = [k for k in range(len(ids)) if k != at["cases"]]
    late_cases.insert(late_cases.index(at["tune"]) + 1, at["cases"])
    changes = [i for i in ids if i in ("prefer", "small")]
    early = [k for k in range(len(ids)) if k != at[changes[0]]]
    early.insert(early.index(at["tune"]), at[changes[0]])

    def blame(done):
        place = {i: k for k, i in enumerate(done)}
        if place[at["cases"]] > place[at["tune"]]:
            return 1
        if place[at[changes[0]]] < place[at["tune"]]:
            return 2
        return 0 if max(place[at[i]] for i in ids if i in ("tune", "prefer", "small")) < min(place[at[i]] for i in measures) else None

    return order(rng, f"A pre-trained model is to answer questions on {topic}. Order the tasks: each change is measured, before the next one, on questions that were set aside before the first.", [tasks[i] for i in ids],
                 [(to_end(measures), *AT_THE_END), (late_cases, "Sets the test questions aside after tuning", "You set the questions aside when the model has been tuned already. They may then be in its training, and there is nothing from before to compare with."),
                  (early, "Changes the model before it has been taught", "You tune on preferences or round the weights before the model was shown answers. Both work on what the model can do by then.")],
                 "Set aside, measure, change, measure again: " + "; ".join(tasks[i] for i in ids) + ".", valid=lambda done: list(done) == sorted(done), blame=blame, steps=ids)


NEEDS = {
    "continue with raw text on it": ["a model has never read a line on {t}; there are {b} million words of reports, nothing marked", "facts on {t} from the last {k} years are missing in the model; {b} million words of it are at hand"],
    "fine-tune on worked answers": ["the model knows {t}, but answers a question with more questions; {n} good answers are at hand", "it is to fill a form on {t} from each letter, and {n} letters with their forms exist"],
    "tune on preferred answers": ["of two answers on {t} users like the shorter one, nobody can say how short; {n} such choices are at hand", "tone and caution on {t} are to become better; readers chose {n} times between two answers"],
    "measure it on set-aside cases": ["nobody knows whether the new version is better on {t} than the old one; {n} marked cases exist", "somebody says that since Monday answers on {t} are worse; {n} marked cases were set aside"],
}
CHOSEN = {
    "continue with raw text on it": ("Reads more text where behaviour is wanted", "You let it read on. It then knows more and behaves as before; how to answer, or how good it is, does not come from that."),
    "fine-tune on worked answers": ("Answers every need with worked answers", "You show answers. That teaches a form of answering from examples at hand; look at what is at hand here, and at what is missing."),
    "tune on preferred answers": ("Looks for choices that nobody made", "You tune on judgements between two answers. They move tone and style among answers that the model can give already; here something else is at hand."),
    "measure it on set-aside cases": ("Measures where the fault is known", "You measure once more. What is missing has been said already; now something has to change."),
}


def need(rng):
    """Which stage meets a need"""
    right = pick(rng, list(NEEDS))
    return choice(rng, f"*{fill(rng, pick(rng, NEEDS[right]))}.* What comes first?", right, [(o, *(KNOWLEDGE if o.startswith("tune on p") and right.startswith("continue") else CHOSEN[o])) for o in NEEDS if o != right], f"What is at hand and what is missing decide: {right}.", right_is=right)


def targets(rng):
    """How many tokens count in the loss"""
    while True:
        q, a, t = int(rng.integers(20, 400)), int(rng.integers(20, 600)), int(rng.integers(3, 60)) * 10
        raw = bool(rng.random() < 0.5)
        right = (q + a - 1) * t if raw else a * t
        wrong = [
            (a * t, *LABELLED) if raw else ((q + a - 1) * t, "Trains on the questions too", "You count the question's tokens. They are given, not to be learned; only what the assistant says is a target."),
            ((q + a) * t if raw else q * t, "Counts the first token as a target" if raw else "Counts what is masked", "You count a token for which there is no prediction, or none that matters. Ask of each token: from what was it predicted, and does the model have to learn to say it?"),
            (t, "Counts texts instead of tokens", "You count one target for each text. The loss has a term for each predicted token."),
        ]
        if clear(right, wrong):
            break
    what = "as raw text in pre-training, each text alone and without added marks" if raw else "in supervised fine-tuning with the question masked"
    return number(f"{t} texts have a first part of {q} tokens (a question) and a second of {a} tokens (its answer). They are used {what}. How many tokens are targets of the loss?", right, wrong,
                  f"{'Every token but the first of each text' if raw else 'The tokens of the answers'}: ${right}$.", rtol=0, atol=0.1, q=q, a=a, t=t, raw=raw)


def compute(rng):
    """The days of a pre-training"""
    while True:
        n, d = pick(rng, [0.5, 1, 1.5, 3, 7, 13, 30, 70]), int(rng.integers(2, 40)) * 50
        gpus, tera, use = pick(rng, [64, 128, 256, 512, 1024, 2048]), pick(rng, [300, 400, 900, 1000]), pick(rng, [0.3, 0.35, 0.4, 0.45, 0.5])
        day = 86400
        right = 6 * n * 1e9 * d * 1e9 / (gpus * tera * 1e12 * use) / day
        wrong = [
            (right / 3, "Counts the forward pass alone", "You take two operations a weight and token. The backward pass costs twice as much again: six in all."),
            (right * use, "Believes in full use of the hardware", "You let every accelerator work at its peak. Memory and network keep it waiting for more than half of the time."),
            (right * 24, "Gives hours for days", "You give hours. A day has 86,400 seconds."),
            (right * gpus, "Forgets that accelerators work side by side", "You give the time of a single accelerator. They share the batch."),
        ]
        if 0.05 < right < 2000 and clear(right, wrong):
            break
    return number(f"A model with {n} billion weights is pre-trained on {d} billion tokens, by {gpus} accelerators with a peak of {tera} teraflop/s each, used to {use * 100:.0f} %. How many days does it take, by the rule of 6 operations for each weight and token?", right, wrong,
                  f"$6 \\cdot {n}\\cdot 10^9 \\cdot {d}\\cdot 10^9$ operations at ${gpus} \\cdot {tera}\\cdot 10^{{12}} \\cdot {use}$ a second.", rtol=0.005, unit="days", n=n, d=d, gpus=gpus, tera=tera, use=use)


TEMPLATES = [action, data, loss, plan, need, targets, compute]

EXPECTED = {  # targets 1 and compute 2 are the lesson's worked example
    "action": {1: "adapter tuning (as LoRA)", 2: "optimisation for serving"}, "data": {1: "supervised fine-tuning", 2: "evaluation"}, "loss": {1: "supervised fine-tuning", 2: "evaluation"},
    "plan": {1: "2 3 5 6 4 1"}, "need": {1: "3", 2: "1"}, "targets": {1: "50460"}, "compute": {2: "111.898 days"},
}
