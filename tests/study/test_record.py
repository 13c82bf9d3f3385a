"""The record as others read it: the roadmap's table, the spreadsheet that fills itself, the transcript."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from gradus import record, study, workbook
from gradus.store import verdicts
from gradus.study import Learner
from gradus.vocabulary import SeedItem, SeedRow
from tests import small
from tests.small import MEAN, RIGHT, STEP, WRONG

ROW = SeedRow(
    "genai", "Basics", "Numbers", (SeedItem("adding", (STEP,)), SeedItem("both", (STEP, MEAN)), SeedItem("later", ("carry-once",)))
)
NAMES = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


@pytest.fixture
def me(tmp_path: Path) -> Iterator[Learner]:
    """A learner of a roadmap with a row of a published one."""
    learner = small.at_home(tmp_path)
    yield replace(learner, roadmap=replace(learner.roadmap, seed_rows=(ROW,)))
    learner.store.close()


def submit(me: Learner, text: str) -> int:
    return study.submit(me, STEP, {"answer.py": text}).submission.id


def sheet(book: bytes, number: int) -> list[list[str]]:
    """The cells of a sheet as text, formulas by their computed value."""
    parts = zipfile.ZipFile(io.BytesIO(book))
    shared = [t.findtext(".//m:t", "", NAMES) for t in ET.fromstring(parts.read("xl/sharedStrings.xml")).findall("m:si", NAMES)]
    rows = []
    for row in ET.fromstring(parts.read(f"xl/worksheets/sheet{number}.xml")).findall(".//m:row", NAMES):
        cells = [(c.get("t"), c.findtext("m:v", "", NAMES)) for c in row.findall("m:c", NAMES)]
        rows.append([shared[int(v)] if t == "s" else v for t, v in cells])
    return rows


def test_every_step_and_every_quoted_item_has_its_row_and_its_state(me: Learner) -> None:
    assert {r.state for r in record.steps(me)} == {"ready", "planned"}
    submit(me, WRONG)
    assert next(r for r in record.steps(me) if r.id == STEP).state == "in progress"
    submit(me, RIGHT)
    row = next(r for r in record.steps(me) if r.id == STEP)
    assert (row.state, len(row.proved_on)) == ("proved", 10)
    assert [(i.item, i.proved, i.state) for i in record.items(me)] == [
        ("adding", 1, "proved"),
        ("both", 1, "in progress"),
        ("later", 0, "planned"),
    ]


def test_the_csv_is_one_row_an_item_and_no_cell_is_a_formula(me: Learner, tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(workbook.as_csv(me))))
    assert [r["item"] for r in rows] == [i.item for i in record.items(me)]
    book = me.roadmap
    evil = replace(book.seed_rows[0], items=(replace(book.seed_rows[0].items[0], name="=cmd|' /C calc'!A0"),))
    other = replace(me, roadmap=replace(book, seed_rows=(evil,)))
    assert next(csv.DictReader(io.StringIO(workbook.as_csv(other))))["item"].startswith("'=")
    assert sheet(workbook.as_workbook(other), 2)[1][3] == "=cmd|' /C calc'!A0", "a text cell, not a formula"


def test_the_workbook_holds_the_table_the_steps_and_a_summary_that_counts_by_formulas(me: Learner) -> None:
    submit(me, RIGHT)
    made = workbook.as_workbook(me)
    assert [r[3] for r in sheet(made, 2)[1:]] == [i.item for i in record.items(me)]
    assert [r[2] for r in sheet(made, 3)[1:]] == [s.id for s in record.steps(me)]
    by_track = {r[0]: (r[1], r[2]) for r in sheet(made, 1)[1:]}
    assert sum(int(done) for _, done in by_track.values()) == 1
    assert b"COUNTIFS" in zipfile.ZipFile(io.BytesIO(made)).read("xl/worksheets/sheet1.xml")


def test_a_line_of_the_transcript_leads_to_the_accepted_answer_and_only_the_box_certifies(me: Learner) -> None:
    study.hint(me, STEP)
    submit(me, WRONG)
    first = submit(me, RIGHT)
    (line,) = record.proved(me)
    row = study.get(me, first)
    assert (line.submission, line.step, line.hints) == (first, STEP, 1)
    assert line.certified is ((row.verdict or {})["wall"] == "box")
    assert line.step_hash == row.judged_hash


def test_an_answer_behind_a_weaker_wall_is_practice_until_one_ran_in_the_box(me: Learner) -> None:
    first = submit(me, RIGHT)
    body = dict(study.get(me, first).verdict or {})
    with me.store.write() as c:
        c.execute(verdicts.verdict.update().values(body={**body, "wall": "process"}))
    assert [p.certified for p in record.proved(me)] == [False]
    second = submit(me, RIGHT + "\n# again\n")
    with me.store.write() as c:
        c.execute(verdicts.verdict.update().where(verdicts.verdict.c.submission_id == second).values(body={**body, "wall": "box"}))
    assert [(p.submission, p.certified) for p in record.proved(me)] == [(second, True)]


def test_what_was_imported_is_on_the_transcript_as_well(me: Learner, tmp_path: Path) -> None:
    submit(me, RIGHT)
    other = small.at_home(tmp_path, "other")
    study.import_(other, study.export(me))
    assert [p.step for p in record.proved(other)] == [STEP]
    other.store.close()
