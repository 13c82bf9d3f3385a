"""The files that an evaluation reads: gold lines and answer lines, each checked, so that a wrong file is a sentence and not a wrong figure."""

from pathlib import Path
from typing import Any

from bot.faults import Fault
from bot.files import read_lines

Row = dict[str, Any]


def gold(path: Path) -> dict[str, Row]:
    """id -> gold line, in the file's order; Fault names what is wrong."""
    rows = _by_id(path, {"question": str, "answers": list})
    if not rows:
        raise Fault(f"{path} holds no question: an evaluation needs at least one gold line.")
    for key, row in rows.items():
        if not _texts(row["answers"]) or not all(a.strip() for a in row["answers"]):
            raise Fault(f"{path}: the accepted answers of {key!r} must be texts that are not empty.")
        if not _texts(row.get("chunks", [])):
            raise Fault(f"{path}: the chunks of {key!r} must be a list of texts.")
    return rows


def answers(path: Path, questions: dict[str, Row]) -> dict[str, Row]:
    """id -> answer line; Fault for an answer to a question that the gold file does not ask."""
    rows = _by_id(path, {"answer": str, "known": bool})
    if stray := next((key for key in rows if key not in questions), None):
        raise Fault(f"{path} answers {stray!r}, which the gold file does not ask: do both files belong together?")
    if wrong := next((key for key, row in rows.items() if not _texts(row.get("citations", []))), None):
        raise Fault(f"{path}: the citations of {wrong!r} must be a list of texts.")
    return rows


def name_pairs(questions: dict[str, Row]) -> tuple[list[str], list[tuple[str, str]]]:
    """The two groups, sorted, and for each pair the id of the first group's question and of the second's; ([], []) if nothing is paired."""
    found: dict[str, dict[str, str]] = {}
    for key, row in questions.items():
        if "pair" in row:
            of = found.setdefault(str(row["pair"]), {})
            if str(row.get("group")) in of:
                raise Fault(f"The pair {row['pair']!r} of the gold file has two questions of the group {row.get('group')!r}.")
            of[str(row.get("group"))] = key
    groups = sorted({group for of in found.values() for group in of})
    if found and (len(groups) != 2 or any(len(of) != 2 for of in found.values())):
        raise Fault("Each pair of the gold file needs two questions, one of each of the two groups.")
    return groups, [(of[groups[0]], of[groups[1]]) for of in found.values()]


def _by_id(path: Path, needs: dict[str, type]) -> dict[str, Row]:
    rows: dict[str, Row] = {}
    for number, row in enumerate(read_lines(path), 1):
        if not isinstance(row, dict) or not isinstance(row.get("id"), str):
            raise Fault(f"Entry {number} of {path} is no object with an id that is a text.")
        if wrong := next((k for k, kind in needs.items() if not isinstance(row.get(k), kind)), None):
            raise Fault(f"Entry {number} of {path} ({row['id']!r}) lacks {wrong}, or it has the wrong type.")
        if row["id"] in rows:
            raise Fault(f"{path} has the id {row['id']!r} twice.")
        rows[row["id"]] = row
    return rows


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(v, str) for v in value)
