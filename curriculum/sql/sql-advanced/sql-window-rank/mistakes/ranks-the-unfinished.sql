-- Gives a place to those who did not finish
-- A missing time is sorted too: SQLite puts it first, so whoever did not finish wins and the others move back; DuckDB puts it last, where it fills
-- the podium of a small category. Take such runs out before anything is ranked.
SELECT category, place, runner, duration, duration - fastest AS gap
FROM (
    SELECT category, runner, duration,
           RANK() OVER (PARTITION BY category ORDER BY duration) AS place,
           MIN(duration) OVER (PARTITION BY category) AS fastest
    FROM runs
) AS r
WHERE place <= 3
ORDER BY category, place, runner
