"""The figures of the lesson, computed with SQLite."""

import sqlite3

RUNS = [
    ("Ana", "W", 2400),
    ("Bea", "W", 2460),
    ("Cleo", "W", 2460),
    ("Dina", "W", 2500),
    ("Eva", "W", None),
    ("Finn", "M", 2310),
    ("Gus", "M", 2310),
    ("Hal", "M", 2310),
    ("Ivo", "M", 2320),
]
PLACES = """
SELECT runner, duration, RANK() OVER w AS place, duration - MIN(duration) OVER (PARTITION BY category) AS gap
FROM runs WHERE duration IS NOT NULL WINDOW w AS (PARTITION BY category ORDER BY duration)
"""
TIES = """
SELECT d, ROW_NUMBER() OVER (ORDER BY d), RANK() OVER (ORDER BY d), DENSE_RANK() OVER (ORDER BY d)
FROM (SELECT 50 AS d UNION ALL SELECT 60 UNION ALL SELECT 60 UNION ALL SELECT 70)
"""


def worked():
    """Three ways to number a tie, and the podiums of two categories."""
    race = sqlite3.connect(":memory:")
    race.execute("CREATE TABLE runs (runner TEXT, category TEXT, duration INTEGER)")
    race.executemany("INSERT INTO runs VALUES (?, ?, ?)", RUNS)
    ties, places = race.execute(TIES).fetchall(), race.execute(PLACES).fetchall()
    if ties != [(50, 1, 1, 1), (60, 2, 2, 2), (60, 3, 2, 2), (70, 4, 4, 3)]:
        raise ValueError("the first table numbers the ties otherwise")
    fourth = [runner for runner, _, place, _ in places if place == 4]
    if sorted(fourth) != ["Dina", "Ivo"]:
        raise ValueError("others are fourth")
    return [[seconds for *_, seconds in RUNS if seconds], [[seconds, place, gap] for _, seconds, place, gap in places if place <= 3]]
