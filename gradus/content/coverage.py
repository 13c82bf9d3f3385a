"""What of the roadmap is proven: every track, seed row and quoted item with its steps, computed from proofs.lock and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from gradus.content.projectfolders import project_folders
from gradus.vocabulary import Roadmap, SeedRow, Track


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are in all, and how many of them are proven."""

    planned: int
    proven: int

    def as_json(self) -> dict[str, int]:
        """As in `tracks.<id>`."""
        return {"planned": self.planned, "proven": self.proven}

    def __str__(self) -> str:
        return f"{self.proven} of {self.planned}"


@dataclass(frozen=True)
class Coverage:
    """The answers to "how much of it is there?"; an item or a row is proven when all its steps are."""

    roadmap: Roadmap

    def is_proven(self, steps: Iterable[str]) -> bool:
        """Whether these are steps and all of them are proven."""
        named = list(steps)
        return bool(named) and all(s in self.roadmap.proven for s in named)

    def row_is_proven(self, row: SeedRow) -> bool:
        """Whether every step of every item is proven."""
        return bool(row.items) and all(self.is_proven(i.steps) for i in row.items)

    def track(self, track: Track) -> Count:
        """The steps of a track."""
        return self._count([(s.id,) for c in track.concepts for s in c.steps])

    @property
    def steps(self) -> Count:
        """All steps."""
        return self._count([(s,) for s in self.roadmap.planned])

    @property
    def items(self) -> Count:
        """All quoted items of all rows."""
        return self._count([i.steps for r in self.roadmap.seed_rows for i in r.items])

    @property
    def rows(self) -> Count:
        """All seed rows."""
        return Count(len(self.roadmap.seed_rows), sum(map(self.row_is_proven, self.roadmap.seed_rows)))

    def _count(self, things: list[tuple[str, ...]]) -> Count:
        return Count(len(things), sum(map(self.is_proven, things)))

    @property
    def projects(self) -> dict[str, dict[str, int]]:
        """Of every project how many stages it has, and how many of them are proven."""
        folders = project_folders(self.roadmap.folder)
        return {i: {"stages": len(p.stages), "proven": sum(s in self.roadmap.proven for s in p.stages)} for i, p in folders.items()}

    def state(self, step: str) -> str:
        """`proven` or `planned`."""
        return "proven" if step in self.roadmap.proven else "planned"


def as_json(roadmap: Roadmap) -> dict[str, Any]:
    """Counts under tracks, steps, items and rows; every row with its items and their steps under seed_rows."""
    cover = Coverage(roadmap)
    return {
        "tracks": {t.id: cover.track(t).as_json() for t in roadmap.tracks},
        "steps": cover.steps.as_json(),
        "items": cover.items.as_json(),
        "rows": cover.rows.as_json(),
        "projects": cover.projects,
        "seed_rows": [
            {
                "doc": row.doc,
                "section": row.section,
                "row": row.row,
                "proven": cover.row_is_proven(row),
                "items": [
                    {"name": i.name, "proven": cover.is_proven(i.steps), "steps": {s: cover.state(s) for s in i.steps}} for i in row.items
                ],
            }
            for row in roadmap.seed_rows
        ],
    }


def as_markdown(roadmap: Roadmap) -> str:
    """A table of the tracks, then one table for every section of the seeds."""
    cover = Coverage(roadmap)
    out = [
        "# Coverage",
        "",
        f"Proven: {cover.steps} steps, {cover.items} quoted items, {cover.rows} seed rows. ✓ marks what is proven.",
        "",
    ]
    out += ["| track | proven | planned |", "|---|---:|---:|"]
    for t in roadmap.tracks:
        out.append(f"| {_cell(t.title)} | {cover.track(t).proven} | {cover.track(t).planned} |")
    out += ["", "| project | proven | stages |", "|---|---:|---:|"] if cover.projects else []
    out += [f"| {id} | {counts['proven']} | {counts['stages']} |" for id, counts in cover.projects.items()]
    place = None
    for row in roadmap.seed_rows:
        if (row.doc, row.section) != place:
            place = (row.doc, row.section)
            out += ["", f"## {row.section} ({row.doc})", "", "| row | item | steps |", "|---|---|---|"]
        for n, item in enumerate(row.items):
            name = f"{_cell(row.row)}{' ✓' if cover.row_is_proven(row) else ''}" if n == 0 else ""
            steps = ", ".join(f"{s}{' ✓' if cover.is_proven([s]) else ''}" for s in item.steps)
            out.append(f"| {name} | {_cell(item.name)}{' ✓' if cover.is_proven(item.steps) else ''} | {steps} |")
    return "\n".join(out) + "\n"


def as_text(roadmap: Roadmap) -> str:
    """The same for a terminal: `+` proven, `.` planned."""
    cover = Coverage(roadmap)
    out = []
    for t in roadmap.tracks:
        out.append(f"{t.title:48} {cover.track(t).proven:4d} of {cover.track(t).planned:3d} steps")
    for id, counts in cover.projects.items():
        out.append(f"{'Project ' + id:48} {counts['proven']:4d} of {counts['stages']:3d} stages")
    place = None
    for row in roadmap.seed_rows:
        if (row.doc, row.section) != place:
            place = (row.doc, row.section)
            out += ["", f"{row.section} ({row.doc})"]
        out.append(f"  {_mark(cover.row_is_proven(row))} {row.row}")
        for item in row.items:
            steps = "  ".join(f"{_mark(cover.is_proven([s]))}{s}" for s in item.steps)
            out.append(f"      {_mark(cover.is_proven(item.steps))} {item.name}: {steps}")
    out += ["", f"{cover.steps} steps, {cover.items} quoted items and {cover.rows} seed rows are proven (+); the rest is planned (.)."]
    return "\n".join(out) + "\n"


def _mark(proven: bool) -> str:
    return "+" if proven else "."


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
