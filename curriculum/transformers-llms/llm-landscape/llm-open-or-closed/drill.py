"""Open weights or a hosted closed model: the deciding constraint, the sums, licences and duties."""

from math import ceil

from gradus.drilling import choice, number

ANY_USE = ("Takes open weights for open source with any use allowed",
           "You take a download for a permission. Weights come with terms: some forbid commercial use, some large companies, some training other models on the answers.")
NO_SERVING = ("Forgets serving cost",
              "You let weights of one's own cost nothing. The machines run day and night, whether anybody asks or not, and somebody has to look after them.")
NO_DUTIES = ("Believes hosted means no data duties",
             "You hand the duty over with the data. Who decides why and how personal data are used remains responsible; the host works on his behalf.")
TASKS = ["sorting complaints", "drafting letters", "summing up files", "answering questions on contracts", "tagging reports", "checking forms", "reading invoices", "translating manuals"]
RULES = {  # decision with its reason: facts that decide, words when chosen wrongly
    "open weights, because of privacy": (
        ["the contract with the clinics says that no text leaves the house", "the network has no line to the outside, by order of the ministry", "by agreement with the works council all texts stay on machines in the cellar"],
        ("Decides by privacy", "You let privacy decide. Then a rule would have to forbid that texts leave the house; look whether one does.")),
    "open weights, because the weights must be one's own": (
        ["the inspector demands that exactly this version answers for nine years", "the plan is to change the attention layers themselves, which no host offers", "half of the layers are to be removed for a handheld device"],
        ("Decides by owning the weights", "You let the hold on the weights decide. Then something would have to be done with them, or kept, that no host offers.")),
    "a hosted model, because of the licence": (
        ["the only downloadable weights that read the language may not be used commercially, and the product is sold", "the terms of the only suitable weights forbid companies of this size", "the weights that would do are free for research only; this is a shop"],
        ("Decides by the licence", "You let the terms of the weights decide. Here they allow the use; a licence is an obstacle only where it forbids something planned.")),
    "a hosted model, because of quality": (
        ["the task counts as done from 90 % on; the best downloadable weights reach 78 % after tuning, a hosted model 93 %", "tuned weights of every size that fits the machines miss the target by far, a hosted model meets it", "on 600 own cases only a hosted model stays below the allowed errors"],
        ("Decides by quality", "You let quality decide. It does so only where one side misses the target; here both meet it.")),
    "a hosted model, because nobody can run machines": (
        ["nobody in the firm of four can run a server with accelerators, and no post is planned", "the one who ran the machines has left, and hiring is stopped for two years", "the office has two editors and no engineer, and must not pay for one"],
        ("Decides by skills", "You let skills decide. Then somebody would have to be missing who could run the machines; read who is there.")),
}
FINE = {
    "open weights, because of privacy": "texts may be sent to a host under the usual contract", "open weights, because the weights must be one's own": "versions may change once a year",
    "a hosted model, because of the licence": "the downloadable weights stand under Apache 2.0", "a hosted model, because of quality": "both sides meet the target on own cases", "a hosted model, because nobody can run machines": "three engineers run such machines already",
}


def pick(rng, values):
    return values[int(rng.integers(len(values)))]


def clear(right, wrong):
    values = [right, *(w[0] for w in wrong)]
    return all(abs(a - b) > 0.015 * max(abs(a), abs(b)) for i, a in enumerate(values) for b in values[:i])


def decision(rng):
    """The decision and what decides it"""
    right = pick(rng, list(RULES))
    facts = [pick(rng, RULES[right][0]), *(FINE[r] for r in RULES if r != right)]
    lines = "; ".join(facts[int(i)] for i in rng.permutation(len(facts)))
    others = [r for r in RULES if r != right]
    others = [others[int(i)] for i in rng.permutation(len(others))]
    return choice(rng, f"The task is {pick(rng, TASKS)}, at costs that are alike on both sides. {lines[0].upper() + lines[1:]}. What is the decision, and why?", right, [(r, *RULES[r][1]) for r in others],
                  f"One fact is no mere comfort: {facts[0]}.", facts=facts)


def hosted(rng):
    """The monthly bill of a host"""
    while True:
        q, a, b = int(rng.integers(2, 200)) * 100, int(rng.integers(2, 60)) * 50, int(rng.integers(1, 20)) * 25
        p, o = pick(rng, [0.15, 0.25, 0.5, 1, 2.5, 3]), pick(rng, [0.6, 1.25, 2, 5, 10, 15])
        right = q * 30 * (a * p + b * o) / 1e6
        wrong = [
            (q * (a * p + b * o) / 1e6, "Gives a day for a month", "You give the bill of a day. A month has thirty here."),
            (q * 30 * a * p / 1e6, "Leaves the answers out", "You pay for what is sent and not for what comes back. Written tokens are priced as well, usually higher."),
            (q * 30 * (a * o + b * p) / 1e6, "Exchanges the two prices", "You take the price of written tokens for those read, and the other way round."),
            (q * 30 * (a + b) * o / 1e6, "Uses one price for all tokens", "You pay the price of written tokens for all. What is read is cheaper."),
        ]
        if right > 1 and o > p and clear(right, wrong):
            break
    return number(f"{q} requests a day, each with {a} tokens read and {b} written. The host takes {p} euros for a million tokens read and {o} for a million written. How many euros is that in a month of 30 days?", right, wrong,
                  f"${q} \\cdot 30 \\cdot ({a} \\cdot {p} + {b} \\cdot {o}) / 10^6$.", rtol=5e-3, unit="euros", q=q, a=a, b=b, p=p, o=o)


def own(rng):
    """The monthly cost of running weights"""
    while True:
        n, price, day, wage = int(rng.integers(1, 9)), int(rng.integers(6, 40)) / 10, int(rng.integers(2, 15)), int(rng.integers(60, 110)) * 100
        right = n * price * 720 + wage * day / 20
        wrong = [
            (wage * day / 20, *NO_SERVING),
            (n * price * 720, "Forgets who looks after it", "You pay the machines and nobody who runs them. Updates, alarms and full disks do not mend themselves."),
            (n * price * 8 * 30 + wage * day / 20, "Switches the machines off at night", "You count eight hours a day. A service that is to answer at any time holds its machines at any time."),
            (n * price * 720 + wage, "Takes a part of the work for a whole post", "You pay a whole month of work. Only some of its twenty days go into this."),
        ]
        if clear(right, wrong):
            break
    return number(f"Own weights run on {n} accelerator{'s' * (n > 1)}, held day and night at {price} euros an hour each (a month has 720 hours). {day} of an engineer's 20 working days a month go into it; a month of hers costs {wage} euros. How many euros a month is that?", right, wrong,
                  f"${n} \\cdot {price} \\cdot 720 + {wage} \\cdot {day}/20$.", rtol=5e-3, unit="euros", n=n, price=price, day=day, wage=wage)


def break_even(rng):
    """Where own weights begin to pay"""
    while True:
        fixed, host, power = int(rng.integers(15, 200)) * 100, int(rng.integers(4, 60)) / 10, int(rng.integers(1, 30)) / 100
        right = fixed / (host - power)
        wrong = [
            (fixed / host, "Lets further tokens cost nothing", "You divide by the host's price alone. With weights of your own a token still costs power; what you save on each is the difference."),
            (fixed / (host + power), "Adds what should be subtracted", "You add the two prices. On each token you save the one and pay the other."),
            (fixed * (host - power), "Multiplies where it divides", "You multiply the fixed cost by the saving. Ask how many savings it takes to cover it."),
            (power / host, *NO_SERVING),
        ]
        if host - power > 0.2 and clear(right, wrong):
            break
    return number(f"A host takes {host} euros a million tokens. Own machines and their care cost {fixed} euros a month, used or not, and {power} euros of power a million tokens. From how many million tokens a month on are own weights cheaper?", right, wrong,
                  f"${fixed} / ({host} - {power})$.", rtol=5e-3, unit="million", fixed=fixed, host=host, power=power)


def machines(rng):
    """How many machines a peak takes"""
    while True:
        day, tokens, share, rate = int(rng.integers(5, 200)) * 1000, int(rng.integers(2, 30)) * 50, pick(rng, [10, 12, 15, 20, 25]), int(rng.integers(3, 30)) * 100
        peak = day * tokens * share / 100 / 3600
        right = ceil(peak / rate)
        mean = ceil(day * tokens / 86400 / rate)
        wrong = [
            (mean, "Plans for the mean", "You spread the day evenly. People come at the same hour, and then they wait; machines are bought for the busiest hour."),
            (right - 1, "Rounds down", "You round down. The last part of a machine's work needs a machine as well."),
            (ceil(day * share / 100 / 3600), "Gives each request of a second a machine", "You count the requests of a second and give each a machine of its own. A machine writes tokens at its rate, for several requests in turn."),
            (ceil(day * tokens / 3600 / rate), "Puts the whole day into one hour", "You let all requests come in one hour. Only the given share does."),
        ]
        if right > 3 and peak / rate % 1 > 0.03 and len({right, *(w[0] for w in wrong)}) == 5 and min(w[0] for w in wrong) > 0:
            break
    return number(f"{day} requests a day, each with {tokens} tokens to write; {share} % of them come in the busiest hour. One machine writes {rate} tokens a second. How many machines does that hour take, if the load in it is even?", right, wrong,
                  f"${day} \\cdot {tokens} \\cdot {share / 100} / 3600 / {rate}$, rounded up.", rtol=0, atol=0.1, day=day, tokens=tokens, share=share, rate=rate)


FREE = ["Falcon-40B (2023)", "Mistral 7B v0.1 (2023)", "T5-11B (2019)", "Falcon-7B-Instruct (2023)", "Mixtral 8x7B v0.1 (2023)"]
BOUND = {
    "Command R 35B (March 2024)": ("Overlooks a non-commercial licence", "You choose weights under CC BY-NC. The letters NC exclude what is done for money."),
    "LLaMA 1 65B (2023)": ("Takes a research licence for a general one", "You choose weights that were given to researchers, on request and for research. A product is none."),
    "Llama 2 70B": ANY_USE,
    "GPT-4 weights": ("Counts on weights that nobody can get", "You choose weights that were never published. There is nothing to license."),
}
PLANS = {
    "sell an assistant to {n} shops": ["Command R 35B (March 2024)", "LLaMA 1 65B (2023)", "GPT-4 weights"],
    "train another language model of your own on {n} thousand of its answers, for sale": ["Command R 35B (March 2024)", "LLaMA 1 65B (2023)", "Llama 2 70B", "GPT-4 weights"],
    "put it into a service that had {m} million monthly users when these models appeared": ["Command R 35B (March 2024)", "LLaMA 1 65B (2023)", "Llama 2 70B", "GPT-4 weights"],
}


def licence(rng):
    """Which terms allow a plan"""
    plan = pick(rng, list(PLANS))
    right = pick(rng, FREE)
    bound = PLANS[plan]
    keep = ["Llama 2 70B"] * ("Llama 2 70B" in bound)
    rest = [b for b in bound if b not in keep]
    keep += [rest[int(i)] for i in rng.permutation(len(rest))[: 3 - len(keep)]]
    text = plan.format(n=int(rng.integers(3, 90)), m=int(rng.integers(71, 120)) * 10)
    return choice(rng, f"You want to {text}. With which of these may you do so without asking its maker?", right, [(k, *BOUND[k]) for k in keep], f"{right} stands under Apache 2.0, which allows it.", right_is=right)


DUTIES = ["You need a contract with the host as processor (Art. 28 GDPR).", "The {who} must be told who gets their data (Art. 13 GDPR).", "A host outside the Union needs a ground for it (Art. 44 GDPR).", "A {who} may still ask what you keep of them (Art. 15 GDPR)."]
WHO = [("patients", "letters"), ("pupils", "essays"), ("tenants", "complaints"), ("applicants", "letters"), ("customers", "mails"), ("employees", "reports"), ("travellers", "claims"), ("guests", "reviews")]


def duties(rng):
    """What remains a duty"""
    who, what = pick(rng, WHO)
    n = int(rng.integers(2, 90)) * 100
    right = pick(rng, DUTIES).replace("A {who} may", f"{who.capitalize()} may").format(who=who)
    wrong = [
        ("The host answers for the data from now on, and you no longer do.", *NO_DUTIES),
        (f"Since nothing is trained on the {what}, they are not being processed.", "Takes processing for training", "You count only training. Reading, sending and storing are processing too."),
        (f"Without names, {what} are never personal data.", "Takes struck-out names for anonymity", "You take the name for the person. Dates, places and a rare story lead back to people as well."),
        ("With weights on your own machine none of these duties would exist.", "Takes own machines for freedom from duties", "You tie the duties to the host. They follow the personal data, wherever the machine stands."),
    ]
    drop = int(rng.integers(4))
    return choice(rng, f"You send {n} {what} of {who} in the Union to a hosted model each day, for a purpose of your own. Which statement is true?", right, [w for i, w in enumerate(wrong) if i != drop or i == 0][:4],
                  "The one who decides purpose and means is the controller (Art. 4(7) GDPR), whoever computes for him.")


TEMPLATES = [decision, hosted, own, break_even, machines, licence, duties]

EXPECTED = {  # hosted 2, own 1, break_even 2 and machines 1 are the lesson's worked example
    "decision": {1: "a hosted model, because of the licence", 2: "a hosted model, because nobody can run machines"}, "hosted": {2: "181.6125 euros"}, "own": {1: "12509 euros"},
    "break_even": {2: "9602.27 million"}, "machines": {1: "11", 2: "9"}, "licence": {1: "T5-11B (2019)", 2: "Mistral 7B v0.1 (2023)"}, "duties": {1: "2", 2: "1"},
}
