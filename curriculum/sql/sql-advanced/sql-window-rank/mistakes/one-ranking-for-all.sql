-- Ranks everybody in one list
-- The window has an order but no groups, so all runs compete with each other and only the fastest three of the whole race are left.
-- With a single category nothing shows. A window is the whole table until you say which rows belong together.
SELECT category, place, runner, duration, duration - fastest AS gap
FROM (
    SELECT category, runner, duration,
           RANK() OVER (ORDER BY duration) AS place,
           MIN(duration) OVER (PARTITION BY category) AS fastest
    FROM runs WHERE duration IS NOT NULL
) AS r
WHERE place <= 3
ORDER BY category, place, runner
