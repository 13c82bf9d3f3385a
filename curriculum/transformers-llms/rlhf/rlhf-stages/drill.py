"""Preference collection, reward model, policy tuning: their order, their arithmetic, and what goes wrong."""

from math import exp, log

from gradus.drilling import choice, number, order

LIVE = ("Thinks raters score every training step live",
        "You let people judge while the policy is trained. It would take them years: their comparisons are collected before, a reward model learns from them, and that model scores the samples of the training.")
RISING = ("Reads rising reward as rising quality",
          "You take the curve of the reward for the quality. It is what a model thinks of the answers, and the policy is trained to please that model. Where the two part, only people can tell.")
FASTER = ("Believes the KL term speeds up learning",
          "You take the divergence term for a help. It is a price on every step away from the start model; it slows the policy down, so that it stays where the reward model has seen answers.")
TOPICS = ["travel advice", "summaries of letters", "recipes", "homework help", "customer mail", "code review", "weather reports", "garden plans", "film descriptions", "tax questions"]


def pick(rng, values):
    return values[int(rng.integers(len(values)))]


def clear(right, wrong):
    values = [right, *(w[0] for w in wrong)]
    return all(abs(a - b) > 0.012 * max(abs(a), abs(b)) for i, a in enumerate(values) for b in values[:i])


def stages(rng):
    """The order of the work"""
    topic, n = pick(rng, TOPICS), int(rng.integers(2, 40)) * 500
    tasks = {
        "sft": f"Fine-tune a model on written answers ({topic})", "sample": "Let the fine-tuned model write several answers to each prompt", "compare": f"Have people choose the better of two answers, {n} times",
        "reward": "Train a reward model on the choices", "check": "Test the reward model on choices that were set aside", "policy": "Tune the policy against the reward model, tied to the fine-tuned model",
        "judge": "Have people compare answers of the tuned policy with those of the fine-tuned model",
    }
    drop = pick(rng, [None, "check", "sample", "judge", "sft"])
    ids = [i for i in tasks if i != drop]
    at = {i: k for k, i in enumerate(ids)}

    def behind(a, b):
        moved = [k for k in range(len(ids)) if k != at[a]]
        moved.insert(moved.index(at[b]) + 1, at[a])
        return moved

    pairs = [("compare", "policy"), ("compare", "reward"), ("reward", "policy")]
    wrong = [(behind("compare", "policy"), *LIVE),
             (behind("compare", "reward"), "Trains the reward model before there are choices", "You train the reward model on nothing. Its only examples are the choices that people made between two answers."),
             (behind("reward", "policy"), "Tunes the policy before anything can score it", "You tune the policy before there is a reward. People are too slow to score its samples; the learned scorer has to be there first.")]

    def blame(done):
        place = {i: k for k, i in enumerate(done)}
        return next((k for k, (a, b) in enumerate(pairs) if place[at[a]] > place[at[b]]), None)

    return order(rng, f"A model for {topic} is to be tuned by human feedback. Put the work into its order.", [tasks[i] for i in ids], wrong, "In order: " + "; ".join(tasks[i] for i in ids) + ".",
                 valid=lambda done: list(done) == sorted(done), blame=blame, steps=ids)


CAUSES = {
    "the policy exploits an error of the reward model": (
        ["reward rises from {a} to {b}, people's preference falls from {p} to {q} %, and every answer ends with the same praise of the question", "the reward model gives {b} to answers that repeat one polite sentence {k} times; people find them absurd",
         "after step {s} the reward still climbs, to {b}; readers prefer the version of step {h}, and answers look alike"],
        ("Suspects an exploited scorer", "You suspect that the policy found a weak spot of the scorer. Then the reward would climb while people turn away; check both in what you read.")),
    "the penalty on leaving the start model is too weak": (
        ["the divergence from the start model is {k}0 nats and growing, the language breaks into scraps, and the weight of the penalty had been set to 0.000{k}", "with a penalty weight near 0, at step {s} the policy writes words that no text contains; its divergence is {k}0 nats",
         "the weight of the divergence was cut to a hundredth; since then, at {k}0 nats, sentences fall apart"],
        ("Suspects a missing leash", "You suspect that nothing ties the policy to its start. Then the divergence would be large and the language would suffer; look for its value.")),
    "the penalty on leaving the start model is too strong": (
        ["after {s} steps reward and answers are as at the start, and the divergence stays at 0.0{k} nats; its weight is {k}", "the policy cannot be told from the start model after {s} steps; the divergence is 0.0{k}, the weight of its penalty {k}",
         "reward goes from {a} to {a}.1 in {s} steps; each sample pays {k} times its divergence, which stays near 0"],
        ("Suspects too short a leash", "You suspect that the policy may not move. Then reward and divergence would stay where they were; compare the numbers.")),
    "the raters preferred one outward trait": (
        ["in the choices themselves, before any training, the longer answer won {p} times in 100; the tuned policy writes {k} times as much", "raters chose the answer with a list in {p} % of the pairs, whatever it said; now everything is a list",
         "in {p} % of the pairs people had taken the answer that sounded surer, right or wrong; the policy no longer says that it does not know"],
        ("Suspects the raters", "You suspect the people who chose. Then the trait would show in their choices already, before any model learned from them.")),
    "the raters did not understand the instruction alike": (
        ["two raters agree on {q} % of the pairs, hardly more than by chance; the reward model reaches {q} % on set-aside choices", "the same pair, shown to a second rater, gets the opposite answer in {q} of 100 cases; no reward model gets beyond 5{k} %",
         "half of the raters took *helpful* for short, the other half for complete; their agreement is {q} %"],
        ("Suspects disagreement among raters", "You suspect that people meant different things. Then they would disagree with one another, and no model could learn their choices; see whether that is told.")),
}


def symptom(rng):
    """The cause behind a symptom"""
    names = list(CAUSES)
    right = pick(rng, names)
    a, k, s = int(rng.integers(1, 3)), int(rng.integers(2, 9)), int(rng.integers(4, 40)) * 100
    text = pick(rng, CAUSES[right][0]).format(a=a, b=a + int(rng.integers(3, 9)), k=k, s=s, h=s // 2, p=int(rng.integers(71, 90)), q=int(rng.integers(50, 56)))
    others = [names[int(i)] for i in rng.permutation(len(names)) if names[int(i)] != right]
    return choice(rng, f"*{text[0].upper() + text[1:]}.* What is the likeliest cause?", right, [(o, *CAUSES[o][1]) for o in others], f"It is this: {right}.", symptom=text)


def curve(rng):
    """What a rising reward says"""
    a, s = round(float(rng.uniform(0.2, 1.5)), 1), int(rng.integers(3, 30)) * 200
    b, first = round(a + float(rng.uniform(1.5, 4.0)), 1), int(rng.integers(58, 70))
    last = int(rng.integers(34, 47))
    long = bool(rng.random() < 0.5)
    right = f"The policy of step {s // 2} is the better one; " + ("what was earned after it comes from a weakness of the reward model." if long else "the scorer erred.")
    wrong = [
        (f"The policy of step {s} is the better one, since its reward is higher by {b - a:.1f}.", *RISING),
        ("A larger weight on the divergence would have let the policy learn faster to that point.", *FASTER),
        ("People must have been scoring carelessly during the last steps of this training run.", *LIVE),
    ]
    return choice(rng, f"From step {s // 2} to step {s} the mean reward of the samples rises from {a} to {b}. Against the start model, people prefer the policy of step {s // 2} in {first} % of cases, that of step {s} in {last} %. What follows?", right, wrong,
                  "The reward is a model of people's choices. Where people themselves say otherwise, the model is wrong there.", half=s // 2, long=long)


def chance(rng):
    """The chance that one answer is chosen"""
    while True:
        x, y = round(float(rng.uniform(-1.5, 3)), 1), round(float(rng.uniform(-1.5, 3)), 1)
        right = 100 / (1 + exp(y - x))
        wrong = [
            (100 - right, "Exchanges the two answers", "You give the chance of the other answer. The one with the higher score is chosen more often."),
            (100 * exp(x) / (1 + exp(x)), "Uses one score alone", "You put one score through the logistic function. Only the difference of the two scores matters: both may be shifted alike."),
            (50 + 50 * (x - y) / (abs(x) + abs(y)) if abs(x) + abs(y) else 0.0, "Takes scores for shares", "You divide scores by their sum. Scores have no zero of their own and may be negative; the difference goes into the logistic function."),
            (100 * exp(x - y), "Gives the odds", "You give the odds, the ratio of the two chances. A chance is the odds divided by one plus the odds."),
        ]
        if abs(x - y) > 0.25 and x and clear(right, wrong):
            break
    return number(f"A reward model gives answer A {x} and answer B {y}. With what chance, in per cent, does it expect a person to choose A (Bradley and Terry)?", right, wrong, f"$100 / (1 + e^{{-({x} - ({y}))}})$.", rtol=0.005, unit="%", x=x, y=y)


def pair_loss(rng):
    """The loss of a reward model on one pair"""
    while True:
        w, v = round(float(rng.uniform(-2, 3)), 1), round(float(rng.uniform(-2, 3)), 1)
        right = log(1 + exp(v - w))
        wrong = [
            (log(1 + exp(w - v)), "Takes the rejected answer for the chosen one", "You have the scores in each other's places. The loss is small when the chosen answer has the higher score."),
            (1 / (1 + exp(v - w)), "Gives the chance instead of its loss", "You stop at the chance of the observed choice. The loss is minus its natural logarithm."),
            (v - w, "Takes the difference itself for the loss", "You give the difference of the scores. It has no bottom: a model could lower it forever by making one pair extreme."),
            (log(1 + exp(v - w)) / log(2), "Uses the logarithm to base 2", "You count in bits. The usual loss is in natural units."),
        ]
        if abs(w - v) > 0.25 and clear(right, wrong):
            break
    return number(f"A person chose answer A over B. The reward model gives A {w} and B {v}. What is its loss on this pair, $-\\ln\\sigma(r_A - r_B)$?", right, wrong, f"$\\ln(1 + e^{{{v} - ({w})}})$.", rtol=0.005, chosen=w, rejected=v)


def shaped(rng):
    """The reward after the penalty"""
    while True:
        r, beta = round(float(rng.uniform(0.5, 5)), 1), pick(rng, [0.02, 0.05, 0.1, 0.2, 0.3])
        new, old = -round(float(rng.uniform(10, 60)), 1), -round(float(rng.uniform(10, 60)), 1)
        right = r - beta * (new - old)
        wrong = [
            (r + beta * (new - old), *FASTER),
            (r, "Leaves the penalty out", "You give the reward model's score alone. Straying from the start model has its price."),
            (r - (new - old), "Forgets the weight of the penalty", "You take the whole log-ratio. It is multiplied with its weight first."),
            (r - beta * new, "Penalises unlikely texts as such", "You charge the policy's own log-probability. The price is on the difference to the start model: what that model finds likely too costs nothing."),
        ]
        if abs(new - old) > 3 and abs(right) > 0.05 and clear(right, wrong):
            break
    return number(f"A sampled answer gets the score {r} from the reward model. Its log-probability is {new} under the policy and {old} under the start model; the penalty has weight $\\beta = {beta}$. Which reward is the policy trained on for this sample?", right, wrong,
                  f"${r} - {beta}\\,({new} - ({old}))$.", rtol=0.005, score=r, beta=beta, new=new, old=old)


def judgements(rng):
    """Who judges how often"""
    while True:
        prompts, k, steps, batch = int(rng.integers(2, 40)) * 100, int(rng.integers(4, 10)), int(rng.integers(2, 40)) * 50, pick(rng, [32, 64, 128, 256])
        people = bool(rng.random() < 0.5)
        pairs, samples = prompts * k * (k - 1) // 2, steps * batch
        if people:
            right, wrong = pairs, [(pairs + samples, *LIVE), (prompts * k, "Counts answers for pairs", "You count the answers. A ranking says for every two of them which is better."),
                                   (prompts * (k - 1), "Compares neighbours only", "You count the neighbours in the ranking. It also orders those that stand further apart."), (prompts * k * k, "Counts each pair twice", "You let each answer meet each, itself included, in both orders. Two answers make one pair.")]
        else:
            right, wrong = samples, [(pairs, "Counts pairs for samples", "You count the pairs of the rankings. They trained the scorer; while the policy is tuned it scores what the policy writes."), (samples + pairs, "Counts the choices of people again", "You add what people chose before. The question is about the scores while the policy is tuned."), (steps, "Counts steps for samples", "You count the steps. Each of them draws a batch of answers."),
                                     (samples * 2, "Lets every sample meet a second one", "You count two scores for a sample. The reward model scores a single answer; pairs were needed only to train it.")]
        if clear(right, wrong):
            break
    ask = "How many pairs (one better, one worse) does that give the reward model to learn from, in all?" if people else "How many answers does the reward model score while the policy is tuned?"
    return number(f"For each of {prompts} prompts people rank {k} answers without ties. A reward model learns from every pair of these. Then the policy is tuned for {steps} steps, each with {batch} fresh answers. {ask}", right, wrong,
                  f"${prompts} \\cdot {k} \\cdot {k - 1} / 2$" if people else f"${steps} \\cdot {batch}$", rtol=0, atol=0.1, prompts=prompts, k=k, steps=steps, batch=batch, people=people)


TEMPLATES = [stages, symptom, curve, chance, pair_loss, shaped, judgements]

EXPECTED = {  # the numbers of seed 1 are the lesson's worked example
    "stages": {1: "2 3 5 6 4 1", 2: "2 5 1 7 3 6 4"}, "symptom": {1: "the penalty on leaving the start model is too strong"}, "curve": {1: "3", 2: "1"},
    "chance": {1: "11.92 %"}, "pair_loss": {1: "2.3051"}, "shaped": {1: "-5.24", 2: "2.422"}, "judgements": {1: "39900", 2: "19200"},
}
