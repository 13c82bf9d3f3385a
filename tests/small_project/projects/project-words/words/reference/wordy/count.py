"""`count FOLDER --out FILE`: how often each word stands in the texts of a folder."""

import json
import re
import sys
from pathlib import Path


def counts(text: str) -> dict[str, int]:
    """Word to how often, without case."""
    found: dict[str, int] = {}
    for word in re.findall(r"\w+", text.lower()):
        found[word] = found.get(word, 0) + 1
    return found


def count(words: list[str]) -> None:
    """Read every file, write one JSON object."""
    folder, out = Path(words[0]), Path(words[2])
    files = sorted(folder.glob("*.txt"))
    if not files:
        sys.exit(refuse(f"There are no texts in {folder.name}."))
    with out.with_suffix(".log").open("w") as log:
        for n, _ in enumerate(files):
            print(json.dumps({"step": n, "files": n + 1}), file=log, flush=True)
    out.write_text(json.dumps(counts(" ".join(f.read_text("utf-8") for f in files))))


def refuse(say: str) -> int:
    """One sentence, code 2."""
    print(say, file=sys.stderr)
    return 2
