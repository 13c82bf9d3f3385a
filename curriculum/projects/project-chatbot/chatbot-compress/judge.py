"""Are the codes the weights, are size and loss what the frontier says, and is the choice the rule's?"""

from gradus.judging import Miss, each
from gradus.kinds.stage_judging import asked, told

NOUNS = "valve pump sluice turbine ledger beacon gantry winch boiler cistern".split()
KINDS = "upper lower northern spare brass shallow inner rusty eastern narrow".split()
WHO = "warden crew keeper master pilot clerk mason smith".split()
FRAME = "The is opened by the Who opens user assistant ? .".split()
MARGINS = (-0.5, 1000.0)  # nothing keeps to the first, everything to the second; between them chance decides on so few tokens


def PROBES(rng):
    def one(of):
        return str(of[rng.integers(len(of))])

    things = {(one(KINDS), one(NOUNS)): one(WHO) for _ in range(32)}
    pairs = [
        {"prompt": f"Who opens the {k} {n} ?", "completion": f"The {k} {n} is opened by the {w} .", "source": "a"}
        for (k, n), w in things.items()
    ]
    words = [*FRAME, *NOUNS, *KINDS, *WHO]
    outliers = sorted(rng.choice(128, 3, replace=False).tolist())
    given = {
        "words": list(dict.fromkeys(words)),
        "outliers": outliers,
        "factor": float(rng.uniform(30, 60)),
        "tied": sum(outliers) % 2 == 0,
    }
    return {
        "outliers": asked(
            "compressed",
            shown="a model of 0.6 million weights, in which three channels have large weights",
            pairs=pairs,
            margins=list(MARGINS),
            **given,
        )
    }


def of(front, name):
    return next(v for v in front["variants"] if v["name"] == name)


@each()
def codes_are_the_weights(got):
    """Unpacked from their folder alone, int8 lies half a step of its row from the weights, and int4 half a step of its group of 32."""
    eight = max(got["opened"]["int8"], key=lambda m: m["of_row"])
    if eight["of_row"] > 1.05 / 254 or eight["row_values"] > 256:
        say = f"int8, {eight['name']}: the error reaches {eight['of_row']:.4f} of the row's largest weight; half a step is {1 / 254:.4f}."
        return told(say, "one_scale_for_all" if eight["of_row"] > 1.5 / 254 else "")
    four = max(got["opened"]["int4"], key=lambda m: m["of_group"])
    if four["of_group"] > 1.25 / 30:
        name = "a_scale_for_the_row" if four["of_group"] > 4 / 30 else "rounds_down" if four["of_group"] > 1.8 / 30 else ""
        return told(f"int4, {four['name']}: the error reaches {four['of_group']:.3f} of a group's span; half a step is {1 / 30:.3f}.", name)
    if (most := max(m["group_values"] for m in got["opened"]["int4"])) > 16:
        return Miss(f"int4: a group of 32 has {most} values; 4 bits tell 16 apart.")
    return None


@each()
def sizes(got):
    """Sizes are those of the folders; int8 takes at most 0.32 of float32 and int4 at most 0.22."""
    for front in got["fronts"]:
        for name, size in got["sizes"].items():
            if abs(of(front, name)["size_mb"] - size) > 0.01 * size:
                return told(
                    f"frontier.json says that {name} has {of(front, name)['size_mb']} MB; its folder has {size:.3f} MB.",
                    "sizes_by_the_bits",
                )
    for name, most in (("int8", 0.32), ("int4", 0.22)):
        if (share := got["sizes"][name] / got["sizes"]["float32"]) > most:
            return told(
                f"The folder {name} has {share:.2f} of the size of float32; {most} is the most.",
                "a_byte_for_four_bits" if name == "int4" else "",
            )
    return None


@each()
def losses(got):
    """The loss of each variant is measured on the variant itself."""
    plain, said = got["loss"]["float32"], {name: of(got["fronts"][0], name)["loss"] for name in got["loss"]}
    for name, want in got["loss"].items():
        same = name != "float32" and abs(said[name] - said["float32"]) < 1e-9 and abs(want - plain) > 1e-4 * plain
        if same or abs(said[name] - want) > 0.03 * want + 0.002:
            say = f"frontier.json says that the loss of {name} is {said[name]:.5f}; unpacked, it is {want:.5f}."
            return told(say, "measures_the_plain_model" if abs(said[name] - said["float32"]) < 1e-9 else "")
    slow = next((v for f in got["fronts"] for v in f["variants"] if v["tokens_per_second"] <= 0), None)
    return slow and Miss(f"{slow['name']} has {slow['tokens_per_second']} tokens a second.")


@each()
def rule(got):
    """Chosen is the smallest variant whose loss is at most 1 + margin times the plain model's, else float32; model/ holds it."""
    for front in got["fronts"]:
        most = of(front, "float32")["loss"] * (1 + front["margin"])
        want = min((v for v in front["variants"] if v["loss"] <= most or v["name"] == "float32"), key=lambda v: v["size_mb"])["name"]
        if front["chosen"] != want:
            smallest = min(front["variants"], key=lambda v: v["size_mb"])["name"]
            return told(
                f"With a margin of {front['margin']:g} the choice is {front['chosen']!r}, expected {want!r}.",
                "always_the_smallest" if front["chosen"] == smallest else "",
            )
        if (
            want != "float32"
            and front["model_is"] != want
            or want == "float32"
            and abs(front["model_mb"] - got["sizes"]["float32"]) > 0.05 * got["sizes"]["float32"]
        ):
            return Miss(f"{want} is chosen, and model/ holds something else.")
    return None


@each()
def refuses(got):
    """A model whose file is cut ends with code 2 and one sentence, and what was at OUT stays; a run that succeeds leaves nothing old there."""
    bad = got["fault"]
    if bad["code"] != 2 or bad["lines"] != 1 or bad["traceback"] or not bad["kept"]:
        changed = "" if bad["kept"] else "; what was at OUT is changed"
        return Miss(f"On a model whose file is cut: code {bad['code']}, {bad['lines']} lines on stderr ({bad['say']!r}){changed}.")
    return Miss("A file of the folder OUT that was there before is still there.") if got["stale"] else None
