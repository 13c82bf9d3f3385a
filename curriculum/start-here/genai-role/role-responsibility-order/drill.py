"""Orders of work for a product request, and who has to be in on which task."""

from gradus.drilling import choice, order

REQUESTS = [  # who asks, for what, from what, the judgement, by whom
    ("A hospital", "drafts discharge letters", "ward notes", "whether a draft leaves out a danger for the patient", "a physician"),
    ("An insurer", "sorts damage reports by urgency", "scanned reports", "whether a case can wait a week", "a claims adjuster"),
    ("A law firm", "marks risky clauses in contracts", "signed contracts", "whether a clause is risky for the client", "a contract lawyer"),
    ("A grid operator", "explains alarms to the shift", "alarm logs", "whether an explanation would mislead the shift", "a grid engineer"),
    ("A school publisher", "comments on short essays", "pupils' essays", "whether a comment fits the age and the task", "an experienced teacher"),
    ("A bank", "explains refused credit applications", "application files", "whether the stated reason is the one that decided", "a credit officer"),
    ("A chemical company", "answers questions on safety", "safety data sheets", "whether an answer could hurt somebody", "a toxicologist"),
    ("A city", "answers letters about building permits", "past letters and rulings", "whether an answer agrees with the building code", "a building inspector"),
]

LATE = ("Leaves bias and harm checks until after release",
        "You let users meet the model before it was checked for bias and harm. By then the harm is done, and the check can stop nothing. "
        "It belongs behind the last change of the model and before the first user.")
BLIND = ("Starts fine-tuning before an evaluation set exists",
         "You tune before there is anything to measure with. Each training run then looks like progress, and cases chosen afterwards tend to flatter "
         "the model that is already there.")
EARLY = ("Starts a task before what it needs is there",
         "You start a task although something it needs has not been made yet. Go down your list and ask at each line where its inputs come from; "
         "one of them comes later.")


def pick(rng, values):
    return values[int(rng.integers(len(values)))]


def ordered(rng, head, tasks, facts, rules):
    """`tasks` is {id: text} in one right order with the ids tune, check, evals, release; `facts` and `rules` are pairs (first, later)."""
    ids = list(tasks)
    edges = [(ids.index(a), ids.index(b)) for a, b in [*facts, *rules]]
    at = {name: ids.index(name) for name in ids}

    def valid(done):
        place = {task: n for n, task in enumerate(done)}
        return all(place[a] < place[b] for a, b in edges)

    def blame(done):
        place = {task: n for n, task in enumerate(done)}
        if place[at["check"]] > place[at["release"]]:
            return 0
        return 1 if place[at["tune"]] < place[at["evals"]] else 2

    late = [i for i in range(len(ids)) if i != at["check"]]
    late.insert(late.index(at["release"]) + 1, at["check"])
    blind = [i for i in range(len(ids)) if i != at["evals"]]
    blind.insert(blind.index(at["tune"]) + 1, at["evals"])
    a, b = edges[0]
    early = [i for i in range(len(ids)) if i != a]
    early.insert(early.index(b) + 1, a)
    needs = "; ".join(f"*{short(tasks[b])}* needs *{short(tasks[a])}*" for a, b in facts)
    return order(
        rng,
        f"{head} Put the seven tasks into an order in which each has what it needs and the three house rules hold. What needs what: {needs}.",
        list(tasks.values()), [(late, *LATE), (blind, *BLIND), (early, *EARLY)],
        "One right order: " + " → ".join(short(t) for t in tasks.values()) + ". Tasks that do not wait for one another may change places.",
        valid=valid, blame=blame, tasks=list(tasks.values()), edges=[list(e) for e in edges],
    )


def short(task):
    return task.split(":")[0]


def plan(rng):
    """The order of a first release"""
    who, what, data, judged, expert = pick(rng, REQUESTS)
    tasks = {
        "design": "Design: agree on inputs, outputs and the measure of success",
        "pipeline": f"Pipeline: deliver cleaned {data} every night",
        "evals": "Evaluation set: freeze the cases by which versions are compared",
        "tune": "Fine-tuning: train the chosen model",
        "check": "Bias and harm check: try it on the groups it will meet, with the power to say no",
        "release": "Release: give it to the first five per cent of the users",
    }
    extra, text, before, after = pick(rng, [
        ("consent", "Consent: have the use of the data approved", [("design", "consent"), ("consent", "pipeline")], "pipeline"),
        ("labels", f"Labels: have {expert} decide for 800 cases {judged}", [("pipeline", "labels"), ("labels", "evals")], "evals"),
        ("monitor", "Monitoring: set up alarms and the way back to the old process", [("design", "monitor")], "release"),
        ("load", "Load test: run the tuned model under tomorrow's traffic", [("tune", "load"), ("load", "release")], "release"),
        ("index", "Search index: make the documents findable for the model", [("pipeline", "index"), ("index", "release")], "tune"),
        ("screen", "Screen: build the page on which users see and correct results", [("design", "screen"), ("screen", "release")], "release"),
    ])
    ids = list(tasks)
    ids.insert(ids.index(after), extra)
    tasks = {i: tasks.get(i, text) for i in ids}
    facts = [("design", "pipeline"), *before, ("pipeline", "tune"), ("design", "evals")]
    if extra in ("consent",):
        facts = [f for f in facts if f != ("design", "pipeline")]
    if extra == "labels":
        facts = [f for f in facts if f != ("design", "evals")]
    rules = [("evals", "tune"), ("tune", "check"), ("check", "release")] + ([("monitor", "release")] if extra == "monitor" else [])
    return ordered(rng, f"{who} wants a feature that {what}; it is to be built on {data}.", tasks, facts, rules)


def repair(rng):
    """The order of a repair after a complaint"""
    who, what, _, judged, expert = pick(rng, REQUESTS)
    group = pick(rng, ["users who write in dialect", "older users", "users whose first language is another one", "users of screen readers", "users in small branch offices"])
    tasks = {
        "reproduce": "Reproduction: find the complaint again in logged requests",
        "judge": f"Judgement: have {expert} decide for each of them {judged}",
        "evals": "Evaluation cases: add the judged requests to the evaluation set",
        "collect": f"Training data: collect examples from {group}",
        "tune": "Fine-tuning: train the next version",
        "check": "Bias and harm check: compare all groups, with the power to say no",
        "release": "Release: replace the version that users have",
    }
    facts = [("reproduce", "judge"), ("judge", "evals"), ("reproduce", "collect"), ("collect", "tune")]
    return ordered(
        rng, f"{who} runs a feature that {what}. {group.capitalize()} complain that it serves them badly.", tasks, facts,
        [("evals", "tune"), ("tune", "check"), ("check", "release")],
    )


PLAIN = [
    "whether a record is empty", "in which of four languages a text is written", "whether a text holds a date", "whether a text is a question",
    "whether a text names a telephone number", "whether a text is longer than one page", "whether a text breaks off in the middle of a word",
]


def labels(rng):
    """Who decides the labels"""
    who, what, _, judged, expert = pick(rng, REQUESTS)
    trained = "trained annotators with a page of written instructions"
    if rng.random() < 0.5:
        question, right = judged, f"{expert}, with a second one for the unclear cases"
        first = (trained, "Leaves out the domain expert",
                 "You hand a professional judgement to people who can follow instructions but cannot judge the case. They will agree with one another, "
                 "and be wrong together.")
    else:
        question, right = pick(rng, PLAIN), trained
        first = (f"{expert}, with a second one for the unclear cases", "Spends the expert on what anybody can see",
                 "You ask for professional judgement where everybody sees the answer. The expert's hours are the scarcest thing in the project; "
                 "keep them for the cases that need them.")
    wrong = [
        first,
        ("the language model that is to be tuned afterwards", "Lets the model write its own labels",
         "You let the model decide what it will be trained on. It learns to agree with itself, and its errors become the measure."),
        ("the data engineer, while the pipeline is being built", "Takes delivering data for judging it",
         "You ask the person who moves the data. That the records arrive whole and on time says nothing about what is true of their content."),
        ("the product manager, who knows what users want", "Takes wanting for knowing",
         "You ask the person who decides what is built. What users want and what is true of a single case are two questions."),
    ]
    return choice(
        rng, f"{who} wants a feature that {what}. 5,000 examples need a label: *{question}*. Who should decide it?", right, wrong,
        "Ask what somebody must know to decide one case. If reading carefully is enough, instructions are enough; if it takes a profession, the profession must be there.",
    )


PARTNERS = {  # collaborator: (tasks, the words when chosen wrongly)
    "the product manager": (
        ["Two measures of success contradict each other; one must be given up", "Two departments want different things from the first version; one has to wait",
         "The first version can do only two of the five wishes on the list"],
        ("Turns to the product side", "You ask the product manager. That is where goals and priorities are decided; this task is decided by other knowledge.")),
    "the data engineer": (
        ["The nightly delivery of records doubles every third row", "A source table changes its columns next month, and training must go on",
         "The job that takes deleted customers out of the training files fails silently"],
        ("Turns to the data side", "You ask the data engineer. That is where records are moved, kept and cleaned; nothing in this task is about their way.")),
    "the platform engineer": (
        ["Answers take nine seconds when everybody comes back from lunch", "Somebody must be called at night when the service stops answering",
         "A new version must be taken back within a minute"],
        ("Turns to the operating side", "You ask the platform engineer. That is where services are run, scaled and taken back; this task is there before, or beside, running it.")),
    "the ethics and legal reviewer": (
        ["It must be settled whether the feature may rank people at all", "Applicants must be told that a machine took part, and how to object",
         "The error rate for one group is three times that for the others; may it go out?"],
        ("Turns to the legal side", "You ask the ethics and legal reviewer. That is where it is decided what may be done to people; here nobody's rights are touched.")),
    "the domain expert": (
        ["Two drafts contradict each other on a matter of the profession; which one is right?", "It must be said which of the wrong answers are dangerous and which only clumsy",
         "The test cases must contain the rare situations that every practitioner fears"],
        ("Turns to the domain expert", "You ask the domain expert. That is where it is known what is true in the profession; this task needs no such judgement.")),
    "the interface designer": (
        ["The page shows eleven warnings at once, and users click them all away", "Users must see at a glance which sentences come from which source",
         "Half of the users do not find the button with which they can correct a result"],
        ("Turns to the interface side", "You ask the interface designer. That is where it is decided what people see and do on the screen; the cause lies elsewhere here.")),
}


def partner(rng):
    """Who is needed for a task"""
    names = list(PARTNERS)
    right = pick(rng, names)
    task = pick(rng, PARTNERS[right][0])
    others = [n for n in (names[int(i)] for i in rng.permutation(len(names))) if n != right][:4]
    who = pick(rng, REQUESTS)
    return choice(
        rng, f"{who[0]} wants a feature that {who[1]}. You are building it, and this comes up: *{task}.* Whom do you need first?".replace("?.*", "?*"),
        right, [(n, *PARTNERS[n][1]) for n in others],
        f"Ask what has to be known or decided here, and whose daily work that is: {right}'s.",
    )


FLAWS = {
    "No evaluation set exists when the tuning starts.": ("Misses where the evaluation set stands",
        "You say that tuning starts without an evaluation set. Look for the line in which the cases are frozen, and for the one in which training starts; compare their places."),
    "Users meet the model before the bias check.": ("Misses where the bias check stands",
        "You say that the bias check comes too late. Look for the first line in which anybody outside the team uses the model, and compare its place with the check's."),
    "The labels are decided without the profession.": ("Misses who decides the labels",
        "You say that the expert is missing from the labels. Read the name in brackets behind that line again."),
    "Nobody can notice a failure after the release.": ("Misses who watches the service",
        "You say that nobody watches the released service. Look for the alarms and for the person who is called by them."),
    "Training uses data before their use is allowed.": ("Misses where the data are approved",
        "You say that data are used before somebody allowed it. Look for the approval and for the first line that touches the data."),
}


def flaw(rng):
    """The one flaw of a plan"""
    who, what, data, judged, expert = pick(rng, REQUESTS)
    flaws = list(FLAWS)
    bad = int(rng.integers(len(flaws)))
    approve = f"approve the use of the {data} (legal reviewer)"
    pipeline = f"deliver the {data} (data engineer)"
    label = f"label 800 cases: {judged} ({'interns, by a checklist' if bad == 2 else expert})"
    freeze, tune = "freeze the evaluation set (you)", "fine-tune the model (you)"
    check, release = "check for bias and harm (ethics reviewer)", "release to the first users (product manager)"
    watch = "set up alarms and the way back (platform engineer)"
    lines = [approve, pipeline, label, freeze, tune, check, watch, release]
    if bad == 0:
        lines = [approve, pipeline, label, tune, freeze, check, watch, release]
    elif bad == 1:
        lines = [approve, pipeline, label, freeze, tune, watch, release, check]
    elif bad == 3:
        lines = [x for x in lines if x != watch] + ["write the final report (product manager)"]
    elif bad == 4:
        lines = [pipeline, label, freeze, tune, approve, check, watch, release]
    if bad != 3 and rng.random() < 0.5:  # the watch may stand anywhere before the release
        lines.remove(watch)
        lines.insert(int(rng.integers(1, lines.index(release) + 1)), watch)
    listed = "; ".join(f"({n}) {line}" for n, line in enumerate(lines, 1))
    wrong = [(text, *FLAWS[text]) for i, text in enumerate(flaws) if i != bad]
    return choice(
        rng, f"{who} wants a feature that {what}. The plan, in this order: {listed}. What is wrong with it?", flaws[bad], wrong,
        "Walk the plan with the three house rules and with the question of who can judge; every other line has what it needs and the right person.",
    )


TEMPLATES = [plan, repair, labels, partner, flaw]

EXPECTED = {
    "plan": {1: "2 5 3 6 1 4 7", 2: "2 5 1 6 7 4 3"},
    "repair": {1: "2 6 3 5 4 1 7"},
    "labels": {1: "trained annotators with a page of written instructions", 2: "a toxicologist, with a second one for the unclear cases"},
    "partner": {1: "the platform engineer", 2: "the interface designer"},
    "flaw": {1: "The labels are decided without the profession.", 2: "Users meet the model before the bias check."},
}
