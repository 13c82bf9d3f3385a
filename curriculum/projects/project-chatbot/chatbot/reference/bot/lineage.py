"""From what a model was made: the hash of the code, and the finished run with all its figures, read and checked."""

import hashlib
from pathlib import Path
from typing import Any, NamedTuple

from bot.faults import Fault
from bot.files import read_json, read_lines


class Finished(NamedTuple):
    """A training run that came to its end."""

    folder: Path
    parameters: dict[str, Any]
    figures: dict[str, float]
    curve: list[tuple[int, float]]
    data_hash: str
    key: str  # one for each run: the same folder tracked twice has the same key


def finished(folder: Path) -> Finished:
    """The run in `folder`; Fault if it is none, or has not come to its end."""
    if not (folder / "run.json").is_file():
        raise Fault(f"{folder} holds no training run: name the folder that `python -m bot train` wrote.")
    if not (folder / "result.json").is_file():
        raise Fault(f"The run in {folder} has not come to its end: give the same `train` command again, it goes on.")
    asked, result = read_json(folder / "run.json"), read_json(folder / "result.json")
    rows = list(read_lines(folder / "log.jsonl"))
    try:
        figures = {name: float(result[name]) for name in ("base_loss", "tuned_loss")}
        curve = [(int(row["step"]), float(row["loss"])) for row in rows]
        parameters = {key: value for key, value in asked.items() if key != "data_hash"}
        data_hash = str(asked["data_hash"])
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Fault(f"The run in {folder} is damaged ({error}): train it again.") from None
    whole = hashlib.sha256()
    for name in ("run.json", "result.json", "log.jsonl"):
        whole.update((folder / name).read_bytes())
    return Finished(folder, parameters, figures, curve, data_hash, whole.hexdigest())


def code_hash(package: Path = Path(__file__).parent) -> str:
    """One hash over every source file of the bot by path and content: the same code has the same hash on every machine."""
    whole = hashlib.sha256()
    for path in sorted(package.rglob("*.py")):
        whole.update(f"{path.relative_to(package).as_posix()}\0".encode() + path.read_bytes() + b"\0")
    return whole.hexdigest()
