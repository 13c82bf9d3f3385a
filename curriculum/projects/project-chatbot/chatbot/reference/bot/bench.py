"""`bench`: every figure of the README, measured again.

FAQ is a folder of reStructuredText pages whose underlined titles are questions, such as `_sources/faq` of the Python documentation.
"""

import argparse
import re
import resource
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from bot import index, ingest
from bot.ask import phrased
from bot.faults import Fault
from bot.ground import Grounder
from bot.language import phraser
from bot.search import Searcher
from bot.settings import Settings

BEFORE, RECENT, POLITE = 100, 40, "Please could you tell me: "
QUESTION = re.compile(r"\n([^\n]+\?)\n[-=~]{4,}\n")
ELSEWHERE = (  # nothing about Python
    "What is the boiling point of xenon?",
    "Who wrote the opera about the flying ship?",
    "How do I reset my bank password?",
    "Which planet has the most moons?",
    "When does the next train to Vienna leave?",
    "How long should I boil an egg?",
    "Who won the football match yesterday?",
    "What is the capital of Mongolia?",
    "How do I prune apple trees?",
    "Which paint is best for wooden fences?",
)


def pages_of(folder: Path) -> list[list[tuple[str, str]]]:
    """Questions and answers of each page, in order."""
    pages = [QUESTION.split(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.rst*"))]
    return [[(parts[i], parts[i + 1]) for i in range(1, len(parts) - 1, 2)] for parts in pages]


def made(answers: dict[str, str], work: Path, settings: Settings) -> Path:
    """A DATA folder of these answers, one document each; their questions are not in it."""
    docs, data = work / "docs", work / "data"
    docs.mkdir(parents=True)
    for name, text in answers.items():
        (docs / name).write_text(text, encoding="utf-8")
    ingest.main(argparse.Namespace(docs=docs, out=data), settings)
    index.main(argparse.Namespace(data=data), settings)
    return data


def ranks(found: Sequence[Sequence[str]], right: Sequence[str]) -> list[int]:
    """The rank of the right source among the different sources of each answer, from 1; 0 where it is not there."""
    ordered = [list(dict.fromkeys(sources)) for sources in found]
    return [sources.index(name) + 1 if name in sources else 0 for sources, name in zip(ordered, right, strict=True)]


def retrieval(data: Path, questions: Sequence[str], right: Sequence[str], settings: Settings) -> list[str]:
    """Recall and reciprocal rank of the hybrid search, and of each half of it."""
    lines = []
    halves: dict[str, dict[str, Any]] = {
        "hybrid": {},
        "vectors alone": {"word_weight": 0.0, "name_weight": 0.0},
        "words alone": {"vector_weight": 0.0},
    }
    for name, weights in halves.items():
        told = replace(settings, search=replace(settings.search, **weights))
        found = ranks([[hit.source for hit in hits] for hits in Searcher(data, told).search(questions, 50)], right)
        reciprocal = np.mean([1 / r if r else 0.0 for r in found])
        lines.append(f"| {name} | {np.mean([r == 1 for r in found]):.3f} | {np.mean([0 < r <= 5 for r in found]):.3f} | {reciprocal:.3f} |")
    return ["| search | recall@1 | recall@5 | MRR |", "|---|---|---|---|", *lines]


def silence(data: Path, groups: dict[str, list[str]], settings: Settings) -> list[str]:
    """How often something is claimed to be known, by group of questions."""
    grounder = Grounder(data, settings)
    lines = [f"| {name} | {len(asked)} | {np.mean([e.known for e in grounder.extracts(asked)]):.2f} |" for name, asked in groups.items()]
    return ["| questions | how many | called known |", "|---|---|---|", *lines]


def alarms(pages: Sequence[Sequence[str]], settings: Settings) -> list[str]:
    """How often streams count as drifted: 200 pairs drawn from one source, and as many in which half of the later questions are of one page, or are longer."""
    from bot.drift import Comparison  # a stage of its own, which may not be written yet

    all_of, large = [q for page in pages for q in page], [page for page in pages if len(page) >= 10]
    compared = Comparison(settings)
    compared.learn([*all_of, *(POLITE + q for q in all_of)])
    found: dict[str, list[list[bool]]] = {
        "nothing": [],
        "all are about one page's subject": [],
        "half are about one page's subject": [],
        "half are longer by five words": [],
    }
    for seed in range(200):
        rng = np.random.default_rng(seed)
        before, recent = ([all_of[i] for i in rng.integers(0, len(all_of), n)] for n in (BEFORE, RECENT))
        page, half = large[rng.integers(len(large))], RECENT // 2
        about = [page[i] for i in rng.integers(0, len(page), RECENT)]
        streams = [
            recent,
            about,
            [*recent[:half], *about[half:]],
            [*recent[:half], *(POLITE + q for q in recent[half:])],
        ]
        for rows, stream in zip(found.values(), streams, strict=True):
            told = compared.drift(before, stream, seed)
            rows.append([told["drift"], *(signal["drift"] for signal in told["signals"].values())])
    lines = [f"| {name} | {' | '.join(f'{share:.3f}' for share in np.mean(rows, axis=0))} |" for name, rows in found.items()]
    return [
        f"| what changed between {BEFORE} and {RECENT} questions | called drift | by meaning | by length |",
        "|---|---|---|---|",
        *lines,
    ]


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("faq", type=Path, metavar="FAQ", help="a folder of question-and-answer pages")


def main(args: argparse.Namespace, settings: Settings) -> None:
    """Print the figures as Markdown."""
    pages = pages_of(args.faq)
    pairs = [pair for page in pages for pair in page]
    if len(pairs) < 20:
        raise Fault(f"{args.faq} holds {len(pairs)} questions: name a folder of pages whose underlined titles end with a question mark.")
    questions, names = [q for q, _ in pairs], [f"{i:03}.rst" for i in range(len(pairs))]
    with tempfile.TemporaryDirectory() as work:
        before = time.process_time()
        data = made(dict(zip(names, [a for _, a in pairs], strict=True)), Path(work, "all"), settings)
        spent = time.process_time() - before
        print(f"{len(pairs)} questions; ingest and index of their answers: {spent:.0f} s of the processor.\n")
        print("\n".join(retrieval(data, questions, names, settings)), "\n")
        inside = [i for i in range(len(pairs)) if i % 5]
        less = made({names[i]: pairs[i][1] for i in inside}, Path(work, "less"), settings)
        asked = {
            "answer is in the documents": [questions[i] for i in inside[::3]],
            "answer was taken out": questions[::5],
            "about something else": list(ELSEWHERE),
        }
        print("\n".join(silence(less, asked, settings)), "\n")
        model, before = phraser(settings), time.process_time()
        extracts = [e for e in Grounder(less, settings).extracts(asked["answer is in the documents"]) if e.known][:8]
        middle = time.process_time()
        phrased(extracts, model)
        print(f"Phrasing one answer: {(time.process_time() - middle) / max(1, len(extracts)):.1f} s of the processor.")
    print("\n" + "\n".join(alarms([[q for q, _ in page] for page in pages], settings)), "\n")
    print(f"Most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB.")
