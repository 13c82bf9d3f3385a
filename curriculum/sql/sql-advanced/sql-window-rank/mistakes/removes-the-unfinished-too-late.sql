-- Takes out the unfinished only after ranking
-- No missing time is shown, so the result looks clean. But the places were given before: in SQLite a missing time sorts first and
-- has taken place one, so the others start at two or later, and some fall off the podium. Take such runs out before.
SELECT category, place, runner, duration, duration - fastest AS gap
FROM (
    SELECT category, runner, duration,
           RANK() OVER (PARTITION BY category ORDER BY duration) AS place,
           MIN(duration) OVER (PARTITION BY category) AS fastest
    FROM runs
) AS r
WHERE place <= 3 AND duration IS NOT NULL
ORDER BY category, place, runner
