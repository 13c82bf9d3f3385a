"""The roadmap's table as a spreadsheet that fills itself: CSV, and an Excel workbook with the items, the steps and a summary of formulas."""

from __future__ import annotations

import csv
import io
from dataclasses import astuple, fields

import xlsxwriter
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from gradus.learner import Learner
from gradus.record import ItemRow, StepRow, items, steps

ITEM_HEADS = ["Document", "Section", "Row", "Item", "Steps", "Exist", "Proved", "State", "Proved on"]
STEP_HEADS = ["Track", "Concept", "Step", "Title", "Kind", "Level", "Minutes", "State", "Proved on"]
WIDTHS = [11, 34, 40, 40, 8, 8, 8, 12, 12]
COLOURS = {"proved": "#D5EFE9", "in progress": "#DCE9FB"}


def as_csv(learner: Learner) -> str:
    """The table of the items.  A cell that a spreadsheet would take for a formula begins with an apostrophe."""
    file = io.StringIO()
    table = csv.writer(file, lineterminator="\r\n")
    table.writerow([f.name for f in fields(ItemRow)])
    for row in items(learner):
        table.writerow([_text(v) if isinstance(v, str) else v for v in astuple(row)])
    return file.getvalue()


def _text(value: str) -> str:
    return f"'{value}" if value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


def as_workbook(learner: Learner) -> bytes:
    """The same and more as .xlsx: sheets Summary, Roadmap and Steps.  The summary counts by formulas, so it follows what one types."""
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, options) as book:
        summary = book.add_worksheet("Summary")
        rows, taught = items(learner), steps(learner)
        _sheet(book, "Roadmap", ITEM_HEADS, [astuple(r) for r in rows], WIDTHS)
        _sheet(book, "Steps", STEP_HEADS, [astuple(r) for r in taught], [22, 30, 28, 44, 10, 9, 9, 12, 12])
        _summary(book, summary, taught)
    return file.getvalue()


def _sheet(book: Workbook, name: str, heads: list[str], rows: list[tuple[object, ...]], widths: list[int]) -> None:
    """One table with a frozen head, a filter, and its states coloured by their words."""
    sheet, bold = book.add_worksheet(name), book.add_format({"bold": True, "bottom": 1})
    for column, (head, width) in enumerate(zip(heads, widths, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, head, bold)
    for n, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(n, column, value)
            elif value:
                sheet.write_string(n, column, str(value))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(rows)), len(heads) - 1)
    state = heads.index("State")
    for word, colour in COLOURS.items():
        rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": book.add_format({"bg_color": colour})}
        sheet.conditional_format(1, state, max(1, len(rows)), state, rule)


def _summary(book: Workbook, sheet: Worksheet, taught: list[StepRow]) -> None:
    """By track: how many steps, how many proved, which share; and the same for the roadmaps' items."""
    bold, share = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "0 %"})
    sheet.set_column(0, 0, 48)
    for column, head in enumerate(["Track", "Steps", "Proved", "Share"]):
        sheet.write_string(0, column, head, bold)
    tracks = list(dict.fromkeys(r.track for r in taught))
    for n, track in enumerate(tracks, 1):
        of = [r for r in taught if r.track == track]
        done = sum(r.state == "proved" for r in of)
        sheet.write_string(n, 0, track)
        sheet.write_formula(n, 1, f"=COUNTIF(Steps!$A:$A,$A{n + 1})", None, len(of))
        sheet.write_formula(n, 2, f'=COUNTIFS(Steps!$A:$A,$A{n + 1},Steps!$H:$H,"proved")', None, done)
        sheet.write_formula(n, 3, f"=IF(B{n + 1}=0,0,C{n + 1}/B{n + 1})", share, done / len(of) if of else 0)
    sheet.conditional_format(
        1, 3, max(1, len(tracks)), 3, {"type": "data_bar", "min_type": "num", "max_type": "num", "min_value": 0, "max_value": 1}
    )
